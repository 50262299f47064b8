import Documents
import MarkingModel

// A cell that is a mark and nothing else says it of the whole row: `| Crane | (S) | Broken since May |`.
extension PortionReader {
  /// Takes the row of such a mark. False where more stands in its cell, or other marks on the line: each is of its own cell
  /// then.
  mutating func takeRow(_ index: Int, _ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let mark = document.nodes[index].range
    guard document.word(.place, of: index) == "cell", isOnlyMark(index, of: line),
      Self.isWholeCell(mark, of: line, hasBorder: self.line.hasBorder, in: source),
      Self.holdsLetters(ByteRange(line.start, mark.start), in: source)
        || Self.holdsLetters(ByteRange(mark.end, line.end), in: source)
    else { return false }
    kept.append(mark)
    if self.line.hasBorder {
      for at in line.start..<line.end where source[at] == UInt8(ascii: "|") { kept.append(ByteRange(at, at + 1)) }
    }
    starts.append(
      Start(
        range: ByteRange(line.start, mark.end), text: line.start, mark: mark,
        name: "row \(document.number(.n, of: index) ?? 0)", position: document.nodes[index].position,
        end: self.line.hasBorder ? line.end : nil))
    return true
  }

  /// Whether no other mark that the reader of markings found stands on the line.
  private func isOnlyMark(_ index: Int, of line: ByteRange) -> Bool {
    if let last = starts.last, last.reach > line.start { return false }
    return !document.nodes[(index + 1)...].prefix { $0.range.start < line.end }.indices.contains {
      document.word(.kind, of: $0) == "portion"
    }
  }

  /// Whether borders, tabs or three blanks stand on both sides of a mark, or the ends of the line.
  private static func isWholeCell(
    _ mark: ByteRange, of line: ByteRange, hasBorder: Bool, in source: Span<UInt8>
  ) -> Bool {
    var before = mark.start
    while before > line.start, source[before - 1] == 0x20 || source[before - 1] == 0x09 { before -= 1 }
    let after = source.skipBlanks(mark.end, line.end)
    if hasBorder {
      let border = UInt8(ascii: "|")
      return (before == line.start || source[before - 1] == border) && (after == line.end || source[after] == border)
    }
    return (before == line.start || isWide(ByteRange(before, mark.start), in: source))
      && (after == line.end || isWide(ByteRange(mark.end, after), in: source))
  }

  private static func isWide(_ gap: ByteRange, in source: Span<UInt8>) -> Bool {
    gap.count >= 3 || (gap.start..<gap.end).contains { source[$0] == 0x09 }
  }
}
