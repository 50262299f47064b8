/// What a context asks of the document before it looks at anything below: `@form = 'wire'` and `@rank > 1` in
/// `/document[@form = 'wire' and @rank > 1]/caption`. Many contexts ask the same, and most get a no.
enum RootConditions {
  /// Expressions that all have to hold for the context to select anything: one for each operand of the outermost `and` in
  /// the first predicate of `/document`. None for a context of another form, or that is no expression.
  ///
  /// `and` asks for the truth of its operands alone (XPath 1.0 §3.4); without one the predicate is asked as it is.
  static func conditions(of context: String) -> [String] {
    let bytes = Array(context.utf8)
    let tokens: [XPathToken]
    do throws(XPathSyntaxError) { tokens = try XPathLexer.tokens(of: bytes) } catch { return [] }
    guard tokens.count > 4, tokens.prefix(3).map(\.kind) == [.slash, .name, .openBracket],
      !tokens.contains(where: { $0.kind == .union })
    else { return [] }
    let root = String(decoding: bytes[..<tokens[1].end], as: UTF8.self)
    var operands: [String] = []
    var from = tokens[2].end
    var depth = 0
    for token in tokens.dropFirst(3) {
      switch token.kind {
      case .open, .openBracket: depth += 1
      case .or where depth == 0: return []
      case .and where depth == 0, .closeBracket where depth == 0:
        operands.append(String(decoding: bytes[from..<token.start], as: UTF8.self))
        from = token.end
        guard token.kind == .closeBracket else { continue }
        return operands.count == 1 ? ["\(root)[\(operands[0])]"] : operands.map { "\(root)[boolean(\($0))]" }
      case .close, .closeBracket: depth -= 1
      default: break
      }
    }
    return []
  }
}
