/// Bytes that are written as five signs for four: Ascii85, and the alphabets of RFC 1924 and of ZeroMQ (Z85).
enum Base85 {
  /// Runs are as long as a name of two words makes them: shorter ones are words.
  private static let shortest = 10

  /// What can be read so in any of the alphabets. O(text).
  static func undone(_ bytes: [UInt8]) -> [[UInt8]] { alphabets.map { read(bytes, $0) }.filter { !$0.isEmpty } }

  /// Each run at five beginnings: what stands before a value moves its signs. A line end within one does not end it.
  private static func read(_ bytes: [UInt8], _ values: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    var run: [UInt8] = []
    func close() {
      guard run.count >= shortest else { return }
      for skip in 0..<5 { joined += decoded(run[skip...]) + [0x20] }
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
        run.removeAll(keepingCapacity: true)
      }
    }
    close()
    return joined
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
        let byte = value > UInt64(UInt32.max) ? 0x20 : UInt8(truncatingIfNeeded: value >> UInt64(24 - 8 * place))
        decoded.append(byte >= 0x20 && byte != 0x7F ? byte : 0x20)
      }
      at += 5
    }
    return decoded
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
