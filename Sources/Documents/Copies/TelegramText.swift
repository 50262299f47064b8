import MarkingModel

/// A telegram as its readers take it: every blank a space, no sign in it that who reads the copy does not see (reference
/// section 9, steps 1 and 2).
///
/// One place for all of them: a reader of a line then knows one blank, and a mark is a mark however a program dressed it.
/// Blanks of any width are spaces. Soft hyphens and characters that show nothing are left out, and a word that a soft
/// hyphen parts stands on one line. Emphasis, headings and escapes of Markdown are left out. Character references, bytes
/// of Latin-1 and bullets of a font of symbols become the characters that they stand for, links of HTML those of Markdown.
struct TelegramText: Sendable {
  private(set) var copy = CopiedText()
  /// Bytes that are no UTF-8 and are in the copy as characters; where the first of them stands in it.
  private(set) var strayBytes = (count: 0, first: 0)
  /// The first byte of the original that is not in the copy yet.
  private var taken = 0
  private var isChanged = false
  private var emphasis = Emphasis()
  /// Where the end tag of the link stands in which the reader is.
  var linkEnd: Int?

  /// Nil where there is nothing to change, as in most telegrams: then the text is read as it is.
  init?(_ source: Span<UInt8>, from start: Int) {
    var at = source.nextSign(from: start)
    while at < source.count {
      let end = takeSign(at, from: start, in: source)
      at = source.nextSign(from: end)
    }
    guard isChanged else { return nil }
    copy.copy(ByteRange(taken, source.count), of: source)
  }

  /// Takes what may be a sign; the offset after it.
  private mutating func takeSign(_ at: Int, from start: Int, joins: Bool = true, in source: Span<UInt8>) -> Int {
    switch source[at] {
    case 0x23: return takeHeading(at, from: start, in: source)
    case 0x2A, 0x5F:
      let run = source.run(at: at)
      if emphasis.takes(at, count: run, in: source) { drop(ByteRange(at, at + run), in: source) }
      return at + run
    case 0x3C: return takeTag(at, in: source)
    case 0x5C: return takeEscape(at, in: source)
    case 0x26:
      guard let reference = CharacterReference.read(at, source.count, in: source) else { return at + 1 }
      return take(reference.scalar, reference.range, from: start, isWritten: false, joins: joins, in: source)
    default:
      let (scalar, length) = source.character(at: at)
      if let scalar {
        return take(scalar, ByteRange(at, at + length), from: start, isWritten: true, joins: joins, in: source)
      }
      guard let sign = StrayByte(source[at]).sign else { return at + 1 }
      copyUp(to: at, in: source)
      if strayBytes.count == 0 { strayBytes.first = copy.bytes.count }
      strayBytes.count += 1
      return take(sign, ByteRange(at, at + 1), from: start, isWritten: false, joins: joins, in: source)
    }
  }

  /// Takes a character; the offset after it. `isWritten`: its own bytes stand in the text.
  private mutating func take(
    _ scalar: Unicode.Scalar, _ range: ByteRange, from start: Int, isWritten: Bool, joins: Bool,
    in source: Span<UInt8>
  ) -> Int {
    if scalar == "\u{AD}" { return takeSoftHyphen(range, from: start, joins: joins, in: source) }
    if scalar.isBlank {
      replace(range, with: " ", in: source)
    } else if scalar.isInvisible || scalar == PageMarks.bullet {
      drop(range, in: source)
    } else if scalar.isSymbolFont, source.isFirst(range.start, from: start), source.endsWord(range.end) {
      replace(range, with: "\u{2022}", in: source)
    } else if !isWritten {
      replace(range, with: scalar, in: source)
    }
    return range.end
  }

  /// A soft hyphen shows where a word may be parted: it is no part of it. One at the end of a line does part it, and the
  /// rest of the word goes up to its first part. A short line has room for a word: it was not parted there.
  private mutating func takeSoftHyphen(
    _ range: ByteRange, from start: Int, joins: Bool, in source: Span<UInt8>
  ) -> Int {
    drop(range, in: source)
    var next = range.end
    guard joins, range.start > 0, source[range.start - 1].isPartOfWord, next < source.count,
      source[next] == 0x0A || source[next] == 0x0D, source.isFull(range.start)
    else { return next }
    next = source.nextLine(after: next)
    while next < source.count, source[next] == 0x20 || source[next] == 0x09 { next += 1 }
    guard next < source.count, source[next].isPartOfWord else { return range.end }
    var end = next
    while end < source.count, source[end] > 0x20 { end += 1 }
    taken = next
    // Signs in the rest of the word; one more soft hyphen at its end parts no further line.
    var sign = source.nextSign(from: next)
    while sign < end { sign = source.nextSign(from: takeSign(sign, from: start, joins: false, in: source)) }
    // The line ends behind the word.
    guard end < source.count, source[end] == 0x20 || source[end] == 0x09 else { return end }
    replace(ByteRange(end, end + 1), with: "\n", in: source)
    return end + 1
  }

