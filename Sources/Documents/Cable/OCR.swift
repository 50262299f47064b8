import MarkingModel

/// Reading through the slips that character recognition makes: O for 0, I or l for 1, S for 5, Z for 2 and back.
///
/// For lines of the header and for labels only, never for the body, and every repair is reported.
enum OCR {
  /// What a match says of itself.
  struct Repair { var repaired: Bool }

  /// The digit a byte is or stands for.
  @inline(__always)
  static func digit(_ byte: UInt8) -> (value: Int, repaired: Bool)? {
    if byte.isDigit { return (Int(byte - 0x30), false) }
    switch byte {
    case 0x4F, 0x6F: return (0, true)
    case 0x49, 0x6C, 0x7C: return (1, true)
    case 0x5A, 0x7A: return (2, true)
    case 0x53, 0x73: return (5, true)
    default: return nil
    }
  }

  /// The capital letter a byte is or stands for.
  @inline(__always)
  static func letter(_ byte: UInt8) -> (value: UInt8, repaired: Bool)? {
    if byte.isLetter { return (byte.capital, false) }
    switch byte {
    case 0x30: return (0x4F, true)
    case 0x31, 0x7C: return (0x49, true)
    case 0x32: return (0x5A, true)
    case 0x35: return (0x53, true)
    default: return nil
    }
  }

  /// The number that a word of digits is. At least one byte must be a real digit, so that a word of letters (SIS) is
  /// none; more than 15 digits are none.
  static func number(
    _ range: ByteRange, in source: Span<UInt8>
  ) -> (value: Int, digits: Int, repaired: Bool)? {
    guard !range.isEmpty, range.count <= 15 else { return nil }
    var value = 0
    var repairs = 0
    for i in range.start..<range.end {
      guard let digit = digit(source[i]) else { return nil }
      value = value * 10 + digit.value
      if digit.repaired { repairs += 1 }
    }
    guard repairs * 2 <= range.count, repairs < range.count else { return nil }
    return (value, range.count, repairs > 0)
  }

  /// Whether a word is `word` (in capitals), slips repaired: nil where it is not.
  static func word(_ range: ByteRange, _ word: String, in source: Span<UInt8>) -> Repair? {
    guard range.count == word.utf8.count else { return nil }
    var repaired = false
    var i = range.start
    for expected in word.utf8 {
      guard let letter = letter(source[i]), letter.value == expected else { return nil }
      if letter.repaired { repaired = true }
      i += 1
    }
    return Repair(repaired: repaired)
  }
}
