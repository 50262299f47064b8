import MarkingGrammar
import MarkingModel

// What is handed on to the reader of the body.
extension CableReader {
  /// A line of text. What it may hold besides has been taken out.
  mutating func takeText(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let start = source.skipBlanks(line.start, line.end)
    guard start < line.end else { return }
    takeText(line, start, source.trimmedEnd(start, line.end), in: source, vocabulary)
  }

  /// The same where the first and the last byte of the text are known.
  mutating func takeText(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    note(line, start, end)
    text.take(line, start, end, in: source, vocabulary)
  }

  /// Notes that a line of text stands there.
  @inline(__always)
  mutating func note(_ line: SourceLine, _ start: Int, _ end: Int) {
    if !furniture.isEmpty { furniture.removeAll(keepingCapacity: true) }
    body.lines += 1
    body.lastLine = SourceLine(start: start, end: end, number: line.number, column: line.column)
  }

  mutating func takeBodyBlank(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    if !quoting.isEmpty { quoting[0].take(line, in: source, vocabulary) }
    text.takeBlank()
  }

  /// A line of a scan: a stamp that landed in it is cut out.
  mutating func takeScannedText(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let stamp = source.stampInside(start, end) else {
      takeText(line, start, end, in: source, vocabulary)
      return
    }
    add(ReleaseStamp.Reading(kind: .declassified), stamp, line, inText: true, in: source)
    if stamp.start > start {
      takeText(
        line.upTo(stamp.start), in: source,
        vocabulary)
    }
    let next = source.skipBlanks(stamp.end, end)
    if next < end { takeText(ruler.rest(of: line, from: next, to: end, in: source), in: source, vocabulary) }
  }

  /// Whether the last line of the text ends like a sentence, so that the copy does not break off in it.
  private mutating func endsSentence(in source: Span<UInt8>) -> Bool {
    guard let last = body.lastLine, last.end > last.start else { return false }
    return source[last.end - 1].isOne(of: ".", "?", "!", "\"", ")")
  }

  /// Says of the last transmission whether it reaches its end.
  mutating func judgeEnd(in source: Span<UInt8>) {
    guard let last = transmissions.indices.last else { return }
    if text.signature != nil || smart.isSigned || endsSentence(in: source) { transmissions[last].complete = true }
  }
}

extension Span where Element == UInt8 {
  /// A declassification stamp inside a line of text: from the releaser's name, if that stands before it, to its date.
  func stampInside(_ start: Int, _ end: Int) -> ByteRange? {
    var at = start
    while at < end {
      let slash = nextSlash(at, end)
      guard slash + 9 <= end else { return nil }
      if has("/Released", at: slash, end: end) { return stampRange(slash, start, end) }
      at = slash + 1
    }
    return nil
  }

  /// The next slash; `end` where none stands. Sixteen bytes at a time.
  @inline(__always)
  private func nextSlash(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i <= end - 16 {
      let block = extracting(i..<(i + 16))
      var found: UInt8 = 0
      for k in block.indices { found |= block[k] == 0x2F ? 1 : 0 }
      if found != 0 { for k in block.indices where block[k] == 0x2F { return i + k } }
      i += 16
    }
    let rest = extracting(i..<end)
    for k in rest.indices where rest[k] == 0x2F { return i + k }
    return end
  }

  private func stampRange(_ slash: Int, _ start: Int, _ end: Int) -> ByteRange {
    var first = slash
    while first > start, self[first - 1].isLetter { first -= 1 }
    first = reviewerStart(before: first, from: start)
    // The date ends the stamp: its year are the first four digits together.
    var last = slash
    while last < end {
      let number = number(at: last, end: end)
      if number.digits == 4 { return ByteRange(first, number.end) }
      last = max(number.end, last + 1)
    }
    return ByteRange(first, end)
  }
}
