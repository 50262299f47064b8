import MarkingModel

/// Where the parts of a text that was put together come from.
struct ReadingPlaces {
  /// Where each begins in that text, in order.
  private var places: [(start: Int, range: ByteRange)] = []

  mutating func add(_ range: ByteRange, at start: Int) { places.append((start, range)) }

  /// Where something that was found comes from, without what was put between the parts.
  func originals(of range: ByteRange) -> [ByteRange] {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start + places[middle].range.count <= range.start { low = middle + 1 } else { high = middle }
    }
    var found: [ByteRange] = []
    while low < places.count, places[low].start < range.end {
      let place = places[low]
      let start = max(range.start, place.start) - place.start
      let end = min(range.end, place.start + place.range.count) - place.start
      if start < end { found.append(ByteRange(place.range.start + start, place.range.start + end)) }
      low += 1
    }
    return found
  }
}
