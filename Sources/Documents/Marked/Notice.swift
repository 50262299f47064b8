import MarkingGrammar
import MarkingModel

/// A warning, statement or note that goes with the markings of a document (C16 templates; 32 CFR 2001.24).
struct Notice: Sendable {
  enum Kind: String, Sendable {
    case rd, frd, cnwdi, fisa, imcon, rsen, dsen, limdis, les, ssi, nato, fgi, export, cvi, pcii, sgi
    case rawFISA = "rawfisa"
    case displayOnly = "display-only"
    /// `Upon removal of attachments, this document is …`
    case transmittal
    /// That the document may not be a source for derivative classification, as its portions are not marked.
    case waiver
    case compilation
    /// `All portions are (S) unless marked otherwise.`
    case blanket
    case working = "working-paper"
    /// A line below the banner: `ATTORNEY WORK PRODUCT`.
    case secondLine = "second-line"
    case tearLine = "tear-line"
    case sources
    /// Words that restrict beyond what the markings do: `EYES ONLY DIRECTOR`.
    case wording
    /// The list of the exemption codes and what they mean.
    case key
    /// A line that is nothing but controls of unclassified information: `FOR OFFICIAL USE ONLY`.
    case control
    /// The document says that it is controlled no longer.
    case decontrolled
    /// The document lists who may have it.
    case dissemination = "dissemination-list"
    /// That what it encloses has a marking: `Attachment:`, `Enclosures`.
    case enclosure
    case product = "analytic-product"
    /// The heading of an index of what is withheld (Vaughn v. Rosen).
    case index
  }

  var kind: Kind
  /// Whether the text says what such a notice has to say.
  var isComplete: Bool
  var line: SourceLine
  var start: Int
  /// How many lines of text stand before it.
  var text: Int
  var page = 1

  private static let leads = PhraseList(["WARNING", "NOTICE", "CAUTION", "NOTE"])
  private static let note = 3

  /// Whether it is a list of sources, and neither a sentence that sends the reader to one nor the notes at the end of a
  /// report, several of which may cite one source.
  func isSourceList(in source: Span<UInt8>) -> Bool {
    kind == .sources && !source.hasAnyCase("SEE ", at: start, end: line.end)
      && !source.hasAnyCase("END", at: start, end: line.end)
  }

  /// Whether it is a tear line that is drawn (`---- TEAR LINE ----`): it parts the text and says nothing.
  func isDrawn(in source: Span<UInt8>) -> Bool {
    kind == .tearLine && source.skipBlanks(line.start, start) < start
  }

