import Detection
import MarkingModel
import TextKit

extension TextFinder {
  /// Where a text stands that a reviewer adds: in any case, over the end of a line, within a word too. A term of a list is
  /// found wherever this is.
  func places(of text: String, in marked: MarkedText) throws(Refusal) -> [[ByteRange]] {
    let source = marked.bytes.span
    let folded = try folded(source, Self.edits(marked) + MarkupSigns(source).quotes)
    var places: [[ByteRange]] = []
    let needle: FoldedText
    do throws(FoldingError) {
      needle = try FoldedText(Array(text.utf8).span)
    } catch {
      throw .detector("\(error)")
    }
    for place in folded.lowered.span.places(of: needle.lowered) { places.append(folded.pieces(of: place)) }
    do throws(TermListError) {
      let finder = try TermFinder(TermList([TermList.Entry(kind: .term, spellings: [text])]))
      for match in finder.find(in: folded) { places.append(folded.pieces(of: match.folded)) }
    } catch {
      // Without letters and digits it is no term: it stands as it is, or not at all.
    }
    // What folding drops can be asked for as well.
    if needle.bytes.isEmpty { places += source.places(of: Array(text.utf8)).map { [$0] } }
    return places
  }
}

extension Span<UInt8> {
  /// Where a text stands, byte for byte.
  fileprivate func places(of text: [UInt8]) -> [ByteRange] {
    guard let first = text.first, text.count <= count else { return [] }
    var places: [ByteRange] = []
    var i = 0
    while i + text.count <= count {
      if self[i] == first, text.indices.allSatisfy({ self[i + $0] == text[$0] }) {
        places.append(ByteRange(i, i + text.count))
        i += text.count
      } else {
        i += 1
      }
    }
    return places
  }
}
