import MarkingModel

/// The `ruby` elements of a document, while it is read, as pieces of its text.
struct RubyPieces {
  private var texts: [(pieces: Range<Int>, notes: [Range<Int>], signs: [Range<Int>])] = []
  private var notes: [Range<Int>] = []
  private var signs: [Range<Int>] = []

  /// Takes an element that was read, by its name.
  mutating func take(_ name: String, _ pieces: Range<Int>) {
    switch name {
    case "rt", "rtc": notes.append(pieces)
    case "rp": signs.append(pieces)
    case "ruby":
      texts.append((pieces, Self.take(within: pieces, of: &notes), Self.take(within: pieces, of: &signs)))
    default: break
    }
  }

  /// The last of a list, that an element has read. Those before it may be of an element around it.
  private static func take(within pieces: Range<Int>, of list: inout [Range<Int>]) -> [Range<Int>] {
    let first = list.lastIndex { $0.lowerBound < pieces.lowerBound }.map { $0 + 1 } ?? 0
    let taken = Array(list[first...])
    list.removeSubrange(first...)
    return taken
  }

  /// Those that have a note, as places in the text, in order. One within another is a part of that.
  func texts(in pieces: [ByteRange]) -> [RubyText] {
    let texts = texts.compactMap { text -> RubyText? in
      let notes = text.notes.compactMap { HTMLTables.range(of: $0, in: pieces) }
      guard !notes.isEmpty, let range = HTMLTables.range(of: text.pieces, in: pieces) else { return nil }
      return RubyText(
        range: range, notes: notes, signs: text.signs.compactMap { HTMLTables.range(of: $0, in: pieces) })
    }
    var apart: [RubyText] = []
    for text in texts.sorted(by: { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }) {
      if let last = apart.last, text.range.start < last.range.end {
        apart[apart.count - 1].notes += text.notes
        apart[apart.count - 1].signs += text.signs
      } else {
        apart.append(text)
      }
    }
    return apart
  }
}
