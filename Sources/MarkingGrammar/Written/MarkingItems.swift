import MarkingModel

/// A line cut at its separators, before anything in it is looked up. Places are those of the folded text.
///
/// The items of almost every line have room in the value itself.
struct MarkingItems: ~Copyable, Sendable {
  /// What stands between two separators.
  struct Item: Sendable {
    var start: Int
    var end: Int
    /// How many `//` stand before it.
    var segment: Int
    /// Whether `//` stands before it, or nothing.
    var beginsSegment: Bool
    /// Whether it is all that stands behind what is read of a line (`MarkingLimits`).
    var isRest = false

    var range: ByteRange { ByteRange(start, end) }
  }

  private static var room: Int { 8 }
  private var first = InlineArray<8, Item>(repeating: Item(start: 0, end: 0, segment: 0, beginsSegment: false))
  private var others: [Item] = []
  private(set) var count = 0
  /// Whether the line begins with `//`.
  private(set) var hasLeadingSlashes = false
  /// Those slashes.
  private(set) var leading = ByteRange(0, 0)
  private(set) var defects: [MarkingDefect] = []

  /// No items.
  init() {}

  subscript(_ index: Int) -> Item { index < Self.room ? first[index] : others[index - Self.room] }

  private mutating func append(_ item: Item) {
    if count < Self.room { first[count] = item } else { others.append(item) }
    count += 1
  }

  /// Cuts `from..<to`. Time: its length.
  init(_ text: Span<UInt8>, _ from: Int, _ to: Int) {
    var start = text.skipBlanks(from, to)
    var segment = 0
    var beginsSegment = true
    var i = start
    while i <= to {
      guard i == to || text[i].isSlash else {
        i += 1
        continue
      }
      if count == MarkingLimits.items, i < to {
        append(
          Item(start: start, end: to, segment: segment, beginsSegment: beginsSegment, isRest: true))
        return
      }
      // A run of slashes, blanks between them counted with it.
      var slashes = 0
      var isBack = false
      var after = i
      while after < to {
        if text[after].isSlash {
          slashes += 1
          isBack = isBack || text[after] == 0x5C
          after += 1
        } else if text[after] == 0x20, text.nextIsSlash(after, to) {
          after = text.skipBlanks(after, to)
        } else {
          break
        }
      }
      let end = text.trimEnd(start, i)
      let next = text.skipBlanks(after, to)
      take(start, end, segment, &beginsSegment, separator: ByteRange(end, next), slashes, isFirst: i == start, to)
      let isInside = next < to && !(i == start && count == 0)
      note(ByteRange(end, next), slashes, isBack: isBack, hasBlanks: next - end > slashes, isInside: isInside)
      if slashes >= 2 {
        if !(count == 0 && i == start) {
          segment += 1
        } else {
          hasLeadingSlashes = true
          leading = ByteRange(i, next)
        }
        beginsSegment = true
      }
      if i == to { break }
      start = next
      i = next
    }
  }

  private mutating func take(
    _ start: Int, _ end: Int, _ segment: Int, _ beginsSegment: inout Bool, separator: ByteRange, _ slashes: Int,
    isFirst: Bool, _ to: Int
  ) {
    if end > start {
      append(Item(start: start, end: end, segment: segment, beginsSegment: beginsSegment))
      beginsSegment = false
      if slashes > 0, separator.end >= to {
        defects.append(MarkingDefect(.trailingSeparator, separator, replacement: ""))
      }
    } else if slashes > 0, count > 0 || slashes != 2 {
      defects.append(MarkingDefect(.emptySegment, separator))
    }
  }

  /// What is wrong with a separator, the first of it alone.
  private mutating func note(_ separator: ByteRange, _ slashes: Int, isBack: Bool, hasBlanks: Bool, isInside: Bool) {
    guard slashes > 0 else { return }
    let written = slashes >= 2 ? "//" : "/"
    if slashes > 2, isInside {
      defects.append(MarkingDefect(.emptySegment, separator, replacement: written))
    } else if isBack {
      defects.append(MarkingDefect(slashes >= 2 ? .categorySeparator : .itemSeparator, separator, replacement: written))
    } else if hasBlanks, isInside {
      defects.append(MarkingDefect(.separatorSpace, separator, replacement: written))
    }
  }
}

extension UInt8 {
  /// A backslash is a slip of the hand for a slash.
  @inline(__always) fileprivate var isSlash: Bool { self == 0x2F || self == 0x5C }
}

extension Span where Element == UInt8 {
  /// Whether only blanks stand between `at` and the next slash.
  fileprivate func nextIsSlash(_ at: Int, _ end: Int) -> Bool {
    let next = skipBlanks(at, end)
    return next < end && self[next].isSlash
  }
}
