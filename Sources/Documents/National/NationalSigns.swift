import MarkingGrammar
import MarkingModel

/// Tells whether a text is a paper or e-mail of the United Kingdom, Australia or New Zealand by what stands at its head and
/// at its foot. A level that the United States have as well (`SECRET`) says nothing alone.
enum NationalSigns {
  struct Found: Sendable {
    var scheme: NationalMarking.Scheme
    /// Whether it may be a paper of the United States that bears a word of another country: it has American marks.
    var mayBeAmerican = false
  }

  private static let australia = [".GOV.AU", "AUSTRALIA"]
  private static let newZealand = [".GOVT.NZ", "NEW ZEALAND"]
  /// How a head says whose government wrote what bears a level that the United States have, too.
  private static let governments = PhraseList([
    "AUSTRALIAN GOVERNMENT", "GOVERNMENT OF AUSTRALIA", "NEW ZEALAND GOVERNMENT", "HM GOVERNMENT", ".GOV.AU",
    ".GOVT.NZ",
    ".GOV.UK", "HIS MAJESTY'S GOVERNMENT", "HER MAJESTY'S GOVERNMENT", "HM TREASURY",
  ])
  /// How a letterhead says that an office of New Zealand wrote it; the name of the country alone may be what it is about.
  private static let offices = PhraseList([
    "NEW ZEALAND GOVERNMENT", "GOVERNMENT OF NEW ZEALAND", "NEW ZEALAND MINISTRY", "NEW ZEALAND DEFENCE", ".GOVT.NZ",
    "NEW ZEALAND POLICE", "NEW ZEALAND TREASURY", "NEW ZEALAND CUSTOMS",
  ])
  private static let kingdom = [
    ".GOV.UK", "UNITED KINGDOM", "WHITEHALL", "HM TREASURY", "HM GOVERNMENT", "HIS MAJESTY", "HER MAJESTY",
  ]
  /// The caveats behind `//` that no other country has.
  private static let caveats = PhraseList([
    "AUSTEO", "AGAO", "CABINET", "NATIONAL", "DELICATE", "EXCLUSIVE", "ACCOUNTABLE", "REL AUS", "REL/AUS",
  ])
  /// How a caveat of another country begins with its name.
  private static let names = PhraseList(["UK", "AUS", "NEW ZEALAND", "NZ", "HMG"])
  /// How many lines are looked at from the beginning, and how many of text may stand above the first marking.
  private static let lines = 14
  private static let above = 3
  /// How many are looked at from the end.
  private static let below = 5

