import MarkingGrammar
import MarkingModel

/// The REF block (reference sections 3 and 9), read.
struct ReferencesPart: Sendable {
  /// One reference.
  struct Item: Sendable {
    enum Kind: String, Sendable { case telegram, other }

    var place: Place
    /// Its letter in capitals; empty without.
    var letter: String
    var kind: Kind
    /// Whether a telegram's MRN has the shape `[yy] POST serial`.
    var isWellFormed: Bool
    var year: Int?
    var serial: Int?
    var isNotal: Bool
  }

  var place: Place
  var section: Int
  var order: Int
  var after: Int
  var items: [Item]

  var isLettered: Bool { items.contains { !$0.letter.isEmpty } }
}

/// Reads the REF block: lettered references, several on a line, telegrams and other papers.
enum ReferencesReader {
  /// O(bytes of the block).
  static func read(
    _ block: FieldBlock, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary, _ ruler: inout Ruler
  ) -> ReferencesPart {
    var pieces: [Piece] = []
    for line in block.lines { split(line, in: source, into: &pieces) }
    var items: [ReferencesPart.Item] = []
    var open: Piece?
    for piece in pieces {
      if piece.isContinuation, var before = open {
        before.end = piece.end
        open = before
        continue
      }
      if let open { items.append(ReferenceItem.read(open, in: source, vocabulary, &ruler)) }
      open = piece
    }
    if let open { items.append(ReferenceItem.read(open, in: source, vocabulary, &ruler)) }
    return ReferencesPart(
      place: Place(block.range, block.label.position), section: block.section, order: block.order, after: block.after,
      items: items)
  }

  /// What may be one reference, or the rest of the one before it.
  struct Piece {
    var line: SourceLine
    var start: Int
    var end: Int
    /// The letter, in capitals.
    var letter: UInt8?
    /// Where the text begins after the letter.
    var text: Int
    /// Whether it goes on with the reference of the line before: a line without a letter below a lettered one.
    var isContinuation: Bool
  }

  /// Cuts a line into pieces: before each letter, at semicolons, and, where there are no letters, between MRNs.
  private static func split(_ line: SourceLine, in source: Span<UInt8>, into pieces: inout [Piece]) {
    let end = source.trimmedEnd(line.start, line.end)
    var at = source.skipPilcrow(source.skipBlanks(line.start, end), end)
    var isFirst = true
    while at < end {
      let label = source.referenceLetter(at, end, isLineStart: isFirst)
      let text = label.map { source.skipBlanks($0.end, end) } ?? at
      let isLettered = pieces.contains { $0.letter != nil }
      var stop = text
      while stop < end, !isBoundary(stop, text, end, in: source, lettered: isLettered || label != nil) { stop += 1 }
      let last = source.trimmedEnd(text, stop)
      if last > text || label != nil {
        pieces.append(
          Piece(
            line: line, start: at, end: max(last, label?.end ?? at), letter: label?.letter, text: text,
            isContinuation: label == nil && isFirst && isLettered))
      }
      isFirst = false
      at = source.skipSeparators(stop, end)
    }
  }

  /// Whether a new reference begins at `at`, or a separator stands there.
  private static func isBoundary(
    _ at: Int, _ start: Int, _ end: Int, in source: Span<UInt8>, lettered: Bool
  ) -> Bool {
    let byte = source[at]
    if byte == 0x3B { return true }  // ;
    guard at > start else { return false }
    let isAfterBreak = source.blank(at: at - 1, end: end) > 0 || source[at - 1] == 0x2C || source[at - 1] == 0x3A
    if isAfterBreak, source.referenceLetter(at, end, isLineStart: false) != nil { return true }
    guard !lettered else { return false }
    // `STATE 251108: A-62`, `QUITO 0059, USIA 23904`: a separator after a serial, before a word.
    if byte == 0x2C || byte == 0x3A {
      let next = source.skipBlanks(at + 1, end)
      return source[at - 1].isDigit && next < end && source[next].isLetter && !source.endsInDate(at, start)
    }
    return isAfterBreak && source.hasWordAnyCase("AND", at: at, end: end)
      && !source.hasAnyCase("AND PREV", at: at, end: end)
  }
}

extension Span where Element == UInt8 {
  /// `A.`, `A)`, `(A)`, `A:` before a blank or a text. Inside a line only `(A)`, `A)` and `A.` with a blank after it.
  fileprivate func referenceLetter(_ at: Int, _ end: Int, isLineStart: Bool) -> (letter: UInt8, end: Int)? {
    guard at < end else { return nil }
    if self[at] == 0x28 {
      guard at + 2 < end, self[at + 1].isLetter, self[at + 2] == 0x29 else { return nil }
      return (self[at + 1].capital, at + 3)
    }
    guard self[at].isLetter, at + 1 < end else { return nil }
    switch self[at + 1] {
    case 0x29: return (self[at].capital, at + 2)
    case 0x2E:
      // `U.S.` and initials are no letters of a list.
      guard isLineStart ? !(at + 3 < end && self[at + 3] == 0x2E) : blank(at: at + 2, end: end) > 0 else { return nil }
      return self[at].isCapital ? (self[at], at + 2) : nil
    case 0x3A: return isLineStart && self[at].isCapital ? (self[at], at + 2) : nil
    default: return nil
    }
  }

  /// The offset after a pilcrow at the start of a line: an anchor (`[1](#)`), a sign, or the bare 1 that is left of one
  /// before a letter (`1B. `).
  fileprivate func skipPilcrow(_ at: Int, _ end: Int) -> Int {
    guard at < end else { return at }
    if self[at] == 0x5B {
      var i = at + 1
      while i < end, i - at < 12, self[i] != 0x5D { i += 1 }
      guard i + 1 < end, self[i] == 0x5D, self[i + 1] == 0x28 else { return at }
      while i < end, i - at < 40, self[i] != 0x29 { i += 1 }
      return i < end && self[i] == 0x29 ? skipBlanks(i + 1, end) : at
    }
    if self[at] == 0xC2, at + 1 < end, self[at + 1] == 0xB6 { return skipBlanks(at + 2, end) }
    let isBareOne = self[at] == 0x31 && at + 2 < end && self[at + 1].isCapital && self[at + 2] == 0x2E
    return isBareOne ? at + 1 : at
  }

  fileprivate func skipSeparators(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end {
      if self[i] == 0x3B || self[i] == 0x2C || self[i] == 0x3A {
        i += 1
      } else if hasWordAnyCase("AND", at: i, end: end) {
        i += 3
      } else {
        let width = blank(at: i, end: end)
        if width == 0 { break }
        i += width
      }
    }
    return i
  }

  /// Whether the digits before `at` are the day of a date: a month's name stands before them (`APRIL 6, 1973`).
  fileprivate func endsInDate(_ at: Int, _ start: Int) -> Bool {
    var i = at
    while i > start, self[i - 1].isDigit { i -= 1 }
    guard at - i <= 2 else { return false }
    while i > start, self[i - 1] == 0x20 { i -= 1 }
    let end = i
    while i > start, self[i - 1].isLetter { i -= 1 }
    let months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    return end - i >= 3 && months.contains { hasAnyCase($0, at: i, end: end) }
  }
}
