package import MarkingModel

extension MarkingDocument {
  /// The nodes as lines of text, for tests: name, place and attributes, quoted telegrams below with a mark.
  package var outline: String { outline(indent: "") }

  private func outline(indent: String) -> String {
    var depths: [Int] = []
    var text = ""
    for (index, node) in nodes.enumerated() {
      depths.append(node.parent < 0 ? 0 : depths[node.parent] + 1)
      text += indent + String(repeating: "  ", count: depths[index]) + describe(index) + "\n"
    }
    for inner in quoted { text += inner.outline(indent: indent + "  > ") }
    return text
  }

  /// One node: `caption 14:1 name=SIPDIS …`.
  package func describe(_ node: Int) -> String {
    let it = nodes[node]
    let attributes = attributes(of: node).map { "\($0.name.rawValue)=\($0.value)" }.joined(separator: " ")
    return "\(it.name.rawValue) \(it.position.line):\(it.position.column) \(attributes)"
  }

  /// The values of one attribute of all nodes of one name, in order; "-" where it is absent.
  package func values(_ attribute: AttributeName, of name: ElementName) -> [String] {
    nodes(named: name).map { value(attribute, of: $0)?.description ?? "-" }
  }

  /// The same for the root.
  package func root(_ attribute: AttributeName) -> String { value(attribute, of: 0)?.description ?? "-" }

  /// What is wrong with the places of the nodes; empty where they lie within the document and are in order.
  package func placeFaults(length: Int) -> [String] {
    var faults: [String] = []
    var last = 0
    for (index, node) in nodes.enumerated() {
      let range = node.range
      if range.start < 0 || range.end > length || range.end < range.start {
        faults.append("\(describe(index)): \(range.start)..<\(range.end) of \(length)")
      }
      if node.position.line < 1 || node.position.column < 1 { faults.append("\(describe(index)): no position") }
      if !node.excerpt.isEmpty, node.excerpt.start < 0 || node.excerpt.end > length {
        faults.append("\(describe(index)): excerpt")
      }
      if node.parent >= index { faults.append("\(describe(index)): before its parent") }
      guard node.parent == 0 else { continue }
      if range.start < last { faults.append("\(describe(index)): out of order") }
      last = range.start
    }
    return faults + quoted.flatMap { $0.placeFaults(length: length) }
  }
}
