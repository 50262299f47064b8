import MarkingModel
import XMLKit

/// Puts a marking document into the XPath machine, when an expression is evaluated there.
struct DocumentTree {
  /// The names that libxml2's expressions use; the tree need not hold any other attribute.
  private var used = UsedNames()
  private var elements: [ElementName: XPathMachine.Name] = [:]
  private var attributes: [AttributeName: XPathMachine.Name] = [:]
  /// By name: those of the place.
  private var place: [String: XPathMachine.Name] = [:]
  /// Whether the machine holds the present document, with all that is used.
  private var isFilled = false
  private var digits: [UInt8] = []

  /// The attributes of the elements met last, by name of the element: readers set the same ones in the same order, so
  /// that looking up a name is one comparison.
  private var lately: [ElementName: [(attribute: AttributeName, name: XPathMachine.Name?)]] = [:]

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  init(_ machine: inout XPathMachine) {
    for element in ElementName.allCases { elements[element] = machine.intern(element.rawValue) }
  }

  /// A new document: what the machine holds is no longer its tree.
  mutating func begin() { isFilled = false }

  /// Sees to it that the tree holds what an expression names.
  mutating func use(_ expression: String, _ machine: inout XPathMachine) {
    used.add(expression)
    for attribute in AttributeName.allCases
    where attributes[attribute] == nil && (used.takesAll || used.attributes.contains(attribute.rawValue)) {
      attributes[attribute] = machine.intern(attribute.rawValue)
      isFilled = false
      lately = [:]
    }
    for name in ["at", "length", "line", "column"]
    where place[name] == nil && (used.takesAll || used.attributes.contains(name)) {
      place[name] = machine.intern(name)
      isFilled = false
    }
  }

  /// Element `i` of the machine is node `i` of the document. O(nodes + attributes), once a document.
  mutating func fill(_ machine: inout XPathMachine, with document: MarkingDocument) {
    if isFilled { return }
    isFilled = true
    machine.begin(
      elements: document.nodes.count, attributes: document.attributes.count + 4 * document.nodes.count)
    for node in document.nodes {
      guard let name = elements[node.name] else { continue }
      machine.addElement(name, parent: node.parent)
      if !place.isEmpty { addPlace(of: node, &machine) }
      var known = lately.removeValue(forKey: node.name) ?? []
      for index in 0..<node.attributeCount {
        let attribute = document.attributes[node.firstAttribute + index]
        if index >= known.count {
          known.append((attribute.name, attributes[attribute.name]))
        } else if known[index].attribute != attribute.name {
          known[index] = (attribute.name, attributes[attribute.name])
        }
        guard let name = known[index].name else { continue }
        switch attribute.value {
        case .flag(let flag): machine.addAttribute(name, flag ? Self.yes.span : Self.no.span)
        case .number(let number): add(name, number, &machine)
        case .word(let word): machine.addAttribute(name, word.utf8.span)
        }
      }
      lately[node.name] = known
    }
  }

  private mutating func addPlace(of node: MarkingDocument.Node, _ machine: inout XPathMachine) {
    if let at = place["at"] { add(at, node.range.start, &machine) }
    if let length = place["length"] { add(length, node.range.count, &machine) }
    if let line = place["line"] { add(line, node.position.line, &machine) }
    if let column = place["column"] { add(column, node.position.column, &machine) }
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
