import Documents
import MarkingGrammar
import MarkingModel

/// Cells of tables without marks of their own. In the text they stand behind the cell before them, whose mark does not hold
/// for them.
enum CellPortions {
  /// A cell goes by the marks of the heads of its columns, of the caption and of cells beside it from rows above, and by
  /// what it stands in. In a row of a page with marks it is a portion without a mark, unless one of these withholds it, or a
  /// cell beside it is a mark and nothing else: that is of the row. What stands before a mark at the end of a cell goes by
  /// that.
  ///
  /// - Parameter portions: those that were read from the text.
  static func portions(
    in structure: TextStructure, of part: ByteRange, beside portions: [ReleasePortion], _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    guard portions.contains(where: { $0.mark != nil }) else { return [] }
    var cells: [ReleasePortion] = []
    let covers = portions.sorted { $0.range.start < $1.range.start }
    for table in structure.tables {
      guard let first = table.rows.lazy.compactMap(\.cells.first).first?.range, first.start >= part.start,
        first.end <= part.end
      else { continue }
      cells += read(table, isOfText: false, covers, source, vocabulary)
    }
    for table in PlainTables(in: part, source, vocabulary).tables {
      cells += read(table, isOfText: true, covers, source, vocabulary)
    }
    return cells
  }

  /// - Parameter isOfText: whether the text has nothing but signs that say so: then a cell in a row with marks is left to
  ///   the reader of the text where nothing heads it.
  private static func read(
    _ table: TableStructure, isOfText: Bool, _ covers: [ReleasePortion], _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var cells: [ReleasePortion] = []
    var heads = ColumnMarks()
    if let caption = table.caption.flatMap({ CellMark.read([$0], in: source, vocabulary)[0] }) {
      heads.add(caption.statement)
    }
    var isLeading = true
    for (index, row) in table.rows.enumerated() {
      let marks = CellMark.read(row.cells.map(\.range), in: source, vocabulary)
      let isMarked = marks.contains { $0 != nil }
      let besides = heads.beside(row: index)
      let alone =
        marks.count { $0 != nil } == 1 && !row.isHead
        ? zip(row.cells, marks).lazy.compactMap { $0.holdsMore ? nil : $1 }.first { $0.isAlone } : nil
      for (cell, mark) in zip(row.cells, marks) {
        if let mark {
          guard let text = mark.text, !text.isEmpty else { continue }
          cells.append(portion(text, "text beside a mark", mark: mark.statement))
          continue
        }
        let text = Pieces.trimmed(cell.range, in: source)
        guard !text.isEmpty, PortionReader.holdsLetters(text, in: source), !CellMark.namesRow(text, in: source) else {
          continue
        }
        let head = [heads.of(cell.columns), besides].compactMap(\.self).reduce()
        if let alone {
          let whole = head.map { $0.joined(with: alone.statement) } ?? alone.statement
          cells.append(portion(text, "a cell of a marked row", mark: whole))
          continue
        }
        if head == nil, !isMarked || isOfText { continue }
        let around = isMarked ? cover(of: text, in: covers) : nil
        let whole = [head, around].compactMap(\.self).reduce()
        var portion = portion(text, "a cell without a mark", mark: isMarked && !isOfText ? nil : whole)
        if portion.mark == nil { portion.inner = whole }
        cells.append(portion)
      }
      // Titles of tables stand above their heads.
      isLeading = index == 0 || isLeading && marks.allSatisfy { $0 != nil }
      for (cell, mark) in zip(row.cells, marks) {
        guard let mark else { continue }
        if isLeading || row.isHead { heads.add(mark.statement, over: cell.columns) }
        if cell.height > 1 { heads.add(mark.statement, toRow: index + cell.height - 1) }
      }
    }
    return cells
  }

  private static func portion(_ text: ByteRange, _ name: String, mark: PortionStatement?) -> ReleasePortion {
    ReleasePortion(mark: mark, range: text, text: [text], name: name, position: Position(line: 1, column: 1))
  }

  /// What the portion says that a cell stands in.
  private static func cover(of cell: ByteRange, in portions: [ReleasePortion]) -> PortionStatement? {
    var low = 0
    var high = portions.count
    while low < high {
      let middle = (low + high) / 2
      if portions[middle].range.start <= cell.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? portions[low - 1].mark : nil
  }
}

extension [PortionStatement] {
  /// All that any of them says.
  fileprivate func reduce() -> PortionStatement? { first.map { dropFirst().reduce($0) { $0.joined(with: $1) } } }
}

/// What the heads of a table say of the cells below them.
private struct ColumnMarks {
  private var byColumn: [Int: PortionStatement] = [:]
  /// What is said of every column: by the caption, and by heads that are wider than anyone counts.
  private var whole: PortionStatement?
  /// All that is said of any column.
  private var all: PortionStatement?
  /// What cells say of the rows down to one.
  private var ofRows: [(statement: PortionStatement, lastRow: Int)] = []

  private static let mostColumns = 64

  mutating func add(_ statement: PortionStatement) {
    whole = whole.map { $0.joined(with: statement) } ?? statement
    all = all.map { $0.joined(with: statement) } ?? statement
  }

  mutating func add(_ statement: PortionStatement, over columns: Range<Int>) {
    guard columns.count <= Self.mostColumns else { return add(statement) }
    for column in columns { byColumn[column] = byColumn[column].map { $0.joined(with: statement) } ?? statement }
    all = all.map { $0.joined(with: statement) } ?? statement
  }

  mutating func add(_ statement: PortionStatement, toRow row: Int) {
    if let known = ofRows.firstIndex(where: { $0.statement == statement }) {
      ofRows[known].lastRow = max(ofRows[known].lastRow, row)
    } else {
      ofRows.append((statement, row))
    }
  }

  /// What is said of a cell; a wide one goes by all.
  func of(_ columns: Range<Int>) -> PortionStatement? {
    if columns.count > Self.mostColumns { return all }
    return (columns.compactMap { byColumn[$0] } + [whole].compactMap(\.self)).reduce()
  }

  /// What cells from rows above say of a row.
  func beside(row: Int) -> PortionStatement? { ofRows.filter { $0.lastRow >= row }.map(\.statement).reduce() }
}
