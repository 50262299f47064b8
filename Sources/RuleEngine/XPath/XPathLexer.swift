/// A token of XPath 1.0 (§3.7 of the recommendation): what it is and which bytes it takes.
struct XPathToken {
  enum Kind: UInt8 {
    case name, literal, number, variable
    case open, close, openBracket, closeBracket
    case dot, dots, at, comma, axis, slash, slashes, star
    case or, and, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case plus, minus, times, divided, modulo, union
  }

  var kind: Kind
  var start: Int
  var end: Int
}

/// Cuts an expression into tokens.
///
/// XPath's grammar cannot tell `*` from times nor the name `and` from the operator by themselves; §3.7 decides by the
/// token before: after an operand they are operators.
struct XPathLexer {
  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [XPathToken] = []

  static func tokens(of bytes: [UInt8]) throws(XPathSyntaxError) -> [XPathToken] {
    var lexer = XPathLexer(bytes: bytes)
    lexer.tokens.reserveCapacity(bytes.count / 3)
    while try lexer.next() {}
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether an operator is expected here: something that can end an operand stands before.
  private var isAfterOperand: Bool {
    switch tokens.last?.kind {
    case .name, .literal, .number, .variable, .close, .closeBracket, .dot, .dots, .star: true
    default: false
    }
  }

  private mutating func add(_ kind: XPathToken.Kind, _ start: Int) {
    tokens.append(XPathToken(kind: kind, start: start, end: at))
  }

  private mutating func next() throws(XPathSyntaxError) -> Bool {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return false }
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try literal(bytes[at])
    case UInt8(ascii: "$"):
      at += 1
      guard skipName() else { throw XPathSyntaxError(message: "a variable needs a name", at: start) }
      add(.variable, start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: ".") where Self.isDigit(byte(after: 1)): number()
    default:
      if skipName() {
        add(isAfterOperand ? operatorName(start) ?? .name : .name, start)
      } else {
        try symbol()
      }
    }
    return true
  }

  private func byte(after distance: Int) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }

  private func operatorName(_ start: Int) -> XPathToken.Kind? {
    guard (2...3).contains(at - start) else { return nil }
    let name = bytes[start..<at]
    if name.elementsEqual("or".utf8) { return .or }
    if name.elementsEqual("and".utf8) { return .and }
    if name.elementsEqual("div".utf8) { return .divided }
    return name.elementsEqual("mod".utf8) ? .modulo : nil
  }

  private mutating func literal(_ quote: UInt8) throws(XPathSyntaxError) {
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != quote { at += 1 }
    guard at < bytes.count else { throw XPathSyntaxError(message: "a literal has no closing quote", at: start) }
    at += 1
    add(.literal, start)
  }

  private mutating func number() {
    let start = at
    while Self.isDigit(byte(after: 0)) { at += 1 }
    if byte(after: 0) == UInt8(ascii: ".") {
      at += 1
      while Self.isDigit(byte(after: 0)) { at += 1 }
    }
    add(.number, start)
  }

  private mutating func symbol() throws(XPathSyntaxError) {
    let start = at
    let following = byte(after: 1)
    var count = 1
    let kind: XPathToken.Kind
    switch (bytes[at], following) {
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): (kind, count) = (.axis, 2)
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): (kind, count) = (.slashes, 2)
    case (UInt8(ascii: "."), UInt8(ascii: ".")): (kind, count) = (.dots, 2)
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): (kind, count) = (.notEqual, 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): (kind, count) = (.lessOrEqual, 2)
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): (kind, count) = (.greaterOrEqual, 2)
    case (UInt8(ascii: "("), _): kind = .open
    case (UInt8(ascii: ")"), _): kind = .close
    case (UInt8(ascii: "["), _): kind = .openBracket
    case (UInt8(ascii: "]"), _): kind = .closeBracket
    case (UInt8(ascii: "."), _): kind = .dot
    case (UInt8(ascii: "@"), _): kind = .at
    case (UInt8(ascii: ","), _): kind = .comma
    case (UInt8(ascii: "/"), _): kind = .slash
    case (UInt8(ascii: "|"), _): kind = .union
    case (UInt8(ascii: "+"), _): kind = .plus
    case (UInt8(ascii: "-"), _): kind = .minus
    case (UInt8(ascii: "="), _): kind = .equal
    case (UInt8(ascii: "<"), _): kind = .less
    case (UInt8(ascii: ">"), _): kind = .greater
    case (UInt8(ascii: "*"), _): kind = isAfterOperand ? .times : .star
    default: throw XPathSyntaxError(message: "a character that XPath 1.0 does not know", at: start)
    }
    at += count
    add(kind, start)
  }

  /// Skips a qualified name; the colon of an axis (`::`) is not part of it. False where none begins.
  private mutating func skipName() -> Bool {
    guard Self.isNameStart(byte(after: 0)) else { return false }
    while Self.isNamePart(byte(after: 0)) { at += 1 }
    if byte(after: 0) == UInt8(ascii: ":"), Self.isNameStart(byte(after: 1)) {
      at += 1
      while Self.isNamePart(byte(after: 0)) { at += 1 }
    }
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte >= 0x80
  }
  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
