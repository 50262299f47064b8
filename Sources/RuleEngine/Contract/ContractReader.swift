internal import MarkingModel
internal import XMLKit

extension Contract {
  /// Reads the RELAX NG grammar of marking documents: the part of RELAX NG that it uses, and nothing else.
  ///
  /// `vocabulary` gives the bytes of a table that an attribute names (`cv:vocabulary`); its first line is a heading.
  package static func read(
    _ source: RuleSource, vocabulary: (String) -> [UInt8]?
  ) throws(RuleError) -> Contract {
    let root = try source.parse()
    var reader = ContractReader(source: source)
    reader.readGrammar(root, vocabulary: vocabulary)
    try reader.reader.throwIfAny()
    return reader.contract
  }
}

private struct ContractReader {
  static let annotations = "urn:caveat:contract"
  static let relax = "http://relaxng.org/ns/structure/1.0"

  var reader: StrictReader
  var contract = Contract()
  private var definitions: [String: XMLElement] = [:]

  init(source: RuleSource) { reader = StrictReader(source) }

  mutating func readGrammar(_ grammar: XMLElement, vocabulary: (String) -> [UInt8]?) {
    for child in grammar.children where child.name == "define" {
      definitions[child.attribute("name") ?? ""] = child
    }
    for child in grammar.children where child.name == "start" {
      var top = Contract.Element(name: "")
      read(child, into: &top, isOptional: false, vocabulary)
      contract.root = top.children.first ?? ""
    }
    if contract.elements[contract.root] == nil {
      reader.note(.contract("the grammar has no start that names an element"), at: grammar.offset)
    }
    for element in contract.elements.values {
      contract.attributeNames.formUnion(element.attributes.keys)
      for child in contract.children(of: element.name) { contract.parents[child, default: []].insert(element.name) }
    }
  }

  /// Adds what a pattern allows to `element`.
  private mutating func read(
    _ pattern: XMLElement, into element: inout Contract.Element, isOptional: Bool,
    _ vocabulary: (String) -> [UInt8]?
  ) {
    for child in pattern.children where child.namespace == Self.relax {
      switch child.name {
      case "element":
        let name = child.attribute("name") ?? ""
        element.children.insert(name)
        guard contract.elements[name] == nil else { continue }
        // Entered first, so that an element that can stand in itself does not go round for ever.
        contract.elements[name] = Contract.Element(name: name)
        var inner = Contract.Element(name: name)
        inner.repairs = readRepairs(child)
        read(child, into: &inner, isOptional: false, vocabulary)
        contract.elements[name] = inner
      case "attribute":
        let attribute = readAttribute(child, isOptional: isOptional, vocabulary)
        element.attributes[attribute.name] = attribute
      case "ref":
        guard let definition = definitions[child.attribute("name") ?? ""] else {
          reader.note(.contract("the grammar does not define what this refers to"), at: child.offset)
          continue
        }
        read(definition, into: &element, isOptional: isOptional, vocabulary)
      case "optional", "zeroOrMore", "choice":
        read(child, into: &element, isOptional: true, vocabulary)
      case "group", "interleave", "oneOrMore":
        read(child, into: &element, isOptional: isOptional, vocabulary)
      case "empty": break
      default: reader.note(.contract("the contract does not use <\(child.name)>"), at: child.offset)
      }
    }
  }

  private mutating func readRepairs(_ element: XMLElement) -> Set<String> {
    let names = element.attribute("repairs", namespace: Self.annotations)?.split(separator: " ").map(String.init) ?? []
    for name in names where RepairKind(rawValue: name) == nil {
      reader.note(.contract("there is no repair “\(name)”"), at: element.offset)
    }
    return Set(names)
  }

  private mutating func readAttribute(
    _ element: XMLElement, isOptional: Bool, _ vocabulary: (String) -> [UInt8]?
  ) -> Contract.Attribute {
    var content = Contract.Content.text
    for child in element.children where child.namespace == Self.relax {
      switch child.name {
      case "value": content = .words([child.text])
      case "choice": content = .words(child.children.filter { $0.name == "value" }.map(\.text))
      case "data": content = child.attribute("type")?.lowercased().hasSuffix("integer") == true ? .number : .text
      case "text": break
      default: reader.note(.contract("an attribute does not use <\(child.name)>"), at: child.offset)
      }
    }
    if let table = element.attribute("vocabulary", namespace: Self.annotations) {
      if let bytes = vocabulary(table) {
        content = .words(Self.firstColumn(of: bytes))
      } else {
        reader.note(.contract("the table \(table) is not there"), at: element.offset)
      }
    }
    return Contract.Attribute(
      name: element.attribute("name") ?? "", content: content, isOptional: isOptional,
      mayBeQuoted: element.attribute("quote", namespace: Self.annotations) != "no")
  }

  /// The first field of each line after the heading.
  private static func firstColumn(of bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let field = line.prefix { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
      return field.isEmpty ? nil : String(decoding: field, as: UTF8.self)
    }
  }
}
