import MarkingModel

/// An edited transcription (Foreign Relations of the United States): its head and source note.
enum Edited {
  /// `114. Telegram From the Embassy in … to the Department of State`, also `Airgram` and `Circular Telegram`.
  static func isHead(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var at = start
    let number = source.number(at: at, end: end)
    if number.digits > 0, number.end < end, source[number.end] == 0x2E { at = source.skipBlanks(number.end + 1, end) }
    if source.has("Circular ", at: at, end: end) { at += 9 }
    if source.has("Backchannel ", at: at, end: end) { at += 12 }
    return source.has("Telegram From ", at: at, end: end) || source.has("Telegram from ", at: at, end: end)
      || source.has("telegram From ", at: at, end: end)
      || source.has("Telegram ", at: at, end: end) && endsInFrom(at + 9, end, in: source)
  }

  /// `Telegram 1234 From …`.
  private static func endsInFrom(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let number = source.number(at: at, end: end)
    return number.digits > 0 && source.hasWordAnyCase("FROM", at: source.skipBlanks(number.end, end), end: end)
  }
}
