import MarkingModel

/// The line of a document that a finding points at, with the place underlined.
///
/// Unless text may be shown, only the marking itself stands in it (`Finding.excerpt`) and "…" stands for the rest.
/// It looks at a few hundred bytes around the place, so that a document of one long line costs no more than another.
struct SourceLine {
  /// The longest line shown, in characters.
  static let width = 100
  /// How much of the line is shown before the place, in bytes.
  static let lead = 48

  var text: String
  /// How many characters stand before the underlined place.
  var indent: Int
  /// How many characters are underlined; at least one.
  var length: Int

  /// "^~~~"
  var underline: String { "^" + String(repeating: "~", count: length - 1) }

  /// Nil where nothing may be shown.
  init?(_ finding: Finding, in bytes: Span<UInt8>, showsText: Bool) {
    let place = finding.excerpt.isEmpty ? finding.range : finding.excerpt
    guard place.start >= 0, place.end <= bytes.count, !place.isEmpty, showsText || !finding.excerpt.isEmpty else {
      return nil
    }
    let start = place.start
    var end = start
    while end < place.end, end - start < Self.width, !Self.endsLine(bytes[end]) { end += 1 }
    guard end > start else { return nil }

    let marked = Self.decode(bytes, start, Self.boundary(bytes, end))
    if showsText {
      let from = Self.lineStart(bytes, before: start)
      var to = end
      while to < bytes.count, to - from < Self.width, !Self.endsLine(bytes[to]) { to += 1 }
      let isCutBefore = from > 0 && !Self.endsLine(bytes[from - 1])
      let isCutAfter = to < bytes.count && !Self.endsLine(bytes[to])
      let before = (isCutBefore ? "…" : "") + Self.decode(bytes, Self.boundary(bytes, from), start)
      text = before + Self.decode(bytes, start, Self.boundary(bytes, to)) + (isCutAfter ? "…" : "")
      indent = before.count
    } else {
      let before = Self.hasText(bytes, before: start) ? "…" : ""
      text = before + marked + (Self.hasText(bytes, from: end) ? "…" : "")
      indent = before.count
    }
    length = max(1, marked.count)
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Where to begin the part of the line that is shown: its start, or `lead` bytes before the place.
  private static func lineStart(_ bytes: Span<UInt8>, before place: Int) -> Int {
    var start = place
    while start > 0, place - start < lead, !endsLine(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Whether anything but blanks stands before the place in its line.
  private static func hasText(_ bytes: Span<UInt8>, before place: Int) -> Bool {
    var at = place
    while at > 0, place - at < width, isBlank(bytes[at - 1]) { at -= 1 }
    return at > 0 && !endsLine(bytes[at - 1])
  }

  /// Whether anything but blanks stands from the place to the end of its line.
  private static func hasText(_ bytes: Span<UInt8>, from place: Int) -> Bool {
    var at = place
    while at < bytes.count, at - place < width, isBlank(bytes[at]) { at += 1 }
    return at < bytes.count && !endsLine(bytes[at])
  }

  /// The place, or the first after it that is not inside a character.
  private static func boundary(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    var at = place
    while at < bytes.count, at - place < 3, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private static func decode(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(end - start)
    for at in start..<max(start, end) { copy.append(bytes[at]) }
    return VisibleText.flattened(String(decoding: copy, as: UTF8.self))
  }
}
