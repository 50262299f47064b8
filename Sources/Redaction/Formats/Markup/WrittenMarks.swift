import Documents
import MarkingGrammar
import MarkingModel

/// Portion marks that are written in the text of elements which have their marks in attributes.
enum WrittenMarks {
  /// What those say that stand where a portion may begin or end, and those with slashes wherever they stand. O(pieces).
  static func all(
    in pieces: [ByteRange], _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Set<PortionStatement> {
    var statements: Set<PortionStatement> = []
    // Behind `(B)` a `(C)` is an item of a list.
    var isList = false
    for piece in pieces {
      var at = piece.start
      while at < piece.end {
        guard source[at] == UInt8(ascii: "("), let mark = PartPortions.mark(of: ByteRange(at, piece.end), in: source)
        else {
          at += 1
          continue
        }
        let letter = mark.count == 3 ? source[at + 1] : 0
        let isItem = isList && letter == UInt8(ascii: "C")
        isList = letter == UInt8(ascii: "B") || isList && letter != UInt8(ascii: "C")
        if !isItem, hasSlashes(mark, in: source) || beginsText(at, of: piece, in: source),
          let statement = MarkStatement.read(mark, in: source, vocabulary)
        {
          statements.insert(statement)
        }
        at += 1
      }
    }
    return statements
  }

  private static func hasSlashes(_ mark: ByteRange, in source: Span<UInt8>) -> Bool {
    (mark.start..<mark.end - 1).contains { source[$0] == UInt8(ascii: "/") && source[$0 + 1] == UInt8(ascii: "/") }
  }

  /// At the start of a stretch or a line, or behind the end of a sentence or a label.
  private static func beginsText(_ at: Int, of piece: ByteRange, in source: Span<UInt8>) -> Bool {
    var before = at
    while before > piece.start, source[before - 1] <= 0x20 {
      if source[before - 1] == 0x0A || source[before - 1] == 0x0D { return true }
      before -= 1
    }
    return before == piece.start || source[before - 1].isOne(of: ".", ":", ";", "!", "?", ")")
  }
}
