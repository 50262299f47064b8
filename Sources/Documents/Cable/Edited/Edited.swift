import MarkingModel

/// An edited transcription (Foreign Relations of the United States): its head and source note.
enum Edited {
  /// `114. Telegram From the Embassy in … to the Department of State`, also `Airgram` and `Circular Telegram`; the volumes
  /// of talks have `371. Telegram 1219 to Geneva`.
  static func isHead(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var at = start
    let number = source.number(at: at, end: end)
    let isNumbered = number.digits > 0 && number.end < end && source[number.end] == 0x2E
    if isNumbered { at = source.skipBlanks(number.end + 1, end) }
    if source.has("Circular ", at: at, end: end) { at += 9 }
    if source.has("Backchannel ", at: at, end: end) { at += 12 }
    return source.has("Telegram From ", at: at, end: end) || source.has("Telegram from ", at: at, end: end)
      || source.has("telegram From ", at: at, end: end)
      || source.has("Telegram ", at: at, end: end) && namesPlace(at + 9, end, isNumbered: isNumbered, in: source)
  }

  /// `1234 From …`; `1219 to Geneva` only under the number of a document, and not in a sentence.
  private static func namesPlace(_ at: Int, _ end: Int, isNumbered: Bool, in source: Span<UInt8>) -> Bool {
    let number = source.number(at: at, end: end)
    guard number.digits > 0 else { return false }
    let next = source.skipBlanks(number.end, end)
    return source.hasWordAnyCase("FROM", at: next, end: end)
      || isNumbered && source.hasWordAnyCase("TO", at: next, end: end) && end - at <= 60 && source[end - 1] != 0x2E
  }
}
