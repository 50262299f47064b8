import MarkingModel

// Values that look like one and say nothing: every event comes some day.
extension DeclassificationValue {
  private static let phrases = [
    "NONE", "NIL", "NEVER", "NULL", "TBD", "TBA", "INDEFINITE", "INDEFINITELY", "UNKNOWN", "UNDETERMINED",
    "UNSPECIFIED",
    "PERMANENT", "PERMANENTLY", "PENDING", "BLANK", "NO DATE", "NOT KNOWN", "NOT DETERMINED", "NOT SPECIFIED",
    "TO BE DETERMINED", "TO BE DECIDED", "TO BE ADVISED",
  ]

  /// Whether nothing but a word for no date at all stands in a value (`NONE`, `TBD`, `INDEFINITE`).
  static func isNever(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var end = source.trimmedEnd(range.start, range.end)
    while end > range.start, !source[end - 1].isLetterOrDigit { end -= 1 }
    let text = ByteRange(range.start, end)
    return text.count <= 20 && phrases.contains { source.equals(text, $0) }
  }
}
