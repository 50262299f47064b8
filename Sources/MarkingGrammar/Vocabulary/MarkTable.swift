package import MarkingModel

/// The words of portion marks (`marks.tsv`) and how they are put together.
package struct MarkTable: Sendable {
  private enum Role: String { case level, control }
  private struct Row: Sendable {
    var mark: Word
    var level: PortionLevel
    /// When it was written so.
    var period: Period
  }

  private var levels: [Row] = []
  private var controls: [MarkControl] = []
  var levelIndex: WordIndex
  var controlIndex: WordIndex
  /// The marks that are one short word of any time in capitals, as most are: they are found by comparing numbers.
  private var plain: [(letters: UInt64, mark: PortionMark)] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "marks.tsv", columns: ["word", "role", "mark", "level", "from", "to", "source"], bytes: bytes)
    levelIndex = table.index(expecting: 32)
    controlIndex = table.index(expecting: 64)
    var words: [String] = []
    while try table.advance() {
      switch try table.word(1) as Role {
      case .level:
        try table.insert(0, into: &levelIndex, value: levels.count)
        words.append(table.text(0))
        levels.append(
          Row(
            mark: try table.word(2), level: try table.word(3),
            period: Period(from: try table.day(4), to: try table.day(5))))
      case .control:
        try table.insert(0, into: &controlIndex, value: controls.count)
        controls.append(MarkControl(table.text(2)))
      }
    }
    for word in words {
      let bytes = [0x28] + Array(word.utf8) + [0x29]
      // Another word than one of capitals is written in more than one way.
      guard word.utf8.count <= 6, word.utf8.allSatisfy({ $0 &- 0x41 < 26 }),
        let mark = parse(bytes.span, ByteRange(1, bytes.count - 1), nil)
      else { continue }
      plain.append((Self.lastPlainLetters(bytes.span, at: 0, end: bytes.count), mark))
    }
  }

  /// The letters of a mark in parentheses that is one word of at most six capitals, as one number, the first lowest; 0
  /// where none stands there.
  @inline(__always)
  private static func plainLetters(_ bytes: Span<UInt8>, at: Int, end: Int) -> UInt64 {
    guard at &+ 8 <= bytes.count else { return lastPlainLetters(bytes, at: at, end: end) }
    let block = bytes.block(at)
    // The high bit of the first byte that is a parenthesis closed: those behind it may be wrong.
    let differences = block ^ 0x2929_2929_2929_2929
    let closing = (differences &- 0x0101_0101_0101_0101) & ~differences & UInt64.highBits
    let count = closing.trailingZeroBitCount &>> 3
    guard block & 0xFF == 0x28, count < 8, at &+ count < end else { return 0 }
    return (block & (1 &<< UInt64(8 &* count) &- 1)) &>> 8
  }

  /// The same where fewer than eight bytes are left.
  private static func lastPlainLetters(_ bytes: Span<UInt8>, at: Int, end: Int) -> UInt64 {
    guard at < end, bytes[at] == 0x28 else { return 0 }
    var letters: UInt64 = 0
    var count: UInt64 = 0
    while at &+ 1 &+ Int(count) < end, count < 7 {
      let byte = bytes[at &+ 1 &+ Int(count)]
      if byte == 0x29 { return letters }
      letters |= UInt64(byte) &<< (8 &* count)
      count &+= 1
    }
    return 0
  }

  /// The mark at `at` where it is one of the plain ones.
  @inline(__always)
  private func plainMark(_ bytes: Span<UInt8>, at: Int, end: Int) -> PortionMark? {
    let letters = Self.plainLetters(bytes, at: at, end: end)
    guard letters != 0 else { return nil }
    for index in plain.indices where plain[index].letters == letters {
      var mark = plain[index].mark
      mark.range = ByteRange(at, at &+ 2 &+ (71 &- letters.leadingZeroBitCount) / 8)
      return mark
    }
    return nil
  }

  /// Longest mark that is looked at, in bytes between the parentheses.
  private static let longest = 64

  /// The portion mark whose parenthesis opens at `at`; nil where what stands there is no mark, nor like one. `day` is
  /// the document's (yyyymmdd): a form that was written for some years only (`(L)`) is a mark of these years.
  /// Time: at most two times the longest mark, whatever follows.
  package func mark(in bytes: Span<UInt8>, at: Int, end: Int, on day: Int? = nil) -> PortionMark? {
    if var mark = plainMark(bytes, at: at, end: end) {
      let next = mark.range.end
      if next < end, bytes[next] == 0x28 || bytes[next] &- 0x21 >= 0x5E { addSecondPair(to: &mark, bytes, end) }
      return mark
    }
    guard let close = closing(in: bytes, at: at, end: end) else { return nil }
    let inner = ByteRange(at + 1, close)
    guard var mark = parse(bytes, inner, day) ?? likeness(bytes, inner) else { return nil }
    mark.range = ByteRange(at, close + 1)
    if mark.isLegal { addSecondPair(to: &mark, bytes, end) }
    return mark
  }

  /// The mark that a range without parentheses is (`SBU`); nil where it is no legal one.
  package func mark(in bytes: Span<UInt8>, _ range: ByteRange, on day: Int? = nil) -> PortionMark? {
    guard var mark = parse(bytes, range, day) else { return nil }
    mark.range = range
    return mark
  }

  private func closing(in bytes: Span<UInt8>, at: Int, end: Int) -> Int? {
    guard at < end, bytes[at] == 0x28 else { return nil }
    var i = at + 1
    let limit = Swift.min(end, at + 2 + Self.longest)
    while i < limit {
      if bytes[i] == 0x29 { return i }
      if bytes[i] == 0x28 || bytes[i] == 0x0A { return nil }
      i += 1
    }
    return nil
  }

  /// A level, then controls.
  private func parse(_ bytes: Span<UInt8>, _ inner: ByteRange, _ day: Int?) -> PortionMark? {
    let start = bytes.skipBlanks(inner.start, inner.end)
    guard let found = levelIndex.longest(in: bytes, at: start, end: inner.end) else {
      return reachFirst(bytes, inner, at: start, day)
    }
    let row = levels[found.value]
    guard row.period.isOpen || day.map(row.period.contains) ?? false else { return nil }
    var spelling = Spelling(row.mark, row.level)
    spelling.hasSmallLetters = bytes.hasSmall(start, found.end)
    spelling.isSpaced = start > inner.start || bytes.trimEnd(start, inner.end) < inner.end
    var i = found.end
    while true {
      let next = skipSeparators(bytes, i, inner.end, &spelling)
      if next >= inner.end || spelling.isEntireText && next == inner.end - 1 && bytes[next] == 0x2E { break }
      // A word needs something between it and the one before.
      let hadReach = spelling.isEntireText
      guard next > i, let end = control(bytes, next, inner.end, &spelling) else { return nil }
      // `(S - Entire text)`: how far a mark reaches is in words of the text.
      if spelling.isEntireText == hadReach, bytes.hasSmall(next, end) { spelling.hasSmallLetters = true }
      i = end
    }
    return spelling.mark
  }

  /// A mark that says first how far it reaches: `(ENTIRE TEXT - S)`.
  private func reachFirst(_ bytes: Span<UInt8>, _ inner: ByteRange, at start: Int, _ day: Int?) -> PortionMark? {
    guard let found = controlIndex.longest(in: bytes, at: start, end: inner.end), controls[found.value] == .entireText
    else { return nil }
    var spelling = Spelling(.blank, .none)
    let level = skipSeparators(bytes, found.end, inner.end, &spelling)
    guard level > found.end, var mark = parse(bytes, ByteRange(level, inner.end), day) else { return nil }
    mark.isEntireText = true
    return mark
  }

  private func skipSeparators(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ spelling: inout Spelling) -> Int {
    var i = from
    while i < to {
      let byte = bytes[i]
      if byte == 0x2F {
        if i + 1 < to, bytes[i + 1] == 0x2F { spelling.style = .ic }
        if i > from, bytes[i - 1] <= 0x20 { spelling.isSpaced = true }
        i += 1
      } else if byte == 0x2C || byte == 0x2D || byte == 0x3B {
        i += 1
      } else if byte >= 0x80, let dash = bytes.dashEnd(i, to) {
        i = dash
      } else {
        let next = bytes.skipBlanks(i, to)
        if next == i { break }
        if i > from, bytes[i - 1] == 0x2F { spelling.isSpaced = true }
        i = next
      }
    }
    return i
  }

  /// Reads one control at `at`; the offset after it, nil where none is known there.
  private func control(_ bytes: Span<UInt8>, _ at: Int, _ end: Int, _ spelling: inout Spelling) -> Int? {
    if let found = controlIndex.longest(in: bytes, at: at, end: end) {
      let control = controls[found.value]
      spelling.add(control)
      return control == .countries ? listEnd(bytes, found.end, end) : found.end
    }
    // After CUI stand categories and dissemination controls, which have tables of their own.
    guard spelling.level == .cui else { return nil }
    var i = at
    while i < end, bytes[i].isLetterOrDigit { i += 1 }
    return i > at ? i : nil
  }

  /// The offset after a list of country codes.
  private func listEnd(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, bytes[i] != 0x2F { i += 1 }
    return i
  }

  /// `(C)(NF)` and `(C)(C)`: the second pair belongs to the mark.
  private func addSecondPair(to mark: inout PortionMark, _ bytes: Span<UInt8>, _ end: Int) {
    let open = bytes.skipBlanks(mark.range.end, end, limit: 2)
    guard open < end, bytes[open] == 0x28, let close = closing(in: bytes, at: open, end: end) else { return }
    var spelling = Spelling(mark.level.word, mark.level)
    if mark.isNoforn { spelling.add(.noforn) }
    spelling.style = mark.style
    let start = bytes.skipBlanks(open + 1, close)
    if let after = control(bytes, start, close, &spelling), bytes.skipBlanks(after, close) == close,
      mark.level != .cui, mark.text != .other
    {
      mark.text = spelling.mark.text
      mark.isNoforn = spelling.isNoforn
      mark.exceedsLevel = spelling.exceedsLevel
    } else {
      guard let second = parse(bytes, ByteRange(open + 1, close), nil) else { return }
      mark.contradictsItself = second.isLegal && second.level.rank != mark.level.rank
      // Of two levels the higher one is what the text needs.
      if second.isLegal, second.level.rank > mark.level.rank {
        mark.text = second.text
        mark.level = second.level
        mark.isNoforn = mark.isNoforn || second.isNoforn
      }
    }
    mark.range.end = close + 1
    mark.defect = .doubled
  }
}
