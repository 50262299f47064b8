import Documents
import MarkingGrammar
import MarkingModel

/// The mark of a cell: `(S//NF) Plan`, `**(S//NF)** Plan`, `Plan (S//NF)`.
struct CellMark {
  var statement: PortionStatement
  /// Whether it stands behind the text.
  var isBehind: Bool
  /// Whether nothing else stands in the cell: then it is of the whole row.
  var isAlone = false
  /// What stands under it, where it is not at the start of the cell: readers of texts know marks there.
  var text: ByteRange?

  /// The marks of the cells of a row; nil for one without. One letter but S behind a text is a unit, `Depth (C)`, unless another
  /// cell ends with a mark that is none.
  static func read(
    _ cells: [ByteRange], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [CellMark?] {
    var marks: [CellMark?] = []
    var letters: [Int] = []
    for (index, cell) in cells.enumerated() {
      let text = Pieces.trimmed(cell, in: source)
      var mark: CellMark?
      if let leading = leading(text, in: source, vocabulary) {
        mark = leading
      } else if !text.isEmpty, let closing = ClosingMark.read(text, isAlone: true, in: source, vocabulary) {
        mark = CellMark(
          statement: closing.statement, isBehind: true,
          text: Pieces.trimmed(ByteRange(text.start, closing.range.start), in: source))
        if closing.range.count == 3, closing.statement.level > .unclassified,
          source[closing.range.start + 1] != UInt8(ascii: "S")
        {
          letters.append(index)
        }
      }
      marks.append(mark)
    }
    if marks.count(where: { $0?.isBehind ?? false }) == letters.count { for index in letters { marks[index] = nil } }
    return marks
  }

  private static func leading(
    _ cell: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CellMark? {
    let start = behindEmphasis(cell, in: source)
    guard start < cell.end, let mark = PartPortions.mark(of: ByteRange(start, cell.end), in: source),
      let statement = MarkStatement.read(mark, in: source, vocabulary)
    else { return nil }
    let isAlone = !PortionReader.holdsLetters(ByteRange(mark.end, cell.end), in: source)
    guard start > cell.start else { return CellMark(statement: statement, isBehind: false, isAlone: isAlone) }
    let text = behindEmphasis(ByteRange(mark.end, cell.end), in: source)
    return CellMark(
      statement: statement, isBehind: false, isAlone: isAlone,
      text: Pieces.trimmed(ByteRange(text, cell.end), in: source))
  }

  private static func behindEmphasis(_ cell: ByteRange, in source: Span<UInt8>) -> Int {
    var start = cell.start
    while start < cell.end, source[start].isOne(of: "*", "_", "`", "~") { start += 1 }
    return start
  }

  /// Whether a cell names or numbers its row and says no more: `SUBJECT:`, `3.`. The mark beside it is of what it names.
  static func namesRow(_ cell: ByteRange, in source: Span<UInt8>) -> Bool {
    if cell.count <= 5, source[cell.end - 1].isOne(of: ".", ")"),
      (cell.start..<(cell.end - 1)).allSatisfy({ source[$0].isDigit || source[$0].isOne(of: ".", "(") })
    {
      return true
    }
    return Documents.MailHeader.field(cell.start, cell.end, in: source).map { $0.next >= cell.end } ?? false
  }
}
