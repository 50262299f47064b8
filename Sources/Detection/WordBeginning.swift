/// The first three letters of a word as one number: most words of a text differ in them from those that an expression can
/// begin with, and are done with one look.
package struct WordBeginning: Sendable, Hashable {
  /// Five bits a letter, the first one highest; 0 for what is no letter of ASCII and for all behind that.
  let code: UInt16

  /// How many numbers there are.
  static let count = 1 << 15

  /// The beginning of the word that starts at a place, without regard to case.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at start: Int) {
    var code = UInt16(bytes[start] & 31) &<< 10
    if start &+ 1 < bytes.count, bytes[start &+ 1].isLetter {
      code |= UInt16(bytes[start &+ 1] & 31) &<< 5
      if start &+ 2 < bytes.count, bytes[start &+ 2].isLetter { code |= UInt16(bytes[start &+ 2] & 31) }
    }
    self.code = code
  }

  private init(code: UInt16) { self.code = code }

  /// Reads "fax p- tel": the first letters of words, and a dash for anything that is no letter. Of fewer than three letters
  /// without a dash anything may follow. Empty where the list is not written like this.
  package static func read(_ list: String) -> Set<WordBeginning> {
    var all: Set<WordBeginning> = []
    for part in list.utf8.split(separator: 0x20) {
      let letters = part.prefix { $0 &- 0x61 < 26 }
      let rest = part.dropFirst(letters.count)
      guard (1...3).contains(letters.count), rest.isEmpty || (rest.elementsEqual([0x2D]) && letters.count < 3)
      else { return [] }
      let code = letters.reduce(UInt16(0)) { $0 << 5 | UInt16($1 & 31) }
      let open = 3 - letters.count
      if open == 0 || !rest.isEmpty {
        all.insert(WordBeginning(code: code << UInt16(5 * open)))
      } else {
        all.formUnion(Self.all(behind: code, open))
      }
    }
    return all
  }

  /// Everything that begins with some letters and has so many places behind them.
  private static func all(behind code: UInt16, _ open: Int) -> [WordBeginning] {
    if open == 0 { return [WordBeginning(code: code)] }
    // Behind what is no letter no other one is looked at.
    return [WordBeginning(code: code << UInt16(5 * open))]
      + (1...26).flatMap { all(behind: code << 5 | $0, open - 1) }
  }
}
