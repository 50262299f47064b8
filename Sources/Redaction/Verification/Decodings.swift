/// What a reader could get out of a text by undoing an encoding: a value that is withheld must not be there either.
struct Decodings {
  /// The text itself and everything that can be made of it, one encoding within another at most.
  static func all(of bytes: [UInt8]) -> [[UInt8]] {
    var texts = [bytes]
    let once = step(bytes)
    texts += once
    for text in once { texts += step(text) }
    // Nearly every word can be read so: what is made of it is looked at, and taken apart no further.
    return texts + Base85.undone(bytes)
  }

  private static func step(_ bytes: [UInt8]) -> [[UInt8]] {
    let all = runs(bytes, atLeast: shortest, Self.sextets)
    let sextets = all.filter { $0.count >= longWord }
    let digits = runs(bytes, atLeast: 10, Self.digits)
    var texts = sextets.compactMap(base64) + digits.compactMap(hex) + Compressed.members(in: bytes)
    // Most of those are words of the text: they are one text more, not many.
    let short = all.filter { $0.count < longWord }.compactMap(base64).joined()
    if !short.isEmpty { texts.append(Array(short)) }
    for run in sextets { texts += Compressed.members(in: letters(run)) }
    for run in digits { texts += Compressed.members(in: pairs(run)) }
    for run in sextets { texts += Transfers.wide(letters(run)) }
    for run in digits { texts += Transfers.wide(pairs(run)) }
    let letters32 = runs(bytes, atLeast: Transfers.shortest, base32).compactMap(Transfers.base32).joined()
    if !letters32.isEmpty { texts.append(Array(letters32)) }
    texts += Escapes.undone(bytes) + Transfers.wide(bytes)
    for decoded in [
      percent(bytes), quotedPrintable(bytes), encodedWords(bytes), references(bytes), wide(bytes),
      Escapes.listed(bytes, base: 16), Escapes.listed(bytes, base: 10), Transfers.lines(bytes),
    ] {
      if let decoded { texts.append(decoded) }
    }
    return texts
  }

  /// Letters of base64 that hold a name of two words, `SmFuZSBEb2U=`, and what is longer than most words.
  private static let shortest = 8
  private static let longWord = 12

  private static func isBase64(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2F || byte == 0x2D || byte == 0x5F
  }

  private static func isHex(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6 }

  /// Whether each byte belongs to a run, is the end of a line within one (2), or ends it (0).
  private static func table(_ belongs: (UInt8) -> Bool) -> [UInt8] {
    (0...255 as ClosedRange<UInt8>).map { belongs($0) ? 1 : $0 == 0x0A || $0 == 0x0D ? 2 : 0 }
  }

  private static let sextets = table(isBase64)
  private static let digits = table(isHex)
  private static let base32 = table(Transfers.isBase32)

