import MarkingModel

/// The header lines of an e-mail: enough of them together make one.
package struct MailHeader: Sendable {
  /// How many fields of the header at hand there are; 0 outside one.
  private var fields = 0
  /// How many messages there are: one, or a thread.
  private(set) var messages = 0
  /// Offset after the last line of the first header.
  private(set) var end = 0

  /// Whether the address of a sender says which agency writes.
  var namesAgency = false

  var isMail: Bool { messages > 0 }

  /// The fields of a header.
  package enum Field: Sendable, CaseIterable {
    case from, to, copy, blindCopy, sent, date, subject, shortSubject, importance, attachments, replyTo, about
  }

  /// How they are written, in the order of `Field`.
  private static let names = PhraseList([
    "FROM", "TO", "CC", "BCC", "SENT", "DATE", "SUBJECT", "SUBJ", "IMPORTANCE", "ATTACHMENTS", "REPLY-TO", "RE",
  ])

  /// The header field at the start of a line, and the offset after its colon.
  ///
  /// Stars for bold letters, which pages leave in a text, may stand around its name: `*Sent:*`, `**From**:`.
  package static func field(_ start: Int, _ end: Int, in source: Span<UInt8>) -> (field: Field, next: Int)? {
    let first = source.skipStars(start, end)
    var index = 0
    while index < names.indices.count, let found = names.firstAnyCase(from: index, at: first, end: end, in: source) {
      let after = first > start ? source.skipStars(found.end, end) : found.end
      let colon = source.skipBlanks(after, end)
      if colon < end, source[colon] == 0x3A {
        let next = first > start ? source.skipStars(colon + 1, end) : colon + 1
        return (Field.allCases[found.index], source.skipBlanks(next, end))
      }
      index = found.index + 1
    }
    return nil
  }

  /// Takes a field of a header, which ends at `end`.
  mutating func take(_ field: Field, endingAt end: Int) {
    if field == .from {
      fields = 1
    } else if fields > 0 {
      fields += 1
      // From, To and a date: a memorandum has FROM, TO and SUBJECT, but no Sent.
      if field == .sent || field == .date && fields > 2 {
        messages += 1
        fields = -100
      }
    }
    if messages <= 1 { self.end = end }
  }
}

extension Span where Element == UInt8 {
  /// The offset after the stars at a place.
  fileprivate func skipStars(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i] == 0x2A { i += 1 }
    return i
  }
}
