/// A token of XPath 1.0 (§3.7 of the recommendation).
enum XPathToken: Hashable {
  case symbol(String)
  case name(String)
  case literal(String)
  case number(String)
  case variable(String)
}

/// Cuts an expression into tokens.
///
/// XPath's grammar cannot tell `*` from times nor the name `and` from the operator by themselves; §3.7 decides by the
/// token before: after an operand they are operators.
struct XPathLexer {
  private let bytes: [UInt8]
  private var at = 0
  private(set) var tokens: [(token: XPathToken, at: Int)] = []
  private static let operatorNames: Set<String> = ["and", "or", "mod", "div"]

  static func tokens(of text: String) throws(XPathSyntaxError) -> [(token: XPathToken, at: Int)] {
    var lexer = XPathLexer(bytes: Array(text.utf8))
    while try lexer.next() {}
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether an operator is expected here: something that can end an operand stands before.
  private var isAfterOperand: Bool {
    switch tokens.last?.token {
    case nil: false
    case .symbol(let symbol): [")", "]", ".", ".."].contains(symbol) || (symbol == "*" && isStarName)
    default: true
    }
  }

  /// Whether the last token is a `*` that stands for a name.
  private var isStarName = false

  private mutating func add(_ token: XPathToken, _ start: Int) { tokens.append((token, start)) }

  private mutating func next() throws(XPathSyntaxError) -> Bool {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return false }
    let start = at
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try literal(byte)
    case UInt8(ascii: "$"):
      at += 1
      guard let name = takeName() else { throw XPathSyntaxError(message: "a variable needs a name", at: start) }
      add(.variable(name), start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: ".") where at + 1 < bytes.count && isDigit(bytes[at + 1]): number()
    default:
      if isNameStart(byte), let name = takeName() {
        let isOperator = isAfterOperand && Self.operatorNames.contains(name)
        add(isOperator ? .symbol(name) : .name(name), start)
      } else {
        try symbol()
      }
    }
    return true
  }

  private mutating func literal(_ quote: UInt8) throws(XPathSyntaxError) {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != quote { at += 1 }
    guard at < bytes.count else { throw XPathSyntaxError(message: "a literal has no closing quote", at: start) }
    add(.literal(String(decoding: bytes[(start + 1)..<at], as: UTF8.self)), start)
    at += 1
  }

  private mutating func number() {
    let start = at
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    }
    add(.number(String(decoding: bytes[start..<at], as: UTF8.self)), start)
  }

  private mutating func symbol() throws(XPathSyntaxError) {
    let start = at
    for long in ["::", "//", "..", "!=", "<=", ">="] where bytes[at...].starts(with: long.utf8) {
      at += 2
      return add(.symbol(long), start)
    }
    guard "()[].@,/|+-=<>*".utf8.contains(bytes[at]) else {
      throw XPathSyntaxError(message: "a character that XPath 1.0 does not know", at: start)
    }
    let text = String(Unicode.Scalar(bytes[at]))
    if text == "*" { isStarName = !isAfterOperand }
    at += 1
    add(.symbol(text), start)
  }

  /// A qualified name; the colon of an axis (`::`) is not part of it.
  private mutating func takeName() -> String? {
    let start = at
    guard at < bytes.count, isNameStart(bytes[at]) else { return nil }
    while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
    let isPrefix = at + 1 < bytes.count && bytes[at] == UInt8(ascii: ":") && bytes[at + 1] != UInt8(ascii: ":")
    if isPrefix, isNameStart(bytes[at + 1]) {
      at += 1
      while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isNameStart(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80 }
  private func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
