/// Which parts of an audit a file holds: `3/16`, or `1,3/16` where parts were merged.
package struct ShardParts: Sendable, Hashable {
  package private(set) var parts: Set<Int>
  package private(set) var of: Int

  /// Nil for anything but numbers from 1 to the one behind the slash.
  package init?(_ text: String) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let of = Int(halves[1]), of >= 1 else { return nil }
    var parts: Set<Int> = []
    for word in halves[0].split(separator: ",", omittingEmptySubsequences: false) {
      guard let part = Int(word), 1...of ~= part else { return nil }
      parts.insert(part)
    }
    self.parts = parts
    self.of = of
  }

  package var isWhole: Bool { parts.count == of }
  /// `1/1` for all of them.
  package var text: String { isWhole ? "1/1" : parts.sorted().map(String.init).joined(separator: ",") + "/\(of)" }
  package var missing: [Int] { (1...of).filter { !parts.contains($0) } }

  /// Both together; nil for parts of another number of parts.
  func joined(with other: ShardParts) -> ShardParts? {
    if isWhole || other.isWhole { return isWhole ? self : other }
    guard of == other.of else { return nil }
    var joined = self
    joined.parts.formUnion(other.parts)
    return joined
  }
}
