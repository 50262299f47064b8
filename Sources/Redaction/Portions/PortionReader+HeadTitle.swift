import Documents
import MarkingGrammar
import MarkingModel

// The title in the head of a paper, above its first portion.
extension PortionReader {
  /// A block of the head as the title of what stands below it, whose mark holds for it, too; nil for one of words that any
  /// head has.
  func title(
    _ block: ByteRange, at text: Int, _ counter: inout LineCounter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Start? {
    guard Self.mayBeTitle(ByteRange(text, block.end), in: source, vocabulary) else { return nil }
    return Start(
      range: ByteRange(text, text), text: text, mark: nil, name: "title above the first portion",
      position: counter.position(of: text, in: source), end: block.end)
  }

  /// Whether a block may be the title of what stands below it: a line or a few, none with a label, of which one has a word
  /// that is neither of an office, a kind of paper, a place nor a date.
  private static func mayBeTitle(
    _ block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let lines = BlockText.lines(of: block, in: source)
    guard let first = lines.first, lines.count <= 4, !lines.contains(where: { HeadText.hasLabel($0, in: source) }),
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
    INVESTIGATION POLICY PLANNING OPERATIONS COMMUNITY
    MEMORANDUM MEMORANDA MEMCON INFORMATION ACTION DECISION BRIEFING BRIEF NOTE NOTES MEMO REPORT LETTER RECORD FILE
    FILES CONVERSATION ESTIMATE SPECIAL DRAFT FINAL COPY COPIES NO NR NUMBER PAGE PAGES VOLUME PART ANNEX APPENDIX
    ATTACHMENT ENCLOSURE TAB TELEGRAM CABLE AIRGRAM MESSAGE
    EXECUTIVE SUMMARY INTRODUCTION BACKGROUND DISCUSSION RECOMMENDATION RECOMMENDATIONS ISSUE ISSUES PURPOSE KEY
    JUDGMENTS JUDGEMENTS FINDINGS POINTS TALKING SCOPE CONTENTS OVERVIEW CONCLUSION CONCLUSIONS DISTRIBUTION REFERENCES
    TH ST ND RD MR MRS MS DR
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
}
