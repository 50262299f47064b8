import MarkingGrammar
import MarkingModel

/// Reads one telegram, line by line: decides which line is what and hands it to the reader of that part.
///
/// One forward pass. A line of the body costs a look at its first bytes; only lines of the header and heading are
/// split into words. Parts are kept as places and numbers; `write` makes the marking document of them at the end,
/// when everything that they are compared with is known.
struct CableReader: Sendable {
  enum Phase: Sendable {
    /// Before the telegram: stamps, furniture, an e-mail around it.
    case prelude
    /// Format lines 1 to 11.
    case header
    /// After the classification line: captions, passing instructions, E.O., TAGS, SUBJECT, REF.
    case heading
    case body
    /// After the end of the transmission.
    case closed
    /// The Message Attributes page.
    case record
  }

  var form: Form
  var phase = Phase.prelude
  var context: ReadingContext
  var ruler = Ruler()
  var words = LineWords()
  var mrn = MRN()

  var transmissions: [Transmission] = []
  /// Storage for the first of them.
  var spareTransmission: Transmission?
  /// Where the telegram begins that a letter or a message covers; 0 where none does.
  var opening = 0
  /// Whether a line of what covers it was seen.
  var hasCover = false
  /// Whether the last transmission still takes format lines.
  var isTransmissionOpen = false
  var addressList = AddressList()
  var classifications: [ClassificationEntry] = []
  /// A line with a level and nothing else: the classification line where no other comes.
  var pendingLevel: (line: ClassificationLine, designation: Int)?
  /// Whether the classification line has an MRN and no level.
  var isLevelLost = false
  var designations: [Designation] = []
  /// Designations since the last line that was something else, by index.
  var furniture: [Int] = []
  var captions: [CaptionEntry] = []
  var passings: [PassingLine] = []
  var executiveOrders: [ExecutiveOrderLine] = []
  var heading = HeadingState()
  /// The lines of the block that was read last: storage for those of the next.
  var spareLines: [SourceLine] = []
  /// Storage for the captions of a line.
  var spareCaptions: [CaptionMatch] = []
  /// Storage for the words of a reference.
  var spareWords = JoinedText(limit: ReferencesPart.longest)
  var tags: [TagsPart] = []
  var subjects: [SubjectPart] = []
  var references: [ReferencesPart] = []
  var authorities: [AuthorityPart] = []
  var pages: [PageEntry] = []
  var stamps: [ReleaseStamp] = []
  /// Whether the last stamp breaks off after `RELEASE IN`.
  var isReleaseBroken = false
  var records: [MessageAttributes] = []
  var sections = SectionCount()
  var repairs = RepairCount()
  var body = BodyState()
  /// The text, once it has begun.
  var text: BodyReader
  var smart = SmartState()
  var edited = EditedState()
  /// The telegram that is being quoted, none or one, and those before it.
  var quoting: [CableReader] = []
  var quoteDepth = 0
  /// What ends it.
  var quoteFence = QuoteFence.quote
  /// Whether that is still to come.
  var isQuoteFenced = false
  /// Known once a fence was seen.
  var fenceEnds: FenceEnds?
  var quoted: [CableReader] = []
  /// How many telegrams stand around it.
  var depth = 0
  /// No telegram is quoted so deep; what opens another one there is text.
  static let deepest = 8
  /// Where another telegram begins, once its classification line has been seen: nothing further is taken.
  var following: SourceLine?
  /// What that one looks like, where it is not like this one.
  var followingForm: Form?
  /// How often it looked in vain whether a telegram of another form begins.
  var looksInVain = 0
  /// Whether what follows is this telegram's, whatever it says.
  var isLast = false
  /// Blank lines since the last line that was none.
  var blanks = 0
  /// How many of the next lines have been read together with one before them.
  var linesTaken = 0

  /// Whether the form was given, so that what is seen later does not change it.
  var isFormGiven: Bool

  init(form: Form, isGiven: Bool) {
    self.form = form
    isFormGiven = isGiven
    context = ReadingContext(form: form)
    text = BodyReader(context)
  }