  static func find(from start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Found? {
    var at = start
    var (seen, text) = (0, 0)
    var hasLevel = false
    while at < source.count, seen < lines, text <= above {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let from = source.skipBlanks(at, end)
      at = end + 1
      guard from < end else { continue }
      seen += 1
      let line = source.trimmedEnd(from, end)
      if source.isAustralianField(ByteRange(from, line)) { return Found(scheme: .au) }
      let range = ByteRange(from, source.wideGap(from, line) ?? line)
      // Below a level of the United States this is a title: `OFFICIAL DISPATCH`, `OFFICIAL - INFORMAL`.
      let isTitle = hasLevel && source.hasAnyCase("OFFICIAL", at: from, end: line)
      if !isTitle, let head = head(range, before: end, in: source, vocabulary) {
        let standsFirst = text == 0 && head.isCertain
        guard standsFirst || hasFoot(head.scheme, after: end, in: source, vocabulary) else { return nil }
        let isNamed = head.isOfOne || !governments.found(in: self.head(in: source).bytes.span).isEmpty
        let isLevelAlone =
          source.equals(range, "RESTRICTED") && !Surrounding.speaks(of: kingdom, in: source)
          || NationalLetterhead.scheme(in: source) != nil
        return Found(
          scheme: head.scheme,
          mayBeAmerican: !isNamed && AmericanSigns.show(in: source, orLevels: isLevelAlone))
      }
      if MailHeader.field(from, end, in: source) == nil { text += 1 }
      hasLevel = hasLevel || !source.hasAnyCase("UN", at: from, end: line) && isAmerican(range, in: source)
    }
    return nil
  }

  /// What a line at the head shows.
  private struct Head {
    var scheme: NationalMarking.Scheme
    /// Whether it need not stand at the foot as well.
    var isCertain = false
    /// Whether no paper of the United States has it, whatever else that has.
    var isOfOne = false
  }

  /// Whose marking a line is. Most lines are none by their first bytes.
  private static func head(
    _ range: ByteRange, before rest: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Head? {
    guard let range = NationalLine.core(of: range, in: source), !isAmerican(range, in: source) else { return nil }
    let australian = NationalLine.read(range, .au, in: source, vocabulary)
    if let australian, australian.isAustralian {
      return Head(scheme: .au, isCertain: australian.isPlain && australian.marking.rank == 3)
    }
    let other = NationalLine.read(range, .nz, in: source, vocabulary)
    if let other, other.names("NEW ZEALAND EYES ONLY", vocabulary) {
      return Head(scheme: .nz, isCertain: other.isPlain, isOfOne: true)
    }
    let british = NationalLine.read(range, .uk, in: source, vocabulary)
    // Neither a level of another country nor an endorsement alone is a marking there: a rule says so.
    if british?.isOfficial == true || other?.isEndorsement == true, !source.hasSmallLetters(range.start, range.end),
      isOfNewZealand(source)
    {
      return Head(scheme: .nz, isCertain: british?.isOfficial == true, isOfOne: true)
    }
    if let british, british.isBritish {
      return Head(scheme: .uk, isCertain: british.isPlain, isOfOne: british.isOfOne)
    }
    if british == nil, let other, other.isNewZealands {
      return Head(scheme: .nz, isCertain: other.isPlain && other.marking.rank == 1)
    }
    // Several countries have it: the text says whose it is.
    if other?.hasLevel == true, Surrounding.speaks(of: newZealand, in: source) { return Head(scheme: .nz) }
    if australian?.hasLevel == true, Surrounding.speaks(of: australia, in: source) { return Head(scheme: .au) }
    if australian?.hasLevel == true, hasFoot(.au, after: rest, isOwn: true, in: source, vocabulary) {
      return Head(scheme: .au)
    }
    guard let british, british.hasLevel else { return nil }
    let isOwn =
      british.isOfficial || british.isPlain && british.marking.parts.count > 1
      || Surrounding.speaks(of: kingdom, in: source) || NationalLetterhead.scheme(in: source) == .uk
    return isOwn ? Head(scheme: .uk) : nil
  }

  /// `SECRET//NOFORN`, `SECRET`, `CONFIDENTIAL`: read as what they are in the United States.
  private static func isAmerican(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var after = range.start
    if source.has("TOP SECRET", at: after, end: range.end) {
      after += 10
    } else if source.has("SECRET", at: after, end: range.end) {
      after += 6
    } else if source.has("CONFIDENTIAL", at: after, end: range.end) {
      after += 12
    } else if source.has("UNCLASSIFIED", at: after, end: range.end) || source.equals(range, "OFFICIAL USE ONLY") {
      return true
    } else {
      return false
    }
    guard after < range.end else {
      return governments.found(in: head(in: source).bytes.span).isEmpty && NationalLetterhead.scheme(in: source) == nil
    }
    guard after + 2 < range.end else { return false }
    if isOfPresidents(after, range.end, in: source) {
      return governments.found(in: head(in: source).bytes.span).isEmpty
    }
    guard source[after] == 0x2F, source[after + 1] == 0x2F else { return false }
    return caveats.firstAnyCase(at: source.skipBlanks(after + 2, range.end), end: range.end, in: source) == nil
  }

  /// `SECRET/SENSITIVE`, `TOP SECRET SENSITIVE`, `SECRET/EYES ONLY`, `SECRET/NODIS/SENSITIVE`: the White House and the
  /// Department of State wrote so for decades. Other countries write no single slash behind a level, but before the name of
  /// one; and SENSITIVE stands with OFFICIAL there, behind a dash.
  private static func isOfPresidents(_ after: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(after, end)
    guard next + 1 < end else { return false }
    if source[next] != 0x2F { return source.has("SENSITIVE", at: next, end: end) }
    guard source[next + 1] != 0x2F else { return false }
    let word = source.skipBlanks(next + 1, end)
    return caveats.firstAnyCase(at: word, end: end, in: source) == nil
      && names.firstAnyCase(at: word, end: end, in: source) == nil
  }

  /// Whether the head names an office of New Zealand and none of the United Kingdom.
  private static func isOfNewZealand(_ source: Span<UInt8>) -> Bool {
    let head = head(in: source)
    return head.contains(oneOf: offices) && !kingdom.contains { head.contains($0) }
  }

  /// The first words of the text.
  private static func head(in source: Span<UInt8>) -> FoldedWords {
    var words = FoldedWords(limit: 600)
    words.add(ByteRange(0, min(source.count, 700)), in: source)
    return words
  }

  /// Whether one of the last lines is a marking of the scheme as well, or one that only Australia has.
  private static func hasFoot(
    _ scheme: NationalMarking.Scheme, after head: Int, isOwn: Bool = false, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var end = source.count
    var seen = 0
    while end > head, seen < below {
      var start = end
      while start > head, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
      var range = source.trimmed(ByteRange(start, end))
      range.end = source.wideGap(range.start, range.end) ?? range.end
      end = max(head, start - 1)
      guard !range.isEmpty else { continue }
      seen += 1
      if range.start > head, let found = NationalLine.read(range, scheme, in: source, vocabulary),
        !isOwn || found.isAustralian
      {
        return true
      }
    }
    return false
  }
}

extension NationalLine {
  fileprivate var hasLevel: Bool { marking.rank > 0 }
  fileprivate var isPlain: Bool { !needsRepeat && marking.parts.allSatisfy(\.isWellFormed) }
  /// Whether its level is OFFICIAL, which the United Kingdom and Australia have.
  fileprivate var isOfficial: Bool { marking.scheme == .uk && marking.parts.contains { $0.rank == 1 } && !isOlder }
  private var isOlder: Bool { marking.parts.contains { $0.kind == .level && $0.range.count < 8 } }
  /// Whether no other country writes so.
  fileprivate var isBritish: Bool {
    marking.level != nil
      && (has(.sensitive) || has(.prefix) || has(.caveat) || has(.release)
        || isOfficial && (has(.handling) || has(.descriptor)))
  }
  /// Whether it is OFFICIAL-SENSITIVE or has the name of the country.
  fileprivate var isOfOne: Bool { isOfficial && has(.sensitive) || has(.prefix) }
  fileprivate var isAustralian: Bool {
    marking.rank == 3 || marking.rank == 4 || hasLevel && (has(.caveat) || has(.access))
  }
  /// Whether it is an endorsement of New Zealand without a level.
  fileprivate var isEndorsement: Bool { marking.scheme == .nz && !hasLevel && has(.endorsement) }
  fileprivate var isNewZealands: Bool { marking.rank == 1 || hasLevel && has(.endorsement) }
  fileprivate func names(_ name: String, _ vocabulary: borrowing Vocabulary) -> Bool {
    marking.parts.contains { $0.entry >= 0 && vocabulary.national.rows[$0.entry].name == name }
  }
  private func has(_ kind: NationalMarking.Part.Kind) -> Bool { marking.parts.contains { $0.kind == kind } }
}

extension Span where Element == UInt8 {
  /// Whether a header field of an e-mail holds an Australian marking.
  func isAustralianField(_ range: ByteRange) -> Bool {
    if hasAnyCase("X-PROTECTIVE-MARKING:", at: range.start, end: range.end) { return true }
    guard hasAnyCase("SUBJECT:", at: range.start, end: range.end) else { return false }
    // SEC stands first in the brackets; where it does not, a rule says so.
    var at = range.start
    var isInside = false
    while at < range.end {
      if self[at] == 0x5B {
        isInside = true
      } else if self[at] == 0x5D {
        isInside = false
      }
      if isInside, self[at].isOne(of: "[", ",", " "), hasAnyCase("SEC=", at: at + 1, end: range.end) { return true }
      at += 1
    }
    return false
  }
}
