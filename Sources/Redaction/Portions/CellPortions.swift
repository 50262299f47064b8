import Documents
import MarkingGrammar
import MarkingModel

/// Cells of a page's table without marks of their own. In the text they stand behind the cell before them, whose mark does
/// not hold for them.
enum CellPortions {
  /// A cell goes by the mark at the head of its column as well, and by what it stands in. In a row with marks it is a
  /// portion without a mark, unless either withholds it.
  ///
  /// - Parameter portions: those that were read from the text.
  static func portions(
    in structure: TextStructure, of part: ByteRange, beside portions: [ReleasePortion], _ source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    guard !structure.tables.isEmpty, portions.contains(where: { $0.mark != nil }) else { return [] }
    var cells: [ReleasePortion] = []
    let covers = portions.sorted { $0.range.start < $1.range.start }
    for rows in structure.tables {
      guard let head = rows.first, let first = head.cells.first, first.range.start >= part.start,
        first.range.end <= part.end
      else { continue }
      var columns: [Int: PortionStatement] = [:]
      for cell in head.cells { columns[cell.column] = mark(of: cell.range, in: source, vocabulary) }
      for row in rows where row.cells.count > 1 {
        let marks = row.cells.map { mark(of: $0.range, in: source, vocabulary) }
        let isMarked = marks.contains { $0 != nil }
        if !isMarked, columns.isEmpty { continue }
        for (cell, mark) in zip(row.cells, marks) where mark == nil {
          let text = Pieces.trimmed(cell.range, in: source)
          guard !text.isEmpty, PortionReader.holdsLetters(text, in: source) else { continue }
          let column = columns[cell.column]
          if !isMarked, column == nil { continue }
          var portion = ReleasePortion(
            mark: isMarked ? nil : column, range: text, text: [text], name: "a cell without a mark",
            position: Position(line: 1, column: 1))
          if isMarked {
            let cover = cover(of: text, in: covers)
            portion.inner = column.map { column in cover.map { column.joined(with: $0) } ?? column } ?? cover
          }
          cells.append(portion)
        }
      }
    }
    return cells
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

  private static func mark(
    of cell: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    let text = Pieces.trimmed(cell, in: source)
    guard !text.isEmpty else { return nil }
    return PartPortions.mark(of: text, in: source).flatMap { MarkStatement.read($0, in: source, vocabulary) }
  }
}