  /// Takes note of what only the further lines show: links of a web copy, stamps of a release, the years of the archive
  /// and those without a transmission identifier.
  mutating func settleForm() {
    guard !isFormGiven else { return }
    switch form {
    case .naraAAD: if !isOfArchive() { form = .foiaPaper }
    case .wire, .drafted:
      if repairs.count(of: .anchor) > 0 {
        form = .scrapedWeb
      } else if isReleased() {
        form = .foiaPaper
      } else if form == .wire, let day = transmissions.first?.dtg?.day, day.year < 1980,
        !transmissions.contains(where: { $0.has(1...1) }), transmissions.contains(where: { $0.has(2...4) })
      {
        form = .wire1970s
      }
    default: return
    }
    context.form = form
  }

  /// Whether a print is one of the archive's database, which holds the telegrams of 1973 to 1979 and a record of each.
  /// The Department prints those of later years with the same page heads and releases them on paper.
  private mutating func isOfArchive() -> Bool {
    guard records.isEmpty else { return true }
    guard let day = transmissions.first?.dtg?.day else { return !stamps.contains { $0.kind.isOfDepartment } }
    return day.year < 1980
  }

  /// Takes the next line.
  mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let start = source.skipBlanks(line.start, line.end)
    guard start < line.end else {
      takeBlank(line, in: source, vocabulary)
      return
    }
    var end = source.trimmedEnd(start, line.end)
    if phase == .body {
      takeBody(line, start, end, in: source, vocabulary)
      blanks = 0
      return
    }
    if form.isScan, end - start >= 60 { end = cutStamp(line, start, end, in: source) }
    switch phase {
    case .prelude where form == .frus: takeEdited(line, start, end, in: source, vocabulary)
    case .prelude where form == .unknown: takeUnknown(line, start, end, in: source, vocabulary)
    case .prelude where form == .smart: takeSmart(line, start, end, in: source, vocabulary)
    case .heading where form == .smart: takeSmart(line, start, end, in: source, vocabulary)
    case .prelude, .header, .closed, .body: takeHeader(line, start, end, in: source, vocabulary)
    case .heading: takeHeading(line, start, end, in: source, vocabulary)
    case .record: takeRecord(line, start, end, in: source, vocabulary)
    }
    blanks = 0
  }

  private mutating func takeBlank(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    blanks += 1
    switch phase {
    case .heading: commitHeldPassing()
    case .body: takeBodyBlank(line, in: source, vocabulary)
    default: break
    }
  }

  /// Takes the end of the document.
  mutating func finish(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    commitHeldPassing()
    closeBlock(in: source, vocabulary)
    closeField(in: source, vocabulary)
    promotePendingLevel(in: source, vocabulary)
    finishQuoted(in: source, vocabulary)
    finishText(in: source, vocabulary)
    dropQuotedDesignations()
    settleForm()
    judgeEnd(in: source)
  }
}

extension Form {
  /// Whether the copy is a scan or a database print, so that slips are the copy's.
  @inline(__always)
  var isScan: Bool {
    switch self {
    case .naraAAD, .foiaPaper, .wire1970s: true
    default: false
    }
  }
}

/// A classification line of the telegram.
struct ClassificationEntry: Sendable {
  var line: ClassificationLine
  /// The number of the transmission it belongs to; 0 for none.
  var transmission: Int
  /// Whether a line for the same section stood before it.
  var isRepeat: Bool
}

/// A caption of the telegram.
struct CaptionEntry: Sendable {
  enum Spot: Sendable {
    case line, block, subject, record

    /// As the contract names it.
    var word: Word {
      switch self {
      case .line: .line
      case .block: .block
      case .subject: .subject
      case .record: .record
      }
    }
  }

  var match: CaptionMatch
  var spot: Spot
  /// Which block of captions it stands in.
  var block: Int
  /// How many other captions stand on its line.
  var companions: Int
  var section: Int
}

/// A page heading of the telegram.
struct PageEntry: Sendable {
  var heading: PageHeading
  /// Its index among those that the body reader was told of; nil for one that stands before the text.
  var bodyIndex: Int?
}
