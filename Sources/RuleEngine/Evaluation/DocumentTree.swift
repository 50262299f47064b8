import MarkingModel
import XMLKit

/// Puts a marking document into the XPath machine.
struct DocumentTree {
  private var elements: [ElementName: XPathMachine.Name] = [:]
  /// Those that some rule names.
  private var attributes: [AttributeName: XPathMachine.Name] = [:]
  /// The names of the place's attributes; nil for one that no rule names.
  private let at: XPathMachine.Name?
  private let length: XPathMachine.Name?
  private let line: XPathMachine.Name?
  private let column: XPathMachine.Name?
  /// The names of the elements that the document has.
  private(set) var present: Set<ElementName> = []
  private var digits: [UInt8] = []

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  init(_ machine: inout XPathMachine, _ used: UsedNames) {
    func name(_ text: String, _ machine: inout XPathMachine) -> XPathMachine.Name? {
      used.takesAll || used.attributes.contains(text) ? machine.intern(text) : nil
    }
    for element in ElementName.allCases { elements[element] = machine.intern(element.rawValue) }
    for attribute in AttributeName.allCases { attributes[attribute] = name(attribute.rawValue, &machine) }
    at = name("at", &machine)
    length = name("length", &machine)
    line = name("line", &machine)
    column = name("column", &machine)
  }

  /// Element `i` of the machine is node `i` of the document. O(nodes + attributes).
  mutating func fill(_ machine: inout XPathMachine, with document: MarkingDocument) {
    present.removeAll(keepingCapacity: true)
    machine.begin(
      elements: document.nodes.count, attributes: document.attributes.count + 4 * document.nodes.count)
    for node in document.nodes {
      guard let name = elements[node.name] else { continue }
      present.insert(node.name)
      machine.addElement(name, parent: node.parent)
      if let at { add(at, node.range.start, &machine) }
      if let length { add(length, node.range.count, &machine) }
      if let line { add(line, node.position.line, &machine) }
      if let column { add(column, node.position.column, &machine) }
      let first = node.firstAttribute
      for index in first..<(first + node.attributeCount) {
        let attribute = document.attributes[index]
        guard let name = attributes[attribute.name] else { continue }
        switch attribute.value {
        case .flag(let flag): machine.addAttribute(name, flag ? Self.yes.span : Self.no.span)
        case .number(let number): add(name, number, &machine)
        case .word(let word): machine.addAttribute(name, word.utf8.span)
        }
      }
    }
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