  /// The notice whose paragraph begins at `at`.
  static func read(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (kind: Kind, isComplete: Bool)? {
    guard mayBegin(at, end, in: source) else { return nil }
    if let alone = alone(at, end, in: source, vocabulary) { return (alone, true) }
    guard beginsLikeOne(at, in: source) || maySpeakLikeOne(at, in: source) else { return nil }
    var words = FoldedWords(paragraph: at, in: source)
    var isAnnounced = false
    if let lead = leads.first(at: 0, end: words.count, in: words.bytes.span) {
      isAnnounced = lead.index != note
      words = words.dropping(lead.end)
    }
    return atomic(words) ?? controlled(words, isAnnounced) ?? ofDocument(words)
  }

  /// Whether a paragraph begins with the words of a notice, or with what announces one.
  private static func beginsLikeOne(_ at: Int, in source: Span<UInt8>) -> Bool {
    // As many words as the longest beginning has, of as much text as is read of a paragraph.
    FoldedWords(paragraph: at, in: source, limit: 64, reach: 1400).begin(oneOf: beginnings)
  }

  private static let beginnings = PhraseList(
    ["WARNING", "NOTICE", "CAUTION", "NOTE"] + atomicBeginnings + controlledBeginnings + documentBeginnings)

  /// Whether what a notice says wherever it begins may stand in a paragraph: that it is DISPLAY ONLY, no SOURCE or BASIS
  /// of others, a COMPILATION or AGGREGATE, more when COMBINED or TOGETHER, less when SEPARATED, DETACHED, REMOVED or WITHOUT. Such a word stands in one that is none, too; none is overlooked but one with marks of
  /// emphasis inside.
  private static func maySpeakLikeOne(_ at: Int, in source: Span<UInt8>) -> Bool {
    let end = Swift.min(source.count, at + 1400)
    return sought.contains { source.first($0, from: at, to: end) != nil }
  }

  private static let sought = [
    ThreeBytes(.anyCase(0x44), .anyCase(0x49), .anyCase(0x59), at: 6),
    ThreeBytes(.anyCase(0x53), .anyCase(0x4F), .anyCase(0x45), at: 5),
    ThreeBytes(.anyCase(0x42), .anyCase(0x41), .anyCase(0x53), at: 4),
    ThreeBytes(.anyCase(0x43), .anyCase(0x4F), .anyCase(0x4C), at: 5),
    ThreeBytes(.anyCase(0x41), .anyCase(0x47), .anyCase(0x45), at: 4),
    ThreeBytes(.anyCase(0x43), .anyCase(0x4F), .anyCase(0x4E), at: 5),
    ThreeBytes(.anyCase(0x54), .anyCase(0x4F), .anyCase(0x48), at: 5),
    ThreeBytes(.anyCase(0x53), .anyCase(0x45), .anyCase(0x52), at: 4),
    ThreeBytes(.anyCase(0x44), .anyCase(0x45), .anyCase(0x48), at: 5),
    ThreeBytes(.anyCase(0x52), .anyCase(0x45), .anyCase(0x56), at: 4),
    ThreeBytes(.anyCase(0x57), .anyCase(0x49), .anyCase(0x55), at: 5),
  ]

  /// Whether a paragraph can be a notice: its first letters decide.
  @inline(__always)
  private static func mayBegin(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let key = LineKey(source, at, end)
    return switch key.first {
    case 0x56: key.begins("V", "A", "U", "G")
    case 0x57:
      key.begins("W", "A", "R", "N") || key.begins("W", "H", "E", "N") || key.begins("W", "O", "R", "K")
        || key.begins("W", "I", "T", "H") || key.begins("W", "H", "I", "L")
    case 0x54:
      key.begins("T", "H", "I", "S") || key.begins("T", "H", "E", " ") || key.begins("T", "E", "A", "R")
        || key.begins("T", "A", "B", " ") || key.begins("T", "A", "K", "E") || key.begins("T", "H", "E", "S")
        || key.begins("T", "O", "G", "E")
    case 0x52:
      key.begins("R", "E", "G", "R") || key.begins("R", "E", "S", "T", "R") || key.begins("R", "I", "S", "K")
        || key.begins("R", "S", "E", "N")
        || key.begins("R", "A", "W", "F") || key.begins("R", "A", "W", " ")
    case 0x46:
      key.begins("F", "O", "R", "M", "E", "R") || key.begins("F", "I", "S", "A") || key.begins("F", "O", "R", "E")
        || key.begins("F", "O", "I", "A") || key.begins("F", "O", "R", " ") || key.begins("F", "R", "E", "E")
        || key.begins("F", "O", "U", "O")
    case 0x43:
      key.begins("C", "R", "I", "T") || key.begins("C", "A", "U", "T") || key.begins("C", "L", "A", "S")
        || key.begins("C", "N", "W", "D") || key.begins("C", "O", "M") || key.begins("C", "O", "V", "E")
        || key.begins("C", "O", "N", "T")
    case 0x42: key.begins("B", "I", "B", "L")
    case 0x4B: key.begins("K", "E", "Y", " ")
    case 0x4F: key.begins("O", "N", "C", "E") || key.begins("O", "F", "F", "I", "C")
    case 0x4C:
      key.begins("L", "E", "G", "E") || key.begins("L", "I", "S", "T") || key.begins("L", "E", "T", "T")
        || key.begins("L", "A", "W", " ")
        || key.begins("L", "I", "M", "D") || key.begins("L", "E", "S", " ")
    case 0x44:
      key.begins("D", "I", "S", "T") || key.begins("D", "E", "A", " ") || key.begins("D", "S", "E", "N")
        || key.begins("D", "I", "S", "S") || key.begins("D", "O", " ") || key.begins("D", "E", "R", "I")
        || key.begins("D", "E", "L", "I") || key.begins("D", "I", "S", "P") || key.begins("D", "E", "C", "O")
        || key.begins("D", "R", "A", "F") || key.begins("D", "E", "S", "C") || key.begins("D", "O", "W", "N")
        || key.begins("D", "E", "C", "L") || key.begins("D", "O", "C", "U")
    case 0x49:
      key.begins("I", "N", "F", "O") || key.begins("I", "M", "C", "O") || key.begins("I", "M", "A", "G")
        || key.begins("I", "T", "A", "R") || key.begins("I", "N", "D", "I") || key.begins("I", "N", " ")
        || key.begins("I", "F", " ")
    case 0x55:
      key.begins("U", "P", "O", "N") || key.begins("U", "N", "C", "L", "A", "S") || key.begins("U", "N", "A", "U")
        || key.begins("U", "N", "L", "E")
    case 0x41:
      key.begins("A", "L", "L", " ") || key.begins("A", "L", "T", "H") || key.begins("A", "G", "G", "R")
        || key.begins("A", "N", "N", "E") || key.begins("A", "P", "P", "E") || key.begins("A", "T", "T")
        || key.begins("A", "U", "T", "H")
        || key.begins("A", "C", "C", "E")
    case 0x45:
      key.begins("E", "X", "P", "O") || key.begins("E", "Y", "E", "S") || key.begins("E", "X", "E", "M")
        || key.begins("E", "N", "C", "L") || key.begins("E", "N", "D") || key.begins("E", "X", "P", "L")
        || key.begins("E", "A", "C", "H") || key.begins("E", "X", "C", "E")
    case 0x4E: key.begins("N", "O", "T", "I") || key.begins("N", "A", "T", "O") || key.begins("N", "O", "T", "E")
    case 0x53:
      key.begins("S", "U", "B", "S") || key.begins("S", "B", "U") || key.begins("S", "T", "A", "T", "U")
        || key.begins("S", "E", "N", "S", "I") || key.begins("S", "O", "U", "R", "C") || key.begins("S", "E", "E", " ")
        || key.begins("S", "E", "P", "A")
    case 0x48: key.begins("H", "A", "N", "D")
    case 0x4D: key.begins("M", "U", "L", "T") || key.begins("M", "E", "M", "O")
    case 0x50:
      key.begins("P", "R", "I", "V") || key.begins("P", "A", "R", "A") || key.begins("P", "O", "R", "T")
        || key.begins("P", "R", "O", "T")
    default: false
    }
  }
}

extension FoldedWords {
  /// The words after the first `count` bytes and the punctuation that follows them.
  func dropping(_ count: Int) -> FoldedWords {
    var rest = FoldedWords(limit: 700)
    var start = count
    while start < bytes.count, !bytes[start].isLetterOrDigit { start += 1 }
    rest.add(ByteRange(start, bytes.count), in: bytes.span)
    return rest
  }
}
