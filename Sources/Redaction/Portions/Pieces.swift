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

/// Counts lines and columns forward through one document.
package struct LineCounter: Sendable {
  private var offset = 0
  private var here = Position(line: 1, column: 1)

  package init() {}

  /// Counts from the start of one part of a text.
  init(from offset: Int) { self.offset = offset }

  /// The position of a byte at or after the last one that was asked for; an earlier one is counted from the start.
  package mutating func position(of target: Int, in source: Span<UInt8>) -> Position {
    if target < offset { self = LineCounter() }
    while offset < target {
      let byte = source[offset]
      let isPair = byte == 0x0D && offset + 1 < source.count && source[offset + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair {
        here = Position(line: here.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        here.column += 1
      }
      offset += 1
    }
    return here
  }
}
