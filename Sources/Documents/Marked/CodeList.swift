import MarkingModel

/// Codes of exemptions that stand together: alone on a line, in brackets, beside what was taken out.
enum CodeList {
  /// Words that lead to a code and are no part of it: `[Exemption (b)(6)]`, `[FOIA b6]`.
  private static let leads = ["FOIA ", "EXEMPTIONS ", "EXEMPTION ", "EXEMPT ", "EX. ", "PER ", "UNDER "]
  /// Words before a letter and a number that is the name of a place and no code: `[page B6 deleted]`.
  private static let places = PhraseList([
    "PAGE", "PAGES", "ROOM", "ROW", "TAB", "ANNEX", "APPENDIX", "ATTACHMENT", "TABLE", "COLUMN", "CELL", "FIGURE",
    "EXHIBIT", "ITEM", "SECTION", "PARAGRAPH", "VITAMIN", "BERTH", "GATE", "HIGHWAY",
  ])
  /// Brackets with codes have no more bytes.
  private static let most = 120

  /// The codes that fill a range, with commas and the like between them; nil where something else stands in it, too.
  static func filling(_ range: ByteRange, in source: Span<UInt8>) -> [ExemptionCode]? {
    var codes: [ExemptionCode] = []
    var at = range.start
    while at < range.end {
      if source[at].isBetweenCodes || source[at] == 0x7E {
        at += 1
      } else if let code = ExemptionCode.read(at, range.end, inLine: false, in: source) {
        codes.append(code)
        at = code.range.end
      } else {
        return nil
      }
    }
    return codes.isEmpty ? nil : codes
  }

  /// The codes that stand one after the other from a place on; what follows may be text.
  static func following(_ at: Int, _ end: Int, in source: Span<UInt8>) -> [ExemptionCode] {
    var codes: [ExemptionCode] = []
    var i = at
    while true {
      var next = i
      while next < end, source[next].isBetweenCodes || source[next] == 0x2D, next - i < 3 { next += 1 }
      guard let code = ExemptionCode.read(next, end, inLine: false, in: source) else { return codes }
      codes.append(code)
      i = code.range.end
    }
  }

  /// The same beside what was taken out, where words may lead to them and parentheses stand around them.
  static func beside(_ at: Int, _ end: Int, in source: Span<UInt8>) -> [ExemptionCode] {
    var i = at
    while i < end, source[i].isOne(of: " ", "-", ",", ":"), i - at < 3 { i += 1 }
    let start = withoutLead(i, end, in: source)
    let codes = following(start, end, in: source)
    guard codes.isEmpty, start < end, source[start] == 0x28 else { return codes }
    return following(start + 1, end, in: source)
  }

  /// The codes in brackets that hold nothing else but the law that a code needs: `[b6]`, `[B1, 1.4(D)]`,
  /// `[(b)(3) 50 U.S.C. 3024(i)]`, `[Exemption (b)(6)]`; where they end. Nil for other brackets.
  static func bracketed(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (codes: [ExemptionCode], end: Int)? {
    var close = at + 1
    let limit = min(end, at + most)
    while close < limit, source[close] != 0x5D { close += 1 }
    guard close < limit else { return nil }
    let start = withoutLead(source.skipBlanks(at + 1, close), close, in: source)
    var codes = following(start, close, in: source)
    guard let last = codes.last else { return nil }
    let rest = source.trimmed(ByteRange(last.range.end, close))
    if !rest.isEmpty {
      guard codes.contains(where: \.hasReference) else { return nil }
      codes += all(in: rest, in: source)
    }
    return (codes, close + 1)
  }

  /// All codes in brackets that say that something was taken out: `redacted - b6, b7C`.
  static func all(in range: ByteRange, in source: Span<UInt8>) -> [ExemptionCode] {
    var codes: [ExemptionCode] = []
    var at = range.start
    while at < range.end {
      if at == range.start || !source[at - 1].isLetterOrDigit,
        let code = ExemptionCode.read(at, range.end, inLine: false, in: source)
          ?? (codes.isEmpty ? nil : ExemptionCode.access(at, range.end, in: source)),
        !isPlace(at, from: range.start, in: source)
      {
        codes.append(code)
        at = code.range.end
      } else {
        at += 1
      }
    }
    return codes
  }

  /// Whether a line of the list that explains the codes begins there.
  static func begins(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    ExemptionCode.read(withoutLead(at, end, in: source), end, inLine: false, in: source) != nil
  }

  /// Whether the word before a place says that a page or a room is named there.
  private static func isPlace(_ at: Int, from start: Int, in source: Span<UInt8>) -> Bool {
    guard source[at].isLetter, source[at].capital != 0x45 else { return false }
    var end = at
    while end > start, source[end - 1] == 0x20 { end -= 1 }
    var first = end
    while first > start, source[first - 1].isLetter { first -= 1 }
    var words = FoldedWords(limit: 16)
    words.add(ByteRange(first, end), in: source)
    return end > first && words.are(oneOf: places)
  }

  /// The first byte behind the words that lead to a code.
  private static func withoutLead(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    var before = -1
    while i > before {
      before = i
      if ExemptionCode.read(i, end, inLine: false, in: source) != nil { return i }
      for lead in leads where i == before && source.hasAnyCase(lead, at: i, end: end) { i += lead.utf8.count }
    }
    return i
  }
}

extension ExemptionCode {
  /// Whether nothing else is written so: with parentheses, a sub-part, a number of the FBI, or a scheme of its own.
  var isUnmistakable: Bool {
    switch scheme {
    case .foia: spelling == .parentheses || part != nil || hasIndex || hasReference
    case .presidential: pair != nil
    case .privacy, .order, .automatic: true
    }
  }
}

extension UInt8 {
  /// Whether it may stand between two codes.
  fileprivate var isBetweenCodes: Bool { isOne(of: " ", "\t", ",", ";", "/", "&") }
}
