/// Reads XPath 1.0 by recursive descent (§3 of the recommendation), with a bound on nesting.
package struct XPathParser {
  private let tokens: [(token: XPathToken, at: Int)]
  private let end: Int
  private var at = 0
  private var depth = 0
  /// Deeper nesting than any rule needs, far below what the stack bears.
  private static let deepest = 100

  /// The syntax tree of `text`.
  package static func parse(_ text: String) throws(XPathSyntaxError) -> XPathExpression {
    var parser = XPathParser(tokens: try XPathLexer.tokens(of: text), end: text.utf8.count)
    let expression = try parser.expression()
    guard parser.at == parser.tokens.count else { throw parser.error("something stands after the expression") }
    return expression
  }

  private init(tokens: [(token: XPathToken, at: Int)], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  private var here: Int { at < tokens.count ? tokens[at].at : end }
  private var token: XPathToken? { at < tokens.count ? tokens[at].token : nil }
  private func follows(_ symbol: String, after distance: Int = 0) -> Bool {
    at + distance < tokens.count && tokens[at + distance].token == .symbol(symbol)
  }
  private func error(_ message: String) -> XPathSyntaxError { XPathSyntaxError(message: message, at: here) }

  private mutating func take(_ symbol: String) -> Bool {
    guard follows(symbol) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(XPathSyntaxError) {
    guard take(symbol) else { throw error("“\(symbol)” is missing here") }
  }

  // MARK: Operators, from the loosest to the tightest

  private static let levels: [[XPathOperator]] = [
    [.or], [.and], [.equal, .notEqual], [.less, .lessOrEqual, .greater, .greaterOrEqual], [.plus, .minus],
    [.times, .divided, .modulo],
  ]

  private mutating func expression() throws(XPathSyntaxError) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw error("the expression is nested too deeply") }
    return try binary(level: 0)
  }

  private mutating func binary(level: Int) throws(XPathSyntaxError) -> XPathExpression {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    while let found = Self.levels[level].first(where: { follows($0.rawValue) }) {
      at += 1
      left = .binary(found, left, try binary(level: level + 1))
    }
    return left
  }

  private mutating func unary() throws(XPathSyntaxError) -> XPathExpression {
    var negations = 0
    while take("-") { negations += 1 }
    var result = try pathExpression()
    while take("|") { result = .binary(.union, result, try pathExpression()) }
    return negations % 2 == 1 ? .negated(result) : result
  }

  // MARK: Paths

  private mutating func pathExpression() throws(XPathSyntaxError) -> XPathExpression {
    let start = here
    guard let primary = try primary() else { return .path(try locationPath()) }
    let predicates = try predicates()
    var steps: [XPathStep] = []
    if follows("/") || follows("//") { steps = try furtherSteps() }
    if predicates.isEmpty, steps.isEmpty { return primary }
    return .path(XPathPath(start: .expression(primary), predicates: predicates, steps: steps, at: start))
  }

  private mutating func primary() throws(XPathSyntaxError) -> XPathExpression? {
    let start = here
    switch token {
    case .literal(let text):
      at += 1
      return .literal(text, at: start)
    case .number(let text):
      at += 1
      return .number(text, at: start)
    case .variable(let name):
      at += 1
      return .variable(name, at: start)
    case .symbol("("):
      at += 1
      let inner = try expression()
      try expect(")")
      return inner
    case .name(let name) where follows("(", after: 1) && !Self.nodeTypes.contains(name):
      at += 2
      var arguments: [XPathExpression] = []
      if !take(")") {
        repeat { arguments.append(try expression()) } while take(",")
        try expect(")")
      }
      return .call(name, arguments, at: start)
    default:
      return nil
    }
  }

  private mutating func locationPath() throws(XPathSyntaxError) -> XPathPath {
    let start = here
    if follows("//") {
      return XPathPath(start: .root, predicates: [], steps: try furtherSteps(), at: start)
    }
    if take("/") {
      var path = XPathPath(start: .root, predicates: [], steps: [], at: start)
      if beginsStep { path.steps = [try step()] + (try furtherSteps()) }
      return path
    }
    return XPathPath(start: .context, predicates: [], steps: [try step()] + (try furtherSteps()), at: start)
  }

  private var beginsStep: Bool {
    switch token {
    case .name: true
    case .symbol(let symbol): [".", "..", "@", "*"].contains(symbol)
    default: false
    }
  }

  private mutating func furtherSteps() throws(XPathSyntaxError) -> [XPathStep] {
    var steps: [XPathStep] = []
    while true {
      let start = here
      if take("//") {
        steps.append(XPathStep(axis: .descendantOrSelf, test: .anyNode, predicates: [], at: start))
      } else if !take("/") {
        return steps
      }
      steps.append(try step())
    }
  }

  private static let nodeTypes: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private mutating func step() throws(XPathSyntaxError) -> XPathStep {
    let start = here
    if take(".") { return XPathStep(axis: .itself, test: .anyNode, predicates: [], at: start) }
    if take("..") { return XPathStep(axis: .parent, test: .anyNode, predicates: [], at: start) }
    var axis = XPathAxis.child
    if take("@") {
      axis = .attribute
    } else if case .name(let name) = token, follows("::", after: 1) {
      guard let named = XPathAxis(rawValue: name) else { throw error("an axis that XPath 1.0 does not know") }
      axis = named
      at += 2
    }
    let place = here
    let test = try nodeTest()
    return XPathStep(axis: axis, test: test, predicates: try predicates(), at: place)
  }

  private mutating func nodeTest() throws(XPathSyntaxError) -> XPathNodeTest {
    if take("*") { return .anyName }
    guard case .name(let name) = token else { throw error("a name is missing here") }
    at += 1
    guard Self.nodeTypes.contains(name), take("(") else { return .name(name) }
    if name == "processing-instruction", case .literal = token { at += 1 }
    try expect(")")
    switch name {
    case "node": return .anyNode
    case "text": return .text
    case "comment": return .comment
    default: return .processingInstruction
    }
  }

  private mutating func predicates() throws(XPathSyntaxError) -> [XPathExpression] {
    var found: [XPathExpression] = []
    while take("[") {
      found.append(try expression())
      try expect("]")
    }
    return found
  }
}
