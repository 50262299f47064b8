/// The attributes that expressions name. The tree for the rules need not hold any other.
struct UsedNames {
  private(set) var attributes: Set<String> = []
  /// Whether some expression takes attributes whatever their name is, or could not be read.
  private(set) var takesAll = false

  mutating func add(_ text: String) {
    do throws(XPathSyntaxError) {
      add(try XPathParser.parse(text))
    } catch {
      // libxml2 says what is wrong with it when it is evaluated.
      takesAll = true
    }
  }

  private mutating func add(_ expression: XPathExpression) {
    switch expression {
    case .binary(_, let left, let right):
      add(left)
      add(right)
    case .negated(let inner): add(inner)
    case .literal, .number, .variable: break
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .path(let path):
      if case .expression(let start) = path.start { add(start) }
      for predicate in path.predicates { add(predicate) }
      for step in path.steps {
        if step.axis == .attribute {
          if case .name(let name) = step.test { attributes.insert(name) } else { takesAll = true }
        }
        for predicate in step.predicates { add(predicate) }
      }
    }
  }
}

/// The elements that a context can select: the names of the last steps of its alternatives. Nil where they cannot be
/// told from the text.
func targets(ofContext text: String) -> [String]? {
  do throws(XPathSyntaxError) {
    return targets(of: try XPathParser.parse(text))
  } catch {
    return nil
  }
}

private func targets(of expression: XPathExpression) -> [String]? {
  switch expression {
  case .binary(.union, let left, let right):
    guard let left = targets(of: left), let right = targets(of: right) else { return nil }
    return left + right
  case .path(let path):
    guard let last = path.steps.last, last.axis == .child, case .name(let name) = last.test else { return nil }
    return [name]
  default: return nil
  }
}
