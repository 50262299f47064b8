import MarkingGrammar
import MarkingModel

/// Tells what a document looks like from several signs at once, so that one that is missing or damaged does not
/// mislead (reference section 1).
struct FormRecogniser: Sendable {
  var signs: Signs = []
  /// What stands before its lines where it is a copy.
  private(set) var prefix = LinePrefix.Search()
  /// Where the telegram begins that a letter or a message covers; 0 where none does.
  private(set) var opening = 0
  private var hasOpened = false
  /// The same, where it counts only if a further SUBJECT comes: else the one above it is the telegram's.
  private var doubtfulOpening = 0
  private var ruler = Ruler()

  /// What a document shows of its form. Looks at lines until the heading of a telegram has been seen; the whole of a
  /// document that shows none, once. A listing shows nothing.
  ///
  /// `words` is storage for those of a line.
  static func look(
    from start: Int, _ words: inout LineWords, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> FormRecogniser {
    if source.isListing(from: start) { return FormRecogniser() }
    return signs(from: start, &words, in: source, vocabulary)
  }

  /// The signs of a document, up to where they are certain. With `everyLine` those lines are looked at as well that
  /// cannot show one: tests hold both equal.
  static func signs(
    from start: Int, _ words: inout LineWords, everyLine: Bool = false, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> FormRecogniser {
    var recogniser = FormRecogniser()
    var next = start
    var number = 0
    var scan = MarkScan(from: start, linesAlone: true)
    while next < source.count {
      number &+= 1
      let line = SourceLine(start: next, end: scan.next(in: source), number: number)
      next = source.nextLine(after: line.end)
      if next > line.end &+ 1 { _ = scan.next(in: source) }
      let start = source.skipBlanks(line.start, line.end)
      guard start < line.end else { continue }
      let end = source.trimmedEnd(start, line.end)
      let key = LineKey(source, start, end)
      recogniser.prefix.look(key, start, end, in: source)
      guard everyLine || source.mayShowSign(key, start, end) else { continue }
      let before = recogniser.signs
      recogniser.look(key, line, start, end, &words, everyLine: everyLine, in: source, vocabulary)
      if recogniser.signs != before {
        recogniser.settleOpening(atEnd: false)
        recogniser.noteOpening(line, before)
      }
      if recogniser.isCertain { break }
    }
    recogniser.settleOpening(atEnd: true)
    return recogniser
  }

  /// Takes note of the first line that only a telegram has, where what stands before it is of something else: a label
  /// besides those of a telegram's heading that may have gone astray (reference section 9: the search begins at the DTG
  /// or the classification line).
  private mutating func noteOpening(_ line: SourceLine, _ before: Signs) {
    guard !hasOpened, !signs.isDisjoint(with: .openings) else { return }
    hasOpened = true
    guard before.isDisjoint(with: [.executiveOrder, .tags]) else { return }
    if signs.isDisjoint(with: .headers), !before.contains(.mail) {
      // A drafted text whose SUBJECT stands too high looks like one below a memorandum.
      guard before.contains(.subject) else { return }
      doubtfulOpening = line.start
      signs.remove(.subject)
    } else {
      opening = line.start
    }
  }

  /// Settles where the telegram begins when a SUBJECT was seen, or the end.
  private mutating func settleOpening(atEnd: Bool) {
    guard doubtfulOpening > 0, atEnd || signs.contains(.subject) else { return }
    if signs.contains(.subject) { opening = doubtfulOpening }
    doubtfulOpening = 0
    signs.insert(.subject)
  }

  /// Whether enough of a heading has been seen.
  private var isCertain: Bool {
    if signs.intersection(.smart).count >= 3 || signs.isSuperset(of: [.edited, .sourceNote]) { return true }
    if signs.contains(.record) || signs.intersection(.print).count >= 2 { return true }
    // An e-mail may hold a telegram further down. SMART prints its own fields first: a header above them is of a wire.
    let isWire = !signs.isDisjoint(with: .formatLines) && signs.isDisjoint(with: .smart) && score >= 7
    guard !signs.contains(.mail) || isWire, doubtfulOpening == 0 else { return false }
    return score >= 6
  }

  /// Whether one of the signs is there that no other paper shows: subjects and references others have as well.
  private var isTelegram: Bool {
    !signs.isDisjoint(with: [.classification, .executiveOrder, .tags]) || !signs.isDisjoint(with: .formatLines)
      || signs.isSuperset(of: [.dtg, .from])
  }

  /// How much speaks for a telegram.
  private var score: Int {
    var score = 0
    if signs.contains(.classification) { score += 3 }
    if signs.contains(.executiveOrder) { score += 3 }
    if signs.contains(.tags) { score += 2 }
    if signs.contains(.subject) { score += 1 }
    if signs.contains(.references) { score += 1 }
    if signs.contains(.caption) { score += 1 }
    if signs.contains(.dtg) { score += 2 }
    if signs.contains(.from) { score += 2 }
    return score + 2 * signs.intersection(.formatLines).count
  }

  /// What the signs seen so far make of it.
  var form: Form {
    let smart = signs.intersection(.smart).count
    if smart >= 3 || smart == 2 && !signs.contains(.mail) && signs.contains(.tags) { return .smart }
    if signs.contains(.edited), signs.contains(.sourceNote) || score < 6 { return .frus }
    if signs.contains(.record) || signs.intersection(.print).count >= 2 { return .naraAAD }
    guard score >= 3, isTelegram else { return .unknown }
    // An e-mail with a line or two that look like a telegram's is none.
    if signs.contains(.mail), score < 7 { return .unknown }
    if signs.contains(.stamp) { return .foiaPaper }
    if !signs.isDisjoint(with: .formatLines) { return .wire }
    if signs.isSuperset(of: [.dtg, .from]) { return .wire }
    // Without a header, the heading has to speak for itself: listings and letters hold a label or two.
    return score >= 5 ? .drafted : .unknown
  }

  private mutating func look(
    _ key: LineKey, _ line: SourceLine, _ start: Int, _ end: Int, _ words: inout LineWords, everyLine: Bool,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if everyLine || key.first.isDigit || source.mayBeLabel(key, start, end),
      lookAtRelease(key, start, end, in: source, vocabulary)
        || lookAtLabels(key, line, start, end, in: source, vocabulary)
    {
      return
    }
    guard end - start <= 400, source[start].isCapital || source[start] == 0x2A || source[start].isDigit else { return }
    words.split(
      line.upTo(end), in: source, limit: 64)
    if lookAtHeader(key, words, in: source, vocabulary) { return }
    // Without a digit there is no MRN.
    if source.mayBeLevel(start, end), source.hasDigit(start, end),
      let found = ClassificationLine.read(
        words, known: MRN(), scan: false, &ruler, in: source, vocabulary), isTelegrams(found)
    {
      signs.insert(.classification)
    } else if words.count <= 3, let first = vocabulary.captions.longest(in: source, at: start, end: end),
      first.caption.kind == .specialHandling || first.caption.kind == .distribution
        || first.caption.kind == .sensitivity
    {
      signs.insert(.caption)
    }
  }

  /// Whether a classification line has the MRN of a telegram: other papers have a level and some number, too.
  private func isTelegrams(_ line: ClassificationLine) -> Bool {
    guard line.hasMRN, line.strangers == 0, let post = line.post else { return false }
    return post.isKnown || line.section != nil || line.serialDigits >= 4
  }

  /// Whether the words of a line are a format line or the head of a print.
  private mutating func lookAtHeader(
    _ key: LineKey, _ words: LineWords, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let before = signs
    switch key.first {
    case 0x56 where key.begins("V", "Z", "C", "Z", "C"): signs.insert(.transmissionID)
    case 0x5A where key.begins("Z", "C", "Z", "C"): signs.insert(.transmissionID)
    case 0x44 where OriginatorLine.read(words, in: source) != nil: signs.insert(.originator)
    case 0x46 where key.begins("F", "M", " ") && words.count > 1: signs.insert(.from)
    case 0x50 where key.begins("P", "A", "G", "E"):
      if PageHeading.read(words, &ruler, in: source)?.style == .nineteenSeventies { signs.insert(.printPage) }
    case 0x41, 0x49, 0x4F:
      if key.begins("A", "C", "T", "I", "O", "N") || key.begins("I", "N", "F", "O", " ")
        || key.begins("O", "R", "I", "G", "I", "N"), words.count > 1, isOffice(words[1], in: source)
      {
        signs.insert(.distribution)
      }
    default: break
    }
    if signs != before { return true }
    if key.first == 0x5A || key.first == 0x2A || key.first == 0x32, SecurityLine.read(words, in: source) != nil {
      signs.insert(.security)
    } else if words[0].count <= 3, words.count > 1, RoutingLine.read(words, in: source) != nil {
      signs.insert(.routing)
    } else if words[0].count <= 2 || key.first.isDigit, DateTimeGroup.read(words, in: source) != nil {
      signs.insert(.dtg)
    }
    return signs != before
  }

  /// `ARA-20`: an office of the Department with its copies.
  private func isOffice(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    word.count >= 3 && source[word.end - 1].isDigit && source[word.end - 2].isDigit
      && word.count >= 4 && source[word.end - 3] == 0x2D
  }

  private mutating func lookAtRelease(
    _ key: LineKey, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if key.begins("M", "E", "S", "S", "A", "G") {
      let line = ByteRange(start, end)
      if source.equals(line, "MESSAGE TEXT") || source.equals(line, "MESSAGE ATTRIBUTES") {
        signs.insert(.record)
        return true
      }
    }
    if key.begins("-", "-", "-", "-", "-", "-"), source[end - 1].isLetterOrDigit {
      signs.insert(.hyphens)
      return true
    }
    guard ReleaseStamp.mayBegin(key, start, end, in: source),
      let reading = ReleaseStamp.read(start, end, in: source, vocabulary),
      reading.kind != .exemption
    else { return false }
    signs.insert(.stamp)
    return true
  }
}
