import Detection
import MarkingModel
import TextKit

/// A word with its notes, and how long they are: most that is found is longer than neither.
struct RubyReading {
  let range: ByteRange
  /// The words themselves, and what stands above them.
  let readings: [(places: [ByteRange], count: Int)]

  init(_ ruby: RubyText) {
    range = ruby.range
    readings = [ruby.words, ruby.notes].map { places in (places, places.reduce(0) { $0 + $1.count }) }
  }
}

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
  func withRuby(_ ruby: [RubyReading]) -> FoundText {
    var all = pieces
    let length = pieces.reduce(0) { $0 + $1.count }
    for piece in pieces {
      var (low, high) = (0, ruby.count)
      while low < high {
        let middle = (low + high) / 2
        if ruby[middle].range.end <= piece.start { low = middle + 1 } else { high = middle }
      }
      while low < ruby.count, ruby[low].range.start < piece.end {
        if ruby[low].readings.contains(where: { $0.count <= length + Self.title && isNearly($0.places) }) {
          all.append(ruby[low].range)
        }
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

  /// What it may leave of a reading: as much as a title takes, `Mr. `.
  private static let title = 4

  /// Whether it is all of some places, or nearly. They are hardly longer than it is.
  private func isNearly(_ places: [ByteRange]) -> Bool {
    let all = places.reduce(0) { $0 + $1.count }
    var left = all
    for place in places {
      for piece in pieces { left -= max(0, min(place.end, piece.end) - max(place.start, piece.start)) }
    }
    return left < all && left <= Self.title
  }
}
