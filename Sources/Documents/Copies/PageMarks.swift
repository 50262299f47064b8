import MarkingModel

/// The signs of a page that a paper's reader has to see before the text of an element: the bullet of an item, the size of a
/// heading.
///
/// They are put where portions have marks, or where a list hangs on the text above it. Other lists and headings of a page are
/// the labels, addresses and statements of a form as often as text.
struct PageMarks: Sendable {
  /// A list that is open.
  private struct List: Sendable {
    /// Whether a sentence or a colon stands above it.
    var isLed: Bool
    /// Whether an item of it had a mark.
    var isMarked = false
  }

  /// The sizes of the headings that have marks, a bit for each, h1 the lowest.
  private var headings: UInt8 = 0
  /// The inner ones last.
  private var lists: [List] = []

  /// The bullet of an item, once for each list that it stands in. It is for private use, so that no text has it: papers read
  /// it as a bullet, telegrams, whose paragraphs have numbers, leave it out.
  static let bullet: Unicode.Scalar = "\u{E000}"

  init() {}

  /// Goes over the headings of a page once. O(bytes).
  init(_ page: ByteRange, in source: Span<UInt8>) {
    var at = page.start
    while let tag = source.first(0x3C, from: at, to: page.end), tag + 3 < page.end {
      at = tag + 1
      if source[at].capital == 0x48, (0x31...0x36).contains(source[at + 1]), source.leadsToMark(at, page.end) {
        headings |= 1 << (source[at + 1] - 0x31)
      }
    }
  }

  /// Takes a tag at a range of a page; the sign that stands for it before the text of its element.
  ///
  /// - Parameter last: the last byte above it that is seen.
  mutating func sign(
    of name: String, _ tag: ByteRange, to end: Int, below last: @autoclosure () -> UInt8?, in source: Span<UInt8>
  ) -> String? {
    let isEnd = source[tag.start + 1] == 0x2F
    switch name {
    case "ul", "ol":
      if isEnd {
        _ = lists.popLast()
      } else {
        lists.append(List(isLed: last().map { $0.isOne(of: ":", ".") } ?? false))
      }
    case "li" where !isEnd && !lists.isEmpty: return bullet(behind: tag.end, end, in: source)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      guard !isEnd, headings != 0, let size = name.utf8.last.map({ Int($0) - 0x30 }) else { return nil }
      return headings & (1 << UInt8(size - 1)) != 0 ? String(repeating: "#", count: size) + " " : nil
    default: break
    }
    return nil
  }

  /// The bullet of an item of the innermost list; nil where it has a number of its own.
  private mutating func bullet(behind tag: Int, _ end: Int, in source: Span<UInt8>) -> String? {
    guard let first = source.firstShown(tag, end), let list = lists.indices.last else { return nil }
    let isMarked = source.beginsMark(first, end)
    if isMarked { lists[list].isMarked = true }
    guard isMarked || source[first].isLetter && source.isText(first, end), !source[first + 1].isOne(of: ".", ")"),
      lists[list].isMarked || lists[list].isLed
    else { return nil }
    return String(repeating: Character(Self.bullet), count: min(lists.count, 3)) + " "
  }
}

extension Span where Element == UInt8 {
  /// Whether the text behind a tag begins as a portion does.
  fileprivate func leadsToMark(_ tag: Int, _ end: Int) -> Bool {
    guard let close = first(0x3E, from: tag, to: Swift.min(end, tag + 512)), let at = firstShown(close + 1, end) else {
      return false
    }
    return beginsMark(at, end)
  }

  /// Whether a parenthesis and a capital stand at an offset.
  fileprivate func beginsMark(_ at: Int, _ end: Int) -> Bool {
    at + 1 < end && self[at] == 0x28 && (self[at + 1].isCapital || self[at + 1] == 0x2F)
  }

  /// Where something is shown behind opening tags and blanks; nil where something else comes first.
  fileprivate func firstShown(_ start: Int, _ end: Int) -> Int? {
    let reach = Swift.min(end, start + 512)
    var at = start
    while at + 1 < reach {
      if self[at] <= 0x20 {
        at += 1
      } else if self[at] == 0x3C {
        guard self[at + 1].isLetter, let close = first(0x3E, from: at, to: reach) else { return nil }
        at = close + 1
      } else {
        return at
      }
    }
    return nil
  }

  /// Whether small letters stand among the first words of a text, which no banner has, and no colon, which a label has.
  fileprivate func isText(_ at: Int, _ end: Int) -> Bool {
    var isText = false
    for i in at..<Swift.min(end - 1, at + 96) {
      if self[i] == 0x3C { break }
      if self[i] == 0x3A, i - at < 40 { return false }
      if self[i].isSmall, self[i + 1].isSmall { isText = true }
    }
    return isText
  }
}
