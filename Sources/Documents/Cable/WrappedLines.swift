import MarkingGrammar
import MarkingModel

// Lines of the header that a copy breaks in two: the classification line and the FM line.
extension CableReader {
  /// What the words of a line before the text are as a classification line, with the next one where that ends it.
  mutating func openingClassification(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ClassificationLine? {
    let found = readClassification(
      repairing: phase != .closed && source[start].isOne(of: "U", "L", "C", "S", "T"), in: source, vocabulary)
    // Of `UNCLAS SECTION 01` the number is none of an MRN.
    guard let found, !found.hasMRN || found.section == nil && found.serialDigits < 3, source.mayBeLevel(start, end)
    else { return found }
    return wrappedClassification(line, end, in: source, vocabulary) ?? found
  }

  /// The classification line that a line without an MRN begins and the next one ends (`UNCLAS SECTION 01 OF 02` and below it
  /// `LISBON 000907`); nil where it is none. The post has to be known, or the sender's: a level may stand above anything.
  private mutating func wrappedClassification(
    _ line: SourceLine, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ClassificationLine? {
    guard depth == 0, phase == .header || phase == .prelude, end - line.start <= 80,
      let below = source.shortLineBelow(line.end),
      !source.mayBeLevel(below.start, below.end) || source.hasWordAnyCase("SECTION", at: below.start, end: below.end),
      !source.has("PAGE", at: below.start, end: below.end), source[below.end - 1].isDigit,
      !source.hasSmallLetters(below.start, below.end) || source.hasSmallLetters(line.start, end)
    else { return nil }
    words.split(line.upTo(below.end), in: source, limit: 64)
    if var found = readClassification(in: source, vocabulary), found.serialDigits >= 3, found.strangers == 0,
      let post = found.post, post.isKnown || post.name == mrn.sender?.name
    {
      // What is shown of it is its first line.
      found.place.range.end = end
      linesTaken = 1
      return found
    }
    words.split(line.upTo(end), in: source, limit: 512)
    return nil
  }

  /// Puts the next line behind the words of an FM line that names an office and no post (`FM AMEMBASSY` and below it
  /// `LISBON`), where both together are a post that is known.
  mutating func joinFromLine(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard depth == 0, words.count == 2, let below = source.shortLineBelow(line.end), below.count <= 30 else { return }
    for i in below.start..<below.end where !source[i].isLetter && source[i] != 0x20 { return }
    let office = words
    guard !vocabulary.posts.isKnown(address: source, office[1].start, office[1].end) else { return }
    words.split(line.upTo(below.end), in: source, limit: 16)
    let name = words.range(from: 1)
    if vocabulary.posts.isKnown(address: source, name.start, name.end) { linesTaken = 1 } else { words = office }
  }
}

extension Span where Element == UInt8 {
  /// The text of the line directly below one that ends at `end`; nil where it is blank or longer than 60 bytes.
  fileprivate func shortLineBelow(_ end: Int) -> ByteRange? {
    var start = nextLine(after: end)
    while start < count, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    var stop = start
    while stop < count, self[stop] != 0x0A, self[stop] != 0x0D {
      guard stop - start < 60 else { return nil }
      stop += 1
    }
    return stop > start ? ByteRange(start, trimmedEnd(start, stop)) : nil
  }
}
