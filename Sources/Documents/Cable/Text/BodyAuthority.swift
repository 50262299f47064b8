import MarkingGrammar
import MarkingModel

// The Classified-By block where it stands in the text.
extension BodyReader {
  /// Whether a block can begin with the byte at `start`, without number and mark: the letters of its words are C and D, and T of a sentence.
  @inline(__always)
  mutating func mayBeAuthority(_ start: Int, in source: Span<UInt8>) -> Bool {
    Self.isAuthorityLetter(source[start]) && (state.blanks > 0 || state.last == nil)
  }

  /// Whether one of its words begins with a letter.
  @inline(__always)
  static func isAuthorityLetter(_ letter: UInt8) -> Bool { letter.capital.isOne(of: "C", "D", "T") }

  /// Takes a line that begins or continues a Classified-By block; whether it is one. Its words begin at `text`, behind
  /// number and mark where `hasBegun`; `from` is where they begin, behind a pilcrow.
  mutating func takeAuthority(
    _ line: SourceLine, _ start: Int, _ end: Int, text: Int, from: Int, hasBegun: Bool, isNumbered: Bool,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if openAuthority == nil {
      guard Self.isAuthorityLetter(source[text < end ? text : start]),
        state.blanks > 0 || state.last == nil || hasBegun, source.isAuthorityLabel(text, end)
      else { return false }
      beginAuthority(line, start, end, from: from, in: source)
      return true
    }
    let isLabel = source.isAuthorityLabel(text, end) || source.hasAnyCase("REASON", at: text, end: end)
    guard isLabel && state.blanks <= 1 || state.blanks == 0 && !isNumbered else {
      closeAuthority(in: source, vocabulary)
      return false
    }
    openAuthority?.text.add(line, from: start, to: end, in: source)
    openAuthority?.place.range.end = end
    return true
  }

  private mutating func beginAuthority(
    _ line: SourceLine, _ start: Int, _ end: Int, from: Int, in source: Span<UInt8>
  ) {
    var open = OpenAuthority(
      place: place(ByteRange(start, end), on: line, in: source), isBeforeText: paragraph == 0,
      section: context.section)
    open.text.add(line, from: from, to: end, in: source)
    openAuthority = open
  }

  mutating func closeAuthority(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let open = openAuthority else { return }
    openAuthority = nil
    guard authorities.count < Self.limit else { return }
    let part = AuthorityPart.read(
      open.text, place: open.place, isBeforeText: open.isBeforeText, section: open.section, &ruler, in: source,
      vocabulary)
    if let number = part.number { sequence.skip(to: number) }
    authorities.append(part)
  }
}

extension Span where Element == UInt8 {
  /// Whether a Classified-By block begins at `at`. The words begin a sentence of the text as well: a capital (a name),
  /// a colon or a digit must follow.
  fileprivate func isAuthorityLabel(_ at: Int, _ end: Int) -> Bool {
    let length = authorityLabelLength(at, end)
    guard length > 0 else { return false }
    let next = skipGap(at + length, end)
    return next < end && (self[next] == 0x3A || self[next].isCapital || self[next].isDigit)
  }
}
