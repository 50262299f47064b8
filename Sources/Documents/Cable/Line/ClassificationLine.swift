import MarkingGrammar
import MarkingModel

/// A classification line: `UNCLAS SECTION 01 OF 02 PHNOM PENH 000907` (5 FAH-2 H-222).
struct ClassificationLine: Sendable {
  /// What is wrong with the designation, as the contract names it.
  enum Defect: Sendable {
    case none, invented, mixed, joined, garbled

    /// As the contract names it.
    var word: Word {
      switch self {
      case .none: .nothing
      case .invented: .invented
      case .mixed: .mixed
      case .joined: .joined
      case .garbled: .garbled
      }
    }
  }

  var place: Place
  var level: Level
  var defect = Defect.none
  /// Whether the letters of the level word are spaced out.
  var spaced: Bool
  var efto = false
  var noforn = false
  var section: SectionNumber?
  /// The post of the MRN; nil where none stands.
  var post: Post?
  /// How it is written.
  var written: ByteRange?
  var serial: Int?
  var serialDigits = 0
  /// Captions on the line.
  var captions: [CaptionMatch] = []
  /// Whether letters or digits had to be repaired, the level word not counted (see `defect`).
  var repaired = false
  /// Words that belong to nothing: the line is then prose rather than a classification line.
  var strangers = 0

  /// Whether the designation is one that a telegram may carry.
  var legal: Bool { defect == .none || defect == .garbled }
  /// Whether a report may show it: nothing stands in it but level words and the name of a post that is known.
  var mayBeShown: Bool { defect != .invented && strangers == 0 && post?.isKnown ?? true }
  /// Whether an MRN, or at least its serial, stands in the line.
  var hasMRN: Bool { serial != nil }
}

/// What is known about the telegram's own MRN when a line is read.
struct MRN: Sendable {
  /// The post of the FM line.
  var sender: Post?
  /// The post and serial of the first classification line.
  var post: Post?
  var serial: Int?
  /// How the names of both are written, that of the FM line with the word for the kind of office.
  var writtenSender: ByteRange?
  var written: ByteRange?
}

