/// A context taken apart: what it asks of the document's own node, and the path below it. `/document[@form = 'wire' and
/// @rank > 1]/caption` asks two things and goes to `caption`. Many contexts ask the same things, most get a no, and many
/// go the same way.
struct RootedPath {
  /// Expressions that all have to hold at the document's node for the context to select anything.
  private(set) var conditions: [String] = []
  /// The path from the document's node; `.` for that node itself.
  private(set) var path = "."

  /// The alternatives of a context; nil where one of them has another form, or it is no expression.
  static func alternatives(of context: String) -> [RootedPath]? {
    let bytes = Array(context.utf8)
    let tokens: [XPathToken]
    do throws(XPathSyntaxError) { tokens = try XPathLexer.tokens(of: bytes) } catch { return nil }
    var alternatives: [RootedPath] = []
    // A union in parentheses or brackets stays inside what it stands in.
    var depth = 0
    var start = 0
    for (place, token) in tokens.enumerated() {
      switch token.kind {
      case .open, .openBracket: depth += 1
      case .close, .closeBracket: depth -= 1
      case .union where depth == 0:
        guard let path = RootedPath(tokens[start..<place], bytes) else { return nil }
        alternatives.append(path)
        start = place + 1
      default: break
      }
    }
    guard let last = RootedPath(tokens[start...], bytes) else { return nil }
    return alternatives + [last]
  }

  private init?(_ slice: ArraySlice<XPathToken>, _ bytes: [UInt8]) {
    let tokens = Array(slice)
    guard let last = tokens.last, tokens.count > 1, tokens[0].kind == .slash, tokens[1].kind == .name,
      Self.name(tokens[1], bytes) == "document"
    else { return nil }
    var next = 2
    while next < tokens.count, tokens[next].kind == .openBracket {
      guard let close = Self.close(of: next, tokens) else { return nil }
      conditions += Self.operands(of: tokens[(next + 1)..<close], bytes)
      next = close + 1
    }
    if next == tokens.count { return }
    guard tokens[next].kind == .slash else { return nil }
    path = String(decoding: bytes[tokens[next].end..<last.end], as: UTF8.self)
  }

  /// The token that closes a bracket.
  private static func close(of open: Int, _ tokens: [XPathToken]) -> Int? {
    var depth = 0
    for place in open..<tokens.count {
      if tokens[place].kind == .openBracket { depth += 1 }
      if tokens[place].kind == .closeBracket { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  /// One expression for each operand of the outermost `and` of a predicate, or one for all of it.
  ///
  /// `and` asks for the truth of its operands alone (XPath 1.0 §3.4). A number that is no operand would be a position
  /// (§2.4), and what asks for its position needs one: such a predicate is asked as it stands.
  private static func operands(of tokens: ArraySlice<XPathToken>, _ bytes: [UInt8]) -> [String] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let whole = String(decoding: bytes[first.start..<last.end], as: UTF8.self)
    if asksForPlace(tokens, bytes) { return ["/document[\(whole)]"] }
    var operands: [String] = []
    var start = first.start
    var depth = 0
    for token in tokens {
      switch token.kind {
      case .open, .openBracket: depth += 1
      case .close, .closeBracket: depth -= 1
      case .or where depth == 0: return [whole]
      case .and where depth == 0:
        operands.append(String(decoding: bytes[start..<token.start], as: UTF8.self))
        start = token.end
      default: break
      }
    }
    if operands.isEmpty { return [isTruth(tokens, bytes) ? whole : "/document[\(whole)]"] }
    return operands + [String(decoding: bytes[start..<last.end], as: UTF8.self)]
  }

  private static func asksForPlace(_ tokens: ArraySlice<XPathToken>, _ bytes: [UInt8]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { token, next in
      token.kind == .name && next.kind == .open && ["position", "last"].contains(name(token, bytes))
    }
  }

  /// Whether a predicate without `and` and `or` is surely no number: a comparison, `not(…)`, or a path.
  private static func isTruth(_ tokens: ArraySlice<XPathToken>, _ bytes: [UInt8]) -> Bool {
    var depth = 0
    var isComparison = false
    for token in tokens {
      switch token.kind {
      case .open, .openBracket: depth += 1
      case .close, .closeBracket: depth -= 1
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: if depth == 0 { isComparison = true }
      case .plus, .minus, .times, .divided, .modulo: if depth == 0, !isComparison { return false }
      default: break
      }
    }
    if isComparison { return true }
    guard let first = tokens.first else { return false }
    let isCall = first.kind == .name && tokens.dropFirst().first?.kind == .open
    return isCall ? name(first, bytes) == "not" : first.kind == .at || first.kind == .name
  }

  private static func name(_ token: XPathToken, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }
}
