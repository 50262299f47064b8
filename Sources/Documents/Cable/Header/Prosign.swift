import MarkingModel

/// The prosigns of precedence (ACP 127): R routine, P priority, O immediate, Z flash.
enum Prosign {
  /// 1 to 4, 0 where the byte is no prosign. Y, emergency command, is a military one and ranks with flash.
  static func rank(_ byte: UInt8) -> Int {
    switch byte.capital {
    case 0x52: 1
    case 0x50: 2
    case 0x4F: 3
    case 0x5A, 0x59: 4
    default: 0
    }
  }

  /// Whether a word consists of prosigns only (`O`, `OO`, `OP`), as format lines 2 and 5 begin.
  static func areOnly(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard (1...3).contains(word.count) else { return false }
    for i in word.start..<word.end where rank(source[i]) == 0 { return false }
    return true
  }
}
