import MarkingModel

/// The header lines of an e-mail: enough of them together make one.
struct MailHeader: Sendable {
  /// How many fields of the header at hand there are; 0 outside one.
  private var fields = 0
  /// How many messages there are: one, or a thread.
  private(set) var messages = 0
  /// Offset after the last line of the first header.
  private(set) var end = 0

  var isMail: Bool { messages > 0 }

  /// The name of a header field at the start of a line; the offset after its colon.
  static func field(_ start: Int, _ end: Int, in source: Span<UInt8>) -> (name: String, next: Int)? {
    for name in [
      "FROM", "TO", "CC", "BCC", "SENT", "DATE", "SUBJECT", "SUBJ", "IMPORTANCE", "ATTACHMENTS", "REPLY-TO", "RE",
    ] where source[start].capital == name.utf8.first && source.hasAnyCase(name, at: start, end: end) {
      let colon = source.skipBlanks(start + name.utf8.count, end)
      if colon < end, source[colon] == 0x3A { return (name, source.skipBlanks(colon + 1, end)) }
    }
    return nil
  }

  /// Takes a field of a header, which ends at `end`.
  mutating func take(_ name: String, endingAt end: Int) {
    if name == "FROM" {
      fields = 1
    } else if fields > 0 {
      fields += 1
      // From, To and a date: a memorandum has FROM, TO and SUBJECT, but no Sent.
      if name == "SENT" || name == "DATE" && fields > 2 {
        messages += 1
        fields = -100
      }
    }
    if messages <= 1 { self.end = end }
  }
}
