import MarkingModel

// Whether a text is a scan that a program has read.
extension Span where Element == UInt8 {
  /// Whether words are broken by marks that no one types, in the bytes before `end`: more than one word in sixty, of
  /// forty or more.
  func looksScanned(to end: Int) -> Bool {
    var strange = 0
    var i = 0
    while let odd = firstOdd(from: i, to: end) {
      var start = odd
      while start > i, self[start &- 1] > 0x20 { start &-= 1 }
      var letters = 0
      i = start
      while i < end, self[i] > 0x20 {
        if self[i].isLetterOrDigit { letters &+= 1 }
        i &+= 1
      }
      if letters > 0 || i &- start <= 2 { strange &+= 1 }
    }
    guard strange > 0 else { return false }
    let words = words(to: end)
    return words >= 40 && strange * 60 > words
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
