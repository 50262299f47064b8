extension Machine {
  /// Compares the texts of a node that count with the literals of the rules. False where another node with the same codes
  /// may be another one.
  mutating func readTexts(of node: Int) -> Bool {
    let it = table.nodes[node]
    if it.state == .alone { return false }
    let columns = table.keys.columns(of: Int(it.element))
    for place in columns {
      let at = Int(it.codes) + place - columns.lowerBound
      if table.codes[at] != NodeKeys.unread { continue }
      let column = table.keys.columns[place]
      table.codes[at] = NodeKeys.code(of: read(column.name, of: node), column, table.keys.numbers.span)
    }
    return table.settle(node)
  }

  /// Which of the comparisons that count hold at a node, a bit for each.
  @inline(__always)
  mutating func comparisons(of node: Int, _ element: Int) -> UInt64 {
    var bits: UInt64 = 0
    for place in table.keys.comparisons(of: element) {
      bits = bits << 1 | (compare(table.keys.comparisons[place], at: node) ? 1 : 0)
    }
    return bits
  }

  /// Whether a comparison of two attributes holds. Mostly both are numbers.
  @inline(__always)
  private mutating func compare(_ condition: Program.Index, at node: Int) -> Bool {
    switch program.conditions[Int(condition)] {
    case .areOrdered(let left, let order, let right):
      let (left, right) = (value(left, at: node), value(right, at: node))
      if left.isAbsent || right.isAbsent { return false }
      return left.isNumber && right.isNumber
        ? order.holds(Double(left.content), Double(right.content)) : order.holds(number(left), number(right))
    case .areSame(let left, let right, let isEqual):
      let (left, right) = (value(left, at: node), value(right, at: node))
      if left.isAbsent || right.isAbsent { return false }
      if left == right { return isEqual }
      return (left.isText || right.isText) && areSame(left, right) ? isEqual : !isEqual
    default: return holds(condition, at: node)
    }
  }
}
