internal import MarkingModel
internal import TextKit

/// The words of a folded text: runs of letters and runs of digits, in small letters.
///
/// Whatever is no ASCII counts as a letter. O'Brien is two words, Smith2 is one and a number: what stands beside a name,
/// a note or a possessive s, does not hide it.
struct Words {
  /// A word by its place and a digest of its letters.
  struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
  }

  /// In order of place; for one reading of the text.
  var words: [Word] = []

  init(_ text: borrowing FoldedText) {
    let bytes = text.lowered
    var at = 0
    words.reserveCapacity(bytes.count / 6)
    while at < bytes.count {
      let byte = bytes[at]
      guard byte.isWordByte else {
        at = Self.isEscape(bytes, at) ? at &+ 3 : at &+ 1
        continue
      }
      let start = at
      var hash = Self.seed
      let isNumber = byte &- 0x30 < 10
      while at < bytes.count, bytes[at].isWordByte, (bytes[at] &- 0x30 < 10) == isNumber {
        hash = Self.add(bytes[at], to: hash)
        at &+= 1
      }
      words.append(Word(start: start, end: at, hash: hash))
    }
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a.
  @inline(__always)
  static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Whether two words that follow each other may belong to one name or term: only spaces, dashes, full stops, commas
  /// and apostrophes lie between them, three at most, or what joins them in a web address.
  static func areNear(_ a: Word, _ b: Word, _ bytes: [UInt8]) -> Bool {
    if isJoinedInAddress(a, b, bytes) { return true }
    guard b.start - a.end <= 3 else { return false }
    for at in a.end..<b.start {
      switch bytes[at] {
      case 0x20, 0x2D, 0x2E, 0x2C, 0x27, 0x5F, 0x2F: continue
      default: return false
      }
    }
    return true
  }

  /// `+`, `%20` or the name of another field: `?name=Ann+Quimby`, `Ann%20Quimby`, `first=Ann&last=Quimby`. O(1).
  private static func isJoinedInAddress(_ a: Word, _ b: Word, _ bytes: [UInt8]) -> Bool {
    guard a.end < b.start, b.start - a.end <= 24 else { return false }
    var at = a.end
    switch bytes[at] {
    case 0x2B: at += 1
    case 0x25:
      while at < b.start, isEscape(bytes, at) { at += 3 }
    case 0x26:
      at += 1
      if at + 4 <= b.start, bytes[at..<(at + 4)].elementsEqual([0x61, 0x6D, 0x70, 0x3B]) { at += 4 }
      let field = at
      while at < b.start, bytes[at].isWordByte || bytes[at] == 0x5F || bytes[at] == 0x2D { at += 1 }
      guard at > field, at < b.start, bytes[at] == 0x3D else { return false }
      at += 1
    default: return false
    }
    return at == b.start
  }

  /// Whether a space or another sign of ASCII is written as in web addresses: `%20`, `%2C`.
  private static func isEscape(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0x25 && (bytes[at + 1] == 0x32 || bytes[at + 1] == 0x30)
      && (bytes[at + 2] &- 0x30 < 10 || bytes[at + 2] &- 0x61 < 6)
  }

  /// The text without the names of fields in web addresses, `&last=`, `&last_name=`. Nil where there are none.
  func withoutFields(_ text: borrowing FoldedText) -> Words? {
    let bytes = text.lowered
    var result = self
    result.words = []
    var isOther = false
    for word in words {
      result.words.append(word)
      guard word.end < bytes.count, bytes[word.end] == 0x3D else { continue }
      var start = word.start
      while start > 0, word.end - start < 24,
        bytes[start - 1].isWordByte || bytes[start - 1] == 0x5F || bytes[start - 1] == 0x2D
      {
        start -= 1
      }
      guard start > 0, bytes[start - 1] == 0x26 || bytes[start - 1] == 0x3B else { continue }
      while let last = result.words.last, last.start >= start { result.words.removeLast() }
      isOther = true
    }
    return isOther ? result : nil
  }

  /// Whether a given name or a title stands beside a surname: signs of markup, quotes or parentheses may lie between them,
  /// six in all.
  static func areBeside(_ a: Word, _ b: Word, _ bytes: [UInt8]) -> Bool {
    guard b.start - a.end <= 6 else { return false }
    for at in a.end..<b.start {
      switch bytes[at] {
      case 0x20, 0x22, 0x27...0x2A, 0x2C...0x2F, 0x3A, 0x3B, 0x5B, 0x5D, 0x5F, 0x60, 0x7C, 0x7E: continue
      default: return false
      }
    }
    return true
  }

  /// The text with what is written as one word taken apart where a capital begins another one: "MrThorndike",
  /// "CDAThorndike". Not so behind a part of a surname: McDonald is no Donald. Nil where no word has a capital within.
  func apart(_ text: borrowing FoldedText) -> Words? {
    let bytes = text.bytes
    let lowered = text.lowered
    var result = self
    result.words = []
    var isApart = false
    for word in words {
      var start = word.start
      var at = start + 2
      while at + 1 < word.end {
        if bytes[at] &- 0x41 < 26, bytes[at - 1] &- 0x61 < 26 || bytes[at + 1] &- 0x61 < 26,
          !Titles.particles.contains(String(decoding: lowered[start..<at], as: UTF8.self))
        {
          result.words.append(Self.word(lowered, start, at))
          start = at
          isApart = true
        }
        at += 1
      }
      result.words.append(start == word.start ? word : Self.word(lowered, start, word.end))
    }
    return isApart ? result : nil
  }

  private static func word(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Word {
    var hash = seed
    for at in start..<end { hash = add(bytes[at], to: hash) }
    return Word(start: start, end: end, hash: hash)
  }

  /// The text as it reads when what was parted is put together: a word hyphenated at the end of a line, and letters with a
  /// space or a dot after each ("S m i t h"). Nil where nothing was parted.
  func joined(_ text: borrowing FoldedText) -> Words? {
    let bytes = text.lowered
    var result = self
    result.words = []
    var isJoined = false
    for (index, word) in words.enumerated() {
      guard let last = result.words.last, index > 0 else {
        result.words.append(word)
        continue
      }
      let before = words[index - 1]
      let isHyphenated = word.start - before.end == 2 && bytes[before.end] == 0x2D && text.isWrap(before.end + 1)
      let isSpaced =
        word.end - word.start == 1 && before.end - before.start == 1 && word.start - before.end <= 2
        && Self.areNear(before, word, bytes)
      if isHyphenated || isSpaced {
        var hash = last.hash
        for at in word.start..<word.end { hash = Self.add(bytes[at], to: hash) }
        result.words[result.words.count - 1] = Word(start: last.start, end: word.end, hash: hash)
        isJoined = true
      } else {
        result.words.append(word)
      }
    }
    return isJoined ? result : nil
  }
}

extension UInt8 {
  /// A letter, a digit or a byte of what is no ASCII.
  @inline(__always)
  var isWordByte: Bool { isLetterOrDigit || self >= 0x80 }
}
