import MarkingModel

// Whether a text is a scan that a program has read.
extension Span where Element == UInt8 {
  /// Whether words are broken by marks that no one types, in the bytes before `end`: three words or more on as many lines,
  /// and more than one in sixty, of forty or more. Rows of tables, addresses, emphasis and drawn lines are typed, and so is
  /// one sign that stands everywhere alike: noise has more than one.
  func looksScanned(to end: Int) -> Bool {
    var strange = 0
    var lines = 0
    // The first sign, and whether there is another.
    var sign: UInt8 = 0
    var isVaried = false
    var i = 0
    var isRow = false
    // Where the line at hand begins, and whether a strange word stands on it.
    var line = 0
    var isCounted = false
    while let odd = firstOdd(from: i, to: end) {
      var start = odd
      while start > i, self[start &- 1] > 0x20 { start &-= 1 }
      // The line of the word: where it began behind the last one that was looked at.
      var first = start
      while first > i, self[first &- 1] != 0x0A, self[first &- 1] != 0x0D { first &-= 1 }
      if first > i {
        (line, isCounted) = (first, false)
        isRow = self.isRow(skipBlanks(first, end), end)
      }
      var letters = 0
      var (mark, hasOthers): (UInt8, Bool) = (0, false)
      i = start
      while i < end, self[i] > 0x20 {
        if self[i].isLetterOrDigit {
          letters &+= 1
        } else if isOdd(i) {
          hasOthers = hasOthers || mark != 0 && mark != self[i]
          mark = self[i]
        }
        i &+= 1
      }
      guard mark != 0, letters > 0 || i &- start <= 2, !isRow, !isTyped(start, i), !isBullet(start, i, end),
        letters > 0 || !isDrawn(start, i, from: line, end)
      else { continue }
      strange &+= 1
      isVaried = isVaried || hasOthers || sign != 0 && sign != mark
      sign = mark
      if !isCounted { lines &+= 1 }
      isCounted = true
    }
    guard lines >= 3, isVaried else { return false }
    let words = words(to: end)
    return words >= 40 && strange * 60 > words
  }

  /// Whether an odd character stands at a byte: not one that is the end of another, such as ë or a byte order mark.
  @inline(__always)
  private func isOdd(_ at: Int) -> Bool {
    self[at].odd != 0 && (self[at] < 0x80 || at == 0 || self[at - 1] < 0x80 || self[at - 1] == 0xC2)
  }

  /// Whether a line begins and goes on as the row of a table: `| May | 12 |`; or has a sign between two cells as the line
  /// above or below has: `May | 12`, `May = 12`.
  private func isRow(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    if self[start] != 0x7C { return isRow(start, end, of: 0x7C) || isRow(start, end, of: 0x3D) }
    var i = start + 1
    while i < end, self[i] != 0x0A, self[i] != 0x0D {
      if self[i] == 0x7C { return true }
      i += 1
    }
    return false
  }

  private func isRow(_ start: Int, _ end: Int, of sign: UInt8) -> Bool {
    guard hasCells(start, end, sign) else { return false }
    var above = start
    while above > 0, self[above - 1] != 0x0A { above -= 1 }
    if above > 0 {
      var first = above - 1
      while first > 0, self[first - 1] != 0x0A, above - first < 400 { first -= 1 }
      if hasCells(first, above - 1, sign) { return true }
    }
    var below = start
    while below < end, self[below] != 0x0A { below += 1 }
    return below < end && hasCells(below + 1, end, sign)
  }

  /// Whether a line has a sign between cells with text before and behind it.
  private func hasCells(_ start: Int, _ end: Int, _ sign: UInt8) -> Bool {
    var i = start + 1
    while i + 2 < end, self[i] != 0x0A, self[i] != 0x0D, i - start < 400 {
      if self[i] == 0x20, self[i + 1] == sign, self[i + 2] == 0x20 || self[i + 2] == 0x0A { return self[start] != sign }
      i += 1
    }
    return false
  }

