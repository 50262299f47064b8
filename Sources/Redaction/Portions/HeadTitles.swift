import Documents
import MarkingGrammar
import MarkingModel

/// The title in the head of a paper, above its first portion, whose mark holds for it, too. Its author and its date, or the
/// first heading, may stand between the two.
struct HeadTitles {
  /// What a block of the head is for what stands above and below it.
  private enum Kind {
    /// Above the first portion it may be a title; above another block of the head it is one if it names neither an office nor
    /// a series.
    case title(namesOffice: Bool)
    /// A person: who wrote it, unless it is the title.
    case name
    /// A date, `Prepared by`, a first heading.
    case between
    case other
  }

  /// Blocks that are titles if nothing but what may stand between comes up to the first portion.
  private var blocks: [(start: PortionReader.Start, namesOffice: Bool)] = []
  /// Whether the last of them is the last block that was seen.
  private var isLast: Bool { (blocks.last?.start.range.start ?? 0) > (between.last?.start ?? 0) }
  /// What stands below one of them and is of the form.
  private(set) var between: [ByteRange] = []

  /// Takes the next block of the head, which does not read like text.
  mutating func take(
    _ block: ByteRange, at text: Int, isOfMessage: Bool, _ counter: inout LineCounter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let range = ByteRange(text, block.end)
    let kind: Kind
    if isOfMessage, Greeting.isLine(range, in: source) {
      kind = .between
    } else {
      let isSalutation = !isOfMessage && Greeting.isSalutation(range, in: source)
      kind = isSalutation ? .other : Self.kind(of: range, in: source, vocabulary)
    }
    switch kind {
    case .between:
      if !blocks.isEmpty { between.append(block) }
      return
    case .other: return removeAll()
    case .title: removeAll()
    case .name: break
    }
    let start = PortionReader.Start(
      range: ByteRange(text, text), text: text, mark: nil, name: "title above the first portion",
      position: counter.position(of: text, in: source), end: block.end)
    if case .title(true) = kind { blocks.append((start, true)) } else { blocks.append((start, false)) }
  }

  /// Forgets what stands above text of the head.
  mutating func removeAll() {
    blocks.removeAll()
    between.removeAll()
  }

  /// The titles, when the first portion comes.
  func found() -> [PortionReader.Start] {
    blocks.indices.filter { !blocks[$0].namesOffice || isLast && $0 == blocks.count - 1 }.map { blocks[$0].start }
  }

  /// Whether a block of a paper without any mark is of its head: no title, no name, no subject and no text. Each of its
  /// lines is, and those with a label say who and when.
  static func isHead(_ block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    if HeadText.isText(block, in: source) { return false }
    return BlockText.lines(of: block, in: source).allSatisfy { line in
      if ["REF", "FILE", "ATTACH", "RE:"].contains(where: { source.hasAnyCase($0, at: line.start, end: line.end) }) {
        return false
      }
      if HeadText.hasLabel(line, in: source) { return true }
      switch kind(of: line, in: source, vocabulary) {
      case .between, .other: return true
      case .title, .name: return false
      }
    }
  }

  private static func kind(
    of block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Kind {
    let lines = BlockText.lines(of: block, in: source)
    guard let first = lines.first, lines.count <= 4, !source.hasAnyCase("DEAR ", at: first.start, end: first.end)
    else { return .other }
    if lines.allSatisfy({ HeadText.namesAuthor($0, in: source) }) { return .between }
    if lines.contains(where: { HeadText.hasLabel($0, in: source) }) { return .other }
    let words = BlockText.words(of: block, in: source).filter { !isSmall($0, in: source, vocabulary) }
      .map { source.bytes($0).map(\.capital) }
    if words.allSatisfy({ headings.contains($0) || links.contains($0) }) { return .between }
    if words.allSatisfy({ ofHeads.contains($0) || links.contains($0) || headings.contains($0) }) { return .other }
    let namesOffice = words.contains { offices.contains($0) } || lines.contains { isOfSeries($0, in: source) }
    if !namesOffice, FormLine.isName(block, isMessage: false, in: source), !words.contains(where: links.contains) {
      return .name
    }
    return .title(namesOffice: namesOffice)
  }

  /// `LAMP WATCH REPORT 44-22`
  private static func isOfSeries(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: line, in: source).map { source.bytes($0).map(\.capital) }
    let name = words.reversed().drop { $0.allSatisfy { !$0.isLetter } }
    return name.count < words.count && name.first.map { series.contains($0) } ?? false
  }

  /// Numbers, single letters and months.
  private static func isSmall(
    _ word: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    word.count == 1 || (word.start..<word.end).allSatisfy { !source[$0].isLetter && source[$0] < 0x80 }
      || vocabulary.months.find(source, word.start, word.end) != nil
  }

  private static func words(_ text: String) -> Set<[UInt8]> {
    Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }

  private static let links = words("THE OF FOR AND TO FROM IN ON BY WITH TH ST ND RD MR MRS MS DR")

  /// Words of first headings.
  private static let headings = words(
    """
    EXECUTIVE SUMMARY INTRODUCTION BACKGROUND DISCUSSION RECOMMENDATION RECOMMENDATIONS ISSUE ISSUES PURPOSE KEY
    JUDGMENTS JUDGEMENTS FINDINGS POINTS TALKING SCOPE CONTENTS OVERVIEW CONCLUSION CONCLUSIONS
    """)

  private static let series = words(
    "REPORT MEMORANDUM ESTIMATE BRIEF NOTE CABLE TELEGRAM MESSAGE PAPER STUDY BULLETIN NO NR NUMBER VOLUME")

  private static let offices = words(
    """
    DEPARTMENT MINISTRY OFFICE BUREAU AGENCY COMMAND HEADQUARTERS EMBASSY CONSULATE MISSION COUNCIL COMMITTEE COMMISSION
    DIRECTORATE DIVISION BRANCH STAFF SERVICE CENTER CENTRE INSTITUTE UNIVERSITY LABORATORY FORCE FORCES GROUP SQUADRON
    WING BATTALION BRIGADE REGIMENT FLEET STATION CORPORATION COMPANY INC AUTHORITY ADMINISTRATION BOARD CORPS
    """)

  /// Words of letterheads and of the names of papers.
  private static let ofHeads = offices.union(
    words(
      """
      UNITED STATES AMERICA AMERICAN US USA WHITE HOUSE WASHINGTON DC PENTAGON LANGLEY
      GENERAL SECRETARY DIRECTOR DEPUTY ASSISTANT UNDER CHIEF CHIEFS COMMANDER
      PRESIDENT VICE AMBASSADOR INSPECTOR ATTORNEY COUNSEL ADVISER ADVISOR NATIONAL SECURITY CENTRAL FEDERAL INTELLIGENCE
      DEFENSE STATE ARMY NAVY AIR FORCE MARINE JOINT HOMELAND ENERGY JUSTICE TREASURY COMMERCE RESEARCH AFFAIRS
      INVESTIGATION POLICY PLANNING OPERATIONS COMMUNITY
      MEMORANDUM MEMORANDA MEMCON INFORMATION ACTION DECISION BRIEFING BRIEF NOTE NOTES MEMO REPORT LETTER RECORD FILE
      FILES CONVERSATION ESTIMATE SPECIAL DRAFT FINAL COPY COPIES NO NR NUMBER PAGE PAGES VOLUME PART ANNEX APPENDIX
      ATTACHMENT ENCLOSURE TAB TELEGRAM CABLE AIRGRAM MESSAGE DISTRIBUTION REFERENCES
      """))
}
