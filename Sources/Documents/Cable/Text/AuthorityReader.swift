import MarkingGrammar
import MarkingModel

/// The Classified-By block (E.O. 13526 1.6(a); 32 CFR 2001.21, 2001.22), read.
struct AuthorityPart: Sendable {
  /// One reason: `1.4 (b) and (d)`.
  struct Reason: Sendable {
    struct Category: Sendable {
      package var place: Place
      /// In lower case.
      package var letter: String
    }

    var place: Place
    /// `1.4` or `1.5`; empty where no number stands.
    var paragraph: String
    var categories: [Category]
    /// Whether it gives a control (SBU, FOUO, LOU) as the reason.
    var isControl: Bool
  }

  var place: Place
  var section: Int
  var isBy = false
  var hasName = false
  var hasPosition = false
  var isDerived = false
  var saysDeclassifyOn = false
  var hasReason = false
  var isNumbered = false
  var isMarked = false
  /// The rank of the mark; 0 without.
  var rank = 0
  var reasons: [Reason] = []
}

/// Reads the Classified-By block: who, why, derived from what, until when.
///
/// The text is walked once, word by word; a keyword says what the words after it are.
struct AuthorityReader {
  private var part: AuthorityPart
  /// What the words that are read now belong to.
  private var state = State.nothing
  /// Where the word Reason stands, until its number or a letter comes.
  private var reasonStart: Place?
  /// Whether a comma stood since the last keyword.
  private var hasComma = false

  private enum State { case nothing, who, reason, other }

  /// O(bytes of the block).
  static func read(
    _ block: FieldBlock, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary, _ ruler: inout Ruler
  ) -> AuthorityPart {
    var reader = AuthorityReader(
      part: AuthorityPart(place: Place(block.range, block.label.position), section: block.section))
    reader.readPrefix(block, in: source, vocabulary)
    var lines = block.lines
    if let first = lines.first {
      // The label is the first keyword.
      let label = block.label
      lines[0] = SourceLine(
        start: label.range.start, end: first.end, number: label.position.line, column: label.position.column)
    }
    for line in lines { reader.take(line, in: source, vocabulary, &ruler) }
    reader.closeReason(isControl: false)
    return reader.part
  }

  private init(part: AuthorityPart) { self.part = part }

  /// A paragraph number and a mark before the label. The node begins with them.
  private mutating func readPrefix(
    _ block: FieldBlock, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let label = block.label.range.start
    var start = label
    while start > 0, label - start < 48, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    var at = source.skipBlanks(start, label)
    guard at < label else { return }
    let first = at
    let number = source.number(at: at, end: label)
    if number.digits > 0, number.end < label, source[number.end] == 0x2E || source[number.end] == 0x29 {
      part.isNumbered = true
      at = source.skipBlanks(number.end + 1, label)
    }
    if let mark = vocabulary.marks.mark(in: source, at: at, end: label), mark.isLegal {
      part.isMarked = true
      part.rank = mark.level.rank
    }
    guard part.isNumbered || part.isMarked else { return }
    part.place.range.start = first
    part.place.position.column -= label - first
  }

  private mutating func take(
    _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary, _ ruler: inout Ruler
  ) {
    var at = line.start
    while at < line.end {
      let byte = source[at]
      if let keyword = Keyword.read(at, line.end, in: source) {
        open(keyword.word, at: ruler.place(ByteRange(at, keyword.end), on: line, in: source))
        at = keyword.end
      } else if state == .who, let end = vocabulary.titles.longest(in: source, at: at, end: line.end) {
        part.hasPosition = true
        at = end
      } else if state != .nothing, byte == 0x31, let paragraph = source.reasonParagraph(at, line.end) {
        let place = ruler.place(ByteRange(at, paragraph.end), on: line, in: source)
        at = readLetters(paragraph.text, place, paragraph.end, line, in: source, &ruler)
      } else if byte.isLetter {
        at = takeWord(at, line, in: source, &ruler)
      } else if state == .reason, byte == 0x28, reasonStart != nil, let first = reasonStart {
        // Letters without a number: `Reason: (b) and (d)`.
        let end = readLetters("", first, at, line, in: source, &ruler)
        at = max(end, at + 1)
      } else {
        if byte == 0x2C { hasComma = true }
        at += 1
      }
    }
  }

  private mutating func open(_ keyword: Keyword, at place: Place) {
    if keyword != .reason { closeReason(isControl: false) }
    hasComma = false
    switch keyword {
    case .classifiedBy:
      part.isBy = true
      state = .who
    case .reason:
      part.hasReason = true
      if state != .reason { reasonStart = place }
      state = .reason
    case .derivedFrom:
      part.isDerived = true
      state = .other
    case .declassifyOn:
      part.saysDeclassifyOn = true
      state = .other
    }
  }

  /// A word that is no keyword, title or number.
  private mutating func takeWord(
    _ start: Int, _ line: SourceLine, in source: Span<UInt8>, _ ruler: inout Ruler
  ) -> Int {
    var end = start
    var hasSlash = false
    while end < line.end,
      source[end].isLetterOrDigit || source[end] == 0x2F || source[end] == 0x27 || source[end] >= 0x80
    {
      hasSlash = hasSlash || source[end] == 0x2F
      end += 1
    }
    let word = ByteRange(start, end)
    switch state {
    case .who where word.count > 1 && !source.isFiller(word):
      // An office (`EUR/CE`) or what follows the comma after the name is a position, whatever its words are.
      if hasSlash || (part.hasName && hasComma) { part.hasPosition = true } else { part.hasName = true }
    case .reason where source.isControlWord(word):
      closeReason(isControl: true)
    default: break
    }
    return end
  }

  /// Reads the letters that follow the number of a reason and returns the offset after them.
  private mutating func readLetters(
    _ paragraph: String, _ place: Place, _ from: Int, _ line: SourceLine, in source: Span<UInt8>, _ ruler: inout Ruler
  ) -> Int {
    var reason = AuthorityPart.Reason(place: place, paragraph: paragraph, categories: [], isControl: false)
    // `1.4(B), 1.4(D)` is one reason.
    if let last = part.reasons.last, last.paragraph == paragraph, !paragraph.isEmpty, state == .reason {
      reason = part.reasons.removeLast()
    }
    var at = from
    while let letter = source.reasonLetter(at, line.end) {
      reason.categories.append(
        AuthorityPart.Reason.Category(
          place: ruler.place(ByteRange(letter.at, letter.at + 1), on: line, in: source),
          letter: String(Unicode.Scalar(source[letter.at].capital + 0x20))))
      at = letter.end
    }
    if !paragraph.isEmpty || !reason.categories.isEmpty {
      part.reasons.append(reason)
      part.hasReason = true
      reasonStart = nil
      state = .reason
    }
    return at
  }

  /// Ends a reason that gave neither number nor letters.
  private mutating func closeReason(isControl: Bool) {
    guard let start = reasonStart else { return }
    part.reasons.append(
      AuthorityPart.Reason(place: start, paragraph: "", categories: [], isControl: isControl))
    reasonStart = nil
  }
}
