package import MarkingModel

/// What a release changes in a reading text, in order of place: labels for what is withheld, and what it adds.
package struct TextChanges: Sendable, Hashable {
  package struct Change: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case label
      case added(ReleasedCopy.Addition.Kind)
    }

    package var kind: Kind
    /// The bytes that go; empty for what is added.
    package var range: ByteRange
    /// What stands there instead.
    package var text: String
  }

  package private(set) var changes: [Change] = []

  /// The changes that made a copy.
  package init(of copy: ReleasedCopy) {
    let added = copy.additions.map {
      Change(kind: .added($0.kind), range: ByteRange($0.offset, $0.offset), text: $0.text)
    }
    let labels = copy.cuts.map { Change(kind: .label, range: $0.range, text: $0.label) }
    // At one place what is added comes before a label, but for what closes the text.
    let all = added.filter { $0.kind != .added(.bottom) } + labels + added.filter { $0.kind == .added(.bottom) }
    changes = all.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  package init() {}

  private init(_ changes: [Change]) { self.changes = changes }

  package var isEmpty: Bool { changes.isEmpty }

  /// What is put before the text, and the other changes.
  package var parted: (stamp: String, rest: TextChanges) {
    let stamp = changes.filter { $0.kind == .added(.top) }.map(\.text).joined()
    return (stamp, TextChanges(changes.filter { $0.kind != .added(.top) }))
  }

  /// Those in one stretch of the text, as changes of that stretch alone. At its end only what closes it belongs to it, and
  /// at its start nothing that closes another one. O(log changes + those within).
  package func within(_ stretch: ByteRange) -> TextChanges {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].range.start < stretch.start { low = middle + 1 } else { high = middle }
    }
    var inside: [Change] = []
    while low < changes.count, changes[low].range.start <= stretch.end {
      var change = changes[low]
      low += 1
      let closes = change.kind == .added(.bottom) || change.kind == .added(.strike)
      if change.range.start == stretch.end, !closes { continue }
      if change.range.start == stretch.start, change.kind == .added(.bottom), !stretch.isEmpty { continue }
      change.range = ByteRange(change.range.start - stretch.start, change.range.end - stretch.start)
      inside.append(change)
    }
    return TextChanges(inside)
  }

  /// The bytes of the text that a stretch of the changed text comes from: what was put there comes from none.
  package func originals(of stretch: ByteRange) -> [ByteRange] {
    var places: [ByteRange] = []
    var here = 0
    var there = 0
    func take(to end: Int) {
      let start = max(stretch.start, here)
      let stop = min(stretch.end, end == .max ? .max : here + end - there)
      if start < stop { places.append(ByteRange(there + start - here, there + stop - here)) }
    }
    for change in changes {
      if here >= stretch.end { return places }
      let start = max(there, change.range.start)
      take(to: start)
      here += start - there + change.text.utf8.count
      there = max(start, change.range.end)
    }
    take(to: .max)
    return places
  }

  /// The text with the changes made.
  package func applied(to text: [UInt8]) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(text.count)
    var at = 0
    for change in changes {
      copy += text[at..<max(at, change.range.start)]
      copy += change.text.utf8
      at = max(at, change.range.end)
    }
    return copy + text[at...]
  }
}
