import MarkingGrammar
import MarkingModel

// Marks that are not written as one: in other brackets, with one parenthesis, or with none.
extension PortionStart {
  /// A mark in other brackets or in small letters: `[S//NF]`, `{U}`, `(u)`. Without slashes it is one only where text
  /// follows it.
  /// - Parameter amongMarks: whether other portions have marks, so that a single level is one.
  static func damaged(
    _ at: Int, _ end: Int, amongMarks: Bool, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    let closing: UInt8
    switch source[at] {
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    case 0x7B: closing = 0x7D
    default: return nil
    }
    var close = at + 1
    while close < end, close - at < 80, source[close] != closing { close += 1 }
    guard close < end, source[close] == closing, close > at + 1 else { return nil }
    let hasSlashes = source.holdsSlashes(at, close)
    guard hasSlashes ? beginsWithLevel(at + 1, close, in: source) : amongMarks && isLevel(at + 1, close, in: source)
    else { return nil }
    guard hasSlashes || close + 2 < end && source[close + 1] == 0x20 else { return nil }
    let text = ByteRange(at, close + 1)
    return damaged(text, hasSlashes: hasSlashes, isLetter: close == at + 2, &marks, in: source, vocabulary)
  }

  /// A mark whose parenthesis is not closed: `(S//NF The plan`. Its first word has the slashes.
  static func unclosed(
    _ at: Int, _ end: Int, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    var stop = at + 1
    while stop < end, source[stop] > 0x20, source[stop] != 0x29, stop - at < 60 { stop += 1 }
    guard stop < end, source[stop] == 0x20, source.holdsSlashes(at, stop), beginsWithLevel(at + 1, stop, in: source)
    else { return nil }
    return damaged(ByteRange(at, stop), hasSlashes: true, &marks, in: source, vocabulary)
  }

  /// Whether a range is the letters of a level, small or capital.
  private static func isLevel(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    switch end - start {
    case 1: source[start].capital.isOne(of: "U", "S", "C")
    case 2: source.hasAnyCase("TS", at: start, end: end)
    default: false
    }
  }

  /// A mark that has lost its parentheses: `S//NF The plan`, `//GBR S//NF The plan`. Its first word has the slashes; words
  /// in capitals behind it belong to it where the whole is known: `S//REL TO USA, GBR The plan`.
  static func bare(
    _ at: Int, _ end: Int, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    guard source[at].isCapital || source[at] == 0x2F else { return nil }
    var stop = at
    while stop < end, source[stop] > 0x20, stop - at < 60 { stop += 1 }
    guard stop < end, source.holdsSlashes(at, stop), beginsWithLevel(at, stop, in: source) else { return nil }
    // `TS//NF: The plan`.
    if source[stop - 1] == 0x3A { stop -= 1 }
    // No other text of a portion begins without a parenthesis.
    var found = damaged(ByteRange(at, stop), hasSlashes: true, &marks, in: source, vocabulary)
    if let first = found, marks[first.mark].classification == nil { found = nil }
    for _ in 0..<mostWords {
      let word = source.skipBlanks(stop, end)
      stop = word
      while stop < end, stop - at < 160, source[stop].isOfMarking, source[stop] != 0x20 { stop += 1 }
      guard stop > word, stop < end, source[stop] == 0x20 else { break }
      guard let longer = damaged(ByteRange(at, stop), hasSlashes: true, &marks, in: source, vocabulary),
        marks[longer.mark].classification != nil,
        marks.faults(longer.mark) <= found.map({ marks.faults($0.mark) }) ?? .max
      else { continue }
      found = longer
    }
    return found
  }

  /// A mark has no more words behind its first.
  private static let mostWords = 12

  /// A start with a mark that is not written as one.
  private static func damaged(
    _ text: ByteRange, hasSlashes: Bool, isLetter: Bool = false, _ marks: inout KnownMarks, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> PortionStart? {
    let mark =
      marks.find(text, .portion, in: source)
      ?? marks.add(readKnown(text, hasSlashes: hasSlashes, in: source, vocabulary), text, .portion, in: source)
    guard marks[mark].isMarking else { return nil }
    return PortionStart(mark: mark, start: text.start, end: marks[mark].range(at: text.start).end, isLetter: isLetter)
  }

  /// A mark that is damaged has no token that is unknown.
  private static func readKnown(
    _ text: ByteRange, hasSlashes: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> KnownMarks.Reading {
    var reading = KnownMarks.Reading(hasSlashes: hasSlashes)
    let written = MarkingParser.parse(source, text, kind: .portion, vocabulary)
    if !written.tokens.contains(where: { $0.state != .known }) { reading.written = written }
    return reading
  }
}
