import MarkingModel

/// A number or address of a person that stands in clear, for documents that withhold such elsewhere.
struct PersonalDetail: Sendable {
  enum Kind: String, Sendable {
    case socialSecurityNumber = "ssn"
    case telephone
    case mailbox
  }

  var kind: Kind
  var line: SourceLine
  var range: ByteRange

  /// How many are told of: a directory has thousands.
  private static let limit = 200

  /// All of a document, in its order. Addresses of the Government (`.gov`, `.mil`) are none of a person. Time: linear.
  static func all(in source: Span<UInt8>) -> [PersonalDetail] {
    var details: [PersonalDetail] = []
    var line = SourceLine(start: 0, end: 0, number: 1)
    line.end = lineEnd(0, in: source)
    var i = 0
    while i < source.count, details.count < limit {
      let byte = source[i]
      if byte == 0x0A || byte == 0x0D {
        i += byte == 0x0D && i + 1 < source.count && source[i + 1] == 0x0A ? 2 : 1
        line = SourceLine(start: i, end: lineEnd(i, in: source), number: line.number + 1)
        continue
      }
      let isStart = i == line.start || !source[i - 1].isLetterOrDigit
      if isStart, byte.isDigit || byte == 0x28,
        let found = number(i, line.end, in: source) ?? labelled(i, line, in: source)
      {
        details.append(PersonalDetail(kind: found.kind, line: line, range: ByteRange(i, found.end)))
        i = found.end
      } else if byte == 0x40, let range = mailbox(i, line, in: source) {
        details.append(PersonalDetail(kind: .mailbox, line: line, range: range))
        i = range.end
      } else {
        i += 1
      }
    }
    return details
  }

  private static func lineEnd(_ start: Int, in source: Span<UInt8>) -> Int {
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return end
  }

  /// `078-05-1120`; `202-555-0143`, `(202) 555-0143`, `202.555.0143`.
  private static func number(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (kind: Kind, end: Int)? {
    let isBracketed = source[at] == 0x28
    let area = source.number(at: isBracketed ? at + 1 : at, end: end)
    guard area.digits == 3 else { return nil }
    var next = area.end
    if isBracketed {
      guard next < end, source[next] == 0x29 else { return nil }
      next += next + 1 < end && source[next + 1] == 0x20 ? 2 : 1
    } else {
      guard next < end, source[next].isOne(of: "-", ".") else { return nil }
      next += 1
    }
    let middle = source.number(at: next, end: end)
    guard middle.end < end, source[middle.end].isOne(of: "-", ".") else { return nil }
    let last = source.number(at: middle.end + 1, end: end)
    guard last.digits == 4, last.end >= end || !source[last.end].isLetterOrDigit else { return nil }
    if middle.digits == 2, !isBracketed, source[area.end] == 0x2D, source[middle.end] == 0x2D {
      // Numbers that are never given: 000, 666 and 900 to 999.
      return area.value == 0 || area.value == 666 || area.value >= 900 ? nil : (.socialSecurityNumber, last.end)
    }
    // Free numbers are of offices.
    guard middle.digits == 3, area.value >= 200, area.value / 100 != 8 || area.value % 100 % 11 != 0 else { return nil }
    return (.telephone, last.end)
  }

  private static let labels = PhraseList([
    "SSN", "SSNS", "SSAN", "SS#", "SS NO", "SOC. SEC. NO", "SOC SEC NO", "SOCIAL SECURITY NUMBER", "SOCIAL SECURITY NO",
    "SOCIAL SECURITY #", "SOCIAL SECURITY",
  ])

  /// `123 45 6789`, `123456789`, `123.45.6789`: what may be any number, behind words that say whose it is.
  private static func labelled(
    _ at: Int, _ line: SourceLine, in source: Span<UInt8>
  ) -> (kind: Kind, end: Int)? {
    var digits = 0
    var i = at
    while i < line.end, digits < 10 {
      if source[i].isDigit {
        digits += 1
      } else {
        guard digits == 3 || digits == 5, source[i].isOne(of: " ", "-", "."), !source[i - 1].isOne(of: " ", "-", ".")
        else { break }
      }
      i += 1
    }
    guard digits == 9, source[i - 1].isDigit, i >= line.end || !source[i].isLetterOrDigit else { return nil }
    let area = source.number(at: at, end: at + 3).value
    guard area != 0, area != 666, area < 900 else { return nil }
    // No other number stands between.
    var start = at
    while start > line.start, at - start < 28, !source[start - 1].isDigit { start -= 1 }
    var words = FoldedWords(limit: 32)
    words.add(ByteRange(start, at), in: source)
    return words.contains(oneOf: labels) ? (.socialSecurityNumber, i) : nil
  }

  /// The mailbox round an `@`; nil where it is none or of the Government.
  private static func mailbox(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) -> ByteRange? {
    var start = at
    while start > line.start, source[start - 1].isOfMailbox, at - start < 64 { start -= 1 }
    var end = at + 1
    var dots = 0
    while end < line.end, source[end].isLetterOrDigit || source[end].isOne(of: ".", "-"), end - at < 128 {
      if source[end] == 0x2E { dots += 1 }
      end += 1
    }
    while end > at, source[end - 1].isOne(of: ".", "-") {
      if source[end - 1] == 0x2E { dots -= 1 }
      end -= 1
    }
    guard start < at, end > at + 3, dots > 0 else { return nil }
    if source.hasAnyCase(".GOV", at: end - 4, end: end) || source.hasAnyCase(".MIL", at: end - 4, end: end) {
      return nil
    }
    return ByteRange(start, end)
  }
}

extension UInt8 {
  fileprivate var isOfMailbox: Bool { isLetterOrDigit || isOne(of: ".", "-", "_", "+") }
}
