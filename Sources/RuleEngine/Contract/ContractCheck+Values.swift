extension ContractCheck {
  /// One side of a comparison whose other side may be a literal: a value that the attributes never have is a mistake.
  mutating func compare(
    _ operation: XPathOperator, _ side: XPathExpression, _ kind: Kind, with other: XPathExpression
  ) {
    if case .call("name", _, _) = side, case .literal(let name, let place) = other { return element(name, place) }
    if case .call("local-name", _, _) = side, case .literal(let name, let place) = other {
      return element(name, place)
    }
    guard case .nodes(let nodes) = kind else { return }
    if !nodes.elements.isEmpty || nodes.hasRoot {
      if case .call("true", _, _) = other { return }
      if case .call("false", _, _) = other { return }
      return note(.elementHasNoText, at: side.target)
    }
    guard let attribute = nodes.attributes.min(by: { $0.name < $1.name }) else { return }
    switch other {
    case .literal(let value, let place): self.value(value, place, of: nodes, isOrder: !operation.isEquality)
    case .number(let value, let place): number(value, place, of: nodes)
    case .call("true", _, let place), .call("false", _, let place):
      note(.comparedWithBoolean(attribute.name), at: place)
    default:
      if !operation.isEquality, !nodes.attributes.contains(where: \.canBeNumber) {
        note(.notANumber(Self.sample(attribute), of: attribute.name), at: side.target)
      }
    }
  }

  private mutating func element(_ name: String, _ place: Int) {
    if contract.elements[name] == nil { note(.unknownElement(name), at: place) }
  }

  /// A literal: some attribute of the set must be able to have it.
  private mutating func value(_ value: String, _ place: Int, of nodes: Nodes, isOrder: Bool) {
    var known: [String] = []
    for attribute in nodes.attributes {
      switch attribute.content {
      case .text: if !isOrder || Double(value) != nil { return }
      case .number: if Double(value) != nil { return }
      case .words(let words):
        if words.contains(value), !isOrder || Double(value) != nil { return }
        for word in words where !known.contains(word) { known.append(word) }
      }
    }
    guard let attribute = nodes.attributes.min(by: { $0.name < $1.name }) else { return }
    let isWord = !isOrder && !known.isEmpty
    note(
      isWord ? .unknownValue(value, of: attribute.name, known: known) : .notANumber(value, of: attribute.name),
      at: place)
  }

  /// A number: words are compared with it as numbers.
  private mutating func number(_ value: String, _ place: Int, of nodes: Nodes) {
    var known: [String] = []
    for attribute in nodes.attributes {
      guard case .words(let words) = attribute.content else { return }
      if words.contains(where: { Double($0) != nil && Double($0) == Double(value) }) { return }
      for word in words where !known.contains(word) { known.append(word) }
    }
    guard let attribute = nodes.attributes.min(by: { $0.name < $1.name }) else { return }
    note(.unknownValue(value, of: attribute.name, known: known), at: place)
  }

  private static func sample(_ attribute: Contract.Attribute) -> String {
    if case .words(let words) = attribute.content, let word = words.first { word } else { "a word" }
  }
}

extension Contract.Attribute {
  /// Whether ordering it can ever be true.
  fileprivate var canBeNumber: Bool {
    if case .words(let words) = content { words.contains { Double($0) != nil } } else { true }
  }
}

extension XPathOperator {
  var isEquality: Bool { self == .equal || self == .notEqual }
}
