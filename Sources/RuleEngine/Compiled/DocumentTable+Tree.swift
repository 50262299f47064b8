import MarkingModel

// How the nodes of a document hang together, and their order.
extension DocumentTable {
  /// Ties nodes to their parents and siblings.
  mutating func link() {
    isInTreeOrder = true
    for index in 1..<max(1, nodes.count) {
      let parent = Int(nodes[index].parent)
      let previous = nodes[parent].lastChild
      nodes[index].previous = previous
      nodes[parent].lastChild = Int32(truncatingIfNeeded: index)
      if previous < 0 {
        nodes[parent].firstChild = Int32(truncatingIfNeeded: index)
      } else {
        nodes[Int(previous)].next = Int32(truncatingIfNeeded: index)
      }
      let element = nodes[index].element
      var same = previous
      if lastParents[Int(element)] == Int32(truncatingIfNeeded: parent) {
        same = lastOfName[Int(element)]
      } else {
        while same >= 0, nodes[Int(same)].element != element { same = nodes[Int(same)].previous }
      }
      lastOfName[Int(element)] = Int32(truncatingIfNeeded: index)
      lastParents[Int(element)] = Int32(truncatingIfNeeded: parent)
      nodes[index].previousSame = same
      if same >= 0 {
        nodes[Int(same)].nextSame = Int32(truncatingIfNeeded: index)
      } else if parent == Self.documentNode {
        firstOfName[Int(element)] = Int32(truncatingIfNeeded: index)
      }
      // In the order of the tree the parent is the node before, or one above it.
      if isInTreeOrder, parent != index &- 1 {
        var above = index &- 1
        while above > parent { above = Int(nodes[above].parent) }
        isInTreeOrder = above == parent
      }
    }
    if !isInTreeOrder { rank() }
  }

  /// Numbers the nodes in the order of the tree, where they were added in another one.
  private mutating func rank() {
    ranks = Array(repeating: 0, count: nodes.count)
    var node = 0
    var rank: Int32 = 0
    while node >= 0 {
      ranks[node] = rank
      rank += 1
      node = nextInTree(after: node, within: 0)
    }
  }

  /// The next node in the order of the tree that is below `top`; -1 after the last.
  mutating func nextInTree(after node: Int, within top: Int) -> Int {
    if nodes[node].firstChild >= 0 { return Int(nodes[node].firstChild) }
    return nextBehind(node, within: top)
  }

  /// The next node in the order of the tree that is below `top` and not below `node`; -1 after the last.
  mutating func nextBehind(_ node: Int, within top: Int) -> Int {
    var node = node
    while node != top, node > 0 {
      if nodes[node].next >= 0 { return Int(nodes[node].next) }
      node = Int(nodes[node].parent)
    }
    return -1
  }

  /// Puts nodes into the order of the tree, each once.
  mutating func order(_ found: inout [Int32]) {
    if isInTreeOrder { found.sort() } else { found.sort { ranks[Int($0)] < ranks[Int($1)] } }
    var kept = 0
    for node in found where kept == 0 || found[kept - 1] != node {
      found[kept] = node
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}
