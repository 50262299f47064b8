extension XPathExpression {
  /// What is joined by an operator at the top: the operands of all of its uses there, else the whole.
  func operands(of operation: XPathOperator) -> [XPathExpression] {
    guard case .binary(operation, let left, let right) = self else { return [self] }
    return left.operands(of: operation) + right.operands(of: operation)
  }

  /// The same with every place 0: equal for expressions that say the same at different places.
  var withoutPlaces: XPathExpression {
    switch self {
    case .binary(let operation, let left, let right): .binary(operation, left.withoutPlaces, right.withoutPlaces)
    case .negated(let inner): .negated(inner.withoutPlaces)
    case .literal(let text, _): .literal(text, at: 0)
    case .number(let text, _): .number(text, at: 0)
    case .variable(let name, _): .variable(name, at: 0)
    case .call(let name, let arguments, _): .call(name, arguments.map(\.withoutPlaces), at: 0)
    case .path(let path): .path(path.withoutPlaces)
    }
  }
}

extension XPathPath {
  fileprivate var withoutPlaces: XPathPath {
    var start = start
    if case .expression(let inner) = start { start = .expression(inner.withoutPlaces) }
    return XPathPath(
      start: start, predicates: predicates.map(\.withoutPlaces), steps: steps.map(\.withoutPlaces), at: 0)
  }
}

extension XPathStep {
  var withoutPlaces: XPathStep {
    XPathStep(axis: axis, test: test, predicates: predicates.map(\.withoutPlaces), at: 0)
  }
}
