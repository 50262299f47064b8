extension TableProgram {
  /// What is done where a path arrives. The walk ends as soon as it answers true.
  enum Goal {
    /// An element, or with an attribute an attribute, is there.
    case exists
    case value(TableValue, isEqual: Bool)
    case order(Order, Double)
    case same(path: Index, origin: Int, isEqual: Bool)
    case pair(Order, path: Index, origin: Int)
    /// Every node is collected.
    case collect
  }

  /// Whether the goal is reached from a node. Nodes are added to `found` for `.collect` only.
  func reaches(
    _ goal: Goal, along path: Index, _ view: borrowing TableView, at node: Int, _ found: inout [Int]
  ) -> Bool {
    let it = paths[Int(path)]
    return walk(
      it, it.steps.start, it.steps.start + it.steps.count, goal, view, it.isAbsolute ? 0 : node, &found)
  }

  private func walk(
    _ path: Path, _ step: Index, _ end: Index, _ goal: Goal, _ view: borrowing TableView, _ node: Int,
    _ found: inout [Int]
  ) -> Bool {
    guard step < end else { return arrive(path, goal, view, node, &found) }
    let it = steps[Int(step)]
    let isByName = it.element >= 0 && isNamed(it, view, node)
    var candidate = isByName ? firstOfName(it, view, node) : first(it.axis, view, node)
    var chosen = -1
    while candidate >= 0 {
      let fits = it.element < 0 || view.nodes[candidate].element == it.element
      if fits, hold(it.before, view, candidate) {
        switch it.place {
        case .any:
          if hold(it.after, view, candidate), walk(path, step + 1, end, goal, view, candidate, &found) { return true }
        case .first:
          return hold(it.after, view, candidate) && walk(path, step + 1, end, goal, view, candidate, &found)
        case .last: chosen = candidate
        }
      }
      candidate = isByName ? nextOfName(it.axis, view, candidate) : next(it.axis, view, candidate)
    }
    guard chosen >= 0, hold(it.after, view, chosen) else { return false }
    return walk(path, step + 1, end, goal, view, chosen, &found)
  }

  /// Whether the nodes of the name can be met without the others: the children of the document, and a child's siblings
  /// of its own name.
  private func isNamed(_ step: Step, _ view: borrowing TableView, _ node: Int) -> Bool {
    switch step.axis {
    case .child: node == 0
    case .precedingSibling, .followingSibling:
      view.nodes[node].parent == 0 && view.nodes[node].element == step.element
    case .itself, .parent: false
    }
  }

  private func firstOfName(_ step: Step, _ view: borrowing TableView, _ node: Int) -> Int {
    step.axis == .child ? Int(view.firstOfName[Int(step.element)]) : nextOfName(step.axis, view, node)
  }

  private func nextOfName(_ axis: Axis, _ view: borrowing TableView, _ node: Int) -> Int {
    Int(axis == .precedingSibling ? view.nodes[node].previousSame : view.nodes[node].nextSame)
  }

  private func first(_ axis: Axis, _ view: borrowing TableView, _ node: Int) -> Int {
    switch axis {
    case .itself: node
    case .parent: Int(view.nodes[node].parent)
    case .child: Int(view.nodes[node].firstChild)
    case .precedingSibling: Int(view.nodes[node].previous)
    case .followingSibling: Int(view.nodes[node].next)
    }
  }

  private func next(_ axis: Axis, _ view: borrowing TableView, _ node: Int) -> Int {
    switch axis {
    case .itself, .parent: -1
    case .child, .followingSibling: Int(view.nodes[node].next)
    case .precedingSibling: Int(view.nodes[node].previous)
    }
  }

  private func hold(_ list: List, _ view: borrowing TableView, _ node: Int) -> Bool {
    for index in list.start..<(list.start + list.count)
    where !holds(lists[Int(index)], view, at: node) {
      return false
    }
    return true
  }

  private func arrive(
    _ path: Path, _ goal: Goal, _ view: borrowing TableView, _ node: Int, _ found: inout [Int]
  ) -> Bool {
    guard let attribute = path.attribute else {
      if case .collect = goal {
        found.append(node)
        return false
      }
      return true
    }
    guard let value = view.value(attribute, of: node) else { return false }
    var none: [Int] = []
    switch goal {
    case .exists: return true
    case .value(let wanted, let isEqual): return (value == wanted) == isEqual
    case .order(let order, let right): return order.holds(number(value, attribute, view, node), right)
    case .same(let other, let origin, let isEqual):
      // What is looked for on the other side is this value.
      return reaches(.value(value, isEqual: isEqual), along: other, view, at: origin, &none)
    case .pair(let order, let other, let origin):
      let left = number(value, attribute, view, node)
      return reaches(.order(order.reversed, left), along: other, view, at: origin, &none)
    case .collect:
      found.append(node)
      return false
    }
  }

  /// What XPath's number() makes of a value.
  func number(_ value: TableValue, _ attribute: Int16, _ view: borrowing TableView, _ node: Int) -> Double {
    value.isNumber ? Double(value.number) : Self.number(of: view.text(attribute, of: node).utf8)
  }
}
