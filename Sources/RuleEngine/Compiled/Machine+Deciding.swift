// What is true of a node by what counts in its key alone, and so of every node that is like it.
extension Machine {
  /// Whether a condition is true; nil where that depends on more.
  mutating func decided(_ condition: Program.Index, at node: Int) -> Bool? {
    switch program.conditions[Int(condition)] {
    case .constant(let value): return value
    case .not(let inner): return decided(inner, at: node).map { !$0 }
    case .and(let left, let right):
      let left = decided(left, at: node)
      if left == false { return false }
      let right = decided(right, at: node)
      return right == false ? false : left == nil ? nil : right
    case .or(let left, let right):
      let left = decided(left, at: node)
      if left == true { return true }
      let right = decided(right, at: node)
      return right == true ? true : left == nil ? nil : right
    case .conditions(let left, let right, let isEqual):
      guard let left = decided(left, at: node), let right = decided(right, at: node) else { return nil }
      return (left == right) == isEqual
    case .has(let attribute), .isNumber(let attribute, _, _): return attribute.isOwn ? holds(condition, at: node) : nil
    case .isValue(let attribute, let value, _):
      return attribute.isOwn && value.isExact ? holds(condition, at: node) : nil
    case .isOrdered(let attribute, _, _): return isMissing(attribute, at: node) ? false : nil
    case .exists(let path), .value(let path, _, _), .order(let path, _, _), .text(let path, _, _),
      .same(let path, _, _), .pair(let path, _, _):
      return leadsNowhere(path, from: node) ? false : nil
    case .areSame(let left, let right, _), .areOrdered(let left, _, let right):
      // Without one of them there is nothing to compare.
      if isMissing(left, at: node) || isMissing(right, at: node) { return false }
      return counts(condition, at: node) ? holds(condition, at: node) : nil
    default: return nil
    }
  }

  private mutating func isMissing(_ attribute: Program.Attribute, at node: Int) -> Bool {
    attribute.isOwn && value(attribute, at: node).isAbsent
  }

  /// Whether the key of a node says what a comparison comes to.
  private func counts(_ condition: Program.Index, at node: Int) -> Bool {
    guard let comparison = NodeQuestions.Comparison(program.conditions[Int(condition)]) else { return false }
    return table.keys.comparisons(of: Int(table.nodes[node].element)).contains {
      NodeQuestions.Comparison(program.conditions[Int(table.keys.comparisons[$0])]) == comparison
    }
  }

  /// Whether a path goes to children where there are none.
  private func leadsNowhere(_ path: Program.Index, from node: Int) -> Bool {
    let path = program.paths[Int(path)]
    guard path.origin == .itself, path.steps.count > 0, table.nodes[node].firstChild < 0 else { return false }
    return program.steps[Int(path.steps.start)].axis == .child
  }

  /// Whether a step takes a node that it comes to. What asks for positions is not decided, unless another condition is
  /// false, but for the first or last of a name.
  mutating func decided(_ step: Program.Step, at node: Int) -> Bool? {
    var whole: Bool?
    switch step.place {
    case .any: whole = true
    case .first where step.before.count == 0: whole = table.nodes[node].previousSame < 0
    case .last where step.before.count == 0: whole = table.nodes[node].nextSame < 0
    default: whole = nil
    }
    if whole == false { return false }
    for list in [step.before, step.after] {
      for place in list.range {
        switch decided(program.lists[place], at: node) {
        case false?: return false
        case nil: whole = nil
        case true?: break
        }
      }
    }
    return whole
  }
}
