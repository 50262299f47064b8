import Documents
import MarkingGrammar
import MarkingModel

/// What may be a mark, however it is written: with a stop or without an end, in other brackets, as a word, in the middle of
/// a line. Whoever reads a copy would ask what it stands for.
///
/// It knows nothing of portions and of what they are cut by; what a mark says is read as everywhere. A mark that is written as it should be and begins its line is
/// not among them: `ClearText` looks for those.
struct LikelyMark {
  var range: ByteRange
  var statement: PortionStatement

  private enum Place {
    /// The start of a line, and behind a number, letter or bullet there.
    case line, item
    /// Behind the end of a sentence, and behind a colon.
    case sentence, label

    var isInText: Bool { self == .sentence || self == .label }
  }

  enum Sign {
    case bracket, quotation
  }

  /// Longest text between brackets, in bytes.
  static let longest = 64

  /// Those of one line. `letters` are those of a list that the lines above began. O(line).
  static func all(
    in line: ByteRange, _ letters: inout LetterList, of source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [LikelyMark] {
    if isBanner(line, in: source, vocabulary) { return [] }
    var marks: [LikelyMark] = []
    let first = footnote(line, in: source) ?? ItemPrefix.read(line.start, line.end, in: source).next
    let start = first > line.start ? Place.item : .line
    if let mark = mark(first, line.end, start, in: source, vocabulary) { marks.append(mark) }
    var at = marks.last?.range.end ?? line.start
    while at < line.end {
      let isListed = letters.takes(at, line.end, in: source)
      if at > first, !isListed, let place = place(at, from: line.start, in: source),
        let mark = mark(at, line.end, place, in: source, vocabulary)
      {
        marks.append(mark)
        at = mark.range.end
      } else if at >= first, let mark = inSentence(at, line.end, in: source, vocabulary) {
        marks.append(mark)
        at = mark.range.end
      } else {
        at += 1
      }
    }
    return marks
  }

  /// Whether a line is nothing but a banner, struck through or not: that of a page stands above text of any level.
  private static func isBanner(
    _ line: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var line = line
    while line.start < line.end, source[line.start].isOne(of: "~", "*", "_", " ") { line.start += 1 }
    while line.end > line.start, source[line.end - 1].isOne(of: "~", "*", "_", " ") { line.end -= 1 }
    return !line.isEmpty && !(line.start..<line.end).contains { source[$0].isSmall }
      && MarkStatement.read(line, kind: .banner, in: source, vocabulary) != nil
  }

  /// What an offset within a line is to a mark: what closes a sentence stands before it, and a blank; nil for any other.
  private static func place(_ at: Int, from start: Int, in source: Span<UInt8>) -> Place? {
    guard source[at] > 0x20, at > start, source[at - 1] == 0x20 || source[at - 1] == 0x09 else { return nil }
    var before = source.trimmedEnd(start, at)
    // What was withheld is a sentence, too.
    if before > start, source[before - 1] == UInt8(ascii: "]") { return .sentence }
    while before > start, source[before - 1].isOne(of: "\"", "'", ")") { before -= 1 }
    guard before > start else { return nil }
    if source[before - 1] == UInt8(ascii: ":") { return .label }
    return source[before - 1].isOne(of: ".", "!", "?", ";") ? .sentence : nil
  }

  private static func mark(
    _ start: Int, _ end: Int, _ place: Place, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    var at = start
    // `*(S)*`, `$S//NF$`: signs of a text that is set from it.
    while at < min(end, start + 4), source[at].isOne(of: "*", "_", "~", "`", "$", "\\") { at += 1 }
    guard at < end else { return nil }
    if let (sign, content) = opening(at, end, in: source) {
      return within(at, content, end, sign, place, in: source, vocabulary)
    }
    return bare(at, end, place, in: source, vocabulary)
  }

  /// A mark behind a bracket or a sign of quotation.
  private static func within(
    _ at: Int, _ content: Int, _ end: Int, _ sign: Sign, _ place: Place, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    var stop = content
    var close: Int?
    while stop < min(end, content + longest) {
      if let after = closing(stop, end, in: source) {
        close = after
        break
      }
      stop += 1
    }
    var words = ByteRange(content, stop)
    if close == nil {
      // `(S The quay`: the first word alone.
      words.end = content
      while words.end < end, source[words.end] > 0x20 { words.end += 1 }
    }
    let next = close ?? words.end
    guard next < end, !source[next].isLetterOrDigit, let written = Written(words, place, in: source),
      // A mark that goes on in the next line has no text in this one.
      close != nil || !written.hasSlashes || (next..<min(end, next + longest)).contains(where: { source[$0].isSmall }),
      let statement = written.statement(in: source, vocabulary)
    else { return nil }
    let mark = LikelyMark(range: ByteRange(at, next), statement: statement)
    // `"Secret" means`: words that are spoken of.
    if sign == .quotation { return place == .item && (written.isShort || written.hasSlashes) ? mark : nil }
    let isClosed = written.isWhole && close != nil
    if place.isInText { return !written.isLetter || isClosed && goesOn(next, end, in: source) ? mark : nil }
    // `(S)` at the start of a line is looked for elsewhere; behind `[S]ome` a word goes on.
    let isPlain = isClosed && source[at] == UInt8(ascii: "(") && source[next - 1] == UInt8(ascii: ")")
    return isPlain || written.isLetter && source.skipBlanks(next, end) == next ? nil : mark
  }

  /// `(C) 2009 Acme` tells whose a text is; small letters go on with a sentence.
  private static func goesOn(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    guard next > at, next < end else { return false }
    return !source[next].isSmall && source.number(at: next, end: end).digits != 4
  }

  /// One without a bracket before it: `S//NF:`, `S)`, `SECRET:`.
  private static func bare(
    _ at: Int, _ end: Int, _ place: Place, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> LikelyMark? {
    guard source[at].isLetter, place != .label else { return nil }
    if let word = DamagedMark.read(at, end, in: source, vocabulary), word.statement.level > .controlled,
      place != .sentence || source[word.range.end - 1].isCapital,
      // The classification line of a telegram: `S E C R E T LISBON 000412`.
      place != .line || (word.range.end..<end).contains(where: { source[$0].isSmall }),
      !isOfForm(word.range.end, end, in: source)
    {
      return LikelyMark(range: word.range, statement: word.statement)
    }
    if place != .sentence, let word = beforeText(at, end, in: source) { return word }
    var stop = at
    while stop < end, source[stop] > 0x20, stop - at < longest { stop += 1 }
    let isClosed = closing(stop - 1, end, in: source) == stop
    let isLabel = source[stop - 1] == UInt8(ascii: ":") || stop + 1 < end && source[stop + 1] == UInt8(ascii: "-")
    guard !isOfForm(stop, end, in: source),
      let written = Written(ByteRange(at, stop), place, in: source),
      written.hasSlashes || place == .item && written.isShort && (isClosed || isLabel),
      let statement = written.statement(in: source, vocabulary)
    else { return nil }
    return LikelyMark(range: ByteRange(at, stop), statement: statement)
  }

  /// The offset behind a sign that opens a mark.
  static func opening(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (Sign, Int)? {
    switch source[at] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): (.bracket, at + 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): (.quotation, at + 1)
    case 0xC2 where source.has("\u{AB}", at: at, end: end): (.bracket, at + 2)
    case 0xE2 where isQuotation(at, end, in: source): (.quotation, at + 3)
    case 0xE2 where source.has("\u{2039}", at: at, end: end): (.bracket, at + 3)
    default: nil
    }
  }

  /// The offset behind a sign that closes one.
  static func closing(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    switch source[at] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">"): at + 1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): at + 1
    case 0xC2 where source.has("\u{BB}", at: at, end: end): at + 2
    case 0xE2 where isQuotation(at, end, in: source): at + 3
    case 0xE2 where source.has("\u{203A}", at: at, end: end): at + 3
    default: nil
    }
  }

  /// U+2018 to U+201F.
  private static func isQuotation(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at + 2 < end && source[at + 1] == 0x80 && (0x98...0x9F).contains(source[at + 2])
  }

  /// What is written where a mark may stand, without the signs around it.
  private struct Written {
    var letters: ByteRange
    let isWhole: Bool
    let hasSlashes: Bool
    private let isSmall: Bool

    /// Nil for words that are none: a small letter is that of a list, and small words in a sentence are its own.
    init?(_ range: ByteRange, _ place: Place, in source: Span<UInt8>) {
      var letters = range
      while letters.start < letters.end, Self.isSign(source[letters.start]) { letters.start += 1 }
      while letters.end > letters.start, Self.isSign(source[letters.end - 1]) { letters.end -= 1 }
      guard !letters.isEmpty, source[letters.start].isLetter || source[letters.start] == UInt8(ascii: "/") else {
        return nil
      }
      self.letters = letters
      isWhole = letters == range
      hasSlashes = source.holdsSlashes(letters.start, letters.end)
      isSmall = !(letters.start..<letters.end).contains { source[$0].isCapital }
      if isSmall, letters.count < 3 || place.isInText && !hasSlashes { return nil }
    }

    var isLetter: Bool { letters.count == 1 }
    /// `S`, `TS`, `SBU`: no word.
    var isShort: Bool { letters.count <= 3 && !isSmall }

    private static func isSign(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte.isOne(of: ".", ",", ":", ";", "-", "*")
        || byte.isOne(of: "_", "~", "`", "$", "\\", ")")
    }

    /// What it says as a mark of a portion; nil where it is none.
    func statement(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> PortionStatement? {
      let mark = [UInt8(ascii: "(")] + source.bytes(letters).map(\.capital) + [UInt8(ascii: ")")]
      return MarkStatement.read(ByteRange(0, mark.count), in: mark.span, vocabulary)
    }
  }
}
