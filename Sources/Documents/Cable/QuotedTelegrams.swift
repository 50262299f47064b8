import MarkingGrammar
import MarkingModel

// Telegrams that a telegram repeats, between words that fence them in: each is a document of its own.
extension CableReader {
  /// The fence that the last line of text opens.
  func adjacentFence(in source: Span<UInt8>) -> QuoteFence? {
    guard let last = body.lastLine else { return nil }
    // BEGIN TEXT is closed by END TEXT, as QUOTE is by UNQUOTE.
    if source.hasAnyCase("BEGIN TEXT", at: last.start, end: last.end) { return .text }
    if source.endsWithQuote(last) { return .quote }
    guard let open = text.fences.open.last, open.start >= last.start else { return nil }
    return .paper(open.name)
  }

  /// Whether the last line of text ends with QUOTE, so that what follows is another telegram.
  func isQuoteOpen(in source: Span<UInt8>) -> Bool { source.endsWithQuote(body.lastLine) }

  /// The fence in which the text is, whose end is still to come.
  mutating func openFence(in source: Span<UInt8>) -> QuoteFence? {
    let fence: QuoteFence
    if let adjacent = adjacentFence(in: source) {
      fence = adjacent
    } else if text.tracker.isOpen(.text) {
      fence = .text
    } else if text.tracker.isOpen(.quote) {
      fence = .quote
    } else if let open = text.fences.open.last {
      fence = .paper(open.name)
    } else {
      return nil
    }
    return isAhead(fence, in: source) ? fence : nil
  }

  /// Whether the end of a fence may come behind what has been read.
  private mutating func isAhead(_ fence: QuoteFence, in source: Span<UInt8>) -> Bool {
    if fenceEnds == nil { fenceEnds = FenceEnds(in: source) }
    guard let ends = fenceEnds, let last = body.lastLine else { return false }
    return fence == .quote ? ends.lastUnquote > last.end : ends.lastEnd > last.end
  }

  /// A header or a label in a fence: another telegram begins.
  mutating func takeQuoteOpening(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard quoting.isEmpty, depth < Self.deepest, end - start <= 120 else { return false }
    let isAdjacent = isQuoteOpen(in: source)
    guard isAdjacent || openFence(in: source) != nil else { return false }
    words.split(line, in: source, limit: 64)
    guard
      isAdjacent && opensQuoted(line, start, end, in: source, vocabulary)
        || source.opensTransmission(words, start, end)
    else { return false }
    beginQuoted(line, in: source, vocabulary)
    return true
  }

  /// Whether a line directly below QUOTE is the first of a telegram.
  private mutating func opensQuoted(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    source.has("FM ", at: start, end: end) || source.has("VZCZC", at: start, end: end)
      || OriginatorLine.read(words, in: source) != nil || DateTimeGroup.read(words, in: source) != nil
      || ExecutiveOrderLabel.read(from: start, end, in: source, vocabulary) != nil
  }

  /// A telegram inside this one begins with `line`.
  @inline(never)
  mutating func beginQuoted(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    quoteFence = openFence(in: source) ?? adjacentFence(in: source) ?? .quote
    quoteDepth = 1
    isQuoteFenced = openFence(in: source) != nil
    beginInner(line, in: source, vocabulary)
  }

  private mutating func beginInner(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var inner = CableReader(form: .quoted, isGiven: true)
    inner.depth = depth + 1
    inner.fenceEnds = fenceEnds
    inner.take(line, in: source, vocabulary)
    quoting = [inner]
  }

  /// Whether a line that closes a transmission closes the quoted one: its fence is still to be closed, and it has not the
  /// serial of this telegram.
  mutating func closesQuoted(_ first: ByteRange, in source: Span<UInt8>) -> Bool {
    guard !quoting.isEmpty, isQuoteFenced else { return false }
    guard source[first.start] == 0x23 else { return true }
    let number = source.number(at: first.start + 1, end: first.end)
    let own = transmissions.last?.serial ?? mrn.serial.map { $0 % 10_000 }
    return number.value != own || quoting[0].transmissions.last?.serial == own
  }

  /// Whether the head of a page is one of the quoted telegram.
  func isOfQuoted(_ page: PageHeading) -> Bool {
    guard !quoting.isEmpty, let inner = quoting[0].mrn.serial else { return false }
    return page.serial == inner && page.serial != mrn.serial
  }

  /// A line of the quoted telegram. It ends where as many UNQUOTE as QUOTE have been read, or with the end of its fence.
  mutating func takeQuoted(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let close: ByteRange? =
      quoteFence.isClosed(by: start, end, in: source)
      ? ByteRange(start, start) : quoteFence == .quote ? source.quoteBalance(start, end, depth: &quoteDepth) : nil
    guard let close else {
      takeInner(line, start, end, in: source, vocabulary)
      return
    }
    if close.start > start {
      quoting[0].take(
        line.upTo(close.start), in: source,
        vocabulary)
    }
    finishQuoted(in: source, vocabulary)
    takeText(ruler.rest(of: line, from: close.start, to: end, in: source), in: source, vocabulary)
  }

  /// One fence may hold several telegrams, one after the other.
  private mutating func takeInner(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if quoting[0].phase == .closed, end - start <= 120 {
      words.split(line, in: source, limit: 64)
      if source.opensTransmission(words, start, end) {
        finishInner(in: source, vocabulary)
        beginInner(line, in: source, vocabulary)
        return
      }
    }
    quoting[0].take(line, in: source, vocabulary)
  }

  private mutating func finishInner(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard var inner = quoting.popLast() else { return }
    inner.finish(in: source, vocabulary)
    quoted.append(inner)
  }

  mutating func finishQuoted(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    finishInner(in: source, vocabulary)
    quoteDepth = 0
    isQuoteFenced = false
  }
}

extension Span where Element == UInt8 {
  /// Whether a line is one with which a transmission begins, and no text: format line 1 or 3, or a date-time group.
  fileprivate func opensTransmission(_ words: LineWords, _ start: Int, _ end: Int) -> Bool {
    if has("VZCZC", at: start, end: end) || has("ZCZC", at: start, end: end) { return true }
    if OriginatorLine.read(words, in: self)?.serial != nil { return true }
    return DateTimeGroup.read(words, in: self).map { $0.day != nil && $0.rank > 0 } ?? false
  }

  /// Whether a line ends with QUOTE, or its short form QTE.
  fileprivate func endsWithQuote(_ last: SourceLine?) -> Bool {
    guard let last else { return false }
    var end = trimmedEnd(last.start, last.end)
    while end > last.start, self[end - 1].isOne(of: ":", ".", "-", ";", "\"") {
      end = trimmedEnd(last.start, end - 1)
    }
    if end - last.start >= 3, has("QTE", at: end - 3, end: end) {
      return end - 3 == last.start || !self[end - 4].isLetterOrDigit
    }
    guard end - 5 >= last.start, equals(ByteRange(end - 5, end), "QUOTE") else { return false }
    return end - 7 < last.start || !equals(ByteRange(end - 7, end - 5), "UN")
  }
}
