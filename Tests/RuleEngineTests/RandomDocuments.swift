import MarkingModel
import RuleEngine

/// Marking documents that the contract allows, made by chance from a seed: every element, attribute and value turns up,
/// in combinations that no reader would make.
struct RandomDocuments {
  private let contract: Contract
  private var state: UInt64
  /// Words for attributes that hold any text.
  private static let words = [
    "", "1", "-2", "03", "1.5", "A", "B", "a b", "é", "e\u{301}", "true", "25X1-HUM", "x\u{1}",
  ]

  init(_ contract: Contract, seed: UInt64) {
    self.contract = contract
    state = seed
  }

  /// A document of about `size` nodes, with a quoted one now and then.
  mutating func next(size: Int) -> MarkingDocument {
    var document = MarkingDocument()
    var parents: [(node: Int, name: String)] = []
    add(contract.root, to: -1, &document, &parents)
    while document.nodes.count < size {
      // Mostly where something was added last, sometimes far above: readers close a transmission late.
      let parent =
        below(4) == 0 ? parents[below(parents.count)] : parents[parents.count - 1 - below(min(3, parents.count))]
      let children = (contract.elements[parent.name]?.children ?? []).subtracting([contract.root]).sorted()
      let above = children.isEmpty ? parents[0] : parent
      let names =
        children.isEmpty
        ? (contract.elements[contract.root]?.children ?? []).subtracting([contract.root]).sorted() : children
      add(names[below(names.count)], to: above.node, &document, &parents)
    }
    if below(5) == 0 { document.quoted = [next(size: size / 3)] }
    return document
  }

  private mutating func add(
    _ name: String, to parent: Int, _ document: inout MarkingDocument, _ parents: inout [(node: Int, name: String)]
  ) {
    guard let element = ElementName(rawValue: name), let allowed = contract.elements[name] else { return }
    let at = document.nodes.count * 10 + below(5)
    let node = document.add(
      element, to: parent, at: ByteRange(at, at + below(9)), Position(line: 1 + at / 40, column: 1 + at % 40))
    for attribute in allowed.attributes.values.sorted(by: { $0.name < $1.name }) {
      guard let key = AttributeName(rawValue: attribute.name), !attribute.isOptional || below(3) > 0 else { continue }
      document.set(key, value(attribute))
    }
    parents.append((node, name))
  }

  private mutating func value(_ attribute: Contract.Attribute) -> MarkingDocument.Value {
    switch attribute.content {
    case .number:
      if attribute.name.hasSuffix("day"), below(4) > 0 {
        return .number([19_740_315, 19_990_101, 20_060_630][below(3)])
      }
      return below(6) == 0 ? .number(19_950_930 + below(120_000)) : .number(below(4))
    case .text: return .word(Self.words[below(Self.words.count)])
    case .words(let words):
      let word = words[below(words.count)]
      return word == "true" ? .flag(true) : word == "false" ? .flag(false) : .word(word)
    }
  }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
