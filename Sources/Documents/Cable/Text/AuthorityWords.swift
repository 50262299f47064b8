import MarkingModel

/// The words that say what the others in a Classified-By block are.
enum Keyword: Sendable {
  case classifiedBy, reason, derivedFrom, declassifyOn

  private static let all: [(word: String, keyword: Keyword)] = [
    ("CLASSIFIED BY", .classifiedBy), ("DERIVED FROM", .derivedFrom), ("DECLASSIFY ON", .declassifyOn),
    ("REASONS", .reason), ("REASON(S)", .reason), ("REASON", .reason),
  ]

  /// The keyword at `at`, capital or small, as a whole word, and the offset after it.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (word: Keyword, end: Int)? {
    switch source[at].capital {
    case 0x43, 0x44, 0x52: break
    default: return nil
    }
    if at > 0, source[at - 1].isLetterOrDigit { return nil }
    for (word, keyword) in all where source.hasWordAnyCase(word, at: at, end: end) {
      return (keyword, at + word.utf8.count)
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// `1.4`, `1.5`: the paragraph of the order that lists the reasons.
  func reasonParagraph(_ at: Int, _ end: Int) -> (text: String, end: Int)? {
    guard at + 2 < end, self[at] == 0x31, self[at + 1] == 0x2E, self[at + 2].isDigit, at == 0 || !self[at - 1].isDigit,
      at + 3 >= end || !self[at + 3].isDigit
    else { return nil }
    return ("1." + String(Unicode.Scalar(self[at + 2])), at + 3)
  }

  /// The next letter of a reason at or after `at`: `(b)`, `b,`, `AND (d)`, `.b`. Nil where something else comes.
  func reasonLetter(_ from: Int, _ end: Int) -> (at: Int, end: Int)? {
    var at = from
    while at < end {
      let byte = self[at]
      if blank(at: at, end: end) > 0 || ",(/&)".utf8.contains(byte) {
        at += max(1, blank(at: at, end: end))
      } else if byte == 0x2E, at == from, at + 1 < end, self[at + 1].isLetter {
        at += 1
      } else if hasWordAnyCase("AND", at: at, end: end) {
        at += 3
      } else if hasWordAnyCase("OR", at: at, end: end) {
        at += 2
      } else {
        break
      }
    }
    guard at < end, self[at].isLetter, at + 1 >= end || !self[at + 1].isLetterOrDigit, at == 0 || !self[at - 1].isLetter
    else { return nil }
    return (at, at + 1 < end && self[at + 1] == 0x29 ? at + 2 : at + 1)
  }

  /// Words that stand between a name, a title and the reason.
  func isFiller(_ word: ByteRange) -> Bool {
    let fillers = [
      "BY", "FOR", "THE", "OF", "AND", "AT", "IN", "TO", "ON", "EO", "PER", "UNDER", "US", "SECTION", "SEC", "PARA",
      "MR", "MRS", "MS", "DR", "ACTING",
    ]
    return fillers.contains { equals(word, $0) }
  }

  /// Words for a control, which is no reason for classification (32 CFR 2001.24(a)).
  func isControlWord(_ word: ByteRange) -> Bool {
    ["SBU", "FOUO", "LOU", "SBU/NF", "SBU/NOFORN"].contains { equals(word, $0) }
  }
}
