/// Text set to a width, for help.
enum Wrapped {
  /// The words of `text` in lines of at most `width` characters, each with `indent` blanks before it.
  static func lines(_ text: String, indent: Int = 0, width: Int = 80) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(margin + line) }
    return lines
  }

  /// A term and what it means, the meaning beginning at `column`, on the next line where the term is too long.
  static func entry(_ term: String, _ meaning: String, column: Int) -> [String] {
    var lines = Self.lines(meaning, indent: column)
    let head = "  " + term
    if head.count + 2 > column { return [head] + lines }
    lines[0] = head + lines[0].dropFirst(head.count)
    return lines
  }
}
