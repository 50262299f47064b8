extension XPathExpression {
  /// What is joined by an operator at the top: the operands of all of its uses there, else the whole.
  func operands(of operation: XPathOperator) -> [XPathExpression] {
    guard case .binary(operation, let left, let right) = self else { return [self] }
    return left.operands(of: operation) + right.operands(of: operation)
  }
}
