/// Numbers for the words that rules and documents use, so that two words are compared as two numbers.
struct TableSymbols {
  private var ids: [String: Int]
  /// The words of rules, which are never forgotten.
  private var kept: [String: Int]
  private var next = 3

  static let yes = 1
  static let no = 2

  /// More than the words of any vocabulary.
  private static let most = 20_000

  init() {
    kept = ["true": Self.yes, "false": Self.no]
    ids = kept
  }

  /// The value that a literal of a rule stands for.
  mutating func keep(_ word: String) -> TableValue {
    let value = value(of: word)
    if !value.isNumber { kept[Self.key(word)] = value.symbol }
    return value
  }

  /// The value of a word: the same for the same bytes until words are forgotten. One that is written as a number is
  /// that number, since XML does not tell them apart.
  mutating func value(of word: String) -> TableValue {
    if let number = Int(word), String(number) == word { return .number(number) }
    return .word(id(of: word))
  }

  private mutating func id(of word: String) -> Int {
    let key = Self.key(word)
    if let id = ids[key] { return id }
    let id = next
    next += 1
    ids[key] = id
    return id
  }

  /// Whether there are so many that those of documents should be forgotten.
  var isFull: Bool { ids.count > Self.most }

  /// Forgets the words of documents; numbers given out for them mean nothing from then on.
  mutating func forgetDocuments() { ids = kept }

  /// For Swift "é" is equal to "e" with an accent after it; for XPath only the same characters are. What is not ASCII
  /// is therefore kept by its bytes in writing.
  private static func key(_ word: String) -> String {
    let word = written(word)
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word }
    return word.utf8.reduce(into: "\u{0}") { key, byte in key += String(byte, radix: 16) + "." }
  }

  /// A word as it stands in XML, which has no control characters: U+FFFD is written for each.
  static func written(_ word: String) -> String {
    func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
    if !word.utf8.contains(where: isForbidden) { return word }
    return String(
      String.UnicodeScalarView(
        word.unicodeScalars.map { $0.isASCII && isForbidden(UInt8(ascii: $0)) ? "\u{FFFD}" : $0 }))
  }
}

/// The value of an attribute as two numbers.
struct TableValue: Hashable {
  /// The number of its word in `TableSymbols`; 0 for a number.
  var symbol: Int
  /// Its value, where it is a number.
  var number: Int

  static func word(_ symbol: Int) -> TableValue { TableValue(symbol: symbol, number: 0) }
  static func number(_ number: Int) -> TableValue { TableValue(symbol: 0, number: number) }
  var isNumber: Bool { symbol == 0 }
}
