import MarkingModel

/// The value of an attribute as one number: a number, a symbol, or a text of the document.
///
/// Two values that are numbers or symbols are the same text if they are equal. A symbol stands for a word of the
/// contract, a letter, or a literal of a rule; a word that is written as a whole number is that number, since XML does not
/// tell them apart. What else a document holds stays a text until it is compared: then it becomes the symbol of the
/// literal that it is equal to, or is known to be equal to none.
struct CodedValue: Equatable, BitwiseCopyable {
  var code: Int

  /// The element has no such attribute.
  @inline(__always) static var absent: CodedValue { CodedValue(code: .min) }

  private static var symbolTag: Int { 1 }
  private static var textTag: Int { 2 }
  private static var foreignTag: Int { 3 }

  static func symbol(_ symbol: Int) -> CodedValue { CodedValue(code: symbol << 2 | symbolTag) }
  /// A text that was not compared yet, by its place in the document's list.
  static func text(_ place: Int) -> CodedValue { CodedValue(code: place << 2 | textTag) }
  /// A text that no literal of the rules is equal to.
  static func foreign(_ place: Int) -> CodedValue { CodedValue(code: place << 2 | foreignTag) }
  /// Nil for a number that there is no room for.
  static func number(_ number: Int) -> CodedValue? {
    let code = number << 2
    return code >> 2 == number && code != absent.code ? CodedValue(code: code) : nil
  }

  @inline(__always) var isAbsent: Bool { code == .min }
  @inline(__always) var isNumber: Bool { code & 3 == 0 }
  @inline(__always) var isSymbol: Bool { code & 3 == Self.symbolTag }
  @inline(__always) var isUnread: Bool { code & 3 == Self.textTag }
  @inline(__always) var isText: Bool { code & 2 != 0 }
  /// Whether it is not one of two whole numbers that are the same number for XPath.
  var isExact: Bool { !isNumber || content.magnitude < 1 << 53 }
  /// The number, the symbol, or the place of the text.
  @inline(__always) var content: Int { code >> 2 }

  static var yes: CodedValue { symbol(0) }
  static var no: CodedValue { symbol(1) }
  private static var firstLetter: Int { 2 }
  private static var firstWord: Int { firstLetter + 128 }
  /// From here on literals of rules that are none of the others.
  static let firstLiteral = firstWord + Word.allCases.count

  /// One ASCII character.
  @inline(__always)
  static func letter(_ byte: UInt8) -> CodedValue {
    byte &- 0x30 < 10 ? CodedValue(code: Int(byte &- 0x30) << 2) : symbol(firstLetter + Int(byte & 0x7F))
  }

  /// By the ordinal of a word of the contract.
  static let words: [CodedValue] = Word.allCases.map { word in
    shape(of: word.rawValue) ?? symbol(firstWord + word.ordinal)
  }

  private static let wordsByText: TextMap<CodedValue> = {
    var values = TextMap<CodedValue>()
    for word in Word.allCases { values.add(word.rawValue, words[word.ordinal]) }
    return values
  }()

  /// The value of a text, where it can be told without the literals of rules.
  static func value(of text: String) -> CodedValue? {
    if let value = shape(of: text) { return value }
    return wordsByText.value(of: text)
  }

  /// A whole number as it is written, a truth value, a letter.
  private static func shape(of text: String) -> CodedValue? {
    if text.utf8.count == 1, let byte = text.utf8.first { return letter(byte) }
    if text == "true" { return yes }
    if text == "false" { return no }
    if let number = Int(text), String(number) == text { return self.number(number) }
    return nil
  }

  /// The text of a symbol that is no literal of a rule; nil for those.
  static func text(ofSymbol symbol: Int) -> String? {
    switch symbol {
    case 0: return "true"
    case 1: return "false"
    case ..<firstWord: return String(Unicode.Scalar(UInt8(symbol - firstLetter)))
    case ..<firstLiteral: return Word.allCases[symbol - firstWord].rawValue
    default: return nil
    }
  }
}
