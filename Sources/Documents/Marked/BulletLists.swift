import MarkingModel

/// The lists of bullets that are open while portions are gone through in one direction, by their sign and indentation.
struct BulletLists: Sendable {
  private struct List: Sendable {
    let indentation: Int
    let sign: ByteRange
  }

  /// Those in which a bullet has a mark, the outer ones first.
  private var marked: [List] = []
  private var page = 0

  /// Takes the next portion. Whether it is a bullet and one of its list that was taken before has a mark.
  mutating func take(_ portion: PortionEntry, in source: Span<UInt8>) -> Bool {
    let start = source.skipBlanks(portion.line.start, portion.start)
    if portion.kind != .item || portion.depth != 5 || portion.page != page { marked.removeAll() }
    page = portion.page
    guard portion.kind == .item, portion.depth == 5 else { return false }
    let indentation = start - portion.line.start
    var end = start
    while end < portion.start, source[end] > 0x20 { end += 1 }
    let sign = ByteRange(start, end)
    // What hangs deeper ends where an outer bullet stands.
    while let last = marked.last, last.indentation > indentation { marked.removeLast() }
    let isKnown = marked.last.map { $0.indentation == indentation && source.isSame($0.sign, sign) } ?? false
    if portion.mark != nil, !isKnown { marked.append(List(indentation: indentation, sign: sign)) }
    return isKnown
  }
}

extension MarkedReader {
  /// Leaves of the bullets of few words only those between two of the same list that have marks.
  mutating func settleShortItems(in source: Span<UInt8>) {
    guard portions.contains(where: \.isShort) else { return }
    var above = BulletLists()
    let isBelow = portions.map { above.take($0, in: source) }
    var below = BulletLists()
    for index in portions.indices.reversed() {
      let isAbove = below.take(portions[index], in: source)
      if isAbove, isBelow[index] { portions[index].isShort = false }
    }
    portions.removeAll { $0.isShort && $0.mark == nil }
  }
}
