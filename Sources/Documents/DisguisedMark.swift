import MarkingGrammar
import MarkingModel

/// What a reader takes for a portion mark though a program does not: letters, slashes or parentheses of another alphabet, a
/// sign that shows nothing or a blank of another kind inside it, several pairs of parentheses.
///
/// Only what has the shape of a mark is one: each of its characters looks like one of a keyboard, and the parentheses
/// stand around nothing else.
struct DisguisedMark: Sendable {
  /// The mark as it is seen, in one pair of parentheses: `(S//NF)`.
  private(set) var seen: [UInt8] = [0x28]
  /// What stands in its place.
  private(set) var range: ByteRange
  /// Whether letters of another alphabet stand in it: in a text of that alphabet they are what they are.
  private(set) var hasForeignLetters = false
  /// Whether it stands in more than one pair of parentheses, or of brackets.
  private(set) var isNested = false
  private(set) var isBracketed = false
  /// Whether a character of it is no small letter where it should be a capital.
  private var hasSmallLetters = false
  private var isChanged = false

  /// No mark has more characters.
  private static let longest = 120

  /// Whether one may begin at `at`: most lines are told from it here.
  @inline(__always)
  static func mayBegin(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at &+ 2 < end && (source[at] == 0x28 || source[at] == 0xEF || source[at] == 0xE2)
  }

  /// The one that begins at `at`; nil where none does, or a mark that is none in disguise. `brackets` of other kinds are
  /// read as its parentheses. O(its length).
  static func read(_ at: Int, _ end: Int, brackets: Bool = false, in source: Span<UInt8>) -> DisguisedMark? {
    guard mayBegin(at, end, in: source) || brackets && at + 2 < end && source[at] == 0x5B else { return nil }
    var mark = DisguisedMark(range: ByteRange(at, at))
    guard mark.take(at, end, in: source), mark.isChanged else { return nil }
    return mark
  }

  private init(range: ByteRange) { self.range = range }

  /// Takes the characters up to the last closing parenthesis.
  private mutating func take(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var i = at
    var (depth, isClosed) = (0, false)
    while i < end, seen.count < Self.longest, i - at < 4 * Self.longest {
      let byte = source[i]
      let (scalar, width) = byte < 0x80 ? (Unicode.Scalar(byte), 1) : source.character(at: i)
      guard let scalar, byte >= 0x20 else { return false }
      i += width
      if byte >= 0x80 { isChanged = true }
      switch byte < 0x80 && byte != 0x5B && byte != 0x5D ? byte : shown(scalar) {
      case nil: break
      case 0x20:
        if !isClosed, seen.count > 1 { seen.append(0x20) }
      case 0x28:
        guard seen.count == 1 else { return false }
        depth += 1
        if depth > 1 { (isNested, isChanged) = (true, true) }
      case 0x29:
        while seen.count > 1, seen.last == 0x20 { seen.removeLast() }
        guard seen.count > 1, depth > 0 else { return false }
        (depth, isClosed) = (depth - 1, true)
        if depth == 0 {
          seen.append(0x29)
          range.end = i
          return true
        }
      case 0x3F: return false
      case let letter?:
        guard depth > 0, !isClosed else { return false }
        if scalar.properties.isLowercase { hasSmallLetters = true }
        if byte >= 0x80, letter.isLetter, scalar.value < 0xFF00 { hasForeignLetters = true }
        seen.append(byte < 0x80 ? byte : letter)
      }
    }
    return false
  }

  /// The character that another one is seen as; brackets are parentheses. Nil for what is not seen.
  private mutating func shown(_ scalar: Unicode.Scalar) -> UInt8? {
    switch LookAlike.ascii(scalar.value) {
    case 0x5B:
      (isBracketed, isChanged) = (true, true)
      return 0x28
    case 0x5D: return isBracketed ? 0x29 : 0x3F
    case let byte: return byte
    }
  }

  /// Whether it can be one without slashes, which a word or the letter of a list may look like: capitals before a text
  /// that is written in the Latin alphabet.
  func isBeforeText(_ end: Int, in source: Span<UInt8>) -> Bool {
    guard !hasSmallLetters else { return false }
    var next = range.end
    // `[C]ompanies`.
    if next < end, source[next].isSmall || isBracketed && source[next] != 0x20 { return false }
    while next < end, let seen = source[next] <= 0x20 ? next + 1 : source.invisibleEnd(next) { next = seen }
    guard next < end else { return false }
    if source[next] < 0x80 { return source[next].isLetterOrDigit || source[next].isOne(of: "\"", "'", "[", "*", "$") }
    // A letter with an accent, or the quotation mark of a printer.
    return source.character(at: next).scalar.map { $0.value < 0x250 || (0x2018...0x201E).contains($0.value) } ?? false
  }

  /// What it says as the mark of a telegram; nil where it is no legal one.
  static func portionMark(
    _ at: Int, _ end: Int, brackets: Bool, on day: Int?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionMark? {
    guard let found = read(at, end, brackets: brackets, in: source),
      var mark = vocabulary.marks.mark(in: found.seen.span, at: 0, end: found.seen.count, on: day), mark.isLegal,
      found.isBeforeText(end, in: source)
    else { return nil }
    mark.range = found.range
    mark.defect = found.isBracketed ? .brackets : found.isNested ? .doubled : .lookAlike
    return mark
  }
}