  /// Whether signs that are a word stand three times or more on their line, which they draw: `* * * END * * *`. A bar does
  /// not: what is left of a border is one.
  private func isDrawn(_ start: Int, _ stop: Int, from line: Int, _ end: Int) -> Bool {
    guard self[start] != 0x7C else { return false }
    var same = 0
    var i = line
    while i < end, self[i] != 0x0A, self[i] != 0x0D, i - line < 400 {
      let word = i
      while i < end, self[i] > 0x20 { i += 1 }
      if i > word, isSame(ByteRange(word, i), ByteRange(start, stop)) {
        same += 1
        if same == 3 { return true }
      }
      if i == word { i += 1 }
    }
    return false
  }

  /// Whether a word with odd characters is an address or has them around it in pairs: `jane_roe@…`, `**bold**`.
  private func isTyped(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i] == 0x40 || self[i] == 0x3A && i + 1 < end && self[i + 1] == 0x2F { return true }
    return end - start > 2 && self[start].isOne(of: "*", "_", "`") && self[start] == self[end - 1]
  }

  /// Whether a word is a star that begins its line as another one begins the line above or below: `* Lamps`.
  private func isBullet(_ start: Int, _ stop: Int, _ end: Int) -> Bool {
    guard stop - start == 1, self[start] == 0x2A else { return false }
    var line = start
    while line > 0, self[line - 1] == 0x20 || self[line - 1] == 0x09 { line -= 1 }
    guard line == 0 || self[line - 1] == 0x0A else { return false }
    var below = stop
    while below < end, self[below] != 0x0A, below - stop < 400 { below += 1 }
    if below < end, beginsWithStar(below + 1, end) { return true }
    guard line > 0 else { return false }
    var above = line - 1
    while above > 0, self[above - 1] != 0x0A, line - above < 400 { above -= 1 }
    return beginsWithStar(above, line)
  }

  private func beginsWithStar(_ line: Int, _ end: Int) -> Bool {
    let at = skipBlanks(line, end)
    return at + 1 < end && self[at] == 0x2A && self[at + 1] == 0x20
  }

  /// The first byte of a range that readers of scans put where there is none.
  private func firstOdd(from start: Int, to end: Int) -> Int? {
    var i = start
    while i <= end &- 64 {
      let bytes = extracting(i..<(i &+ 64))
      var odd: UInt8 = 0
      for k in bytes.indices { odd |= bytes[k].mayBeOdd }
      if odd != 0 { for k in bytes.indices where bytes[k].odd != 0 { return i &+ k } }
      i &+= 64
    }
    while i < end {
      if self[i].odd != 0 { return i }
      i &+= 1
    }
    return nil
  }

  /// How many words begin before `end`.
  private func words(to end: Int) -> Int {
    var words = 0
    var isInside = false
    for i in 0..<end {
      let isWord = self[i] > 0x20
      if isWord, !isInside { words &+= 1 }
      isInside = isWord
    }
    return words
  }
}

extension UInt8 {
  /// 1 for each of the same, and for some others.
  @inline(__always)
  fileprivate var mayBeOdd: UInt8 {
    (self & 0x1F > 0x1A ? 1 : 0) | (self == 0x2A ? 1 : 0) | (self == 0x60 ? 1 : 0) | (self == 0xAB ? 1 : 0)
  }

  /// 1 for a character that readers of scans put where there is none, and people hardly inside words: `* < = \ ^ _`, the
  /// backquote, `{ | } ~`, and the bytes AB and BB.
  @inline(__always)
  fileprivate var odd: UInt8 {
    (self == 0x2A ? 1 : 0) | (self | 1 == 0x3D ? 1 : 0) | (self &- 0x5C < 5 && self != 0x5D ? 1 : 0)
      | (self &- 0x7B < 4 ? 1 : 0) | (self | 0x10 == 0xBB ? 1 : 0)
  }
}
