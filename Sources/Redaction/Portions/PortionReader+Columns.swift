import Documents
import MarkingModel

// Texts that stand side by side.
extension PortionReader {
  /// A column on a line above: where it begins, and its mark.
  private struct Column {
    var place: Int
    var mark: ByteRange
    var statement: PortionStatement?
  }

  /// Adds a portion where the text of a column goes on beside one with a mark of its own:
  ///
  ///     (U) The basin is free.       (S//NF) The survey is
  ///     (U) The pilots are here.     not shared.
  ///
  /// Such text may be that of the column, and goes by its mark and by the one before it. O(text).
  mutating func addColumns(in whole: ByteRange, _ source: Span<UInt8>) {
    guard let first = starts.first(where: { $0.mark != nil }) else { return }
    var known = starts[...]
    var columns: [Column] = []
    var added: [Start] = []
    var counter = counter
    var at = Self.line(around: first.range.start, in: source).start
    while at < whole.end {
      let line = ByteRange(at, min(source.lineEnd(from: at), whole.end))
      at = source.nextLine(behind: line.end)
      if source.skipBlanks(line.start, line.end) >= line.end {
        columns = []
        continue
      }
      var marks: [Start] = []
      while let start = known.first, start.range.start < line.end {
        known.removeFirst()
        if start.mark.map({ $0.start >= line.start && $0.end <= line.end }) ?? false { marks.append(start) }
      }
      var begun: [Column] = []
      for place in Self.columns(of: line, in: source) {
        let offset = place - line.start
        if let start = marks.first(where: { $0.mark?.start == place }), let mark = start.mark {
          begun.append(Column(place: offset, mark: mark, statement: start.statement ?? start.inner))
        } else if let column = columns.first(where: { abs($0.place - offset) <= 2 }),
          marks.contains(where: { $0.range.start < place })
        {
          added.append(
            Start(
              range: ByteRange(place, place), text: place, mark: column.mark, name: "text of a column",
              position: counter.position(of: place, in: source), isInner: true, statement: column.statement))
        }
      }
      if !begun.isEmpty { columns = begun }
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }

  /// Where text begins in a line behind three blanks or more; at most sixteen places.
  private static func columns(of line: ByteRange, in source: Span<UInt8>) -> [Int] {
    var places: [Int] = []
    var blanks = 0
    let text = source.skipBlanks(line.start, line.end)
    for at in text..<line.end {
      if source[at] == 0x20 {
        blanks += 1
      } else {
        if blanks >= 3, places.count < 16 { places.append(at) }
        blanks = 0
      }
    }
    return places
  }
}
