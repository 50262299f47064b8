import MarkingModel

/// A paragraph in which a paper says who may have it, what law protects it or what is to become of it: it goes with the
/// markings, and has none itself (C16 templates; DoDM 5200.01). No words are prescribed for most of them.
///
/// It begins with the paper itself, or below a heading that announces it, it binds somebody, and each of its sentences
/// speaks of handling: `This document may not be reproduced without the approval of the originator.` A text that goes on
/// with something else is none.
enum HandlingStatement {
  private static let papers = [
    "DOCUMENT", "REPORT", "RECORD", "PRODUCT", "INFORMATION", "MATERIAL", "MEMORANDUM", "PAPER", "PAGE", "E-MAIL",
    "EMAIL", "MESSAGE", "BRIEFING", "PUBLICATION", "LETTER", "FILE",
  ]
  private static let openings = PhraseList(
    PhraseList.pairs(
      [
        "THIS", "INFORMATION IN THIS", "INFORMATION CONTAINED IN THIS", "THE INFORMATION IN THIS",
        "THE INFORMATION CONTAINED IN THIS", "THE CONTENTS OF THIS", "THE CONTENT OF THIS", "CONTENTS OF THIS",
        "THE CLASSIFICATION OF THIS", "THE OVERALL CLASSIFICATION OF THIS", "REPRODUCTION OF THIS", "RELEASE OF THIS",
        "DISCLOSURE OF THIS", "DISSEMINATION OF THIS", "DISSEMINATION AND USE OF THIS", "ACCESS TO THIS",
        "CLASSIFICATION MARKINGS IN THIS", "THE CLASSIFICATION MARKINGS IN THIS", "MARKINGS IN THIS",
      ], papers) + [
        "FURTHER DISSEMINATION", "FURTHER DISTRIBUTION", "FURTHER RELEASE", "UNAUTHORIZED DISCLOSURE",
        "UNAUTHORIZED RELEASE",
      ])
  /// What a heading that announces one ends with, before a colon or dash.
  private static let headings = PhraseList([
    "WARNING", "NOTICE", "CAUTION", "ATTENTION", "STATEMENT", "INFORMATION", "NOTE", "NOFORN", "ORCON", "PROPIN",
    "RELIDO", "FOUO", "CUI",
  ])
  /// What the first sentence below one speaks of.
  private static let subjects = PhraseList(
    PhraseList.pairs(["THIS"], papers) + ["DOCUMENTS", "DISTRIBUTION STATEMENT", "UNAUTHORIZED DISCLOSURE"])
  /// That somebody is bound.
  private static let bonds = PhraseList([
    "MAY NOT", "MAY BE", "MAY ONLY", "MAY RESULT", "MUST", "SHALL", "SHOULD BE", "NOT TO BE", "DO NOT", "ONLY",
    "PROHIBITED", "SUBJECT TO", "EXEMPT", "PROTECTED BY", "COVERED BY", "GOVERNED BY", "WITHOUT THE", "IN ACCORDANCE",
    "IN COMPLIANCE", "FOLLOW",
  ])
  /// Words about who may have a paper, and what is done with it and its markings.
  private static let handling = PhraseList([
    "HANDLE", "HANDLED", "HANDLING", "DISSEMINATE", "DISSEMINATED", "DISSEMINATION", "DISTRIBUTED", "DISTRIBUTION",
    "REPRODUCED", "REPRODUCTION", "COPIED", "DISCLOSE", "DISCLOSED", "DISCLOSURE", "RELEASED", "RELEASABLE", "SHOWN TO",
    "FORWARDED", "DESTROY", "DESTROYED", "DESTRUCTION", "SAFEGUARDED", "PROTECTED BY", "PROTECTED FROM RELEASE",
    "PROTECTED FROM UNAUTHORIZED", "PROTECTED ACCORDINGLY", "PROTECTED UNDER", "RECIPIENT", "RECIPIENTS", "ORIGINATOR",
    "CHANNELS", "CLASSIFICATION", "CLASSIFIED DOCUMENTS", "MARKINGS", "EXEMPT", "EXEMPTION", "EXEMPTIONS",
    "PRIVACY ACT", "FREEDOM OF INFORMATION ACT", "FOIA", "TITLE 18", "U.S. PERSON", "U.S. PERSONS", "US PERSON",
    "US PERSONS", "TRANSMITTAL", "EXPORT CONTROL", "EXPORT CONTROLS", "UNAUTHORIZED", "NEED TO KNOW", "NEED-TO-KNOW",
    "IS UNCLASSIFIED", "SANCTIONS", "PENALTIES", "GEOCAP", "TALENT-KEYHOLE",
  ])
  /// None is as long as what is read of a paragraph.
  private static let longest = 690

  /// Whether the paragraph that begins at a place is one.
  static func begins(_ at: Int, in source: Span<UInt8>) -> Bool {
    guard source[at].isCapital else { return false }
    let words = FoldedWords(paragraph: at, in: source)
    guard words.count < longest, words.contains(oneOf: bonds) else { return false }
    let text = words.bytes.span
    var start = heading(of: words) ?? 0
    let isAnnounced = start > 0
    let first = start
    while start < text.count {
      let end = sentenceEnd(start, text)
      var sentence = FoldedWords(limit: longest)
      sentence.add(ByteRange(start, end), in: text)
      guard sentence.contains(oneOf: handling) else { return false }
      if start == first, !sentence.begin(oneOf: openings),
        !isAnnounced || !sentence.contains(oneOf: subjects)
      {
        return false
      }
      start = text.skipBlanks(end, text.count)
    }
    return true
  }

  /// Where the text begins behind a heading of a few words: `DESTRUCTION NOTICE: …`, `NOFORN - …`.
  private static func heading(of words: FoldedWords) -> Int? {
    let text = words.bytes.span
    let limit = min(text.count, 60)
    for i in 1..<max(limit, 1) {
      let isDash = text[i] == 0x2D && text[i - 1] == 0x20
      guard text[i] == 0x3A || isDash || text[i] >= 0x80 else {
        if text[i] == 0x2E, text[i - 1] != 0x55, text[i - 1] != 0x53 { return nil }
        continue
      }
      var last = i
      while last > 0, !text[last - 1].isLetterOrDigit { last -= 1 }
      var first = last
      while first > 0, text[first - 1].isLetterOrDigit { first -= 1 }
      guard headings.isWhole(first, last, in: text) else { return nil }
      var next = i + 1
      while next < text.count, !text[next].isLetterOrDigit { next += 1 }
      return next
    }
    return nil
  }

  /// Where the sentence ends that begins at a place: at a stop behind a word, not behind an initial (`U.S.`, `No.`).
  private static func sentenceEnd(_ start: Int, _ text: Span<UInt8>) -> Int {
    var i = start
    while i < text.count {
      if text[i].isOne(of: ".", "?", "!"), i + 1 >= text.count || text[i + 1] == 0x20 {
        var first = i
        while first > start, text[first - 1].isLetterOrDigit { first -= 1 }
        if i - first >= 3 || first < i && text[i - 1].isDigit { return i + 1 }
      }
      i += 1
    }
    return text.count
  }
}
