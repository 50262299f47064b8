extension TableCompiler {
  mutating func binary(_ operation: XPathOperator, _ left: XPathExpression, _ right: XPathExpression) -> Compiled? {
    switch operation {
    case .or:
      guard let a = condition(left), let b = condition(right) else { return nil }
      return .condition(add(.or(a, b)))
    case .and:
      guard let a = condition(left), let b = condition(right) else { return nil }
      return .condition(add(.and(a, b)))
    case .equal: return comparison(left, .equal, right)
    case .notEqual: return comparison(left, .notEqual, right)
    case .less: return comparison(left, .less, right)
    case .lessOrEqual: return comparison(left, .lessOrEqual, right)
    case .greater: return comparison(left, .greater, right)
    case .greaterOrEqual: return comparison(left, .greaterOrEqual, right)
    case .plus: return arithmetic(left, .plus, right)
    case .minus: return arithmetic(left, .minus, right)
    case .times: return arithmetic(left, .times, right)
    case .divided: return arithmetic(left, .divided, right)
    case .modulo: return arithmetic(left, .modulo, right)
    case .union: return nil
    }
  }

  private mutating func arithmetic(
    _ left: XPathExpression, _ operation: TableProgram.Operation, _ right: XPathExpression
  ) -> Compiled? {
    guard let a = number(left), let b = number(right) else { return nil }
    return .number(add(.binary(a, operation, b)))
  }

  /// A comparison (§3.4): between sets of nodes it holds if it does for some pair of them.
  private mutating func comparison(
    _ left: XPathExpression, _ order: TableProgram.Order, _ right: XPathExpression
  ) -> Compiled? {
    guard let a = compile(left), let b = compile(right) else { return nil }
    switch (a, b) {
    case (.path(let a), .path(let b)):
      // An element has no text; what that would be compared with is not worth knowing here.
      guard hasAttribute(a), hasAttribute(b) else { return nil }
      switch order {
      case .equal: return .condition(add(.same(path: a, other: b, isEqual: true)))
      case .notEqual: return .condition(add(.same(path: a, other: b, isEqual: false)))
      default: return .condition(add(.pair(path: a, order, other: b)))
      }
    case (.path(let path), let other): return comparison(path, order, other)
    case (let other, .path(let path)): return comparison(path, order.reversed, other)
    case (.number(let a), .number(let b)): return .condition(add(.numbers(a, order, b)))
    default: return nil
    }
  }

  private mutating func comparison(_ path: Index, _ order: TableProgram.Order, _ other: Compiled) -> Compiled? {
    guard hasAttribute(path) else { return nil }
    switch other {
    case .number(let number): return .condition(add(.order(path: path, order, number: number)))
    case .text(_, let literal?):
      guard order == .equal || order == .notEqual else { return nil }
      return .condition(add(.value(path: path, symbols.keep(literal), isEqual: order == .equal)))
    default: return nil
    }
  }

  private func hasAttribute(_ path: Index) -> Bool { program.paths[Int(path)].attribute != nil }
}
