import MarkingModel

extension ExpressionCompiler {
  /// A path; nil for one that is outside the subset.
  mutating func path(_ found: XPathPath) -> Index? {
    guard found.predicates.isEmpty else { return nil }
    var rest = found.steps[...]
    var origin = Program.Origin.itself
    switch found.start {
    case .context: break
    case .root: origin = .root
    case .expression: return nil
    }
    if let first = rest.first, first.predicates.isEmpty {
      if origin == .root, first.axis == .child, first.test == .name(ElementName.document.rawValue) {
        origin = .document
        rest.removeFirst()
      } else if origin == .itself, first.axis == .parent, first.test == .anyNode {
        origin = .parent
        rest.removeFirst()
      }
    }
    var attribute: Int16?
    if let last = rest.last, last.axis == .attribute {
      guard case .name(let name) = last.test, let ordinal = use(attribute: name), last.predicates.isEmpty else {
        return nil
      }
      attribute = ordinal
      rest.removeLast()
    }
    var steps: [Program.Step] = []
    for next in rest {
      if next.axis == .itself, next.test == .anyNode, next.predicates.isEmpty { continue }
      guard let step = step(next) else { return nil }
      steps.append(step)
    }
    return add(steps, from: origin, attribute)
  }

  mutating func add(_ steps: [Program.Step], from origin: Program.Origin, _ attribute: Int16?) -> Index {
    let start = Index(program.steps.count)
    program.steps += steps
    var order = Order()
    for step in steps { order.follow(step) }
    program.paths.append(
      Program.Path(
        origin: origin, steps: Program.List(start: start, count: Index(steps.count)), attribute: attribute,
        isInOrder: order.isInOrder, isDistinct: order.isDistinct))
    return Index(program.paths.count - 1)
  }

  /// The ordinal of an attribute, which documents are asked for from now on. Nil where no document has one of the name:
  /// prefixed ones are libxml2's.
  private mutating func use(attribute name: String) -> Int16? {
    guard let ordinal = PlaceAttribute.ordinal(name) ?? Ordinals.attributes.value(of: name) else { return nil }
    if !program.attributes.contains(ordinal) { program.attributes.append(ordinal) }
    return ordinal
  }

  /// How a path meets the nodes that it leads to.
  private struct Order {
    /// At most one.
    var isSingle = true
    /// None is above another.
    var isFlat = true
    var isInOrder = true
    var isDistinct = true

    mutating func follow(_ step: Program.Step) {
      let wasSingle = isSingle
      switch step.axis {
      case .itself: return
      case .parent:
        if wasSingle { return }
        (isFlat, isInOrder, isDistinct) = (false, false, false)
      case .child:
        isInOrder = isInOrder && isFlat
      case .followingSibling where wasSingle: break
      case .descendant where wasSingle, .descendantOrSelf where wasSingle, .following where wasSingle:
        isFlat = false
      case .precedingSibling where wasSingle: isInOrder = false
      case .ancestor where wasSingle, .ancestorOrSelf where wasSingle, .preceding where wasSingle:
        (isFlat, isInOrder) = (false, false)
      default: (isFlat, isInOrder, isDistinct) = (false, false, false)
      }
      isSingle = wasSingle && (step.place == .first || step.place == .last)
      if isSingle { (isFlat, isInOrder, isDistinct) = (true, true, true) }
    }
  }

  private static func axis(_ axis: XPathAxis) -> Program.Axis? {
    switch axis {
    case .child: .child
    case .parent: .parent
    case .precedingSibling: .precedingSibling
    case .followingSibling: .followingSibling
    case .itself: .itself
    case .descendant: .descendant
    case .descendantOrSelf: .descendantOrSelf
    case .ancestor: .ancestor
    case .ancestorOrSelf: .ancestorOrSelf
    case .following: .following
    case .preceding: .preceding
    case .attribute, .namespace: nil
    }
  }

  mutating func step(_ found: XPathStep) -> Program.Step? {
    guard let axis = Self.axis(found.axis) else { return nil }
    let test: Program.NodeTest
    switch found.test {
    case .name(let name):
      // What has a prefix may be an error there.
      if name.utf8.contains(UInt8(ascii: ":")) { return nil }
      test = Ordinals.elements.value(of: name).map { .element($0) } ?? .nothing
    case .anyName: test = .anyElement
    case .anyNode: test = .anyNode
    // A document has elements and attributes only.
    case .text, .comment, .processingInstruction: test = .nothing
    }
    var step = Program.Step(axis: axis, test: test)
    predicateDepth += 1
    defer { predicateDepth -= 1 }
    let positional = found.predicates.filter(\.isPositional)
    if positional.isEmpty || (positional.count == 1 && Self.place(positional[0]) != nil) {
      var before: [Index] = []
      var after: [Index] = []
      for predicate in found.predicates {
        if let place = Self.place(predicate) {
          step.place = place
          continue
        }
        for operand in predicate.operands(of: .and) {
          guard let condition = condition(operand) else { return nil }
          if step.place == .any { before.append(condition) } else { after.append(condition) }
        }
      }
      step.before = list(before)
      step.after = list(after)
    } else {
      var conditions: [Index] = []
      for predicate in found.predicates {
        guard let condition = position(predicate) else { return nil }
        conditions.append(condition)
      }
      step.place = .general
      step.before = list(conditions)
    }
    return step
  }

  /// `[1]` or `[last()]`.
  private static func place(_ predicate: XPathExpression) -> Program.Place? {
    switch predicate {
    case .number("1", _): .first
    case .call("last", let arguments, _) where arguments.isEmpty: .last
    default: nil
    }
  }

  /// A predicate as a condition: a number asks whether the position equals it (§2.4).
  private mutating func position(_ predicate: XPathExpression) -> Index? {
    guard let compiled = compile(predicate) else { return nil }
    guard case .number(let number) = compiled else { return truth(of: compiled) }
    let here = add(Program.Number.position)
    return add(.numbers(here, .equal, number))
  }
}

extension XPathExpression {
  /// Whether as a predicate it depends on the position among the nodes of its step: it is a number, or asks for the
  /// position or for how many there are (§2.4).
  var isPositional: Bool {
    switch self {
    case .number, .negated: true
    case .binary(let operation, _, _):
      [.plus, .minus, .times, .divided, .modulo].contains(operation) || asksForPosition
    case .call(let name, _, _):
      ["count", "sum", "string-length", "number", "floor", "ceiling", "round"].contains(name) || asksForPosition
    case .path, .literal, .variable: asksForPosition
    }
  }

  /// Whether it may ask for the position or the size of its own context; predicates in it have theirs.
  private var asksForPosition: Bool {
    switch self {
    case .binary(_, let left, let right): return left.asksForPosition || right.asksForPosition
    case .negated(let inner): return inner.asksForPosition
    case .literal, .number, .variable: return false
    case .call(let name, let arguments, _):
      return name == "position" || name == "last" || arguments.contains(where: \.asksForPosition)
    case .path(let path):
      if case .expression(let start) = path.start { return start.asksForPosition }
      return false
    }
  }
}
