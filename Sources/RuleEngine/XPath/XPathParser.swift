/// Reads XPath 1.0 by recursive descent (§3 of the recommendation), with a bound on nesting.
package struct XPathParser {
  private let bytes: [UInt8]
  private let tokens: [XPathToken]
  private var at = 0
  private var depth = 0
  /// Deeper nesting than any rule needs, far below what the stack bears.
  private static let deepest = 100

  /// The syntax tree of `text`. O(text).
  package static func parse(_ text: String) throws(XPathSyntaxError) -> XPathExpression {
    let bytes = Array(text.utf8)
    var parser = XPathParser(bytes: bytes, tokens: try XPathLexer.tokens(of: bytes))
    let expression = try parser.expression()
    guard parser.at == parser.tokens.count else { throw parser.error("something stands after the expression") }
    return expression
  }

  private init(bytes: [UInt8], tokens: [XPathToken]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  private var here: Int { at < tokens.count ? tokens[at].start : bytes.count }
  private var kind: XPathToken.Kind? { at < tokens.count ? tokens[at].kind : nil }
  private func follows(_ kind: XPathToken.Kind, after distance: Int = 0) -> Bool {
    at + distance < tokens.count && tokens[at + distance].kind == kind
  }
  private func error(_ message: String) -> XPathSyntaxError { XPathSyntaxError(message: message, at: here) }

  /// The text of the token that comes next, without `left` and `right` bytes at its ends.
  private func text(without left: Int = 0, _ right: Int = 0) -> String {
    String(decoding: bytes[(tokens[at].start + left)..<(tokens[at].end - right)], as: UTF8.self)
  }

  private mutating func take(_ kind: XPathToken.Kind) -> Bool {
    guard follows(kind) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ kind: XPathToken.Kind, _ sign: String) throws(XPathSyntaxError) {
    guard take(kind) else { throw error("“\(sign)” is missing here") }
  }

  // MARK: Operators, from the loosest to the tightest

  private static func level(of kind: XPathToken.Kind?) -> (level: Int, operation: XPathOperator)? {
    switch kind {
    case .or: (0, .or)
    case .and: (1, .and)
    case .equal: (2, .equal)
    case .notEqual: (2, .notEqual)
    case .less: (3, .less)
    case .lessOrEqual: (3, .lessOrEqual)
    case .greater: (3, .greater)
    case .greaterOrEqual: (3, .greaterOrEqual)
    case .plus: (4, .plus)
    case .minus: (4, .minus)
    case .times: (5, .times)
    case .divided: (5, .divided)
    case .modulo: (5, .modulo)
    default: nil
    }
  }

  private mutating func expression() throws(XPathSyntaxError) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw error("the expression is nested too deeply") }
    return try binary(from: 0)
  }

  /// Operands joined by operators of this level and tighter ones, each level from the left.
  private mutating func binary(from lowest: Int) throws(XPathSyntaxError) -> XPathExpression {
    var left = try unary()
    while let (level, operation) = Self.level(of: kind), level >= lowest {
      at += 1
      left = .binary(operation, left, try binary(from: level + 1))
    }
    return left
  }

  private mutating func unary() throws(XPathSyntaxError) -> XPathExpression {
    var negations = 0
    while take(.minus) { negations += 1 }
    var result = try pathExpression()
    while take(.union) { result = .binary(.union, result, try pathExpression()) }
    // An even number of signs makes a number of what stands behind them, and nothing else.
    if negations == 0 { return result }
    return negations % 2 == 1 ? .negated(result) : .negated(.negated(result))
  }

  // MARK: Paths

  private mutating func pathExpression() throws(XPathSyntaxError) -> XPathExpression {
    let start = here
    guard let primary = try primary() else { return .path(try locationPath()) }
    let predicates = try predicates()
    var steps: [XPathStep] = []
    if follows(.slash) || follows(.slashes) { steps = try furtherSteps() }
    if predicates.isEmpty, steps.isEmpty { return primary }
    return .path(XPathPath(start: .expression(primary), predicates: predicates, steps: steps, at: start))
  }

  private mutating func primary() throws(XPathSyntaxError) -> XPathExpression? {
    let start = here
    switch kind {
    case .literal:
      defer { at += 1 }
      return .literal(text(without: 1, 1), at: start)
    case .number:
      defer { at += 1 }
      return .number(text(), at: start)
    case .variable:
      defer { at += 1 }
      return .variable(text(without: 1), at: start)
    case .open:
      at += 1
      let inner = try expression()
      try expect(.close, ")")
      return inner
    case .name where follows(.open, after: 1):
      let name = text()
      if Self.nodeTypes.contains(name) { return nil }
      at += 2
      var arguments: [XPathExpression] = []
      if !take(.close) {
        repeat { arguments.append(try expression()) } while take(.comma)
        try expect(.close, ")")
      }
      return .call(name, arguments, at: start)
    default:
      return nil
    }
  }

  private mutating func locationPath() throws(XPathSyntaxError) -> XPathPath {
    let start = here
    if follows(.slashes) {
      return XPathPath(start: .root, predicates: [], steps: try furtherSteps(), at: start)
    }
    if take(.slash) {
      var path = XPathPath(start: .root, predicates: [], steps: [], at: start)
      if beginsStep { path.steps = [try step()] + (try furtherSteps()) }
      return path
    }
    return XPathPath(start: .context, predicates: [], steps: [try step()] + (try furtherSteps()), at: start)
  }

  private var beginsStep: Bool {
    switch kind {
    case .name, .dot, .dots, .at, .star: true
    default: false
    }
  }

  private mutating func furtherSteps() throws(XPathSyntaxError) -> [XPathStep] {
    var steps: [XPathStep] = []
    while true {
      let start = here
      if take(.slashes) {
        steps.append(XPathStep(axis: .descendantOrSelf, test: .anyNode, predicates: [], at: start))
      } else if !take(.slash) {
        return steps
      }
      steps.append(try step())
    }
  }

  private static let nodeTypes: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private mutating func step() throws(XPathSyntaxError) -> XPathStep {
    let start = here
    if take(.dot) { return XPathStep(axis: .itself, test: .anyNode, predicates: [], at: start) }
    if take(.dots) { return XPathStep(axis: .parent, test: .anyNode, predicates: [], at: start) }
    var axis = XPathAxis.child
    if take(.at) {
      axis = .attribute
    } else if kind == .name, follows(.axis, after: 1) {
      guard let named = XPathAxis(rawValue: text()) else { throw error("an axis that XPath 1.0 does not know") }
      axis = named
      at += 2
    }
    let place = here
    let test = try nodeTest()
    return XPathStep(axis: axis, test: test, predicates: try predicates(), at: place)
  }

  private mutating func nodeTest() throws(XPathSyntaxError) -> XPathNodeTest {
    if take(.star) { return .anyName }
    guard kind == .name else { throw error("a name is missing here") }
    let name = text()
    at += 1
    guard follows(.open), Self.nodeTypes.contains(name) else { return .name(name) }
    at += 1
    if name == "processing-instruction", kind == .literal { at += 1 }
    try expect(.close, ")")
    switch name {
    case "node": return .anyNode
    case "text": return .text
    case "comment": return .comment
    default: return .processingInstruction
    }
  }

  private mutating func predicates() throws(XPathSyntaxError) -> [XPathExpression] {
    var found: [XPathExpression] = []
    while take(.openBracket) {
      found.append(try expression())
      try expect(.closeBracket, "]")
    }
    return found
  }
}
