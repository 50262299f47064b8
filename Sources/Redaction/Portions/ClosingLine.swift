import Documents
import MarkingModel

/// Lines that close a paper and say nothing of what it is about: who has a copy, what is enclosed, who drafted it, where the
/// reader decides.
enum ClosingLine {
  /// Whether all lines of a block are such. O(block).
  static func isBlock(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let lines = BlockText.lines(of: block, in: source)
    guard let first = lines.first else { return false }
    if isEnclosures(block, in: source) || isDecision(block, in: source) || isEnd(block, in: source) { return true }
    guard behindLabel(of: first, in: source) != nil else { return false }
    return lines.allSatisfy { areNames(behindLabel(of: $0, in: source) ?? $0, in: source) }
  }

  /// `cc: T. Roe`, `Drafted: HA/PQ: L. Roe, x7-5531`: where the names begin.
  private static func behindLabel(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    for label in [
      "CC", "BCC", "DISTRIBUTION", "DRAFTED", "DRAFTED BY", "DRAFTER", "CLEARED", "CLEARED BY", "CLEARANCE",
      "CLEARANCES", "APPROVED", "APPROVED BY", "APPROVER", "RELEASED BY",
    ]
    where source.hasWordAnyCase(label, at: line.start, end: line.end) {
      let colon = source.skipBlanks(line.start + label.utf8.count, line.end)
      if colon < line.end, source[colon] == UInt8(ascii: ":") { return ByteRange(colon + 1, line.end) }
    }
    return nil
  }

  /// Names, offices and their numbers: few words, each with a capital or a digit in it.
  private static func areNames(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: range, in: source)
    return words.count <= 12 && range.count <= 80
      && words.allSatisfy { word in
        source[word.start].isCapital || (word.start..<word.end).contains { source[$0].isDigit } || word.count == 1
          || links.contains(source.bytes(word)) || answers.contains(source.bytes(word))
      }
  }

  /// Words that stand small in the names of offices.
  private static let links: Set<[UInt8]> = Set(["of", "the", "and", "for"].map { Array($0.utf8) })

  /// What an office that clears a paper has said of it: `R. Oake (ok)`, `T. Vane (info by phone)`.
  private static let answers: Set<[UInt8]> = Set(
    ["ok", "info", "cleared", "by", "phone", "mail", "email", "subs", "draft", "in", "via", "no", "response"]
      .map { Array($0.utf8) })

  /// `2 Enclosures`, `2 Encls as`, `Enclosure (1): As stated`, `Tabs: None`.
  private static func isEnclosures(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = words(of: block, in: source).filter { !$0.allSatisfy(\.isDigit) }
    guard let first = words.first, enclosures.contains(first) || lists.contains(first) else { return false }
    return words.count == 1 && !lists.contains(first)
      || statements.contains(Array(words.dropFirst().joined(separator: [0x20])))
  }

  /// `Approve ___  Disapprove ___`.
  private static func isDecision(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = words(of: block, in: source)
    return words.count > 1 && words.allSatisfy(decisions.contains)
      && (block.start..<block.end).contains { source[$0] == UInt8(ascii: "_") }
  }

  /// `-END-`, `// END //`.
  private static func isEnd(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    words(of: block, in: source) == [Array("END".utf8)] && block.count > 3
  }

  private static func words(of block: ByteRange, in source: Span<UInt8>) -> [[UInt8]] {
    BlockText.words(of: block, in: source)
      .map { word in source.bytes(word).map(\.capital).filter(\.isLetterOrDigit) }.filter { !$0.isEmpty }
  }

  private static let enclosures = set(
    "ENCLOSURE ENCLOSURES ENCL ENCLS ENC ENCS ATTACHMENT ATTACHMENTS ATCH ATCHS ATT ATTS")
  /// What stands alone heads a list.
  private static let lists = set("CC DISTRIBUTION TABS REFERENCES SOURCES ENDNOTES")
  private static let decisions = set(
    """
    APPROVE APPROVED APPROVES DISAPPROVE DISAPPROVED DISAPPROVES AGREE DISAGREE CONCUR NONCONCUR DISCUSS LETS SEE ME OTHER
    INITIAL INITIALS DATE YES NO
    """)
  private static let statements: Set<[UInt8]> = Set(
    ["AS", "AS STATED", "AS NOTED", "A S", "NONE"].map { Array($0.utf8) })

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
  }
}
