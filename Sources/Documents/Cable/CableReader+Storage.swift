import MarkingModel

// The storage of the lists, which is used again for the next document.
extension CableReader {
  /// Begins with the next document: as new, but for the storage. A test holds both equal.
  ///
  /// - Parameter opening: where it begins that something else covers; 0 where nothing does.
  mutating func begin(form: Form, isGiven: Bool, opening: Int = 0) {
    self.form = form
    self.opening = opening
    hasCover = false
    isFormGiven = isGiven
    phase = .prelude
    context = ReadingContext(form: form)
    ruler = Ruler()
    mrn = MRN()
    beginHeader()
    beginHeading()
    pages.empty()
    stamps.empty()
    isReleaseBroken = false
    records.empty()
    sections.begin()
    repairs.counts.empty()
    body = BodyState()
    text.begin(context)
    smart = SmartState()
    edited = EditedState()
    quoting.empty()
    quoteDepth = 0
    quoteFence = .quote
    isQuoteFenced = false
    fenceEnds = nil
    quoted.empty()
    following = nil
    followingForm = nil
    looksInVain = 0
    isLast = false
    blanks = 0
    linesTaken = 0
  }

  private mutating func beginHeader() {
    if var last = transmissions.popLast() {
      last.begin()
      spareTransmission = last
    }
    transmissions.empty()
    isTransmissionOpen = false
    addressList = AddressList()
    classifications.empty()
    pendingLevel = nil
    isLevelLost = false
    designations.empty()
    furniture.empty()
  }

  private mutating func beginHeading() {
    captions.empty()
    passings.empty()
    executiveOrders.empty()
    heading = HeadingState()
    tags.empty()
    subjects.empty()
    references.empty()
    authorities.empty()
  }
}

extension SectionCount {
  fileprivate mutating func begin() {
    found.empty()
    lines.empty()
    total = 1
  }
}

extension BodyReader {
  fileprivate mutating func begin(_ context: ReadingContext) {
    self.context = context
    ruler = Ruler()
    paragraphs.empty()
    subparagraphs.empty()
    citations.empty()
    authorities.empty()
    signature = nil
    metrics = BodyMetrics()
    splits.empty()
    anchors = nil
    tracker.begin()
    fences.begin()
    sequence = ParagraphSequence()
    bareMarks.empty()
    listLetter = nil
    openAuthority = nil
    openEnd = nil
    openCitation = nil
    subparagraphCount = 0
    citedLetters = LetterSet()
    citesWithoutLetter = false
    beginState()
  }

  private mutating func beginState() {
    state.blanks = 0
    state.pages.empty()
    state.last = nil
    state.previous = nil
    state.start = nil
    state.underlined = nil
    state.searches = 0
  }
}

extension Array {
  /// Takes everything out; the storage is kept for what comes next, unless it has grown very large.
  @inline(__always)
  mutating func empty() { if !isEmpty { takeOut() } }

  private mutating func takeOut() { if capacity > 4096 { self = [] } else { removeAll(keepingCapacity: true) } }
}