  /// Runs of such bytes. A line end within one does not end it.
  private static func runs(_ bytes: [UInt8], atLeast count: Int, _ table: [UInt8]) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    let (text, table) = (bytes.span, table.span)
    var at = 0
    while at < text.count {
      let start = at
      var lineEnds = 0
      var kind = table[Int(text[at])]
      while kind != 0 {
        lineEnds &+= Int(kind >> 1)
        at &+= 1
        if at == text.count { break }
        kind = table[Int(text[at])]
      }
      if at - start - lineEnds >= count {
        runs.append(bytes[start..<at].filter { $0 != 0x0A && $0 != 0x0D })
      }
      at &+= 1
    }
    return runs
  }

  /// RFC 4648, both alphabets. At each of four beginnings: what stands before a value moves its letters. Words of a text
  /// decode to anything but text: what is none separates what may be.
  private static func base64(_ run: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    for skip in 0..<4 where run.count - skip >= 8 {
      var decoded: [UInt8] = []
      var bits: UInt32 = 0
      var count = 0
      for byte in run[skip...] {
        bits = bits << 6 | UInt32(sextet(byte))
        count += 6
        if count >= 8 {
          count -= 8
          decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      }
      joined += decoded.map { $0 >= 0x20 && $0 != 0x7F ? $0 : 0x20 }
      joined.append(0x20)
    }
    return joined.isEmpty ? nil : joined
  }

  private static func sextet(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B, 0x2D: 62
    default: 63
    }
  }

  private static func hex(_ run: [UInt8]) -> [UInt8]? {
    var joined: [UInt8] = []
    for skip in 0..<2 where run.count - skip >= 8 {
      let digits = run[skip...].map(digit)
      var i = 0
      while i + 1 < digits.count {
        let byte = digits[i] << 4 | digits[i + 1]
        joined.append(byte >= 0x20 ? byte : 0x20)
        i += 2
      }
      joined.append(0x20)
    }
    return joined.isEmpty ? nil : joined
  }

  /// The bytes of one run of digits.
  private static func pairs(_ run: [UInt8]) -> [UInt8] {
    stride(from: 0, to: run.count - 1, by: 2).map { digit(run[$0]) << 4 | digit(run[$0 + 1]) }
  }

  private static func digit(_ byte: UInt8) -> UInt8 { byte &- 0x30 < 10 ? byte - 0x30 : (byte | 0x20) - 0x61 + 10 }

  private static func percent(_ bytes: [UInt8]) -> [UInt8]? { escaped(bytes, by: 0x25) }

  /// Words of RFC 2047, `=?utf-8?Q?a=2Db?=`: those beside each other are one text.
  private static func encodedWords(_ bytes: [UInt8]) -> [UInt8]? {
    let question = UInt8(ascii: "?")
    guard bytes.contains(question) else { return nil }
    let parts = bytes.split(separator: question, omittingEmptySubsequences: false)
    var decoded: [UInt8] = []
    var isChanged = false
    var at = 0
    while at < parts.count {
      guard at + 4 < parts.count, parts[at].last == 0x3D, let kind = parts[at + 2].first, parts[at + 2].count == 1,
        parts[at + 4].first == 0x3D, ["b", "q"].contains(String(UnicodeScalar(kind | 0x20)))
      else {
        decoded += parts[at] + [question]
        at += 1
        continue
      }
      let before = parts[at].dropFirst(parts[at].startIndex > 0 && isChanged && parts[at].first == 0x3D ? 1 : 0)
        .dropLast()
      if before.contains(where: { $0 > 0x20 }) || !isChanged { decoded += before }
      let text = Array(parts[at + 3])
      decoded +=
        kind | 0x20 == UInt8(ascii: "b")
        ? letters(text) : escaped(text.map { $0 == 0x5F ? 0x20 : $0 }, by: 0x3D) ?? text
      isChanged = true
      at += 4
    }
    return isChanged ? decoded : nil
  }

  /// The bytes of one run of base64, up to its padding.
  private static func letters(_ run: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in run.prefix(while: isBase64) {
      bits = bits << 6 | UInt32(sextet(byte))
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  /// `=2D`, and soft line breaks.
  private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8]? { escaped(bytes, by: 0x3D) }

  private static func escaped(_ bytes: [UInt8], by sign: UInt8) -> [UInt8]? {
    guard bytes.contains(sign) else { return nil }
    var decoded: [UInt8] = []
    var isChanged = false
    var i = 0
    while i < bytes.count {
      if bytes[i] == sign, i + 2 < bytes.count, isHex(bytes[i + 1]), isHex(bytes[i + 2]) {
        decoded.append(digit(bytes[i + 1]) << 4 | digit(bytes[i + 2]))
        isChanged = true
        i += 3
      } else if bytes[i] == sign, sign == 0x3D, i + 1 < bytes.count, bytes[i + 1] == 0x0A || bytes[i + 1] == 0x0D {
        isChanged = true
        i += bytes[i + 1] == 0x0D && i + 2 < bytes.count && bytes[i + 2] == 0x0A ? 3 : 2
      } else {
        decoded.append(bytes[i])
        i += 1
      }
    }
    return isChanged ? decoded : nil
  }

  /// `&#45;`, `&#x2d;`, and tags between letters, as of HTML.
  private static func references(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(where: { $0 == 0x26 || $0 == 0x3C }) else { return nil }
    var decoded: [UInt8] = []
    var isChanged = false
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x26, i + 2 < bytes.count, bytes[i + 1] == 0x23,
        let end = bytes[i..<min(bytes.count, i + 12)].firstIndex(of: 0x3B)
      {
        let digits = String(decoding: bytes[(i + 2)..<end], as: UTF8.self)
        let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        if let scalar = value.flatMap(Unicode.Scalar.init) {
          decoded += String(scalar).utf8
          isChanged = true
          i = end + 1
          continue
        }
      }
      if bytes[i] == 0x3C, let end = bytes[i..<min(bytes.count, i + 200)].firstIndex(of: 0x3E) {
        isChanged = true
        i = end + 1
        continue
      }
      decoded.append(bytes[i])
      i += 1
    }
    return isChanged ? decoded : nil
  }

  /// UTF-16 and the like: every other byte is zero.
  private static func wide(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(0) else { return nil }
    return bytes.filter { $0 != 0 }
  }
}
