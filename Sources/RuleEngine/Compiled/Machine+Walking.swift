extension Machine {
  /// What is done where a path arrives. The walk ends as soon as it answers true.
  enum Goal {
    /// An element, or with an attribute an attribute, is there.
    case exists
    case value(CodedValue, isEqual: Bool)
    case order(Program.Order, Double)
    case text(Program.Index, origin: Int, isEqual: Bool)
    case same(path: Program.Index, origin: Int, isEqual: Bool)
    case pair(Program.Order, path: Program.Index, origin: Int)
    /// One of two values that are compared: the other.
    case like(CodedValue, isEqual: Bool)
    /// Every node is collected.
    case collect
    /// The first is noted in `arrived`.
    case first
  }

  /// Whether the goal is reached from a node.
  mutating func reaches(_ goal: Goal, along path: Program.Index, at node: Int) -> Bool {
    var none: [Int32] = []
    return reaches(goal, along: path, at: node, &none)
  }

  /// The same. Nodes are added to `found` where they are to be collected.
  mutating func reaches(_ goal: Goal, along path: Program.Index, at node: Int, _ found: inout [Int32]) -> Bool {
    let path = program.paths[Int(path)]
    let start = start(path.origin, at: node)
    return start >= 0 && walk(path, 0, goal, start, &found)
  }

  private mutating func walk(
    _ path: Program.Path, _ number: Int, _ goal: Goal, _ node: Int, _ found: inout [Int32]
  ) -> Bool {
    guard number < Int(path.steps.count) else { return arrive(path.attribute, goal, node, &found) }
    let step = program.steps[Int(path.steps.start) + number]
    if step.place == .general {
      for chosen in chosen(step, from: node) where walk(path, number + 1, goal, Int(chosen), &found) { return true }
      return false
    }
    var candidate = first(step, from: node)
    var last = -1
    while candidate >= 0 {
      if hold(step.before, at: candidate) {
        switch step.place {
        case .any, .general: if walk(path, number + 1, goal, candidate, &found) { return true }
        case .first: return hold(step.after, at: candidate) && walk(path, number + 1, goal, candidate, &found)
        case .last: last = candidate
        }
      }
      candidate = next(step, from: node, after: candidate)
    }
    guard last >= 0, hold(step.after, at: last) else { return false }
    return walk(path, number + 1, goal, last, &found)
  }

  /// Where a path of one step leads that takes the first node of its axis without asking anything; -1 where nowhere. Nil
  /// for any other path.
  mutating func first(_ path: Program.Path, at node: Int) -> Int? {
    let step = program.steps[Int(path.steps.start)]
    guard step.place == .first, step.before.count == 0, step.after.count == 0 else { return nil }
    let start = start(path.origin, at: node)
    let first = start < 0 ? -1 : first(step, from: start)
    if first >= 0, let attribute = path.attribute, table.value(attribute, of: first).isAbsent { return -1 }
    return first
  }

  /// Adds the nodes that one step leads to, in the order of its axis.
  mutating func collect(_ step: Program.Index, from node: Int, _ found: inout [Int32]) {
    let it = program.steps[Int(step)]
    if it.place == .general {
      found += chosen(it, from: node)
      return
    }
    var candidate = first(it, from: node)
    var last = -1
    while candidate >= 0 {
      if hold(it.before, at: candidate) {
        if it.place == .any {
          found.append(Int32(truncatingIfNeeded: candidate))
        } else {
          last = candidate
          if it.place == .first { break }
        }
      }
      candidate = next(it, from: node, after: candidate)
    }
    if last >= 0, hold(it.after, at: last) { found.append(Int32(truncatingIfNeeded: last)) }
  }

  /// The nodes that are left by predicates some of which ask for positions.
  private mutating func chosen(_ step: Program.Step, from node: Int) -> [Int32] {
    var left: [Int32] = []
    var candidate = first(step, from: node)
    while candidate >= 0 {
      left.append(Int32(truncatingIfNeeded: candidate))
      candidate = next(step, from: node, after: candidate)
    }
    let outside = (position, size)
    for place in step.before.range {
      let condition = program.lists[place]
      let count = left.count
      var kept: [Int32] = []
      for (offset, candidate) in left.enumerated() {
        position = offset + 1
        size = count
        if holds(condition, at: Int(candidate)) { kept.append(candidate) }
      }
      left = kept
    }
    (position, size) = outside
    return left
  }

  @inline(__always)
  mutating func hold(_ list: Program.List, at node: Int) -> Bool {
    var place = Int(list.start)
    let end = place &+ Int(list.count)
    while place < end {
      if !holds(program.lists[place], at: node) { return false }
      place &+= 1
    }
    return true
  }

  // MARK: Axes

  /// The first node of a step's axis that its test takes; -1 where there is none.
  private mutating func first(_ step: Program.Step, from node: Int) -> Int {
    if case .element(let element) = step.test, step.axis == .child, node == DocumentTable.documentNode {
      return Int(table.firstOfName[Int(element)])
    }
    if case .element(let element) = step.test, table.nodes[node].element == element {
      if step.axis == .precedingSibling { return Int(table.nodes[node].previousSame) }
      if step.axis == .followingSibling { return Int(table.nodes[node].nextSame) }
    }
    let candidate: Int
    switch step.axis {
    case .itself, .descendantOrSelf, .ancestorOrSelf: candidate = node
    case .parent, .ancestor: candidate = Int(table.nodes[node].parent)
    case .child, .descendant: candidate = Int(table.nodes[node].firstChild)
    case .precedingSibling: candidate = Int(table.nodes[node].previous)
    case .followingSibling: candidate = Int(table.nodes[node].next)
    case .following: candidate = table.nextBehind(node, within: 0)
    case .preceding: candidate = before(node, from: node)
    }
    return fitting(step, from: node, candidate)
  }

  private mutating func next(_ step: Program.Step, from node: Int, after candidate: Int) -> Int {
    // The siblings of the name can be met without the others.
    if case .element = step.test {
      switch step.axis {
      case .child, .followingSibling: return Int(table.nodes[candidate].nextSame)
      case .precedingSibling: return Int(table.nodes[candidate].previousSame)
      default: break
      }
    }
    return fitting(step, from: node, following(step.axis, from: node, candidate))
  }

  private mutating func fitting(_ step: Program.Step, from node: Int, _ candidate: Int) -> Int {
    var candidate = candidate
    while candidate >= 0 {
      let fits =
        switch step.test {
        case .element(let element): table.nodes[candidate].element == element
        case .anyElement: candidate != 0
        case .anyNode: true
        case .nothing: false
        }
      if fits { return candidate }
      candidate = following(step.axis, from: node, candidate)
    }
    return -1
  }

  private mutating func following(_ axis: Program.Axis, from node: Int, _ candidate: Int) -> Int {
    switch axis {
    case .itself, .parent: -1
    case .child, .followingSibling: Int(table.nodes[candidate].next)
    case .precedingSibling: Int(table.nodes[candidate].previous)
    case .ancestor, .ancestorOrSelf: Int(table.nodes[candidate].parent)
    case .descendant, .descendantOrSelf: table.nextInTree(after: candidate, within: node)
    case .following: table.nextInTree(after: candidate, within: 0)
    case .preceding: before(candidate, from: node)
    }
  }

  /// The node before one in the order of the tree, those that `node` stands below left out.
  private mutating func before(_ candidate: Int, from node: Int) -> Int {
    var candidate = candidate
    while candidate > 0 {
      if table.nodes[candidate].previous >= 0 {
        candidate = Int(table.nodes[candidate].previous)
        while table.nodes[candidate].lastChild >= 0 { candidate = Int(table.nodes[candidate].lastChild) }
        return candidate
      }
      candidate = Int(table.nodes[candidate].parent)
      if candidate > 0, !isAbove(candidate, node) { return candidate }
    }
    return -1
  }

  private mutating func isAbove(_ ancestor: Int, _ node: Int) -> Bool {
    var above = Int(table.nodes[node].parent)
    while above >= 0 {
      if above == ancestor { return true }
      above = Int(table.nodes[above].parent)
    }
    return false
  }

  // MARK: Arriving

  private mutating func arrive(_ attribute: Int16?, _ goal: Goal, _ node: Int, _ found: inout [Int32]) -> Bool {
    var value = table.empty
    if let attribute {
      value = table.value(attribute, of: node)
      if value.isAbsent { return false }
    }
    switch goal {
    case .exists: return true
    case .value(let wanted, let isEqual):
      if let attribute, value.isUnread, value != wanted { value = read(attribute, of: node) }
      return (value == wanted) == isEqual
    case .like(let other, let isEqual): return areSame(value, other) == isEqual
    case .order(let order, let right): return order.holds(number(value), right)
    case .text(let text, let origin, let isEqual): return (bytes(of: value) == self.text(text, at: origin)) == isEqual
    case .same(let other, let origin, let isEqual):
      // What is looked for on the other side is this value.
      return reaches(.like(value, isEqual: isEqual), along: other, at: origin)
    case .pair(let order, let other, let origin):
      return reaches(.order(order.reversed, number(value)), along: other, at: origin)
    case .first:
      arrived = node
      return true
    case .collect:
      found.append(Int32(truncatingIfNeeded: node))
      return false
    }
  }
}
