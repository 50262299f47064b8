import MarkingGrammar
import MarkingModel

/// Reads a document that is no telegram for its markings: candidates first, line by line, then what they are by their
/// place on the page and by each other.
///
/// A line of prose costs a look at its first bytes and, sixteen bytes at a time, one for the characters that can begin
/// a mark inside it. Time and memory: linear.
struct MarkedReader: Sendable {
  var ruler = Ruler()
  var marks = KnownMarks()
  var banners: [BannerEntry] = []
  var hasClassifiedBanner = false
  var portions: [PortionEntry] = []
  var breaks: [PageBreak] = []
  var notices: [Notice] = []
  /// Blocks of labels that were read to their end, and the one that is being read.
  var blocks: [LabelBlock] = []
  var open: LabelBlock?
  var statements: [DistributionStatement] = []
  var releases: [ReleaseMark] = []
  var exemptions: [ExemptionEntry] = []
  var redactions: [RedactionEntry] = []
  var metadata: [Metadata] = []
  /// Whether the list that explains the exemption codes is being read.
  var isInKey = false
  /// How many pages had ended when it began, or when its last page did.
  var keyBreaks = 0
  var mail = MailHeader()
  /// Where the headers of the messages below the first begin, in an e-mail.
  var messages: [PageBreak] = []
  /// Where the header at hand begins.
  var header: PageBreak?
  var dates = DocumentDate()
  /// Lines of text so far: no banners, page numbers, stamps or headers of an e-mail.
  var text = 0
  /// Paragraphs of prose so far.
  var paragraphs = 0
  /// Whether the line before was blank, or none.
  var isAfterBlank = true
  /// Whether the line before lets a portion begin on this one: it is blank, ends a sentence or is no text.
  var mayBegin = true
  var references = ReferenceList()
  var candidates = UnmarkedCandidates()
  /// Whether a portion or a subject has a mark.
  var hasMarks = false
  /// The last small letter in parentheses that began a portion; 0 where none has.
  var lastLetter: UInt8 = 0
  /// Whether the end of the document has begun: greetings, attachments, sources.
  var isClosed = false
  /// The last line of text, at whose end the mark of a portion may stand.
  var lastLine: SourceLine?
  /// The last line of the paragraph above.
  var lineAbove: SourceLine?
  /// Whether a quotation below the portion that leads to it is being read.
  var isInQuotation = false
  /// Whether a blank line stands between any two of the text, once that was asked.
  var doubleSpacing: Bool?
  /// The number of the line after the last blank one.
  var block = 0
  /// Marks that stand inside lines of text, such as those of a manual that speaks of them.
  var mentions = 0
  /// Single capital letters in parentheses that begin lines and are no levels: a list of `(A)`, `(B)`, or slips.
  var strangers = StrangeLetters()
  /// Whether such a letter stands behind a label: `Answer: (A)`.
  var hasStrangeLabels = false
  /// Where the last banner ends that goes on over several lines.
  var taken = 0
  /// The offsets in the line at hand that the scan stopped at.
  var hits: [Int] = []

  init() { hits.reserveCapacity(64) }

  /// Reads everything from `start` on.
  mutating func read(from start: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var at = start
    var number = 0
    let count = source.count
    var scan = MarkScan(from: start)
    while at < count {
      number += 1
      if !hits.isEmpty { hits.removeAll(keepingCapacity: true) }
      var begin = at
      var end = scan.next(in: source)
      while end < count {
        let byte = source[end]
        if byte == 0x0A || byte == 0x0D { break }
        if byte == 0x0C {
          // What stands before a form feed on its line is the last of the page.
          take(SourceLine(start: begin, end: end, number: number), in: source, vocabulary)
          hits.removeAll(keepingCapacity: true)
          breaks.append(PageBreak(offset: end, text: text))
          takeBlank()
          begin = end + 1
        } else if byte != 0x0B {
          hits.append(end)
        }
        end = scan.next(in: source)
      }
      let column = begin == at ? 1 : begin - at + 1
      take(SourceLine(start: begin, end: end, number: number, column: column), in: source, vocabulary)
      at = end + 1
      if at < count, source[end] == 0x0D, source[at] == 0x0A {
        _ = scan.next(in: source)
        at += 1
      }
    }
    closePortion(in: source, vocabulary)
    closeBlock()
    // Programs write a form feed behind every page, the last one included: nothing follows that.
    let last = source.trimmedEnd(start, count)
    while let found = breaks.last, found.offset >= last { breaks.removeLast() }
  }

  /// Takes the next line, or the part of it after a form feed.
  private mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var start = source.skipBlanks(line.start, line.end)
    // What an e-mail quotes is read as it stood there.
    while start < line.end, source[start] == 0x3E { start = source.skipBlanks(start &+ 1, line.end) }
    start = source.skipUnseen(start, line.end)
    guard start < line.end else {
      closePortion(in: source, vocabulary)
      takeBlank()
      return
    }
    if start < taken { return }
    // A line of a paragraph that runs on: nothing begins on it.
    if source[start].isSmall, !isAfterBlank, start &+ 1 < line.end,
      source[start &+ 1].isSmall || source[start &+ 1] == 0x20, runsOn(start, line.end, in: source)
    {
      if open != nil { _ = takeContinuation(ByteRange(start, line.end), on: line, in: source) }
      takeText(line, in: source)
      return
    }
    let end = source.seenEnd(start, line.end)
    if takeFurniture(line, start, end, in: source, vocabulary) {
      mayBegin = true
      return
    }
    if takeLabel(line, start, end, in: source, vocabulary) {
      (isAfterBlank, mayBegin) = (false, true)
      takeHits(line, in: source)
      // The margin of a header that was printed: `From: Jane Doe        B6`. That of a block is its value.
      if MailHeader.field(start, end, in: source) != nil { takeMargins(line, in: source) }
      return
    }
    takePortion(line, start, end, in: source, vocabulary)
    if !hits.isEmpty, !banners.isEmpty { takeInnerMarks(line, start, end, in: source, vocabulary) }
    takeText(line, in: source)
  }

  /// Whether a line that begins with a small letter belongs to the paragraph above it, whatever its words are: few
  /// letters begin a bullet, the marker of a page, a label or a notice that is written small.
  @inline(__always)
  private func runsOn(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    switch source[start] {
    // `date: 2016-05-03` in the head of a page of Markdown.
    case 0x64: text >= 10 || !source.hasAnyCase("DATE:", at: start, end: end)
    case 0x62, 0x65, 0x6F, 0x70: open == nil && !Self.mayBeginSmall(LineKey(source, start, end))
    default: true
    }
  }

  private static func mayBeginSmall(_ key: LineKey) -> Bool {
    switch key.first {
    case 0x42: key.begins("B", "E", "G", "I", "N", " ") || key.begins("B", "C", "C")
    case 0x45:
      key.begins("E", "N", "D", " ") || key.begins("E", "N", "C", "L") || key.begins("E", "X", "P", "O")
        || key.begins("E", "X", "E", "M") || key.begins("E", "Y", "E", "S")
    case 0x4F: key.second == 0x20 || key.begins("O", "R", "I", "G") || key.begins("O", "C", "T")
    default:
      key.begins("P", "A", "G", "E") || key.begins("P", "O", "C") || key.begins("P", "O", "I", "N")
        || key.begins("P", "O", "R", "T") || key.begins("P", "R", "O", "T") || key.begins("P", "H", "O", "T", "O")
    }
  }
}
