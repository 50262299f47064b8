import MarkingModel

// The encodings of content for its way (RFC 2045), undone into a copy.
extension CopiedText {
  /// Adds what is encoded in base64. False where something else stands there.
  mutating func addBase64(_ range: ByteRange, of source: Span<UInt8>) -> Bool {
    var group = (bits: 0, count: 0, start: range.start)
    var isPadded = false
    for at in range.start..<range.end {
      let byte = source[at]
      if byte <= 0x20 { continue }
      if byte == 0x3D {
        // What is left of the group is in it.
        guard group.count > 1 || isPadded else { return false }
        flush(&group, to: at + 1)
        isPadded = true
        continue
      }
      guard let value = Self.base64(byte) else { return false }
      isPadded = false
      if group.count == 0 { group.start = at }
      group.bits = group.bits << 6 | value
      group.count += 1
      if group.count == 4 { flush(&group, to: at + 1) }
    }
    if group.count == 1 { return false }
    flush(&group, to: range.end)
    return true
  }

  /// Puts the whole bytes of a group.
  private mutating func flush(_ group: inout (bits: Int, count: Int, start: Int), to end: Int) {
    if group.count > 1 {
      putGroup(group.bits << (6 * (4 - group.count)), count: group.count - 1, for: ByteRange(group.start, end))
    }
    group = (0, 0, end)
  }

  private static func base64(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  /// Adds what is quoted-printable. A sign that begins nothing stays.
  ///
  /// - Parameter blank: what stands for a blank in an encoded word.
  mutating func addQuotedPrintable(_ range: ByteRange, of source: Span<UInt8>, blank: UInt8? = nil) {
    var start = range.start
    var at = range.start
    while at < range.end {
      if let blank, source[at] == blank {
        copy(ByteRange(start, at), of: source)
        put(0x20, at: at)
        at += 1
        start = at
        continue
      }
      guard source[at] == 0x3D else {
        at += 1
        continue
      }
      var lineEnd = at + 1
      while lineEnd < range.end, source[lineEnd] == 0x20 || source[lineEnd] == 0x09 { lineEnd += 1 }
      if at + 2 < range.end, let high = source[at + 1].hexadecimalDigit,
        let low = source[at + 2].hexadecimalDigit
      {
        copy(ByteRange(start, at), of: source)
        put([high << 4 | low], for: ByteRange(at, at + 3))
        at += 3
        start = at
      } else if lineEnd == range.end || source[lineEnd] == 0x0A || source[lineEnd] == 0x0D {
        // The line goes on.
        copy(ByteRange(start, at), of: source)
        at = min(range.end, source.nextLine(after: lineEnd))
        start = at
      } else {
        at += 1
      }
    }
    copy(ByteRange(start, range.end), of: source)
  }
}

extension CopiedText {
  /// Adds the value of a header field, its encoded words (RFC 2047) as what they say. False where one says nothing.
  mutating func addEncodedWords(_ range: ByteRange, of source: Span<UInt8>) -> Bool {
    var start = range.start
    var at = range.start
    var isWhole = true
    while at + 1 < range.end {
      guard source[at] == 0x3D, source[at + 1] == 0x3F, let word = Self.word(at, range.end, in: source) else {
        at += 1
        continue
      }
      copy(ByteRange(start, at), of: source)
      if word.isBase64 {
        if !addBase64(word.text, of: source) { isWhole = false }
      } else {
        addQuotedPrintable(word.text, of: source, blank: 0x5F)
      }
      at = word.end
      start = at
      // Blanks between two of them are no text.
      var next = at
      while next < range.end, source[next] <= 0x20 { next += 1 }
      if Self.word(next, range.end, in: source) != nil {
        at = next
        start = next
      }
    }
    copy(ByteRange(start, range.end), of: source)
    return isWhole
  }

  /// `=?utf-8?B?…?=` at an offset. No word is longer than 75 characters; some programs write longer ones.
  private static func word(
    _ at: Int, _ end: Int, in source: Span<UInt8>
  ) -> (text: ByteRange, isBase64: Bool, end: Int)? {
    guard at + 1 < end, source[at] == 0x3D, source[at + 1] == 0x3F else { return nil }
    let limit = min(end, at + 1000)
    var marks: [Int] = []
    var next = at + 2
    while next < limit, marks.count < 3, source[next] > 0x20 {
      if source[next] == 0x3F { marks.append(next) }
      next += 1
    }
    guard marks.count == 3, marks[1] == marks[0] + 2, next < limit, source[next] == 0x3D else { return nil }
    let kind = source[marks[0] + 1] | 0x20
    guard kind == 0x62 || kind == 0x71 else { return nil }
    return (ByteRange(marks[1] + 1, marks[2]), kind == 0x62, next + 1)
  }
}