extension ClassificationLine {
  /// The line, or nil where it does not begin with a level word, with at most two words before it. With `repairing`, the
  /// level word may be damaged, which takes long to find out.
  static func read(
    _ words: LineWords, known mrn: MRN, scan: Bool, repairing: Bool = false, _ ruler: inout Ruler,
    in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> ClassificationLine? {
    guard words.count >= 1, words.range.count <= 240 else { return nil }
    let end = words.range.end
    var start = 0
    var match = vocabulary.levels.longest(in: source, at: words[0].start, end: end)
    if match == nil, repairing {
      match = vocabulary.levels.longest(in: source, at: words[0].start, end: end, repairing: true)
    }
    while match == nil, start < 2, start + 1 < words.count, source.areCapitals(words[start]) {
      start += 1
      match = vocabulary.levels.longest(in: source, at: words[start].start, end: end)
    }
    guard let match else { return nil }
    let place = ruler.place(words.range, on: words.line, in: source)
    var line = ClassificationLine(place: place, level: match.word.level, spaced: match.isSpaced)
    if match.isRepaired { line.defect = .garbled }
    // A word before the level, or a control in its place, makes a level that the order does not know.
    if start > 0 || !match.word.isDesignation { line.defect = .invented }
    line.readRest(from: match.end, end, known: mrn, scan: scan, &ruler, on: words.line, in: source, vocabulary)
    return line
  }

  private mutating func readRest(
    from start: Int, _ end: Int, known mrn: MRN, scan: Bool, _ ruler: inout Ruler, on line: SourceLine,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var at = start
    while true {
      var joined = false
      while at < end {
        let width = source.blank(at: at, end: end)
        if width > 0 {
          at += width
        } else if source[at].isOne(of: "/", ",", ";", ":", ".", "-") {
          if source[at] == 0x2F { joined = true }
          at += 1
        } else {
          break
        }
      }
      guard at < end else { return }
      if let next = readElement(at, end, joined: joined, &ruler, on: line, in: source, vocabulary) {
        at = next
      } else if serial == nil, let next = readMRN(at, end, known: mrn, scan: scan, in: source, vocabulary) {
        at = next
      } else {
        let next = at
        while at < end, source.blank(at: at, end: end) == 0 { at += 1 }
        // Operating signals (ZDK, ZFR 1234) and numbers after the MRN say nothing about the level.
        if serial == nil || !(source[next].capital == 0x5A && at - next == 3 || source[next].isDigit) { strangers += 1 }
      }
    }
  }

  /// A section number, EFTO, NOFORN, a caption or a further level word: the offset after it.
  private mutating func readElement(
    _ at: Int, _ end: Int, joined: Bool, _ ruler: inout Ruler, on line: SourceLine, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    if let found = SectionNumber.read(at: at, end, in: source) {
      if section == nil { section = found }
      repaired = repaired || found.repaired
      return found.end
    }
    if serial != nil, source.hasWordAnyCase("SECTION", at: at, end: end) { return at + 7 }
    if source[at].capital == 0x45, let found = source.spacedWord("EFTO", at: at, end: end) {
      efto = true
      return found.end
    }
    if let match = vocabulary.levels.longest(in: source, at: at, end: end) {
      readFurtherLevel(match.word, joined: joined)
      return match.end
    }
    if let found = vocabulary.captions.longest(in: source, at: at, end: end) {
      // A series is the post of an MRN where it is the name of a sender: SECTO 4012.
      if serial == nil, found.caption.kind == .series, vocabulary.posts.isKnown(address: source, at, found.end) {
        return nil
      }
      if found.caption.name == "NOFORN" {
        noforn = true
      } else if found.caption.name == "SENSITIVE", level.isClassified {
        // SECRET SENSITIVE: a control for unclassified information makes no classified level.
        defect = .invented
      }
      let range = ByteRange(at, found.end)
      captions.append(
        CaptionMatch(caption: found.caption, isKnown: true, place: ruler.place(range, on: line, in: source)))
      return found.end
    }
    return nil
  }

  private mutating func readFurtherLevel(_ word: LevelWord, joined: Bool) {
    guard word.level != .none else {
      // A control for unclassified information joined to the level (UNCLASSIFIED//FOUO).
      defect = .invented
      return
    }
    guard word.level != level else { return }
    let apart = level.rank == 1 && word.level.isClassified || level.isClassified && word.level.rank == 1
    defect = apart ? (joined ? .joined : .mixed) : .invented
    if word.level.rank > level.rank { level = word.level }
  }

  /// Post and serial: words without a digit, then a number. The offset after it.
  private mutating func readMRN(
    _ start: Int, _ end: Int, known mrn: MRN, scan: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    var at = start
    var count = 0
    while at < end, !source[at].isDigit {
      if count > 0, let number = OCR.number(ByteRange(at, source.wordEnd(at, end)), in: source), number.digits >= 5 {
        break
      }
      guard count < 6 else { return nil }
      while at < end, source.blank(at: at, end: end) == 0 { at += 1 }
      at = source.skipBlanks(at, end)
      count += 1
    }
    var after = at
    while after < end, source[after].isLetterOrDigit { after += 1 }
    guard let number = OCR.number(ByteRange(at, after), in: source), number.digits <= 8 else { return nil }
    serial = number.value
    serialDigits = number.digits
    repaired = repaired || number.repaired
    readPost(ByteRange(start, source.trimmedEnd(start, at)), known: mrn, scan: scan, in: source, vocabulary)
    // `LA PAZ 3356/1`: the section again.
    if after + 1 < end, source[after] == 0x2F, source[after + 1].isDigit {
      after = source.number(at: after + 1, end: end).end
    }
    return after
  }

  private mutating func readPost(
    _ range: ByteRange, known mrn: MRN, scan: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard !range.isEmpty else { return }
    written = range
    let found = vocabulary.posts.post(mrn: source, range.start, range.end, sender: mrn.sender)
    post = found
    guard !found.isKnown, found.name != mrn.sender?.name else { return }
    // Words before a post that is known: an invented level (`SECRET RESTRICTED PARIS`).
    var at = range.start
    while at < range.end {
      while at < range.end, source.blank(at: at, end: range.end) == 0 { at += 1 }
      at = source.skipBlanks(at, range.end)
      guard at < range.end else { break }
      let inner = vocabulary.posts.post(mrn: source, at, range.end, sender: mrn.sender)
      guard inner.isKnown || inner.name == mrn.sender?.name else { continue }
      post = inner
      if defect != .garbled { defect = .invented }
      strangers = 0
      return
    }
    // A slip of the copy in the name (`STATES 053577`): where it is a scan and the sender is known, it is his.
    if scan, let sender = mrn.sender, EditDistance.isOne(found.name, sender.name) {
      post = sender
      repaired = true
    }
  }
}
