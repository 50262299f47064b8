import MarkingGrammar
import MarkingModel

/// The list of addressees that is open: lines without a label continue it.
struct AddressList: Sendable {
  var role: Addressee.Role?
  /// Whether the head of a page stands behind its last addressee: blank lines may stand around that.
  var isOverPage = false
  /// Whether a level, a stamp or the number of a page stands there.
  var isOverMark = false
}

// Format lines 1 to 11, and what stands before and after a transmission.
extension CableReader {
  mutating func takeHeader(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let key = LineKey(source, start, end)
    if phase == .closed, key.begins("M", "R", "N"), takeSmartTelegram(line, start, end, in: source, vocabulary) {
      return
    }
    if phase == .closed, key.first.isDigit, takeEditedTelegram(line, start, end, in: source, vocabulary) { return }
    if takeRelease(key, line, start, end, in: source, vocabulary) {
      addressList.isOverMark = true
      return
    }
    if line.start < opening, takeCover(line, start, end, in: source, vocabulary) { return }
    words.split(
      line.upTo(end), in: source, limit: 512)
    if key.begins("P", "A", "G", "E") || PageHeading.mayEnd(at: end, from: start, in: source),
      takePageHeading(line, in: source, vocabulary)
    {
      return
    }
    if source.isPageCount(start, end, isApart: blanks > 0) {
      addressList.isOverMark = true
      return
    }
    if takeFormatLine(key, line, in: source, vocabulary) { return }
    if takeOpening(line, start, end, in: source, vocabulary) { return }
    furniture.removeAll(keepingCapacity: true)
    takeUnknownHeaderLine(line, start, end, in: source, vocabulary)
  }

  /// A classification line, a level alone, or a label: the heading begins.
  private mutating func takeOpening(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if source.mayBeLevel(start, end) || mayBeDesignation(start, end, in: source),
      let found = openingClassification(line, start, end, in: source, vocabulary), Self.isOpening(found)
    {
      if found.hasMRN {
        if takeNumberedMark(found, line, start, end, in: source, vocabulary)
          || takeFollowing(found, in: source, vocabulary)
          || takeMarkOfPrint(found, line, in: source) || takeAnother(found, line, in: source, vocabulary)
        {
          return true
        }
        if phase == .closed, isPrintHeading(found, in: source) {
          takePrintHeading(found)
          return true
        }
        add(found, in: source, vocabulary)
        phase = .heading
        return true
      }
      if phase != .closed,
        let designation = Designation.read(line, start, end, spot: .banner, &ruler, in: source, vocabulary)
      {
        add(designation)
        pendingLevel = (found, designations.count - 1)
        addressList.isOverMark = true
        return true
      }
    }
    if takeDesignation(line, start, end, spot: furnitureSpot(), in: source, vocabulary) { return true }
    guard phase != .closed else { return false }
    if ExecutiveOrderLabel.read(from: start, end, in: source, vocabulary) != nil
      || FieldLabel.read(line, from: start, end, in: source, vocabulary) != nil
    {
      enterHeading(in: source, vocabulary)
      takeHeading(line, start, end, in: source, vocabulary)
      return true
    }
    return false
  }

  /// Whether a line may be a classification line although it does not begin with a level word: it stands after the
  /// address, or begins the telegram, and ends with a number.
  private mutating func mayBeDesignation(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard source[end - 1].isDigit, end - start <= 120, words.count >= 2 else { return false }
    if phase == .prelude { return form != .naraAAD }
    return phase == .header && (transmissions.last?.highest ?? 0) >= 6
      && addressList.role.map { _ in blanks > 0 } ?? true
  }

  /// What a level alone on a line is where no page heading follows.
  mutating func furnitureSpot() -> Designation.Spot {
    if form == .smart { return .smart }
    return (phase == .body || phase == .closed) && form.isScan ? .pageBottom : .banner
  }

  static func isOpening(_ line: ClassificationLine) -> Bool {
    guard line.hasMRN else { return line.strangers == 0 && line.section == nil }
    return line.strangers == 0 || line.strangers <= 2 && line.post?.isKnown == true
  }

