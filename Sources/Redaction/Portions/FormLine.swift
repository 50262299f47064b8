import Documents
import MarkingModel

/// Lines that belong to the form of a telegram or letter, though no reader names them: how to handle it, where it may be
/// torn, and how a letter ends.
enum FormLine {
  /// `SENSITIVE BUT UNCLASSIFIED -- PLEASE PROTECT ACCORDINGLY`, `------ TEAR LINE ------`.
  static func isHandling(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: line, in: source)
    return words.count > 1 && words.allSatisfy { handling.contains(source.bytes($0)) }
  }

  /// Codes of exemptions and nothing else, as a release leaves them in the margin: `B1`, `1.4(D)`, `(b)(6)`.
  static func isCodes(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = source.bytes(block).split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    return !words.isEmpty
      && words.allSatisfy { word in
        let code = word.map(\.capital).filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }
        return isCode(code[...])
      }
  }

  /// `B1` to `B9`, with a letter behind `B7`; `1.4D`, `1.5A`; `25X1`.
  private static func isCode(_ code: ArraySlice<UInt8>) -> Bool {
    let digits = UInt8(ascii: "1")...UInt8(ascii: "9")
    if code.count == 2 || code.count == 3, code.first == UInt8(ascii: "B"), digits.contains(code[1]) {
      return code.count == 2 || code[1] == UInt8(ascii: "7") && (0x41...0x46).contains(code[2])
    }
    if code.starts(with: "1.4".utf8) || code.starts(with: "1.5".utf8) {
      return code.count == 3 || code.count == 4 && (0x41...0x48).contains(code[3])
    }
    return code.count == 4 && code.starts(with: "25X".utf8) && digits.contains(code[3])
  }

  /// Whether all lines of a block are such.
  static func isHandlingBlock(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    BlockText.lines(of: block, in: source).allSatisfy { isHandling($0, in: source) }
  }

  /// `-- ` and what stands below it: the signature of a message (RFC 3676, 4.3).
  static func beginsSignature(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    line.count == 2 && source[line.start] == UInt8(ascii: "-") && source[line.start + 1] == UInt8(ascii: "-")
  }

  /// "Sincerely," alone.
  static func isClose(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let lines = BlockText.lines(of: block, in: source)
    return lines.count == 1 && LetterClose.isLine(lines[0], in: source)
  }

  /// "Regards," or `//signed//` with the name below it.
  static func isCloseWithName(_ block: ByteRange, isMessage: Bool, in source: Span<UInt8>) -> Bool {
    BlockText.lines(of: block, in: source).first.map { LetterClose.isLine($0, in: source) } ?? false
      && isName(block, isMessage: isMessage, in: source)
  }

  /// Whether a block is the signer's: a name, or the label of one that is withheld, with titles and addresses below it.
  static func isName(_ block: ByteRange, isMessage: Bool, in source: Span<UInt8>) -> Bool {
    name(of: block, isMessage: isMessage, in: source) != nil
  }

  /// The line with the signer's name, with titles and addresses below it and "Sincerely," above.
  ///
  /// It has words that begin with capitals and no digit; nothing in the block reads like text.
  ///
  /// - Parameter isMessage: whether a first name alone is enough, as under an e-mail. Below or behind "Regards," it always is.
  static func name(of block: ByteRange, isMessage: Bool, in source: Span<UInt8>) -> ByteRange? {
    // `-- ` or a row of signs parts it from the text of a message.
    let all = BlockText.lines(of: block, in: source)
    var lines = all.drop { !PortionReader.holdsLetters($0, in: source) }
    let isClosed = lines.first.map { LetterClose.isLine($0, in: source) } ?? false
    if isClosed { lines.removeFirst() }
    guard let first = lines.first, lines.count <= 6, lines.allSatisfy({ $0.count <= 72 }) else { return nil }
    let signed = LetterClose.rest(of: first, in: source)
    let name = signed ?? first
    if WithheldLabel.isAll(name, in: source), all.count > 1 || signed != nil {
      // The name in print below that of the hand is withheld as well.
      let labels = lines.dropFirst().prefix { WithheldLabel.isAll($0, in: source) }
      return HeadText.isText(ByteRange((labels.last ?? name).end, block.end), in: source) ? nil : name
    }
    if HeadText.isText(block, in: source) { return nil }
    let words = BlockText.words(of: name, in: source)
    // `Annex A` heads a part, and a postscript below the name is text.
    if words.first.map({ parts.contains(source.bytes($0).map(\.capital)) }) ?? false { return nil }
    if lines.dropFirst().contains(where: { isPostscript($0, in: source) }) { return nil }
    if isMessage || isClosed || signed != nil, words.count == 1, name.count > 1, source[name.start].isCapital,
      source[name.start + 1].isSmall
    {
      return name
    }
    guard (2...8).contains(words.count), words.allSatisfy({ source[$0.start].isCapital || source[$0.start] >= 0x80 }),
      (name.start..<name.end).allSatisfy({
        source[$0].isLetter || source[$0] >= 0x80 || source[$0].isOne(of: " ", "\t", ",", "-", ".", "'")
      })
    else { return nil }
    return columns(of: name, in: source) > 2 ? nil : name
  }

  /// How many texts stand beside each other in a line, with a tab or three blanks between them: two may be two signers, three
  /// are the heads of a table.
  private static func columns(of line: ByteRange, in source: Span<UInt8>) -> Int {
    var (columns, blanks) = (1, 0)
    for at in line.start..<line.end {
      let byte = source[at]
      if byte != 0x20, byte != 0x09 {
        if blanks >= 3 { columns += 1 }
        blanks = 0
      } else {
        blanks += byte == 0x09 ? 3 : 1
      }
    }
    return columns
  }

  private static func isPostscript(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    ["P.S", "PS:", "P.P.S", "N.B", "NB:"].contains { source.hasAnyCase($0, at: line.start, end: line.end) }
  }

  private static let handling: Set<[UInt8]> = Set(
    [
      "SENSITIVE", "BUT", "UNCLASSIFIED", "SBU", "PLEASE", "PROTECT", "HANDLE", "TREAT", "ACCORDINGLY", "NOT", "FOR",
      "INTERNET", "DISTRIBUTION", "PUBLICATION", "POSTING", "ON", "TEAR", "LINE", "TEARLINE", "BEGIN", "END",
    ].map { Array($0.utf8) })

  /// `Enclosure:` alone, or `Notes`: what it is about has marks of its own.
  static func isLabel(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: block, in: source)
    guard words.count == 1 else { return false }
    if notes.contains(source.bytes(words[0]).map(\.capital)) { return true }
    return source[block.end - 1] == UInt8(ascii: ":") && labels.contains(source.bytes(words[0]).map(\.capital))
  }

  /// `Annex A`, `ATTACHMENT 1`, a page left blank.
  static func isHeadOfPart(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: block, in: source).map { source.bytes($0).map(\.capital) }
    guard let first = words.first, words.count <= 12 else { return false }
    if words.count == 2, parts.contains(first), words[1].count <= 3 {
      return words[1].count == 1 || words[1].allSatisfy { $0.isDigit || $0.isOne(of: "I", "V", "X") }
    }
    return words.contains(Array("INTENTIONALLY".utf8)) && words.allSatisfy(blankPage.contains)
  }

  private static let blankPage: Set<[UInt8]> = Set(
    [
      "THIS", "THE", "FOLLOWING", "NEXT", "REST", "REMAINDER", "OF", "PAGE", "PAGES", "IS", "ARE", "WAS", "HAS", "HAVE",
      "BEEN", "INTENTIONALLY", "LEFT", "BLANK",
    ].map { Array($0.utf8) })

  private static let parts: Set<[UInt8]> = Set(
    ["ANNEX", "APPENDIX", "ATTACHMENT", "ENCLOSURE", "TAB", "EXHIBIT"].map { Array($0.utf8) })

  private static let notes: Set<[UInt8]> = Set(["NOTES", "FOOTNOTES", "ENDNOTES"].map { Array($0.utf8) })

  private static let labels: Set<[UInt8]> = Set(
    [
      "ENCLOSURE", "ENCLOSURES", "ENCL", "ATTACHMENT", "ATTACHMENTS", "CC", "DISTRIBUTION", "TABS", "REFERENCES",
      "SOURCES", "ENDNOTES",
    ].map {
      Array($0.utf8)
    })
}
