import MarkingModel

/// What stands before the text of a portion: a number, a letter, a bullet, the marks of a quoted e-mail or a heading.
package struct ItemPrefix: Sendable {
  package enum Kind: Sendable { case none, number, letter, bullet, heading }

  package var kind = Kind.none
  /// How deep it hangs: 0 none or `IV.`, 1 `1.`, 2 `a.`, 3 `(1)`, 4 `(a)`, 5 a bullet, 6 `--`, 7 `---`.
  package var depth = 0
  /// The same of the first of them, and where it begins: of `2. (a)` that of `2.`, which says what the item stands beside.
  package private(set) var outerDepth = 0
  package private(set) var outerStart: Int
  /// Whether an item begins with it wherever it begins a line. A number like `IV.` or `A.1.` may close a sentence as well.
  private(set) var isSure = true
  /// Offset of what follows.
  package var next: Int
  /// The small letters in parentheses that it ends with, which may be a mark.
  private(set) var letters: Letters?

  init(next: Int) {
    self.next = next
    outerStart = next
  }

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
    // What shows nothing hides no mark.
    if source[i] >= 0xC2, let seen = source.invisibleEnd(i) {
      return take(kind, depth, seen, end, &i, in: source, needsBlank: false)
    }
    let byte = source[i]
    switch byte {
    case 0x3E: take(.none, 0, i + 1, end, &i, in: source, needsBlank: false)  // >
    case 0x23:  // #
      var k = i
      while k < end, source[k] == 0x23 { k += 1 }
      take(.heading, 0, k, end, &i, in: source)
    case 0x2A where i + 1 < end && source[i + 1] == 0x2A:
      take(kind, depth, i + 2, end, &i, in: source, needsBlank: false)
    case 0x2D, 0x2A, 0x2B, 0x3D, 0xB7: bullet(&i, end, in: source)
    case 0x6F where i + 1 < end && source[i + 1] == 0x20: take(.bullet, 5, i + 1, end, &i, in: source)  // o
    case 0xE2 where i + 2 < end && isBullet(source[i + 1], source[i + 2]): take(.bullet, 5, i + 3, end, &i, in: source)
    case 0xE2 where i + 2 < end && isSign(source[i + 1]):
      if beforeMark(i + 3, end, in: source) { take(.bullet, 5, i + 3, end, &i, in: source) }
    // Characters for private use: fonts of signs have their bullets there.
    case 0xEE where i + 2 < end: privateBullet(&i, end, in: source)
    case 0xEF where i + 2 < end && source[i + 1] < 0xA4:
      take(.bullet, 5, i + 3, end, &i, in: source)
    case 0xC2 where i + 1 < end && source[i + 1] == 0xB7: take(.bullet, 5, i + 2, end, &i, in: source)
    case 0xC2 where i + 2 < end && (source[i + 1] == 0xB6 || source[i + 1] == 0xA7) && source[i + 2].isDigit:  // ¶1.
      take(.none, 0, i + 2, end, &i, in: source, needsBlank: false)
    case 0x7C: take(.none, 0, i + 1, end, &i, in: source, needsBlank: false)  // |
    case 0x5F, 0x60, 0x3C: dress(&i, end, in: source)
    case 0x22, 0x27: quotation(1, &i, end, in: source)
    case 0xE2 where source.has("\u{201C}", at: i, end: end) || source.has("\u{2018}", at: i, end: end):
      quotation(3, &i, end, in: source)
    case 0x30...0x39: number(&i, end, in: source)
    case 0x28: parenthesised(&i, end, in: source)
    case 0x5B: note(&i, end, in: source)
    default:
      guard kind == .none, byte.isLetter, i + 1 < end else { return }
      // `I.`, `V.` and `X.` stand beside `II.` more often than between `H.` and `J.`
      let isRoman = byte.isOne(of: "I", "V", "X")
      let isPoint = source[i + 1] == 0x2E || source[i + 1] == 0x29
      if isPoint { take(.letter, isRoman ? 0 : 2, i + 2, end, &i, in: source) }
      guard kind == .none, isPoint || source[i + 1] == 0x2D || byte.capital.isOne(of: "I", "V", "X") else { return }
      number(&i, end, in: source)
    }
  }

  /// `-`, `--`, `---`, `->`, `=>`, `*`, `+`, `++`, `·`. What stands at the other end of the line as well draws it.
  private mutating func bullet(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    let sign = source[i]
    var k = i + 1
    while k < end, k - i < 3, source[k] == sign { k += 1 }
    let length = k - i
    if k < end, source[k] == 0x3E, sign != 0x2A { k += 1 }
    if sign == 0x3D, source[k - 1] == sign || length > 2 { return }
    if length > 1, source[end - 1] == sign { return }
    take(.bullet, 4 + length, k, end, &i, in: source)
  }

  /// A bullet of a font of signs, or as many as `PageMarks` puts before the item of a list within another one.
  private mutating func privateBullet(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    var (k, length) = (i + 3, 1)
    while length < 3, k + 3 < end, source.isSame(ByteRange(i, i + 3), ByteRange(k, k + 3)) {
      (k, length) = (k + 3, length + 1)
    }
    take(.bullet, 4 + length, k, end, &i, in: source)
  }

  /// What a page has left around a mark: `_(S)_`, `` `(S)` ``, `<p>(S)`.
  private mutating func dress(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    var k = i
    while k < end, source[k] == source[i], source[k] != 0x3C { k += 1 }
    while k + 1 < end, source[k] == 0x3C, source[k + 1].isLetter {
      while k < end, k - i < 80, source[k] != 0x3E { k += 1 }
      guard k < end, source[k] == 0x3E else { return }
      k += 1
    }
    guard k > i, k < end, source[k] == 0x28, PortionStart.mayBegin(k, end, in: source) else { return }
    take(.none, 0, k, end, &i, in: source, needsBlank: false)
  }

  /// What opens a quotation that begins with its mark: `"(S//NF) Item three"`. `"(S)" is secret` speaks of marks, and a list of
  /// quotations shows them.
  private mutating func quotation(_ width: Int, _ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    let open = i + width
    guard kind == .none, open < end, source[open] == 0x28, PortionStart.mayBegin(open, end, in: source) else {
      return
    }
    var close = open
    while close < end, close - open < 160, source[close] != 0x29 { close += 1 }
    guard close + 1 < end, source[close] == 0x29, source[close + 1] == 0x20 else { return }
    take(.none, 0, open, end, &i, in: source, needsBlank: false)
  }

  private func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: third == 0xA2 || third == 0xA3 || third == 0x93 || third == 0x94  // • ‣ – —
    case 0x81: third == 0x83  // ⁃
    case 0x86, 0x87: true  // arrows
    case 0x88: third == 0x99  // ∙
    case 0x96: third >= 0xA0  // ■ ▪ ▶ ►; blocks stand for what was taken out
    case 0x97: true  // ○ ● ◦ ◆
    default: false
    }
  }

  /// A box to be ticked, a tick, a hand, an arrow of a font of signs: a bullet before a mark alone, for forms have them.
  private func isSign(_ second: UInt8) -> Bool { (0x98...0x9E).contains(second) || (0xA4...0xAF).contains(second) }

  /// Whether a mark may begin behind blanks after an offset.
  private func beforeMark(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    return next < end && source[next] == 0x28 && PortionStart.mayBegin(next, end, in: source)
  }

  /// `1.`, `1)`, `1.2`, `1.a.`, and before a mark `1 -` and `1`.
  private mutating func number(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard kind == .none || kind == .heading else { return }
    if let number = ItemNumber.read(i, end, in: source) {
      let before = i
      take(
        .number, number.depth, number.end, end, &i, in: source,
        needsBlank: !(number.end < end && source[number.end] == 0x28))
      if i > before { isSure = number.isSure }
      return
    }
    let first = source.number(at: i, end: end)
    guard (1...3).contains(first.digits) else { return }
    var k = source.skipBlanks(first.end, end)
    if k > first.end, k < end, source[k] == 0x2D { k += 1 }
    guard k > first.end, beforeMark(k, end, in: source) else { return }
    // `12 (C) is the heat of the pump.`
    let letter = source.skipBlanks(k, end) + 1
    if letter + 2 < end, source[letter + 1] == 0x29 {
      let text = source.skipBlanks(letter + 2, end)
      guard text < end, source[text].isCapital else { return }
    }
    take(.number, 1, k, end, &i, in: source, needsBlank: false)
    isSure = false
  }

  /// `[1]` before a mark: the number of a note or a reference.
  private mutating func note(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard kind == .none else { return }
    let number = source.number(at: i + 1, end: end)
    guard (1...3).contains(number.digits), number.end < end, source[number.end] == 0x5D,
      beforeMark(number.end + 1, end, in: source)
    else { return }
    take(.number, 3, number.end + 1, end, &i, in: source)
  }

  /// `(1)`, `(a)`, `(iv)`: small letters and numbers, so that no mark is taken for one.
  private mutating func parenthesised(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    guard kind == .none || kind == .number else { return }
    var k = i + 1
    if k < end, source[k].isCapital { return capitals(&i, end, in: source) }
    while k < end, k - i <= 4, source[k].isDigit || source[k].isSmall { k += 1 }
    guard k > i + 1, k < end, source[k] == 0x29 else { return }
    // `(b)(6)` is an exemption.
    guard k + 1 >= end || source[k + 1] != 0x28 || !source[i + 1].isSmall else { return }
    let isNumber = source[i + 1].isDigit
    let letters = Letters(start: i, kind: kind, depth: depth)
    take(isNumber ? .number : .letter, isNumber ? 3 : 4, k + 1, end, &i, in: source)
    if i > letters.start, !isNumber { self.letters = letters }
  }

  /// `(A)`, `(IV)` before a mark. `(U)` and `(S)` are marks themselves: no list is that long.
  private mutating func capitals(_ i: inout Int, _ end: Int, in source: Span<UInt8>) {
    var k = i + 1
    while k < end, k - i <= 4, source[k].isOne(of: "I", "V", "X") { k += 1 }
    if k == i + 1, !source[k].isOne(of: "U", "S") { k += 1 }
    guard k > i + 1, k + 1 < end, source[k] == 0x29, source[k + 1] == 0x20, beforeMark(k + 1, end, in: source) else {
      return
    }
    let next = source.skipBlanks(k + 1, end)
    // `(C) (NF)` is a mark and more of it.
    guard next + 1 < end, source[next + 1].isOne(of: "U", "S", "C", "T") else { return }
    take(.letter, 4, k + 1, end, &i, in: source)
  }

  private mutating func take(
    _ kind: Kind, _ depth: Int, _ after: Int, _ end: Int, _ i: inout Int, in source: Span<UInt8>,
    needsBlank: Bool = true
  ) {
    let next = source.skipBlanks(after, end)
    guard next < end, !needsBlank || next > after || source[after] == 0x28 else { return }
    if kind != .none, kind != .heading, self.kind == .none || self.kind == .heading {
      (outerDepth, outerStart) = (depth, i)
    }
    if kind != .none || self.kind == .none {
      self.kind = kind
      self.depth = depth
    }
    letters = nil
    i = next
  }
}
