import MarkingModel

/// HTML or XML with the tags made blank and the character references read.
///
/// Enough for transcriptions and web pages, where markup is no more than paragraphs, links and notes. A tag that begins
/// or ends a block becomes a line end.
struct MarkupText: Sendable {
  private(set) var copy: CopiedText

  /// Whether a text is markup: it begins with a tag, a declaration or a document type.
  static func isMarkup(_ source: Span<UInt8>, from start: Int) -> Bool {
    var at = start
    while at < source.count, at - start < 1024, source[at] <= 0x20 { at += 1 }
    let end = source.count
    guard at < end, source[at] == 0x3C else { return false }
    return source.has("<?xml", at: at, end: end) || source.hasAnyCase("<!DOCTYPE", at: at, end: end)
      || source.hasAnyCase("<HTML", at: at, end: end) || source.has("<TEI", at: at, end: end)
      || source.has("<div", at: at, end: end)
  }

  init(_ source: Span<UInt8>) {
    copy = CopiedText(reserving: source.count)
    // Where what is not copied yet begins.
    var start = 0
    var at = source.place(of: 0x3C, or: 0x26, from: 0)
    while at < source.count {
      let range: ByteRange
      if source[at] == 0x3C {
        guard let end = Self.tagEnd(at, in: source) else {
          at = source.place(of: 0x3C, or: 0x26, from: at + 1)
          continue
        }
        range = ByteRange(at, end)
        copy.copy(ByteRange(start, at), of: source)
        takeTag(range, in: source)
      } else {
        guard let reference = CharacterReference.read(at, source.count, in: source) else {
          at = source.place(of: 0x3C, or: 0x26, from: at + 1)
          continue
        }
        range = reference.range
        copy.copy(ByteRange(start, at), of: source)
        // A page is set in with them; whether a blank may be broken at says nothing of a marking.
        copy.put(reference.scalar.isBlank ? " " : reference.scalar, for: range)
      }
      start = range.end
      at = source.place(of: 0x3C, or: 0x26, from: start)
    }
    copy.copy(ByteRange(start, source.count), of: source)
  }

  /// The offset after the tag at `at`. One that is never closed is no tag. Another opening bracket ends the search, so
  /// that it stays linear.
  private static func tagEnd(_ at: Int, in source: Span<UInt8>) -> Int? {
    var end = at + 1
    while end < source.count, source[end] != 0x3E, source[end] != 0x3C, end - at < 4096 { end += 1 }
    return end < source.count && source[end] == 0x3E ? end + 1 : nil
  }

  private mutating func takeTag(_ tag: ByteRange, in source: Span<UInt8>) {
    let isBlock = Self.isBlock(tag.start, tag.end - 1, in: source)
    for i in tag.start..<tag.end {
      let isLineEnd = source[i] == 0x0A || source[i] == 0x0D
      copy.put(isLineEnd ? source[i] : i == tag.start && isBlock ? 0x0A : 0x20, at: i)
    }
  }

  /// Whether a tag is one that text does not run across.
  private static func isBlock(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var start = at + 1
    if start < end, source[start] == 0x2F { start += 1 }
    let name = ByteRange(start, source.wordEnd(start, end))
    for block in [
      "P", "DIV", "HEAD", "NOTE", "TITLE", "BR", "LI", "UL", "H1", "H2", "H3", "H4", "TR", "DATELINE", "OPENER",
    ]
    where source.equals(name, block) {
      return true
    }
    return false
  }
}
