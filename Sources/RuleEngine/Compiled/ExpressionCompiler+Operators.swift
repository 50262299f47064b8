extension ExpressionCompiler {
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
    case .union:
      guard case .paths(let a)? = compile(left), case .paths(let b)? = compile(right) else { return nil }
      return .paths(a + b)
    }
  }

  private mutating func arithmetic(
    _ left: XPathExpression, _ operation: Program.Operation, _ right: XPathExpression
  ) -> Compiled? {
    guard let a = number(left), let b = number(right) else { return nil }
    return .number(add(.binary(a, operation, b)))
  }

  /// A comparison (§3.4): between sets of nodes it holds if it does for some pair of them.
  private mutating func comparison(
    _ left: XPathExpression, _ order: Program.Order, _ right: XPathExpression
  ) -> Compiled? {
    guard let a = compile(left), let b = compile(right) else { return nil }
    return comparison(a, order, b).map { .condition($0) }
  }

  private mutating func comparison(_ a: Compiled, _ order: Program.Order, _ b: Compiled) -> Index? {
    let isEquality = order == .equal || order == .notEqual
    switch (a, b) {
    // With a truth value everything is one, or a number where it is not about being equal.
    case (.condition, _), (_, .condition):
      guard let left = truth(of: a), let right = truth(of: b) else { return nil }
      if isEquality { return add(.conditions(left, right, isEqual: order == .equal)) }
      guard let left = number(of: isSet(a) ? .condition(left) : a),
        let right = number(of: isSet(b) ? .condition(right) : b)
      else { return nil }
      return add(.numbers(left, order, right))
    case (.paths(let left), .paths(let right)):
      var conditions: [Index] = []
      for l in left { for r in right { conditions.append(pair(l, order, r)) } }
      return anyOf(conditions)
    case (.paths(let paths), let other): return comparison(paths, order, other)
    case (let other, .paths(let paths)): return comparison(paths, order.reversed, other)
    case (.text(let left, _), .text(let right, _)) where isEquality:
      return add(.texts(left, right, isEqual: order == .equal))
    default:
      guard let left = number(of: a), let right = number(of: b) else { return nil }
      return add(.numbers(left, order, right))
    }
  }

  private func isSet(_ compiled: Compiled) -> Bool {
    if case .paths = compiled { true } else { false }
  }

  private mutating func pair(_ left: Index, _ order: Program.Order, _ right: Index) -> Index {
    let isEquality = order == .equal || order == .notEqual
    if let a = attribute(left), let b = attribute(right) {
      return isEquality ? add(.areSame(a, b, isEqual: order == .equal)) : add(.areOrdered(a, order, b))
    }
    return isEquality
      ? add(.same(path: left, other: right, isEqual: order == .equal)) : add(.pair(path: left, order, other: right))
  }

  private mutating func comparison(_ paths: [Index], _ order: Program.Order, _ other: Compiled) -> Index? {
    var conditions: [Index] = []
    for path in paths {
      guard let condition = comparison(path, order, other) else { return nil }
      conditions.append(condition)
    }
    return anyOf(conditions)
  }

  private mutating func comparison(_ path: Index, _ order: Program.Order, _ other: Compiled) -> Index? {
    if case .text(let text, let literal) = other, order == .equal || order == .notEqual {
      let isEqual = order == .equal
      guard let literal else { return add(.text(path: path, text: text, isEqual: isEqual)) }
      let value = value(ofLiteral: literal)
      if let attribute = attribute(path) { return add(.isValue(attribute, value, isEqual: isEqual)) }
      return add(.value(path: path, value, isEqual: isEqual))
    }
    guard let number = number(of: other) else { return nil }
    if let attribute = attribute(path) {
      if case .constant(let value) = program.numbers[Int(number)] { return add(.isNumber(attribute, order, value)) }
      return add(.isOrdered(attribute, order, number: number))
    }
    return add(.order(path: path, order, number: number))
  }
}
