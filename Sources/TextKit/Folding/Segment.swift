/// Folded bytes in a row and the original bytes that they come from. It ends where the next one begins.
struct Segment: Sendable, BitwiseCopyable {
  /// Offset of its first folded byte.
  var folded: Int
  var original: Int
  var originalEnd: Int
  /// Whether the bytes are the same, one for one; otherwise all of them stand for all of the original ones.
  var isCopy: Bool
}

extension Array {
  /// The first index whose element meets a condition that holds for all after it; `count` where none does. O(log count).
  package func partitionIndex(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
