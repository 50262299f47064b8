import MarkingModel
import XMLKit

/// Puts a marking document into the XPath machine, when an expression is evaluated there.
struct DocumentTree {
  /// The names that the expressions use; the tree need not hold any other.
  private var used = UsedNames()
  /// By the ordinal of the name.
  private var elements: [XPathMachine.Name] = []
  /// By the ordinal of the name; nil for what is not used.
  private var attributes: [XPathMachine.Name?]
  /// By name: those of the place.
  private var place: [String: XPathMachine.Name] = [:]
  /// Whether the machine holds the present document, with all that is used.
  private var isFilled = false

  init(_ machine: inout XPathMachine) {
    for element in ElementName.allCases { elements.append(machine.intern(element.rawValue)) }
    attributes = Array(repeating: nil, count: AttributeName.allCases.count)
  }

  /// A new document: what the machine holds is no longer its tree.
  mutating func begin() { isFilled = false }

  /// Sees to it that the tree holds what an expression names.
  mutating func use(_ expression: String, _ machine: inout XPathMachine) {
    let tookAll = used.takesAll
    for name in used.add(expression) { hold(name, &machine) }
    guard used.takesAll, !tookAll else { return }
    for attribute in AttributeName.allCases { hold(attribute.rawValue, &machine) }
    for name in PlaceAttribute.names { hold(name, &machine) }
  }

  private mutating func hold(_ name: String, _ machine: inout XPathMachine) {
    if PlaceAttribute.ordinal(name) != nil {
      if place[name] == nil { place[name] = machine.intern(name) }
    } else if let ordinal = Ordinals.attributes.value(of: name).map(Int.init), attributes[ordinal] == nil {
      attributes[ordinal] = machine.intern(name)
    } else {
      return
    }
    isFilled = false
  }

  /// Element `i` of the machine is node `i` of the document. O(nodes + attributes), once a document.
  mutating func fill(_ machine: inout XPathMachine, with document: MarkingDocument) {
    if isFilled { return }
    isFilled = true
    let count = document.nodes.reduce(0) { $0 + $1.attributeCount }
    machine.begin(elements: document.nodes.count, attributes: count + 4 * document.nodes.count)
    for node in document.nodes {
      machine.addElement(elements[node.name.ordinal], parent: node.parent)
      for index in node.firstAttribute..<(node.firstAttribute + node.attributeCount) {
        guard let name = attributes[document.attributes.name(index).ordinal] else { continue }
        add(name, document.attributes.value(index).description, &machine)
      }
      // Last: few expressions ask for them, and libxml2 walks over what stands before.
      if !place.isEmpty { addPlace(of: node, &machine) }
    }
  }

  private mutating func addPlace(of node: MarkingDocument.Node, _ machine: inout XPathMachine) {
    if let at = place["at"] { add(at, String(node.range.start), &machine) }
    if let length = place["length"] { add(length, String(node.range.count), &machine) }
    if let line = place["line"] { add(line, String(node.position.line), &machine) }
    if let column = place["column"] { add(column, String(node.position.column), &machine) }
  }

  private func add(_ name: XPathMachine.Name, _ value: String, _ machine: inout XPathMachine) {
    let written = value
    machine.addAttribute(name, written.utf8Span.span)
  }
}
