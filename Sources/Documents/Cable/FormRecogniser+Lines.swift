import MarkingModel

// Which lines of a document can show what form it has: most are text, and their first letters say so.
extension Span where Element == UInt8 {
  /// The first byte of a range below 0x0E, among which the line ends are and little else; `end` where none stands.
  func firstLowControl(from start: Int, to end: Int) -> Int {
    var i = start
    // 32 at a time: the compiler makes vector instructions of the loop.
    while i <= end &- 32 {
      let bytes = extracting(i..<(i &+ 32))
      var least: UInt8 = 0xFF
      for k in bytes.indices { least = Swift.min(least, bytes[k]) }
      if least < 0x0E { break }
      i &+= 32
    }
    while i <= end &- 8 {
      let controls = block(i).lowControls
      if controls != 0 { return i &+ controls.trailingZeroBitCount &>> 3 }
      i &+= 8
    }
    while i < end, self[i] >= 0x0E { i &+= 1 }
    return i
  }

  /// Whether a digit stands in a range.
  func hasDigit(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i].isDigit { return true }
    return false
  }

  /// The offset of the line after the one that ends at `end`.
  @inline(__always)
  func nextLine(after end: Int) -> Int {
    end &+ 1 < count && self[end] == 0x0D && self[end &+ 1] == 0x0A ? end &+ 2 : end &+ 1
  }

  /// Whether a line, from its first byte that is no blank to its last one, can show a sign of a form. False only where
  /// `FormRecogniser` would find none in it.
  @inline(__always)
  func mayShowSign(_ key: LineKey, _ start: Int, _ end: Int) -> Bool {
    let first = self[start]
    if first.isCapital || first == 0x2A {
      if mayBeHeader(key, start, end) { return true }
    } else if first.isDigit {
      if mayBeNumbered(start, end) { return true }
    }
    return mayBeLabel(key, start, end)
  }

  /// Whether a line that begins with a capital or a star can be a format line, a classification line, a line of captions
  /// or the head of a print: by a first word of up to three capitals, by its letters, or as one of three words.
  private func mayBeHeader(_ key: LineKey, _ start: Int, _ end: Int) -> Bool {
    if key.first == 0x2A || key.first == 0x5A { return true }
    var i = start
    while i < end, i &- start < 4, self[i].isCapital { i &+= 1 }
    if i &- start < 4, i == end || blank(at: i, end: end) > 0 { return true }
    switch key.first {
    case 0x56: if key.begins("V", "Z", "C", "Z", "C") { return true }
    case 0x44: if key.second == 0x45, blank(at: start &+ 2, end: end) > 0 { return true }
    case 0x46: if key.begins("F", "M", " ") { return true }
    case 0x50: if key.begins("P", "A", "G", "E") { return true }
    case 0x41: if key.begins("A", "C", "T", "I", "O", "N") { return true }
    case 0x49: if key.begins("I", "N", "F", "O", " ") { return true }
    case 0x4F: if key.begins("O", "R", "I", "G", "I", "N") { return true }
    default: break
    }
    return mayBeLevel(start, end) || !hasFourWords(start, end)
  }

  /// The same for one that begins with a digit: a date-time group, a signal whose Z was read as a 2, the number of an
  /// edited telegram, or captions.
  private func mayBeNumbered(_ start: Int, _ end: Int) -> Bool {
    if !hasFourWords(start, end) || self[start] == 0x30 { return true }
    var digits = 1
    while digits < 4, start &+ digits < end, OCR.digit(self[start &+ digits]) != nil { digits &+= 1 }
    if digits == 4 { return true }
    if self[start] == 0x32, start &+ 3 >= end || blank(at: start &+ 3, end: end) > 0 { return true }
    let number = number(at: start, end: end)
    guard number.end < end, self[number.end] == 0x2E else { return false }
    let next = skipBlanks(number.end &+ 1, end)
    return next < end && (self[next].capital == 0x54 || self[next].isOne(of: "C", "B"))
  }

  /// Whether a line has four words at least, as far as its printable ASCII says.
  private func hasFourWords(_ start: Int, _ end: Int) -> Bool {
    var words = 1
    var i = start &+ 1
    while i < end {
      if self[i] &- 0x21 < 0x5E, self[i &- 1] == 0x20 {
        words &+= 1
        if words == 4 { return true }
      }
      i &+= 1
    }
    return false
  }

  /// Whether a line can begin with a label, a stamp or the head of an edited telegram.
  func mayBeLabel(_ key: LineKey, _ start: Int, _ end: Int) -> Bool {
    mayBeginLabel(key, start, end) || isOfReviewer(start, end)
  }

  private func mayBeginLabel(_ key: LineKey, _ start: Int, _ end: Int) -> Bool {
    switch key.first {
    case 0x2D: return key.begins("-", "-", "-", "-", "-", "-")
    case 0x2E, 0x30: return mayBeOrder(key)
    case 0x41:
      return key.begins("A", "C", "T", "I", "O", "N") || key.begins("A", "P", "P", "R", "O", "V")
        || key.begins("A", "U", "T", "H", "O", "R") || key.begins("A", "G", "S")
    case 0x42: return key.begins("B", "A", "C", "K", "C") || mayBeOrder(key)
    case 0x43:
      return key.begins("C", "A", "P", "T", "I", "O") || key.begins("C", "L", "E", "A", "R", "E")
        || key.begins("C", "I", "R", "C", "U", "L") || key.begins("C", "O", "N", "F", "I", "D")
        || key.begins("C", "A", "S", "E") || key.begins("C", "0")
    case 0x44:
      return key.begins("D", "A", "T", "E", "/") || key.begins("D", "R", "A", "F", "T")
        || key.begins("D", "I", "S", "S", "E", "M") || key.begins("D", "E", "C", "L", "A", "S")
        || key.begins("D", "E", "N", "I")
    case 0x45: return key.begins("E", ".", "O") || key.begins("E", "O", " ") || mayBeOrder(key)
    case 0x46: return key.begins("F", "R", "O", "M") || mayBeOrder(key)
    case 0x49: return key.begins("I", "N", "F", "O")
    case 0x4D:
      return key.begins("M", "R", "N") || key.begins("M", "E", "S", "S", "A", "G") || mayBeOrder(key)
    case 0x4E: return key.begins("N", "W", " ") || key.begins("N", "L", "R") || key.begins("N", "N", "D")
    case 0x4F: return mayBeOrder(key)
    case 0x50: return key.begins("P", "A", "S", "S", " ")
    case 0x52:
      return key.begins("R", "E", "F") || key.begins("R", "E", "L", "E", "A", "S") || key.begins("R", "E", "V", "I")
    case 0x53:
      return key.begins("S", "U", "B", "J") || key.begins("S", "E", "N", "T")
        || key.begins("S", "E", "C", "R") || key.begins("S", "O", "U", "R", "C", "E") || hasEarlyColon(start, end)
    case 0x54: return key.begins("T", "A", "G") || key.begins("T", "E", "L", "E") || key.begins("T", "O", "P", " ")
    case 0x55: return key.begins("U", "N", "C", "L", "A", "S") || hasEarlyColon(start, end)
    case 0x58: return hasEarlyColon(start, end)
    default: return false
    }
  }

  /// Whether a line can begin with the number of an order: few letters before it, or its words in full.
  @inline(__always)
  private func mayBeOrder(_ key: LineKey) -> Bool {
    let first = key.value
    return first.letters.nonzeroBitCount <= 3 || first.digits != 0 || key.begins("E", "X", "E", "C", "U", "T")
  }

  /// Whether a colon or semicolon stands right behind the first word: a label whose letters are damaged.
  private func hasEarlyColon(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, i &- start < 10, self[i].isLetter { i &+= 1 }
    return i < count && self[i].isOne(of: ":", ";")
  }
}

extension UInt64 {
  /// The high bit of each of eight bytes that is below 0x0E: the control characters among which the line ends are.
  @inline(__always)
  fileprivate var lowControls: UInt64 {
    ~((self & ~Self.highBits) &+ 0x7272_7272_7272_7272) & ~self & Self.highBits
  }

  /// The high bit of each of eight bytes that is an ASCII digit.
  @inline(__always)
  fileprivate var digits: UInt64 {
    let low = self & ~Self.highBits
    return (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~self & Self.highBits
  }
}
