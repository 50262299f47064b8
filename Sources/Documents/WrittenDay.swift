/// A day as people type it: `2016-12-31` or `20161231`.
package enum WrittenDay {
  /// The day as yyyymmdd; nil where the text is none.
  package static func number(_ text: String) -> Int? {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    let isDashed = text.utf8.count == 10 && Array(text.utf8)[4] == 0x2D && Array(text.utf8)[7] == 0x2D
    guard digits.count == 8, isDashed || text.utf8.count == 8, digits.allSatisfy(\.isDigit),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return CalendarDay(number: number)?.number
  }
}
