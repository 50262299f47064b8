import MarkingModel

/// What stands before the text of a portion: a number, a letter, a bullet, the marks of a quoted e-mail or a heading.
package struct ItemPrefix: Sendable {
  package enum Kind: Sendable { case none, number, letter, bullet, heading }

  package var kind = Kind.none
  /// How deep it hangs: 0 none, 1 `1.`, 2 `a.`, 3 `(1)`, 4 `(a)`, 5 a bullet.
  package var depth = 0
  /// Offset of what follows.
  package var next: Int
  /// The small letters in parentheses that it ends with, which may be a mark.
  private(set) var letters: Letters?

  /// Small letters in parentheses, and what the prefix was before them.
  struct Letters: Sendable {
    var start: Int
    var kind: Kind
    var depth: Int
  }

  /// Reads the prefixes that begin at `at`.
  package static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> ItemPrefix {
    var prefix = ItemPrefix(next: at)
    var i = at
    for _ in 0..<3 {
      let before = i
      prefix.step(&i, end, in: source)
      if i == before { break }
      prefix.next = i
    }
    return prefix
  }

  private mutating func step(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard i < end else { return }
    let byte = source[i]
    switch byte {
    case 0x3E: take(.none, 0, i + 1, end, &i, in: source, needsBlank: false)  // >
    case 0x23:  // #
      var k = i
      while k < end, source[k] == 0x23 { k += 1 }
      take(.heading, 0, k, end, &i, in: source)
    case 0x2A where i + 1 < end && source[i + 1] == 0x2A:
      take(kind, depth, i + 2, end, &i, in: source, needsBlank: false)
    case 0x2D, 0x2A, 0x2B, 0xB7: take(.bullet, 5, i + 1, end, &i, in: source)  // - * +
    case 0x6F where i + 1 < end && source[i + 1] == 0x20: take(.bullet, 5, i + 1, end, &i, in: source)  // o
    case 0xE2 where i + 2 < end && isBullet(source[i + 1], source[i + 2]): take(.bullet, 5, i + 3, end, &i, in: source)
    case 0xC2 where i + 1 < end && source[i + 1] == 0xB7: take(.bullet, 5, i + 2, end, &i, in: source)
    case 0xEF where source.isSymbol(at: i, end): take(.bullet, 5, i + 3, end, &i, in: source)
    case 0x7C: take(.none, 0, i + 1, end, &i, in: source, needsBlank: false)  // |
    case 0x30...0x39: number(&i, end, in: source)
    case 0x28: parenthesised(&i, end, in: source)
    default:
      guard kind == .none, byte.isLetter, i + 1 < end, source[i + 1] == 0x2E || source[i + 1] == 0x29 else { return }
      take(.letter, 2, i + 2, end, &i, in: source)
    }
  }

  private func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xA2 || third == 0xA3 || third == 0x93 || third == 0x94  // • ‣ – —
    case 0x96: third == 0xA0 || third == 0xAA || third == 0xB6 || third == 0xBA  // ■ ▪ ▶ ►
    case 0x97: third == 0x8B || third == 0x8F || third == 0xA6  // ○ ● ◦
    default: false
    }
  }

  /// `1.`, `1)`, `1.2`, `1.2.3.`
  private mutating func number(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard kind == .none || kind == .heading else { return }
    let first = source.number(at: i, end: end)
    guard first.digits <= 3 else { return }
    var k = first.end
    var dots = 0
    while k < end, source[k] == 0x2E || source[k] == 0x29 {
      dots += 1
      k += 1
      let next = source.number(at: k, end: end)
      if next.digits == 0 { break }
      k = next.end
    }
    guard dots > 0 else { return }
    take(.number, 1, k, end, &i, in: source, needsBlank: !(k < end && source[k] == 0x28))
  }

  /// `(1)`, `(a)`, `(iv)`: small letters and numbers, so that no mark is taken for one.
  private mutating func parenthesised(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard kind == .none || kind == .number else { return }
    var k = i + 1
    while k < end, k - i <= 4, source[k].isDigit || source[k].isSmall { k += 1 }
    guard k > i + 1, k < end, source[k] == 0x29 else { return }
    // `(b)(6)` is an exemption.
    guard k + 1 >= end || source[k + 1] != 0x28 || !source[i + 1].isSmall else { return }
    let isNumber = source[i + 1].isDigit
    let letters = Letters(start: i, kind: kind, depth: depth)
    take(isNumber ? .number : .letter, isNumber ? 3 : 4, k + 1, end, &i, in: source)
    if i > letters.start, !isNumber { self.letters = letters }
  }

  private mutating func take(
    _ kind: Kind, _ depth: Int, _ after: Int, _ end: Int, _ i: inout Int, in source: Span<UInt8>,
    needsBlank: Bool = true
  ) {
    let next = source.skipBlanks(after, end)
    guard next < end, !needsBlank || next > after || source[after] == 0x28 else { return }
    if kind != .none || self.kind == .none {
      self.kind = kind
      self.depth = depth
    }
    letters = nil
    i = next
  }
}

extension Span where Element == UInt8 {
  /// Whether a sign of a font of symbols stands at `at` (U+F020 to U+F0FF), as office programs write bullets.
  fileprivate func isSymbol(at: Int, _ end: Int) -> Bool {
    at + 2 < end && self[at] == 0xEF && self[at + 1] &- 0x80 < 4 && self[at + 2] & 0xC0 == 0x80
      && (self[at + 1] > 0x80 || self[at + 2] >= 0xA0)
  }
}
