import MarkingModel

/// Lines of plain text.
enum TextLayout {
  /// How many characters a text takes. Nearly all are ASCII, which need no search for where a character ends.
  static func width(_ text: some StringProtocol) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
  }

  /// Breaks text at blanks into lines of at most `width` characters; a longer word stays whole. At least one line.
  static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(Substring.init) {
      let count = Self.width(word)
      if length > 0, length + 1 + count > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += count
    }
    lines.append(line)
    return lines
  }

  /// Text with blanks after it up to `width` characters.
  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  /// "2 errors, 1 warning"; empty where there is nothing.
  static func counts(_ counts: SeverityCounts) -> String {
    var parts: [String] = []
    if counts.errors > 0 { parts.append(counts.errors.counted("error")) }
    if counts.warnings > 0 { parts.append(counts.warnings.counted("warning")) }
    if counts.infos > 0 { parts.append(counts.infos.counted("info")) }
    if counts.known > 0 { parts.append("\(counts.known) known") }
    if counts.suppressed > 0 { parts.append("\(counts.suppressed) suppressed") }
    return parts.joined(separator: ", ")
  }
}
