import Documents
package import MarkingModel

/// Stretches of text with the blanks at their ends left out.
package enum Pieces {
  /// What of a stretch is left when some places are taken out of it. `places` are in order of their starts; those
  /// behind the stretch cost nothing.
  package static func between(
    _ from: Int, _ to: Int, leavingOut places: ArraySlice<ByteRange>, in source: Span<UInt8>
  ) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var at = from
    for place in places.prefix(while: { $0.start < to }) where place.end > at {
      if place.start > at { add(ByteRange(at, place.start), to: &pieces, in: source) }
      at = max(at, place.end)
    }
    if at < to { add(ByteRange(at, to), to: &pieces, in: source) }
    return pieces
  }

  /// The same for places that are in order and apart from each other: those before the stretch cost nothing either.
  package static func between(
    _ from: Int, _ to: Int, leavingOutApart places: [ByteRange], in source: Span<UInt8>
  ) -> [ByteRange] {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].end <= from { low = middle + 1 } else { high = middle }
    }
    return between(from, to, leavingOut: places[low...], in: source)
  }

  private static func add(_ range: ByteRange, to pieces: inout [ByteRange], in source: Span<UInt8>) {
    let trimmed = trimmed(range, in: source)
    if !trimmed.isEmpty { pieces.append(trimmed) }
  }

  /// Without blanks and line ends on both sides.
  package static func trimmed(_ range: ByteRange, in source: Span<UInt8>) -> ByteRange {
    let start = source.skipBlanks(range.start, range.end)
    return ByteRange(start, source.trimmedEnd(start, range.end))
  }
}