  /// Reads the words of the current line as a classification line.
  mutating func readClassification(
    repairing: Bool = false, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ClassificationLine? {
    ClassificationLine.read(words, known: mrn, scan: form.isScan, repairing: repairing, &ruler, in: source, vocabulary)
  }

  /// A line that is none of the format lines: it continues a list, or the heading has begun without its first line.
  private mutating func takeUnknownHeaderLine(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if phase == .header, let role = addressList.role, blanks == 0 || isAddressee(role, in: source, vocabulary),
      source[start].isCapital || source[start] == 0x28
    {
      addAddressee(from: 0, role: role, in: source, vocabulary)
      return
    }
    let hasAddress = transmissions.last.map { isTransmissionOpen && $0.highest >= 6 } ?? false
    if phase == .header, hasAddress {
      if takeBareMRN(in: source, vocabulary) { return }
      enterHeading(in: source, vocabulary)
      takeHeading(line, start, end, in: source, vocabulary)
    } else if phase == .prelude, form != .naraAAD {
      // A drafted text whose first line is lost: captions or the first paragraph.
      guard form != .foiaPaper && source.isParagraphStart(start, end) || isCaptionAlone(in: source, vocabulary)
      else { return }
      enterHeading(in: source, vocabulary)
      takeHeading(line, start, end, in: source, vocabulary)
    }
  }

  /// Whether the first line of a page, below blank lines, goes on with the list of addressees: an office or an agency
  /// that is known. Below a mark of the page alone, which may be the classification line, only one with its routing
  /// indicator.
  private mutating func isAddressee(
    _ role: Addressee.Role, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard addressList.isOverPage || addressList.isOverMark,
      let found = Addressee.read(words, from: 0, role: role, &ruler, in: source, vocabulary)
    else { return false }
    return found.addressee.indicator != nil || addressList.isOverPage && found.addressee.state != .unknown
  }

  /// Whether a line is one of the captions that say who may see the telegram, and nothing else.
  private mutating func isCaptionAlone(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let caption = vocabulary.captions.find(source, words.range.start, words.range.end) else { return false }
    switch caption.kind {
    case .specialHandling, .distribution, .dissemination, .sensitivity, .channel: return true
    default: return false
    }
  }

  /// `LA PAZ 8952`: the classification line of which the level is lost.
  private mutating func takeBareMRN(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard (2...6).contains(words.count), source.areDigits(words[words.count - 1]), words[words.count - 1].count >= 3
    else { return false }
    let name = ByteRange(words[0].start, words[words.count - 2].end)
    let post = vocabulary.posts.post(mrn: source, name.start, name.end, sender: mrn.sender)
    guard post.name == mrn.sender?.name || mrn.sender == nil && post.isKnown else { return false }
    mrn.post = post
    mrn.written = name
    mrn.serial = source.number(at: words[words.count - 1].start, end: words[words.count - 1].end).value
    isLevelLost = true
    enterHeading(in: source, vocabulary)
    return true
  }

  /// Begins the heading without a classification line of its own.
  mutating func enterHeading(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    promotePendingLevel(in: source, vocabulary)
    heading.begin(section: context.section, continues: body.hasBegun)
    phase = .heading
  }

  /// Makes the level that stood alone the classification line, where none was found.
  mutating func promotePendingLevel(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let pending = pendingLevel else { return }
    pendingLevel = nil
    guard classifications.isEmpty, phase != .closed, phase != .record else { return }
    designations.remove(at: pending.designation)
    furniture.removeAll(keepingCapacity: true)
    add(pending.line, in: source, vocabulary)
  }

  /// Adds a classification line and begins its heading.
  mutating func add(_ line: ClassificationLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    pendingLevel = nil
    furniture.removeAll(keepingCapacity: true)
    addressList.role = nil
    let isRepeat = sections.isRepeated(line.section?.section ?? 0)
    // A number that cannot be says nothing about which section what follows is in.
    if let section = line.section?.possible {
      sections.add(section, afterText: body.hasBegun)
      context.section = section
    }
    if classifications.isEmpty, let total = line.section?.sections { sections.total = max(total, 1) }
    if line.repaired { repairs.add(.ocr, at: line.place) }
    if classifications.isEmpty {
      mrn.post = line.post
      mrn.serial = line.serial
      mrn.written = line.written
      if context.post == nil { context.post = line.post }
    }
    if line.legal, context.level == .none { context.level = line.level }
    let transmission = isTransmissionOpen ? transmissions.count : 0
    if transmission > 0, transmissions[transmission - 1].classification == nil {
      transmissions[transmission - 1].classification = classifications.count
    }
    classifications.append(ClassificationEntry(line: line, transmission: transmission, isRepeat: isRepeat))
    heading.begin(section: context.section, continues: body.hasBegun || isRepeat)
    addCaptions(line.captions, spot: .line)
  }

  /// A page heading before the text or after a transmission: a new header begins.
  mutating func takePageHeading(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let heading = pageHeading(line, in: source, vocabulary) else { return false }
    pendingLevel = nil
    add(heading, bodyIndex: nil)
    if let section = heading.ownSection, section != context.section { context.section = section }
    // A header runs over the first page.
    isTransmissionOpen = isTransmissionOpen && phase == .header && (heading.page ?? 1) > 1
    addressList.isOverPage = isTransmissionOpen
    phase = .header
    return true
  }

  /// Adds a page heading; the levels directly above it are the top of its page and the bottom of the one before.
  mutating func add(_ heading: PageHeading, bodyIndex: Int?) {
    for (count, index) in furniture.reversed().enumerated() {
      designations[index].spot = count == 0 ? .pageTop : .pageBottom
      designations[index].isOnPage = true
    }
    furniture.removeAll(keepingCapacity: true)
    if let section = heading.ownSection { sections.add(section, afterText: body.hasBegun) }
    if let total = heading.sections, classifications.isEmpty, sections.total == 1 { sections.total = max(total, 1) }
    if heading.repaired { repairs.add(.ocr, at: heading.place) }
    pages.append(PageEntry(heading: heading, bodyIndex: bodyIndex))
  }
}
