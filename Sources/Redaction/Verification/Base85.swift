/// Bytes that are written as five signs for four: Ascii85, and the alphabets of RFC 1924 and of ZeroMQ (Z85).
enum Base85 {
  /// Runs are as long as a name of two words makes them: shorter ones are words.
  private static let shortest = 10

  /// What is made of words is no text: printable for so long by chance is one beginning in four hundred.
  private static let shortestText = 6

  /// What can be read so in any of the alphabets. O(text).
  static func undone(_ bytes: [UInt8]) -> [[UInt8]] { alphabets.map { read(bytes, $0) }.filter { !$0.isEmpty } }

  /// Each run at five beginnings: what stands before a value moves its signs. A line end within one does not end it, but may
  /// part two: its lines are read by themselves as well.
  private static func read(_ bytes: [UInt8], _ values: [UInt8]) -> [UInt8] {
    var texts: [UInt8] = []
    var run: [UInt8] = []
    var lineStart = 0
    func take(_ signs: ArraySlice<UInt8>) {
      guard signs.count >= shortest else { return }
      for skip in 0..<5 { addTexts(of: decoded(signs.dropFirst(skip)), to: &texts) }
    }
    func close() {
      if lineStart > 0 { take(run[lineStart...]) }
      take(run[...])
      run.removeAll(keepingCapacity: true)
      lineStart = 0
    }
    for byte in bytes {
      let value = values[Int(byte)]
      if value < 85 {
        run.append(value)
      } else if byte == 0x7A {
        // Of Ascii85: four zeros.
        run += [0, 0, 0, 0, 0]
      } else if byte != 0x0A, byte != 0x0D {
        close()
      } else if run.count > lineStart {
        take(run[lineStart...])
        lineStart = run.count
      }
    }
    close()
    return texts
  }

  private static func decoded(_ run: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var at = run.startIndex
    while at < run.endIndex {
      let group = run[at..<min(at + 5, run.endIndex)]
      let missing = 5 - group.count
      let number = group.reduce(0 as UInt64) { $0 * 85 + UInt64($1) }
      let value = (0..<missing).reduce(number) { sum, _ in sum * 85 + 84 }
      for place in 0..<(4 - missing) {
        decoded.append(value > UInt64(UInt32.max) ? 0 : UInt8(truncatingIfNeeded: value >> UInt64(24 - 8 * place)))
      }
      at += 5
    }
    return decoded
  }

  /// Adds the stretches that somebody could read.
  private static func addTexts(of bytes: [UInt8], to texts: inout [UInt8]) {
    var start = 0
    var at = 0
    while at <= bytes.count {
      let width = at < bytes.count ? readable(bytes, at) : 0
      if width > 0 {
        at += width
        continue
      }
      if at - start >= shortestText { texts += bytes[start..<at] + [0x20] }
      at += 1
      start = at
    }
  }

  /// How many bytes of a character that shows something stand at an offset: printable ASCII, a line end, or UTF-8.
  private static func readable(_ bytes: [UInt8], _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09 ? 1 : 0 }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(byte), at + length <= bytes.count else { return 0 }
    return bytes[(at + 1)..<(at + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// The value of each byte; 85 for one that is none.
  private static let alphabets: [[UInt8]] = [
    Array(0x21...0x75),
    Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~".utf8),
    Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8),
  ].map { signs in
    var values = [UInt8](repeating: 85, count: 256)
    for (value, sign) in signs.enumerated() { values[Int(sign)] = UInt8(value) }
    return values
  }
}
