import Detection
import MarkingModel
import TextKit

extension TextFinder {
  /// What is found in words with notes above them, and in the notes: each is read without the other.
  func foundInRuby(
    _ ruby: [RubyText], _ edits: [FoldedText.Edit], _ source: Span<UInt8>,
    _ names: (finder: TermFinder, entries: [TermList.Entry])?
  ) throws(Refusal) -> [FoundText] {
    let notes = ruby.flatMap { $0.notes + $0.signs }
    let words = ruby.flatMap { $0.words + $0.signs }
    var found: [FoundText] = []
    for hidden in [notes, words] {
      let reading = hidden.map { FoldedText.Edit($0, reads: [], isPart: true) }
      found += try find(in: try folded(source, edits + reading), names)
    }
    return found
  }
}

extension FoundText {
  /// With all of each word that it is, or nearly, and of the notes above that, and the other way round: they say the same. Of
  /// a sentence with a note it takes what it is.
  ///
  /// - Parameter ruby: in order and apart from each other.
  func withRuby(_ ruby: [RubyText]) -> FoundText {
    var all = pieces
    for piece in pieces {
      var (low, high) = (0, ruby.count)
      while low < high {
        let middle = (low + high) / 2
        if ruby[middle].range.end <= piece.start { low = middle + 1 } else { high = middle }
      }
      while low < ruby.count, ruby[low].range.start < piece.end {
        if isNearly(ruby[low].words) || isNearly(ruby[low].notes) { all.append(ruby[low].range) }
        low += 1
      }
    }
    guard all.count > pieces.count else { return self }
    var found = self
    found.pieces = []
    for range in all.sorted(by: { $0.start < $1.start }) {
      if let last = found.pieces.last, last.end >= range.start {
        found.pieces[found.pieces.count - 1].end = max(last.end, range.end)
      } else {
        found.pieces.append(range)
      }
    }
    return found
  }

  /// Whether it leaves at most as much of some places as a title takes: `Mr. `.
  private func isNearly(_ places: [ByteRange]) -> Bool {
    var left = places.reduce(0) { $0 + $1.count }
    let all = left
    for place in places {
      for piece in pieces { left -= max(0, min(place.end, piece.end) - max(place.start, piece.start)) }
    }
    return left < all && left <= 4
  }
}
