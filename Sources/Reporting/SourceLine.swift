import MarkingModel

/// The line of a document that a finding points at, with the place underlined.
///
/// Unless text may be shown, only the marking itself stands in it (`Finding.excerpt`) and "…" stands for the rest.
/// It looks at a few hundred bytes around the place, so that a document of one long line costs no more than another.
struct SourceLine {
  /// The longest line shown, in units of the text.
  static let width = 100
  /// How much of the line is shown before the place, in units.
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
    let units = TextUnits(of: bytes)
    let place = finding.excerpt.isEmpty ? finding.range : finding.excerpt
    guard place.start >= units.start, place.end <= bytes.count, !place.isEmpty, showsText || !finding.excerpt.isEmpty
    else {
      return nil
    }
    let start = place.start
    let step = units.size
    var end = start
    while end < place.end, end - start < Self.width * step, !units.endsLine(bytes, end) { end += step }
    guard end > start else { return nil }

    let marked = units.decode(bytes, start, units.boundary(bytes, end))
    if showsText {
      let from = Self.lineStart(bytes, units, before: start)
      var to = end
      while to - from < Self.width * step, !units.endsLine(bytes, to) { to += step }
      let before =
        (units.endsLine(bytes, from - step) ? "" : "…") + units.decode(bytes, units.boundary(bytes, from), start)
      let after = units.endsLine(bytes, to) ? "" : "…"
      text = before + units.decode(bytes, start, units.boundary(bytes, to)) + after
      indent = before.count
    } else {
      let before = Self.hasText(bytes, units, before: start) ? "…" : ""
      text = before + marked + (Self.hasText(bytes, units, from: end) ? "…" : "")
      indent = before.count
    }
    length = max(1, marked.count)
  }

  /// Where to begin the part of the line that is shown: its start, or `lead` before the place.
  private static func lineStart(_ bytes: Span<UInt8>, _ units: TextUnits, before place: Int) -> Int {
    var start = place
    while place - start < lead * units.size, !units.endsLine(bytes, start - units.size) { start -= units.size }
    return start
  }

  /// Whether anything but blanks stands before the place in its line.
  private static func hasText(_ bytes: Span<UInt8>, _ units: TextUnits, before place: Int) -> Bool {
    var at = place - units.size
    while place - at < width * units.size, units.isBlank(bytes, at) { at -= units.size }
    return !units.endsLine(bytes, at)
  }

  /// Whether anything but blanks stands from the place to the end of its line.
  private static func hasText(_ bytes: Span<UInt8>, _ units: TextUnits, from place: Int) -> Bool {
    var at = place
    while at - place < width * units.size, units.isBlank(bytes, at) { at += units.size }
    return !units.endsLine(bytes, at)
  }
}
