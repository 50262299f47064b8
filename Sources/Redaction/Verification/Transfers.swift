/// Bytes that are written as letters in other ways than base64 (RFC 4648, section 6; POSIX uuencode), and text in units of
/// two bytes.
enum Transfers {
  /// Runs of base 32 are as long as this: shorter ones are words.
  static let shortest = 12

  static func isBase32(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 || byte &- 0x32 < 6 }

  /// At each of eight beginnings: what stands before a value moves its letters. Nil for a short run.
  static func base32(_ run: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    for skip in 0..<8 where run.count - skip >= 8 {
      var (bits, count) = (UInt32(0), 0)
      for byte in run[skip...] {
        bits = bits << 5 | UInt32(byte &- 0x41 < 26 ? byte - 0x41 : byte - 0x32 + 26)
        count += 5
        guard count >= 8 else { continue }
        count -= 8
        let decoded = UInt8(truncatingIfNeeded: bits >> UInt32(count))
        joined.append(decoded >= 0x20 && decoded != 0x7F ? decoded : 0x20)
      }
      joined.append(0x20)
    }
    return joined.isEmpty ? nil : joined
  }

  /// Lines of uuencode: the first sign says how many bytes there are, and the line is as long as these need. Nil where there
  /// are none.
  static func lines(_ bytes: [UInt8]) -> [UInt8]? {
    var decoded: [UInt8] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let first = line.first, (0x24...0x4D).contains(first) else { continue }
      let count = Int(first) - 0x20
      // Blanks at its end may be lost.
      let missing = (count + 2) / 3 * 4 - (line.count - 1)
      guard (0...2).contains(missing), line.allSatisfy({ (0x20...0x60).contains($0) }) else { continue }
      var (bits, left, written) = (UInt32(0), 0, 0)
      for byte in line.dropFirst() + [UInt8](repeating: 0x20, count: missing) {
        bits = bits << 6 | UInt32((byte - 0x20) & 0x3F)
        left += 6
        guard left >= 8, written < count else { continue }
        left -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(left)))
        written += 1
      }
    }
    return decoded.isEmpty ? nil : decoded
  }

  /// UTF-16 in either order of bytes. None where no byte is zero: letters of Latin have one each.
  static func wide(_ bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.count >= 8, bytes.contains(0) else { return [] }
    return [0, 1].map { high in
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }
}
