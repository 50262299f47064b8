import MarkingModel
import XMLKit

/// Puts a marking document into the XPath machine, when an expression is evaluated there.
struct DocumentTree {
  /// The names that libxml2's expressions use; the tree need not hold any other attribute.
  private var used = UsedNames()
  /// By position in `ElementName.allCases`.
  private var elements: [XPathMachine.Name] = []
  /// By position in `AttributeName.allCases`; nil for what is not used.
  private var attributes: [XPathMachine.Name?]
  /// By name: those of the place.
  private var place: [String: XPathMachine.Name] = [:]
  /// Whether the machine holds the present document, with all that is used.
  private var isFilled = false
  private var digits: [UInt8] = []

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  init(_ machine: inout XPathMachine) {
    for element in ElementName.allCases { elements.append(machine.intern(element.rawValue)) }
    attributes = Array(repeating: nil, count: AttributeName.allCases.count)
  }

  /// A new document: what the machine holds is no longer its tree.
  mutating func begin() { isFilled = false }

  /// Sees to it that the tree holds what an expression names.
  mutating func use(_ expression: String, _ compiler: borrowing TableCompiler, _ machine: inout XPathMachine) {
    let tookAll = used.takesAll
    for name in used.add(expression) { hold(name, compiler, &machine) }
    guard used.takesAll, !tookAll else { return }
    for attribute in AttributeName.allCases { hold(attribute.rawValue, compiler, &machine) }
    for name in TablePlace.names { hold(name, compiler, &machine) }
  }

  private mutating func hold(_ name: String, _ compiler: borrowing TableCompiler, _ machine: inout XPathMachine) {
    guard let ordinal = compiler.attribute(name) else { return }
    isFilled = false
    if ordinal < 0 {
      if place[name] == nil { place[name] = machine.intern(name) }
    } else if attributes[Int(ordinal)] == nil {
      attributes[Int(ordinal)] = machine.intern(name)
    }
  }

  /// Element `i` of the machine is node `i` of the document. O(nodes + attributes), once a document.
  mutating func fill(_ machine: inout XPathMachine, with view: borrowing TableView) {
    if isFilled { return }
    isFilled = true
    machine.begin(elements: view.nodes.count, attributes: view.attributes.count + 4 * view.nodes.count)
    for index in view.nodes.indices {
      let node = view.nodes[index]
      machine.addElement(elements[Int(node.element)], parent: Int(node.parent))
      if !place.isEmpty { addPlace(of: node, &machine) }
      for offset in 0..<Int(node.attributeCount) {
        let attribute = view.attributes[Int(node.firstAttribute) + offset]
        guard let name = attributes[Int(attribute.name)] else { continue }
        if attribute.value.isNumber {
          add(name, attribute.value.number, &machine)
        } else if attribute.value.symbol == TableSymbols.yes {
          machine.addAttribute(name, Self.yes.span)
        } else if attribute.value.symbol == TableSymbols.no {
          machine.addAttribute(name, Self.no.span)
        } else if case .word(let word) = view.document.attributes[
          view.document.nodes[index].firstAttribute + offset
        ].value {
          machine.addAttribute(name, word.utf8.span)
        }
      }
    }
  }

  private mutating func addPlace(of node: TableView.Node, _ machine: inout XPathMachine) {
    if let at = place["at"] { add(at, node.at, &machine) }
    if let length = place["length"] { add(length, node.length, &machine) }
    if let line = place["line"] { add(line, Int(node.line), &machine) }
    if let column = place["column"] { add(column, Int(node.column), &machine) }
  }

  private mutating func add(_ name: XPathMachine.Name, _ number: Int, _ machine: inout XPathMachine) {
    digits.removeAll(keepingCapacity: true)
    var rest = number.magnitude
    repeat {
      digits.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { digits.append(UInt8(ascii: "-")) }
    digits.reverse()
    machine.addAttribute(name, digits.span)
  }
}
