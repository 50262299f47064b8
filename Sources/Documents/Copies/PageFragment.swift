import MarkingModel

/// A part of a page without the page around it, as a browser's clipboard and a data base hand it out: `<p>S E C R E T …</p>`.
///
/// Such a text often has the lines of the telegram besides its tags, or instead of them (`<b>UNCLAS …</b>` and the rest
/// plain): both end a line.
enum PageFragment {
  /// Whether the first tag of a text, at `at`, is one that a page has in its body or head. A comment may stand before it.
  static func begins(_ source: Span<UInt8>, at: Int) -> Bool {
    name(source, at: at).map { heads.contains($0) || isOfBody($0) } ?? false
  }

  /// Whether its lines are those of the text: it does not begin with what only a whole page has.
  static func keepsLines(_ source: Span<UInt8>, at: Int) -> Bool { name(source, at: at).map(isOfBody) ?? false }

  private static func isOfBody(_ name: String) -> Bool {
    inline.contains(name) || name != "html" && name != "body" && PageBorder.isKnown(name)
  }

  /// The name of the first tag, in small letters.
  private static func name(_ source: Span<UInt8>, at: Int) -> String? {
    var start = at
    while source.has("<!--", at: start, end: source.count) {
      // The remarks that programs leave are short.
      let reach = min(source.count, start + 1024)
      while start < reach, !source.has("-->", at: start, end: reach) { start += 1 }
      guard start < reach, start < at + 4096 else { return nil }
      start += 3
      while start < source.count, start < at + 4096, source[start] <= 0x20 { start += 1 }
    }
    guard start + 2 < source.count, source[start] == 0x3C, source[start + 1].isLetter else { return nil }
    var name = ""
    var end = start + 1
    while end < source.count, end - start <= 12, source[end].isLetterOrDigit {
      name.unicodeScalars.append(Unicode.Scalar(source[end].isLetter ? source[end] | 0x20 : source[end]))
      end += 1
    }
    guard end < source.count, source[end] <= 0x20 || source[end] == 0x3E || source[end] == 0x2F else { return nil }
    return name
  }

  private static let heads: Set<String> = ["body", "head", "link", "meta", "style", "title"]

  /// Those that text runs across, and line breaks.
  private static let inline: Set<String> = [
    "a", "b", "big", "br", "code", "em", "font", "i", "nobr", "samp", "small", "span", "strong", "tt", "u",
  ]
}
