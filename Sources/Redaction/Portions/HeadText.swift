import Documents
import MarkingGrammar
import MarkingModel

/// The head of a paper: letterhead, date, addressees, titles. They carry no marks; text that stands among them does.
enum HeadText {
  /// Whether a block reads like text: a sentence, or words that no letterhead writes small. Lines with a label are left
  /// out.
  static func isText(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    var words = 0
    var small = 0
    var endsSentence = false
    for line in BlockText.lines(of: block, in: source) where !hasLabel(line, in: source) {
      let all = BlockText.words(of: line, in: source)
      words += all.count
      small += all.count { isSmall($0, in: source) }
      endsSentence = source[line.end - 1].isOne(of: ".", "!", "?", ":", ";")
    }
    return small > 1 || endsSentence && words > 2 && small > 0
  }

  /// Whether a block may be the title of what stands below it: a line or a few, none with a label, of which one has a word
  /// that is neither of an office, a kind of paper, a place nor a date.
  static func mayBeTitle(
    _ block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let lines = BlockText.lines(of: block, in: source)
    guard let first = lines.first, lines.count <= 4, !lines.contains(where: { hasLabel($0, in: source) }),
      !source.hasAnyCase("DEAR ", at: first.start, end: first.end)
    else { return false }
    return BlockText.words(of: block, in: source).contains { !isOfHeads($0, in: source, vocabulary) }
  }

  private static func isOfHeads(
    _ word: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let letters = source.bytes(word).map(\.capital)
    return letters.allSatisfy { !$0.isLetter && $0 < 0x80 } || letters.count == 1 || ofHeads.contains(letters)
      || vocabulary.months.find(source, word.start, word.end) != nil
  }

  /// Words of letterheads, of the names of papers and of their first headings.
  private static let ofHeads: Set<[UInt8]> = Set(
    """
    THE OF FOR AND TO FROM IN ON BY WITH UNITED STATES AMERICA AMERICAN US USA WHITE HOUSE WASHINGTON DC PENTAGON LANGLEY
    DEPARTMENT MINISTRY OFFICE BUREAU AGENCY COMMAND HEADQUARTERS EMBASSY CONSULATE GENERAL MISSION COUNCIL COMMITTEE
    COMMISSION DIRECTORATE DIVISION BRANCH STAFF SECRETARY DIRECTOR DEPUTY ASSISTANT UNDER CHIEF CHIEFS COMMANDER
    PRESIDENT VICE AMBASSADOR INSPECTOR ATTORNEY COUNSEL ADVISER ADVISOR NATIONAL SECURITY CENTRAL FEDERAL INTELLIGENCE
    DEFENSE STATE ARMY NAVY AIR FORCE MARINE CORPS JOINT HOMELAND ENERGY JUSTICE TREASURY COMMERCE RESEARCH AFFAIRS
    INVESTIGATION POLICY PLANNING OPERATIONS INTELLIGENCE COMMUNITY
    MEMORANDUM MEMORANDA MEMCON INFORMATION ACTION DECISION BRIEFING BRIEF NOTE NOTES MEMO REPORT LETTER RECORD FILE
    FILES CONVERSATION ESTIMATE SPECIAL DRAFT FINAL COPY COPIES NO NR NUMBER PAGE PAGES VOLUME PART ANNEX APPENDIX
    ATTACHMENT ENCLOSURE TAB TELEGRAM CABLE AIRGRAM MESSAGE
    EXECUTIVE SUMMARY INTRODUCTION BACKGROUND DISCUSSION RECOMMENDATION RECOMMENDATIONS ISSUE ISSUES PURPOSE KEY
    JUDGMENTS JUDGEMENTS FINDINGS POINTS TALKING SCOPE CONTENTS OVERVIEW CONCLUSION CONCLUSIONS DISTRIBUTION REFERENCES
    TH ST ND RD MR MRS MS DR
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

  /// Whether a word begins small and does not join others.
  private static func isSmall(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    source[word.start].isSmall && word.count > 2 && !links.contains(source.bytes(word))
  }

  /// Words that stand small between the names of a letterhead.
  private static let links: Set<[UInt8]> = Set(
    ["and", "for", "the", "from", "with", "through", "per", "des", "von", "van", "der", "del", "las", "los"].map {
      Array($0.utf8)
    })

  private static let labels = [
    "TO", "FROM", "CC", "BCC", "SENT", "DATE", "REF", "REFERENCE", "THROUGH", "THRU", "VIA", "ATTN", "ATTENTION", "TEL",
    "PHONE", "TELEPHONE", "FAX", "E-MAIL", "EMAIL", "CASE", "CASE NUMBER", "CASE NO", "FILE", "NO", "NUMBER", "DOC NO",
    "MEMORANDUM FOR", "MEMORANDUM TO", "PREPARED BY", "PREPARED FOR", "SUBMITTED BY", "APPROVED BY", "DRAFTED BY",
    "CLEARED BY", "ATTACHMENTS", "IMPORTANCE", "HTTP", "HTTPS",
  ]

  /// `To: all stations`: who and when, not what.
  private static func hasLabel(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    labels.contains { label in
      guard source.hasAnyCase(label, at: line.start, end: line.end) else { return false }
      let next = source.skipBlanks(line.start + label.utf8.count, line.end)
      return label.hasPrefix("MEMORANDUM") || next < line.end && source[next].isOne(of: ":", ".")
    }
  }
}
