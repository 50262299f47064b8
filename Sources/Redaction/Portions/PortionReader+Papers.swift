import Documents
import MarkingModel

// Portions of papers and e-mails: their marks stand at the beginning of a line, behind a number, in a cell or at the end.
extension PortionReader {
  mutating func takePortion(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    line.move(to: node.range.start, in: source)
    let line = line.range
    let before = source.trimmed(ByteRange(line.start, node.range.start))
    let isBehind =
      source.skipBlanks(node.range.end, line.end) == line.end && before.count > 12
      && starts.last.map { $0.range.start < line.start } ?? true
    if takeRow(index, line, in: source) { return }
    if !isBehind, takeInner(index, line, in: source) { return }
    let cell = cell(of: index, line, in: source)
    // The mark of a title above the table does not hold for a cell without one.
    if let cell, starts.last.map({ $0.range.start < line.start }) ?? true,
      let text = (line.start..<cell.start).first(where: { Self.holdsLetters(ByteRange($0, $0 + 1), in: source) })
    {
      starts.append(
        Start(
          range: ByteRange(text, text), text: text, mark: nil, name: "a cell without a mark",
          position: Position(line: node.position.line, column: 1), end: cell.start))
    }
    let start = max(starts.last?.mark?.end ?? 0, cell?.start ?? line.start)
    let isSubject = document.word(.place, of: index) == "subject"
    starts.append(
      Start(
        range: ByteRange(isBehind ? line.start : start, node.range.end),
        text: isBehind ? Self.afterLabel(line, in: source) : Self.behindEmphasis(node.range, in: source),
        mark: node.range,
        name: "portion \(document.number(.n, of: index) ?? 0)", position: node.position,
        end: isBehind
          ? node.range.start
          : cell?.end ?? (isSubject ? endInHeader(of: line, in: source) : nil),
        isBehind: isBehind, isSubject: isSubject))
  }

  /// Behind a mark and the signs that close its emphasis, `**(S)**`: what a copy keeps of one it keeps of the other.
  private static func behindEmphasis(_ mark: ByteRange, in source: Span<UInt8>) -> Int {
    var end = mark.end
    for before in stride(from: mark.start - 1, through: 0, by: -1) {
      guard source[before].isOne(of: "*", "_"), end < source.count, source[end] == source[before] else { break }
      end += 1
    }
    return end
  }

  /// The cell of a table whose mark a node is; nil for other portions. Where no borders are drawn it begins with its mark.
  private func cell(of index: Int, _ line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    guard document.word(.place, of: index) == "cell" else { return nil }
    let mark = document.nodes[index].range
    guard self.line.hasBorder else { return ByteRange(mark.start, line.end) }
    let border = UInt8(ascii: "|")
    return ByteRange(
      (line.start..<mark.start).last { source[$0] == border } ?? mark.start,
      (mark.end..<line.end).first { source[$0] == border } ?? line.end)
  }

  mutating func takeUnmarked(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    // The mark above holds for it: it is a part of that portion (32 CFR 2001.21(c)(3)).
    if document.flag(.covered, of: index), !document.flag(.mixed, of: index) { return }
    let line = Self.line(around: node.range.start, in: source)
    starts.append(
      Start(
        range: ByteRange(line.start, node.range.start), text: line.start, mark: nil,
        name: "unmarked \(document.word(.kind, of: index) ?? "portion")", position: node.position))
  }
}
