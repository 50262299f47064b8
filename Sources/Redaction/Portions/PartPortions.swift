import MarkingGrammar
import MarkingModel

/// What a policy that reads portion marks makes of the parts of a document that are no document of their own.
enum PartPortions {
  /// A line that stands alone is judged by its own mark; one without goes, unless unmarked portions are released. A part
  /// that belongs to a portion goes with it.
  ///
  /// - Parameter withheld: the portions that are withheld already.
  static func withholdings(
    in document: any RewritableDocument, beside withheld: [Withholding], _ policy: Policy,
    unmarked: Planner.UnmarkedPortions, _ vocabulary: borrowing Vocabulary
  ) -> [Withholding] {
    let text = document.text
    let source = text.span
    var withholdings: [Withholding] = []
    for part in document.parts where !part.range.isEmpty {
      switch part.kind {
      case .document, .form, .unread: break
      case .attached(let place):
        let around = Self.block(around: place, document.gaps, end: text.count)
        let owner = withheld.first { portion in
          guard let first = portion.pieces.first, let last = portion.pieces.last else { return false }
          return first.start <= around.end && around.start <= last.end
        }
        if var owner {
          owner.name = part.name
          owner.pieces = [part.range]
          withholdings.append(owner)
        }
      case .line:
        let mark = mark(of: part.range, in: source)
        let pieces = [ByteRange(mark?.end ?? part.range.start, part.range.end)]
        if let statement = mark.flatMap({ MarkStatement.read($0, in: source, vocabulary) }) {
          guard let clause = policy.portions.first(where: { $0.fits(statement) }) else { continue }
          withholdings.append(Withholding(.portion, name: part.name, pieces: pieces, exemptions: clause.exemptions))
        } else if unmarked != .release {
          withholdings.append(
            Withholding(
              .unmarked, name: part.name, pieces: [part.range], exemptions: policy.portions.first?.exemptions ?? []))
        }
      }
    }
    return withholdings
  }

  /// The text between the gaps around a place; at the end of one, the next as well.
  private static func block(around place: Int, _ gaps: [ByteRange], end: Int) -> ByteRange {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? gaps[low - 1].end : 0
    if low < gaps.count, gaps[low].start <= place { low += 1 }
    return ByteRange(start, low < gaps.count ? gaps[low].start : end)
  }

  /// `(U)` at the start of a line.
  static func mark(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    guard source[line.start] == UInt8(ascii: "(") else { return nil }
    var close = line.start + 1
    while close < min(line.end, line.start + 80) {
      if source[close] == UInt8(ascii: ")") { return ByteRange(line.start, close + 1) }
      close += 1
    }
    return nil
  }
}
