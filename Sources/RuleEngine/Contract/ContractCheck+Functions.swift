extension ContractCheck {
  private struct Function {
    var arguments: ClosedRange<Int>
    var result: Kind
    /// Whether its argument must be nodes.
    var takesNodes = false
  }

  /// The core library of XPath 1.0 (§4 of the recommendation).
  private static func function(_ name: String) -> Function? {
    switch name {
    case "last", "position": Function(arguments: 0...0, result: .number)
    case "count", "sum": Function(arguments: 1...1, result: .number, takesNodes: true)
    case "id": Function(arguments: 1...1, result: .nodes(.none))
    case "local-name", "namespace-uri", "name": Function(arguments: 0...1, result: .string, takesNodes: true)
    case "string", "normalize-space": Function(arguments: 0...1, result: .string)
    case "concat": Function(arguments: 2...Int.max, result: .string)
    case "starts-with", "contains": Function(arguments: 2...2, result: .boolean)
    case "substring-before", "substring-after": Function(arguments: 2...2, result: .string)
    case "substring": Function(arguments: 2...3, result: .string)
    case "string-length", "number": Function(arguments: 0...1, result: .number)
    case "translate": Function(arguments: 3...3, result: .string)
    case "boolean", "not", "lang": Function(arguments: 1...1, result: .boolean)
    case "true", "false": Function(arguments: 0...0, result: .boolean)
    case "floor", "ceiling", "round": Function(arguments: 1...1, result: .number)
    default: nil
    }
  }

  mutating func call(_ name: String, _ arguments: [XPathExpression], _ place: Int, at nodes: Nodes) -> Kind {
    guard let function = Self.function(name) else {
      note(.unknownFunction(name), at: place)
      for argument in arguments { _ = check(argument, at: nodes) }
      return .string
    }
    if !function.arguments.contains(arguments.count) { note(.argumentCount(name), at: place) }
    if !isInPredicate, name == "position" || name == "last" { note(.positionOutsidePredicate(name), at: place) }
    let isCondition = name == "not" || name == "boolean"
    for argument in arguments {
      if isCondition {
        condition(argument, at: nodes)
        continue
      }
      let kind = check(argument, at: nodes)
      if case .nodes(let found) = kind {
        if !function.takesNodes, name != "id", !found.elements.isEmpty { note(.elementHasNoText, at: argument.target) }
        if name == "sum", !found.elements.isEmpty { note(.elementHasNoText, at: argument.target) }
      } else if function.takesNodes {
        note(.notNodes, at: argument.at)
      }
    }
    // Without an argument these take the node itself, and an element has no text.
    if arguments.isEmpty, ["string", "normalize-space", "string-length", "number"].contains(name),
      !nodes.elements.isEmpty
    {
      note(.elementHasNoText, at: place)
    }
    return function.result
  }
}

extension XPathExpression {
  /// Where it begins, in bytes of the expression.
  var at: Int {
    switch self {
    case .binary(_, let left, _): left.at
    case .negated(let inner): inner.at
    case .literal(_, let place), .number(_, let place), .variable(_, let place), .call(_, _, let place): place
    // The name of the first step, where there is one: that is what a message is about.
    case .path(let path): path.start == .context ? path.steps.first?.at ?? path.at : path.at
    }
  }

  /// Where the last name of a path stands, or where it begins: what it leads to.
  var target: Int {
    if case .path(let path) = self, let last = path.steps.last { last.at } else { at }
  }
}
