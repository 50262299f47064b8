import MarkingGrammar
import MarkingModel

// Captions, passing instructions and the labelled lines between the classification line and the text.
extension CableReader {
  mutating func takeHeading(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if let held = heading.held {
      // A line follows directly: what looked like an instruction was the first line of the text.
      heading.held = nil
      enterBody(in: source, vocabulary)
      takeText(held.line, in: source, vocabulary)
      takeBody(line, start, end, in: source, vocabulary)
      return
    }
    if takeRelease(LineKey(source, start, end), line, start, end, in: source, vocabulary) { return }
    let text = line.upTo(end)
    if takeLabel(line, start, end, in: source, vocabulary) { return }
    if let block = heading.block, !isPageEdge(line, start, end, in: source, vocabulary),
      continues(block, start, end, in: source, vocabulary)
    {
      let more = line.upTo(end)
      heading.block?.lines.append(more)
      heading.block?.hasValue = true
      return
    }
    if heading.block != nil, takePageInBlock(line, start, end, in: source, vocabulary) { return }
    closeBlock(in: source, vocabulary)
    if source.isParagraphStart(start, end) {
      enterBody(in: source, vocabulary)
      takeBody(line, start, end, in: source, vocabulary)
      return
    }
    countAnchors(line, start, end, in: source)
    words.split(text, in: source, limit: 512)
    if takeHeadingLine(line, start, end, in: source, vocabulary) { return }
    takeUnknownHeadingLine(line, start, end, in: source, vocabulary)
  }

  /// Counts the links of a web copy in a line (`[PGOV](#)`, `[1](#)B.`).
  mutating func countAnchors(_ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>) {
    var at = start
    while at < end {
      if source[at] == 0x5B || source[at] == 0x3C, let after = source.linkEnd(at, end) {
        repairs.add(.anchor, at: ruler.place(ByteRange(at, after), on: line, in: source))
        at = after
      } else {
        at += 1
      }
    }
  }

  /// Lines that are recognised by what they say: closing lines, levels, captions, passing instructions.
  private mutating func takeHeadingLine(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if PageHeading.mayEnd(at: end, from: start, in: source) || source[start] == 0x50,
      let page = pageHeading(line, in: source, vocabulary)
    {
      takeBodyPage(page, in: source, vocabulary)
      return true
    }
    if source.isPageCount(start, end, isApart: blanks > 0) { return true }
    if words.count > 0, takeClosing(words[0], line, in: source) {
      return true
    }
    if source.mayBeLevel(start, end) {
      // Without a digit there is no MRN.
      if source.hasDigit(start, end), let found = readClassification(in: source, vocabulary), found.hasMRN,
        Self.isOpening(found)
      {
        if takeNumberedMark(found, line, start, end, in: source, vocabulary) { return true }
        if isPrintHeading(found, in: source) {
          takePrintHeading(found)
        } else {
          add(found, in: source, vocabulary)
        }
        return true
      }
      if takeHeadingDesignation(line, start, end, in: source, vocabulary) { return true }
    }
    return takeCaptions(line, in: source, vocabulary) || takePassing(line, in: source)
  }

  /// A level or control in the heading; one that is all there is of a classification line takes its place.
  private mutating func takeHeadingDesignation(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard
      let found = Designation.read(line, start, end, spot: .banner, &ruler, in: source, vocabulary)
    else { return false }
    var designation = found
    if found.level == .none, found.control != .cui { designation.spot = .body }
    add(designation)
    if let caption = CaptionLine.behindLevel(words, &ruler, in: source, vocabulary) {
      addCaptions([caption], spot: .block)
    }
    return true
  }

  private mutating func takeCaptions(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var found: [CaptionMatch] = []
    swap(&found, &spareCaptions)
    defer {
      swap(&found, &spareCaptions)
      spareCaptions.empty()
    }
    if CaptionLine.readOnly(words, into: &found, &ruler, in: source, vocabulary) {
      // A named addressee, behind the captions of the line.
    } else if CaptionLine.read(words, into: &found, &ruler, in: source, vocabulary) {
      // After the labels, and in a further section, only a line of captions and nothing else.
      if heading.hasLabel || heading.continues,
        words.count > found.count * 2 || found.contains(where: { !$0.isKnown })
      {
        return false
      }
    } else {
      return false
    }
    if found.contains(where: { $0.isSpaced }) {
      repairs.add(.spacedLetters, at: found[0].place)
    }
    addCaptions(found, spot: .block)
    // Two captions are instructions as well.
    for match in found where match.caption.isRouting {
      if match.caption.name.hasPrefix("INFORM") { passings.append(PassingLine(place: match.place, kind: .inform)) }
      if match.caption.name == "AIDAC" { passings.append(PassingLine(place: match.place, kind: .aid)) }
    }
    heading.isPassing = false
    return true
  }

  mutating func addCaptions(_ found: [CaptionMatch], spot: CaptionEntry.Spot) {
    // More captions than any telegram has are left out: each is compared with those before it.
    for match in found where captions.count < 1000 {
      captions.append(
        CaptionEntry(
          match: match, spot: spot, block: heading.captionBlock, companions: found.count - 1, section: heading.section))
    }
  }

  private mutating func takePassing(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    let strict = heading.hasLabel || heading.continues
    if let passing = PassingLine.read(words, strict: strict, &ruler, in: source) {
      if strict {
        heading.held = (passing, line)
      } else {
        passings.append(passing)
        heading.isPassing = true
      }
      return true
    }
    // A line directly below an instruction continues it.
    if heading.isPassing, blanks == 0, let last = passings.indices.last {
      passings[last].place.range.end = words.range.end
      return true
    }
    heading.isPassing = false
    return false
  }

  /// A passing instruction that a blank line or the end follows is one.
  mutating func commitHeldPassing() {
    guard let held = heading.held else { return }
    heading.held = nil
    passings.append(held.passing)
  }

  /// A line that is nothing known: an unknown caption, the text, or noise of the copy.
  private mutating func takeUnknownHeadingLine(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if heading.hasLabel || heading.continues || end - start >= 44 || source.hasSmallLetters(start, end) {
      enterBody(in: source, vocabulary)
      takeBody(line, start, end, in: source, vocabulary)
    } else if let word = source.offlineWord(start, end) {
      text.takeOffline(word, end, in: source)
    } else if let unknown = CaptionLine.readUnknown(words, &ruler, in: source, vocabulary) {
      addCaptions([unknown], spot: .block)
    }
  }
}
