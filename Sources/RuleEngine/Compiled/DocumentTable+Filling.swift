import MarkingModel

// The values of a document, and what they count as.
extension DocumentTable {
  private static func take<Item>(_ list: inout [Item]) -> [Item] {
    var taken: [Item] = []
    swap(&taken, &list)
    return taken
  }

  /// False where there were attributes that had no place; they have one now.
  mutating func fillRows() -> Bool {
    var (room, codeRoom) = (0, 0)
    for index in 1..<max(1, nodes.count) {
      let element = Int(nodes[index].element)
      room &+= widths[element]
      codeRoom &+= keys.columns(of: element).count
    }
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(.absent, count: room))
    codes.removeAll(keepingCapacity: true)
    codes.append(contentsOf: repeatElement(NodeKeys.absent, count: codeRoom))
    // Out of the table: its other lists can be looked at meanwhile.
    var (nodes, values, codes) = (Self.take(&nodes), Self.take(&values), Self.take(&codes))
    var (filled, texts) = (Self.take(&filled), Self.take(&texts))
    let isWhole = fill(&nodes, &values, &codes, &filled, &texts)
    (self.nodes, self.values, self.codes, self.filled, self.texts) = (nodes, values, codes, filled, texts)
    if !isWhole { makeColumns() }
    return isWhole
  }

  /// False where an attribute has no place.
  private func fill(
    _ nodes: inout [Node], _ values: inout [CodedValue], _ codes: inout [Int32], _ filled: inout [Int32],
    _ texts: inout [String]
  ) -> Bool {
    var nodes = nodes.mutableSpan
    var values = values.mutableSpan
    var codes = codes.mutableSpan
    let (attributes, found) = (document.attributes.stored.span, document.nodes.span)
    let (columns, words) = (columns.span, words.span)
    let (keyColumns, numbers) = (keys.columns.span, keys.numbers.span)
    var (first, firstCode) = (0, 0)
    for index in 1..<max(1, nodes.count) {
      let (from, count) = (found[index &- 1].firstAttribute, found[index &- 1].attributeCount)
      let element = Int(nodes[index].element)
      if !filled.isEmpty, count > 0 {
        let same = Int(filled[from])
        if same >= 0, Int(nodes[same].element) == element {
          nodes[index].values = nodes[same].values
          nodes[index].codes = nodes[same].codes
          nodes[index].sum = nodes[same].sum
          nodes[index].state = nodes[same].state
          continue
        }
        filled[from] = Int32(truncatingIfNeeded: index)
      }
      let row = element &* nameCount
      let key = keys.columns(of: element)
      var sum: UInt64 = 0
      var state = State.coded
      for place in from..<(from &+ count) {
        let attribute = attributes[place]
        let column = columns[row &+ attribute.name.ordinal]
        if column.value < 0 {
          if column.value == Column.missing { return false }
          continue
        }
        let value: CodedValue =
          switch attribute.kind {
          case .word: words[attribute.word.ordinal]
          case .flag: attribute.number != 0 ? .yes : .no
          case .letter: .letter(UInt8(truncatingIfNeeded: attribute.number))
          case .text: .text(attribute.number)
          case .short: Self.keep(attribute.short, &texts)
          case .number: CodedValue.number(attribute.number) ?? Self.keep(String(attribute.number), &texts)
          }
        values[first &+ Int(column.value)] = value
        if column.key < 0 { continue }
        let code = NodeKeys.code(of: value, keyColumns[key.lowerBound &+ Int(column.key)], numbers)
        if code < 0 { state = code == NodeKeys.unread || state == .unread ? .unread : .alone }
        codes[firstCode &+ Int(column.key)] = code
        sum &+= KeyTable.hash(code, at: Int(column.key))
      }
      nodes[index].values = Int32(truncatingIfNeeded: first)
      nodes[index].codes = Int32(truncatingIfNeeded: firstCode)
      nodes[index].sum = sum
      nodes[index].state = state
      first &+= widths[element]
      firstCode &+= key.count
    }
    return true
  }

  /// Gives the attributes of the document a place where they have none and need one.
  private mutating func makeColumns() {
    for node in document.nodes {
      let element = node.name.ordinal
      for place in node.firstAttribute..<(node.firstAttribute + node.attributeCount) {
        let column = element * nameCount + document.attributes.name(place).ordinal
        if columns[column].value == Column.missing {
          columns[column].value = Int16(widths[element])
          widths[element] += 1
        }
      }
    }
  }

  /// What stands in no list of the document: a few letters, a number that there is no room for.
  private static func keep(_ text: String, _ texts: inout [String]) -> CodedValue {
    texts.append(text)
    return .text(texts.count - 1)
  }

  /// Notes what the codes of a node come to, when its texts were read. False where another node with the same codes may be
  /// another one.
  mutating func settle(_ node: Int) -> Bool {
    let range = codes(of: node)
    nodes[node].sum = KeyTable.hash(codes.span.extracting(range))
    nodes[node].state = codes[range].contains(NodeKeys.alone) ? .alone : .coded
    return nodes[node].state == .coded
  }
}
