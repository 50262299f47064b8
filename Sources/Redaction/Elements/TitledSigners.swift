import Documents
import MarkingModel

/// Who signed a paper without marks that no close such as "Sincerely," ends: the name above a title, as the last thing that the
/// paper says.
///
///     The ferry runs.
///
///                               Jane Roe
///                               Director, Office of Harbors
enum TitledSigners {
  /// The line with the name; none where text stands below it. O(text).
  static func names(in document: MarkingDocument, _ whole: ByteRange, _ source: Span<UInt8>) -> [ByteRange] {
    var form = document.nodes.dropFirst().filter { ofPages.contains($0.name) && !$0.range.isEmpty }.map(\.range)[...]
    var blocks = TextBlocks(from: whole.start, to: whole.end)
    var name: ByteRange?
    // Whether a sentence stands above; behind a colon names are a list.
    var isBelowText = false
    while let block = blocks.next(in: source) {
      while let place = form.first, place.end <= block.range.start { form.removeFirst() }
      if form.first.map({ $0.start <= block.range.start }) ?? false { continue }
      if let name, endsPaper(block, in: source) { return [name] }
      name = isBelowText ? self.name(of: block.range, in: source) : nil
      isBelowText =
        HeadText.isText(block.range, in: source) && source[block.range.end - 1] != UInt8(ascii: ":")
    }
    return name.map { [$0] } ?? []
  }

  private static let ofPages: Set<ElementName> = [
    .marking, .stamp, .authorityBlock, .authorityLine, .page, .notice, .distribution, .designationIndicator,
    .designation,
  ]

  /// Whether what follows a signature begins with a block: who has a copy, what is enclosed, a further part.
  private static func endsPaper(_ block: TextBlocks.Block, in source: Span<UInt8>) -> Bool {
    ClosingLine.isBlock(block.range, in: source) || FormLine.isLabel(block.range, in: source)
      || FormLine.isHeadOfPart(block.range, in: source) || PortionReader.labelEnd(block.firstLine, in: source) != nil
  }

  /// A name of two words or more, and a title right below it.
  private static func name(of block: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    let lines = BlockText.lines(of: block, in: source)
    guard lines.count > 1, let name = FormLine.name(of: block, isMessage: false, in: source),
      let at = lines.firstIndex(where: { $0.end == name.end }), at + 1 < lines.count,
      words(of: lines[at + 1], in: source).prefix(4).contains(where: titles.contains)
    else { return nil }
    // `Jane Roe, Colonel, USA`: what stands behind a comma is no name.
    let comma = (name.start..<name.end).first { source[$0] == UInt8(ascii: ",") } ?? name.end
    let words = words(of: ByteRange(name.start, comma), in: source)
    guard words.count <= 6, words.count(where: { !titles.contains($0) }) > 1, !words.contains(where: offices.contains)
    else { return nil }
    return name
  }

  private static func words(of range: ByteRange, in source: Span<UInt8>) -> [[UInt8]] {
    BlockText.words(of: range, in: source).map { source.bytes($0).map(\.capital) }
  }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }

  private static let titles = set(
    """
    ACTING DEPUTY ASSISTANT ASSOCIATE UNDER DIRECTOR CHIEF HEAD MANAGER SUPERVISOR COORDINATOR ADMINISTRATOR COMMISSIONER
    SECRETARY MINISTER AMBASSADOR CONSUL COUNSEL COUNSELOR CHARGE ATTACHE OFFICER ADVISER ADVISOR ANALYST SPECIALIST AGENT
    ATTORNEY INSPECTOR REPRESENTATIVE EXECUTIVE PRESIDENT CHAIRMAN CHAIRWOMAN CHAIRPERSON CHAIR SUPERINTENDENT COMMANDER
    COMMANDING COMMANDANT GENERAL COLONEL MAJOR CAPTAIN LIEUTENANT ADMIRAL SERGEANT USA USN USAF USMC USCG USSF
    """)

  private static let offices = set(
    """
    DEPARTMENT MINISTRY OFFICE BUREAU AGENCY COMMAND HEADQUARTERS EMBASSY CONSULATE MISSION COUNCIL COMMITTEE COMMISSION
    DIRECTORATE DIVISION BRANCH STAFF SERVICE CENTER CENTRE BOARD OF THE
    """)
}