  /// `## 2. (S) …`: a heading of Markdown. Number signs before a telegram's number are none.
  private mutating func takeHeading(_ at: Int, from start: Int, in source: Span<UInt8>) -> Int {
    let end = at + source.run(at: at)
    guard end - at <= 6, source.isFirst(at, from: start), end < source.count, source[end] == 0x20 || source[end] == 0x09
    else {
      return end
    }
    var text = end
    while text < source.count, source[text] == 0x20 || source[text] == 0x09 { text += 1 }
    guard text < source.count, source[text] > 0x20, source.number(at: text, end: source.count).digits < 4 else {
      return end
    }
    drop(ByteRange(at, text), in: source)
    return text
  }

  mutating func hide(_ range: ByteRange, as text: String, in source: Span<UInt8>) {
    copyUp(to: range.start, in: source)
    copy.hide(range, as: text)
    taken = range.end
  }

  /// `2\. \(S\)`: a sign that Markdown is told to leave alone. At the end of a line it is a line end that stays one.
  private mutating func takeEscape(_ at: Int, in source: Span<UInt8>) -> Int {
    guard at + 1 < source.count else { return at + 1 }
    let next = source[at + 1]
    let isPunctuation = next > 0x20 && next < 0x7F && !next.isLetterOrDigit
    guard isPunctuation || next == 0x0A || next == 0x0D else { return at + 1 }
    drop(ByteRange(at, at + 1), in: source)
    return isPunctuation ? at + 2 : at + 1
  }

  mutating func drop(_ range: ByteRange, in source: Span<UInt8>) {
    copyUp(to: range.start, in: source)
    taken = range.end
  }

  private mutating func replace(_ range: ByteRange, with scalar: Unicode.Scalar, in source: Span<UInt8>) {
    copyUp(to: range.start, in: source)
    copy.put(scalar, for: range)
    taken = range.end
  }

  /// Copies what stands before a change.
  private mutating func copyUp(to end: Int, in source: Span<UInt8>) {
    if !isChanged { copy = CopiedText(reserving: source.count) }
    isChanged = true
    copy.copy(ByteRange(taken, end), of: source)
    taken = end
  }

  /// Turns the places of a document that was read from the copy into places of the original.
  func restorePlaces(of document: inout MarkingDocument, from start: Int, in source: Span<UInt8>) {
    copy.restorePlaces(of: &document, from: start, in: source)
  }
}

extension Span where Element == UInt8 {
  /// The first offset from `at` on of a byte that may begin a sign.
  func nextSign(from at: Int) -> Int {
    VectorScan.isAvailable ? VectorScan.nextSign(from: at, in: self) : nextSignByBytes(from: at)
  }

  /// The same for any processor.
  func nextSignByBytes(from at: Int) -> Int {
    var i = at
    while i < count, !self[i].mayBeSign { i &+= 1 }
    return i
  }

  /// The character at `at` and its length; nil for a byte that begins none.
  func character(at: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let length = sequenceLength(at: at)
    guard length > 0 else { return (nil, 1) }
    var value = UInt32(self[at]) & (0x7F &>> UInt32(length))
    for k in 1..<length { value = value &<< 6 | UInt32(self[at + k] & 0x3F) }
    return (Unicode.Scalar(value), length)
  }

  /// Whether nothing but blanks stands before an offset on its line.
  fileprivate func isFirst(_ at: Int, from start: Int) -> Bool {
    var i = at
    while i > start, self[i - 1] == 0x20 || self[i - 1] == 0x09 { i -= 1 }
    return i == start || self[i - 1] == 0x0A || self[i - 1] == 0x0D
  }

  /// Whether a line is so long before an offset that its words may be parted: 30 bytes.
  fileprivate func isFull(_ at: Int) -> Bool {
    guard at >= 30 else { return false }
    for i in (at - 30)..<at where self[i] == 0x0A || self[i] == 0x0D { return false }
    return true
  }

  /// Whether a blank or an end stands at an offset.
  fileprivate func endsWord(_ at: Int) -> Bool { at >= count || blank(at: at, end: count) > 0 }
}

extension UInt8 {
  /// Whether `TelegramText` may have to change what begins with it.
  @inline(__always)
  var mayBeSign: Bool { self >= 0x80 || isASCIISign }

  private var isASCIISign: Bool {
    switch self {
    case 0x23, 0x26, 0x2A, 0x3C, 0x5C, 0x5F: true
    default: false
    }
  }

  fileprivate var isPartOfWord: Bool { isLetter || self >= 0x80 }
}
