/// Bytes of a report on their way out.
struct ReportBuffer {
  private var bytes: [UInt8] = []

  /// Appends text as UTF-8.
  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ text: [UInt8]) { bytes.append(contentsOf: text) }

  /// Appends one line without the blanks at its end.
  mutating func line(_ text: String = "") {
    var kept = text.utf8[...]
    while kept.last == UInt8(ascii: " ") { kept.removeLast() }
    bytes.append(contentsOf: kept)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Hands over what was written and forgets it.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }
}
