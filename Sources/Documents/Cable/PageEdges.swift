import MarkingGrammar
import MarkingModel

// Heads of pages that take two lines, and the marks above them: what stands at the edge of a page of a print.
extension CableReader {
  /// The page heading that the words of the current line are. Copies of the archive's prints break it after the number:
  /// `PAGE 02` and below it `STATE 296107`. Such a line is read with the one that holds the rest.
  mutating func pageHeading(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PageHeading? {
    if let heading = PageHeading.read(words, &ruler, in: source) { return heading }
    guard words.count == 2, source.equals(words[0], "PAGE"), OCR.number(words[1], in: source) != nil else { return nil }
    let first = words.line
    guard let below = source.nextText(after: first.end) else { return nil }
    words.split(
      SourceLine(start: first.start, end: below.range.end, number: first.number, column: first.column), in: source,
      limit: 16)
    if let heading = PageHeading.read(words, &ruler, in: source), words.range.end == below.range.end,
      endsInNumbers(behind: heading.post.end, in: source), isNamed(heading, in: source, vocabulary)
    {
      linesTaken = below.lines
      return heading
    }
    words.split(first, in: source, limit: 32)
    return nil
  }

  /// Passes over the lines that have been read together with one before them.
  mutating func passTakenLines(_ scanner: inout LineScanner, in source: Span<UInt8>) {
    for _ in 0..<linesTaken { _ = scanner.line(in: source) }
    linesTaken = 0
  }

  /// Whether nothing but numbers, groups of date and time, and OF stand behind the post in the words of the line: else
  /// it is a line of the text.
  private func endsInNumbers(behind post: Int, in source: Span<UInt8>) -> Bool {
    for index in 0..<words.count where words[index].start >= post {
      let word = words[index]
      guard source.hasDigit(word.start, word.end) || OCR.word(word, "OF", in: source) != nil else { return false }
    }
    return true
  }

  /// Whether a post that is known, or a serial that is the telegram's, stands in a heading.
  private mutating func isNamed(
    _ heading: PageHeading, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if heading.serial == mrn.serial { return true }
    let post = vocabulary.posts.post(mrn: source, heading.post.start, heading.post.end, sender: mrn.sender)
    return post.isKnown || post.name == (mrn.post ?? mrn.sender)?.name
  }

  /// Whether a line that could continue a labelled one is the head or number of a page or a level above it: prints that
  /// are copied without their blank lines have it right below the last reference.
  mutating func isPageEdge(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if source.isPageHead(start, end) || source.isPageCount(start, end, isApart: blanks > 0) { return true }
    guard form.isScan, source.mayBeLevel(start, end),
      Designation.read(line, start, end, spot: .body, &ruler, in: source, vocabulary) != nil
    else { return false }
    return isPageMark(after: line, in: source, vocabulary)
  }

  /// Takes `CONFIDENTIAL 271` above the head of a page as the mark of the page: the prints of 1967 to 1973 number their
  /// copies, and the MRN of a classification line has a post (reference section 2).
  mutating func takeNumberedMark(
    _ found: ClassificationLine, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard found.post == nil, found.section == nil, let below = source.nextText(after: line.end),
      source.isPageHead(below.range.start, below.range.end)
    else { return false }
    var level = end
    while level > start, !source[level - 1].isLetter { level -= 1 }
    return takeDesignation(line, start, level, spot: furnitureSpot(), in: source, vocabulary)
  }

  /// Takes `UNCLAS  SECSTATE 53577` above the header as the head of a page of a print: the classification line stands
  /// below it. Where none comes, it is that.
  mutating func takeMarkOfPrint(_ found: ClassificationLine, _ line: SourceLine, in source: Span<UInt8>) -> Bool {
    guard phase == .prelude, transmissions.isEmpty, classifications.isEmpty,
      let below = source.nextText(after: line.end)
    else { return false }
    let own = words.line
    words.split(
      SourceLine(start: below.range.start, end: below.range.end, number: line.number), in: source, limit: 64)
    let isHeader =
      source.has("VZCZC", at: below.range.start, end: below.range.end)
      || RoutingLine.read(words, in: source) != nil || OriginatorLine.read(words, in: source) != nil
      || SecurityLine.read(words, in: source) != nil || DateTimeGroup.read(words, in: source)?.day != nil
    words.split(own, in: source, limit: 512)
    guard isHeader else { return false }
    designations.append(Designation(place: found.place, spot: .print, level: found.level, control: .none))
    pendingLevel = (found, designations.count - 1)
    return true
  }
}

extension Span where Element == UInt8 {
  /// Whether a line begins with PAGE and a number.
  fileprivate func isPageHead(_ start: Int, _ end: Int) -> Bool {
    guard has("PAGE ", at: start, end: end) else { return false }
    let number = skipBlanks(start + 5, end)
    return number < end && self[number].isDigit
  }

  /// The next line that is not blank, at most two blank ones and 100 bytes further, and how many lines it is away.
  fileprivate func nextText(after end: Int) -> (range: ByteRange, lines: Int)? {
    var start = end
    var lines = 0
    while start < count, self[start] <= 0x20, start - end <= 100 {
      if self[start] == 0x0A || self[start] == 0x0D && !(start + 1 < count && self[start + 1] == 0x0A) { lines += 1 }
      start += 1
    }
    guard start < count, self[start] > 0x20, (1...3).contains(lines) else { return nil }
    var stop = start
    while stop < count, stop - start <= 100, self[stop] != 0x0A, self[stop] != 0x0D { stop += 1 }
    return (ByteRange(start, trimmedEnd(start, stop)), lines)
  }
}
