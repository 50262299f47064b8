import Documents
import MarkingGrammar
import MarkingModel

/// Records of values with marks in them: what stands beside a mark in its record belongs to it, as in the row of a table.
///
///     mark,text,place
///     S//NF,The quay is sold.,Riverton
///     "(S) The ice left.","Lisbon"
///
/// They are portions beside those of the text around them, and none lowers one of these.
struct RowPortions {
  private struct Row {
    var record: ValueRow
    var marks: [ValueMark?]
  }

  private var portions: [ReleasePortion] = []

  /// Those of a part of a text. O(text).
  static func portions(
    in part: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var reader = RowPortions()
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
      guard (part.start..<part.end).contains(where: { source[$0] == sign }) else { continue }
      reader.read(part, by: sign, in: source, vocabulary)
    }
    return reader.portions
  }

  private mutating func read(
    _ part: ByteRange, by sign: UInt8, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var rows: [Row] = []
    var at = part.start
    while at < part.end {
      if let record = ValueRow(at: at, to: part.end, by: sign, in: source) {
        rows.append(Row(record: record, marks: record.values.map { ValueMark.read($0, in: source, vocabulary) }))
        at = max(record.range.end, at)
      } else {
        take(rows, by: sign, in: source, vocabulary)
        rows = []
      }
      at = max(source.nextLine(behind: source.lineEnd(from: at)), at + 1)
    }
    take(rows, by: sign, in: source, vocabulary)
  }

  private mutating func take(
    _ rows: [Row], by sign: UInt8, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if !rows.dropFirst().contains(where: { $0.marks.contains { $0 != nil } }) {
      portions += RecordHeads.portions(rows.map(\.record), in: source, vocabulary)
    }
    guard rows.contains(where: { $0.marks.contains { $0 != nil } }) else { return }
    let columns = Self.columnsOfLevels(rows, in: source)
    for row in rows {
      var marks = row.marks
      for index in marks.indices where !columns.contains(index) {
        guard let mark = marks[index] else { continue }
        // Tabs and blanks behind commas stand in lines of other texts, which are told apart by their own marks.
        if !mark.isSure || !row.record.isTight || sign == 0x09 { marks[index] = nil }
      }
      add(row.record, marks, by: sign, in: source)
    }
  }

  /// The columns of which every row has a level, but a row of heads: of two rows or more, where it is the first, its head
  /// says so, or other levels stand in it than one.
  private static func columnsOfLevels(_ rows: [Row], in source: Span<UInt8>) -> Set<Int> {
    var columns: Set<Int> = []
    for column in 0..<min(16, rows[0].marks.count) {
      let isHeaded = rows[0].marks[column] == nil
      let marks = rows.dropFirst(isHeaded ? 1 : 0).map { $0.marks.count > column ? $0.marks[column] : nil }
      guard marks.allSatisfy({ $0?.isAlone ?? false }) else { continue }
      let levels = Set(marks.compactMap { $0?.statement.level })
      let isNamed = isHeaded && LevelTable.isHead(rows[0].record.values[column], in: source)
      if isNamed && !marks.isEmpty || marks.count > 1 && (column == 0 || levels.count > 1) { columns.insert(column) }
    }
    return columns
  }

  private mutating func add(_ record: ValueRow, _ marks: [ValueMark?], by sign: UInt8, in source: Span<UInt8>) {
    let values = record.values.indices.filter { PortionReader.holdsLetters(record.values[$0], in: source) }
    // Where each value has its own mark none is of its neighbour.
    if values.allSatisfy({ marks[$0] != nil }), !marks.contains(where: { $0?.isAlone ?? false }) {
      for index in values {
        if let mark = marks[index] { add(record.values[index], [mark], by: sign, in: source) }
      }
    } else {
      add(record.range, marks.compactMap(\.self), by: sign, in: source)
    }
  }

  private mutating func add(_ range: ByteRange, _ marks: [ValueMark], by sign: UInt8, in source: Span<UInt8>) {
    guard let first = marks.first else { return }
    let statement = marks.dropFirst().reduce(first.statement) { $0.joined(with: $1.statement) }
    guard statement.level > .unclassified else { return }
    let pieces = Pieces.between(range.start, range.end, leavingOut: marks.map(\.range)[...], in: source)
      .map { Self.withoutBorders($0, by: sign, in: source) }.filter { !$0.isEmpty }
    portions.append(
      ReleasePortion(
        mark: statement, range: range, text: pieces, name: "row of a table", position: Position(line: 1, column: 1)))
  }

  /// Without the signs between values and the quotes around them.
  private static func withoutBorders(_ piece: ByteRange, by sign: UInt8, in source: Span<UInt8>) -> ByteRange {
    func isBorder(_ byte: UInt8) -> Bool { byte == sign || byte == UInt8(ascii: "\"") || byte <= 0x20 }
    var piece = piece
    while piece.start < piece.end, isBorder(source[piece.start]) { piece.start += 1 }
    while piece.end > piece.start, isBorder(source[piece.end - 1]) { piece.end -= 1 }
    return piece
  }
}
