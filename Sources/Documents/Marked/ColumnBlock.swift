import MarkingModel

// The authority block that stands in a column beside text, as a conversion of a page to text leaves it.
extension MarkedReader {
  /// Looks for one where a classified document has no other. Time: linear.
  mutating func takeColumnBlock(in source: Span<UInt8>) {
    // Its lower lines may stand alone, and were read as a block.
    guard hasClassifiedBanner, !blocks.contains(where: { $0.has(.classifiedBy) }) else { return }
    var column: Int?
    var block: LabelBlock?
    var (at, number, lines) = (0, 0, 0)
    while at < source.count {
      number += 1
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let line = SourceLine(start: at, end: end, number: number)
      let stop = source.trimmedEnd(at, end)
      if let known = column {
        guard let start = source.cell(at: known, at, stop) else { break }
        if let (label, value) = BlockLabel.read(start, stop, in: source), label.isAuthority {
          block?.add(label, start, value, line, stop, in: source)
        } else {
          block?.add(ByteRange(start, stop), on: line, in: source)
        }
      } else if let (start, label, value) = Self.label(beside: at, stop, in: source) {
        column = start - at
        block = LabelBlock(text: min(lines, text), end: stop)
        block?.add(label, start, value, line, stop, in: source)
      }
      if stop > at { lines += 1 }
      at = source.nextLine(after: end)
    }
    guard var block, let first = block.fields.first else { return }
    // What stands in the other column below its first line is no part of it.
    block.end = source.trimmedEnd(first.line.start, first.line.end)
    blocks.removeAll { $0.isAuthority && $0.fields[0].start >= first.start }
    blocks.append(block)
    blocks.sort { $0.fields[0].start < $1.fields[0].start }
  }

  /// The label that begins a block, behind a gap in a line.
  private static func label(
    beside start: Int, _ end: Int, in source: Span<UInt8>
  ) -> (start: Int, label: BlockLabel, value: Int)? {
    var i = source.skipBlanks(start, end)
    while i + 4 < end {
      if source[i] == 0x20, source[i + 1] == 0x20, source[i + 2] > 0x20,
        let (label, value) = BlockLabel.read(i + 2, end, in: source), label == .classifiedBy,
        (i + 2..<value).contains(where: { source[$0] == 0x3A })
      {
        return (i + 2, label, value)
      }
      i += 1
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Where the text of a column begins on a line, at its edge or set in a little; nil where none stands there.
  fileprivate func cell(at column: Int, _ start: Int, _ end: Int) -> Int? {
    let edge = start + column
    guard edge < end, column > 1, self[edge - 1] <= 0x20 else { return nil }
    let first = skipBlanks(edge, end)
    return first < end && first - edge <= 8 ? first : nil
  }
}
