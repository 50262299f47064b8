import MarkingModel

/// The letter before a reference: `A.`, `(A)`, `A)`.
struct ReferenceLabel: Sendable {
  /// The letter, a capital.
  var letter: UInt8
  /// With its punctuation.
  var range: ByteRange
  /// Whether a digit was read as the letter it stands for.
  var isMisread: Bool

  /// The label at `at`, where a letter near `expected` stands there. `repairing`: a digit may stand for the letter.
  static func read(
    at: Int, end: Int, expected: UInt8, repairing: Bool, in source: Span<UInt8>
  ) -> ReferenceLabel? {
    var i = at
    let isOpen = i < end && source[i] == 0x28
    if isOpen { i += 1 }
    // What is left of a pilcrow before a letter is a 1.
    if i + 1 < end, source[i] == 0x31, source[i + 1].capital == expected { i += 1 }
    guard i + 1 < end else { return nil }
    var letter = source[i].capital
    var isMisread = false
    if !letter.isCapital {
      guard repairing, letter == Self.digit(for: expected) else { return nil }
      letter = expected
      isMisread = true
    }
    i += 1
    guard i < end else { return nil }
    if isOpen {
      // A scan may have made a letter of the closing parenthesis: `(AL LA PAZ`.
      let isDamaged =
        repairing && letter == expected && source[i].isOne(of: "L", "I", "J", "1", "]") && i + 1 < end
        && source[i + 1] == 0x20
      guard source[i] == 0x29 || isDamaged else { return nil }
      isMisread = isMisread || isDamaged
      i += 1
      if i < end, source[i].isOne(of: ".", ":") { i += 1 }
    } else {
      guard source[i].isOne(of: ".", ")", ":") else { return nil }
      i += 1
      // `A.I.D.` and `U.S.` are no labels.
      if i + 1 < end, source[i].isLetter, !source[i + 1].isLetter { return nil }
    }
    return ReferenceLabel(letter: letter, range: ByteRange(at, i), isMisread: isMisread)
  }

  /// Whether the letter at `at` follows the last one of a block whose lines are `lines`; any first one does where the
  /// block is empty. Looks at the last lines of the block only.
  static func follows(at: Int, _ end: Int, _ lines: [SourceLine], in source: Span<UInt8>) -> Bool {
    let at = source.skipPilcrow(at, end)
    guard let label = read(at: at, end: end, expected: 0x41, repairing: false, in: source) else { return false }
    guard lines.contains(where: { !$0.isEmpty }) else { return true }
    for line in lines.suffix(30).reversed() {
      var last: UInt8?
      let first = source.skipPilcrow(line.start, line.end)
      var i = first
      let reach = min(line.end, line.start + 400)
      while i < reach {
        if i == first || source[i - 1] <= 0x20 || source[i - 1] == 0x3B,
          let found = read(at: i, end: line.end, expected: 0x41, repairing: false, in: source)
        {
          last = found.letter
          i = found.range.end
        } else {
          i += 1
        }
      }
      if let last { return label.letter > last && label.letter <= last + 2 }
    }
    return false
  }

  /// Whether a line of a block begins with the letter of a reference.
  static func areLettered(_ lines: [SourceLine], in source: Span<UInt8>) -> Bool {
    for line in lines where !line.isEmpty {
      let at = source.skipPilcrow(source.skipBlanks(line.start, line.end), line.end)
      if source.isLetteredReference(at, line.end) { return true }
    }
    return false
  }

  /// Whether the references of a block have numbers for letters: `REFS: 1. …`.
  static func areNumbered(_ lines: [SourceLine], in source: Span<UInt8>) -> Bool {
    guard let first = lines.first(where: { !$0.isEmpty }) else { return false }
    return numberEnd(source.skipBlanks(first.start, first.end), first.end, in: source) != nil
  }

  /// The offset after a number that stands for the letter of a reference: `1.`, `2)`.
  static func numberEnd(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    let number = source.number(at: at, end: end)
    guard number.digits == 1, number.end < end, source[number.end].isOne(of: ".", ")") else { return nil }
    return source.skipBlanks(number.end + 1, end)
  }

  /// What character recognition makes of a letter.
  private static func digit(for letter: UInt8) -> UInt8? {
    switch letter {
    case 0x42: 0x38  // B 8
    case 0x44, 0x4F: 0x30  // D, O 0
    case 0x47: 0x36  // G 6
    case 0x49, 0x4C: 0x31  // I, L 1
    case 0x53: 0x35  // S 5
    default: nil
    }
  }
}

extension Span where Element == UInt8 {
  /// The offset after a pilcrow at `at`, a link that stands for one (`[1](#)`), `¶` or `&para;`; nil where none does.
  func pilcrowEnd(_ at: Int, _ end: Int) -> Int? {
    guard at < end else { return nil }
    return switch self[at] {
    case 0x5B: anchorEnd(at, end)
    case 0xC2: at + 1 < end && self[at + 1] == 0xB6 ? at + 2 : nil
    case 0x26: hasAnyCase("&PARA;", at: at, end: end) ? at + 6 : nil
    default: nil
    }
  }

  /// The offset after a pilcrow and the blanks behind it; `at` where none stands there.
  func skipPilcrow(_ at: Int, _ end: Int) -> Int { pilcrowEnd(at, end).map { skipBlanks($0, end) } ?? at }

  /// The offset after a link that stands for a pilcrow (`[1](#)`) at `at`; nil where none does.
  func anchorEnd(_ at: Int, _ end: Int) -> Int? {
    guard at + 4 < end, self[at] == 0x5B else { return nil }
    var i = at + 1
    while i < end, i - at <= 8, self[i] != 0x5D { i += 1 }
    guard i + 1 < end, self[i] == 0x5D, self[i + 1] == 0x28 else { return nil }
    guard let close = first(0x29, from: i + 2, to: Swift.min(end, i + 64)) else { return nil }
    return close + 1
  }

  /// The text of the link at `at` where that is a reference with its letter, and the offset after the link.
  func linkedReference(_ at: Int, _ end: Int) -> (text: ByteRange, end: Int)? {
    guard at + 4 < end, self[at] == 0x5B,
      ReferenceLabel.read(
        at: at + 1, end: end, expected: 0x41, repairing: false, in: self) != nil, let after = linkEnd(at, end),
      let close = first(0x5D, from: at + 1, to: after)
    else { return nil }
    return (ByteRange(at + 1, close), after)
  }

  /// Whether what stands there ends as a reference does: with a serial, a parenthesis or NOTAL.
  func endsReference(_ range: ByteRange) -> Bool {
    var end = trimmedEnd(range.start, range.end)
    while end > range.start, self[end - 1].isOne(of: ";", ":", ",", ".") {
      end = trimmedEnd(range.start, end - 1)
    }
    guard end > range.start else { return false }
    return self[end - 1].isDigit || self[end - 1] == 0x29 || self[end - 1].capital == 0x4C
  }
}
