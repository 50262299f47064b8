import MarkingModel

extension TableCompiler {
  /// A path; nil for one that starts elsewhere than at the node or the document, or takes other axes.
  mutating func path(_ found: XPathPath) -> Index? {
    guard found.predicates.isEmpty else { return nil }
    var rest = found.steps[...]
    var steps: [TableProgram.Step] = []
    let root = ElementName.document.rawValue
    switch found.start {
    case .context: break
    case .root:
      // The document is the only element below the root.
      guard let first = rest.popFirst(), first.axis == .child, first.test == .name(root),
        let step = step(first, as: .itself)
      else { return nil }
      steps.append(step)
    case .expression: return nil
    }
    var attribute: Int16?
    if let last = rest.last, last.axis == .attribute {
      guard case .name(let name) = last.test, let ordinal = self.attribute(name), last.predicates.isEmpty else {
        return nil
      }
      attribute = ordinal
      rest.removeLast()
    }
    // The root above the document is a node, but none of the table: it must not make a difference.
    if attribute == nil, rest.last?.axis == .parent { return nil }
    if rest.contains(where: { $0.test == .name(root) && $0.axis == .child }) { return nil }
    for next in rest {
      guard let axis = axis(next.axis), let step = step(next, as: axis) else { return nil }
      let isIdle = axis == .itself && next.test == .anyNode && next.predicates.isEmpty
      if !isIdle { steps.append(step) }
    }
    return add(steps, attribute, isAbsolute: found.start == .root)
  }

  private mutating func add(_ steps: [TableProgram.Step], _ attribute: Int16?, isAbsolute: Bool) -> Index {
    let start = Index(program.steps.count)
    program.steps += steps
    // Going up first, and then down only.
    let isInOrder = steps.enumerated().allSatisfy { index, step in
      switch step.axis {
      case .child, .itself: true
      case .precedingSibling: index == 0 && step.place == .first
      case .parent, .followingSibling: index == 0
      }
    }
    program.paths.append(
      TableProgram.Path(
        isAbsolute: isAbsolute, steps: TableProgram.List(start: start, count: Index(steps.count)),
        attribute: attribute, isInOrder: isInOrder))
    return Index(program.paths.count - 1)
  }

  private func axis(_ axis: XPathAxis) -> TableProgram.Axis? {
    switch axis {
    case .child: .child
    case .parent: .parent
    case .precedingSibling: .precedingSibling
    case .followingSibling: .followingSibling
    case .itself: .itself
    default: nil
    }
  }

  private mutating func step(_ found: XPathStep, as axis: TableProgram.Axis) -> TableProgram.Step? {
    var element: Int16 = -1
    switch found.test {
    case .name(let name):
      guard let ordinal = self.element(name) else { return nil }
      element = ordinal
    case .anyName: break
    case .anyNode where axis != .child: break
    default: return nil
    }
    var step = TableProgram.Step(axis: axis, element: element)
    var before: [Index] = []
    var after: [Index] = []
    for predicate in found.predicates {
      if let place = place(predicate) {
        guard step.place == .any else { return nil }
        step.place = place
      } else if let condition = condition(predicate) {
        if step.place == .any { before.append(condition) } else { after.append(condition) }
      } else {
        return nil
      }
    }
    step.before = list(before)
    step.after = list(after)
    return step
  }

  private mutating func list(_ conditions: [Index]) -> TableProgram.List {
    let start = Index(program.lists.count)
    program.lists += conditions
    return TableProgram.List(start: start, count: Index(conditions.count))
  }

  /// `[1]` or `[last()]`.
  private func place(_ predicate: XPathExpression) -> TableProgram.Place? {
    switch predicate {
    case .number("1", _): .first
    case .call("last", let arguments, _) where arguments.isEmpty: .last
    default: nil
    }
  }
}
