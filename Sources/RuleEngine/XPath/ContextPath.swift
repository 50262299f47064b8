/// A context taken apart: a path of plain names with predicates, from the document down. Most contexts are such paths and
/// many begin alike, so that what two of them share need be selected only once.
struct ContextPath {
  struct Step {
    var name: String
    /// What stands in its brackets.
    var predicates: [String] = []
    /// The step as it is written, its predicates with it.
    var text: String
  }

  var steps: [Step] = []

  /// The alternatives of a context; nil if one of them is anything else. Predicates are not looked into. O(bytes).
  static func alternatives(of context: String) -> [ContextPath]? {
    var scan = ExpressionScan(context)
    var found = [ContextPath()]
    while let byte = scan.next() {
      switch byte {
      case UInt8(ascii: "/"):
        let start = scan.at
        let name = scan.name()
        // `//`, `*`, `@`, `..`: not for here.
        if name.isEmpty { return nil }
        var step = Step(name: name, text: "")
        while let predicate = scan.brackets() { step.predicates.append(predicate) }
        step.text = scan.text(from: start)
        found[found.count - 1].steps.append(step)
      case UInt8(ascii: "|"): found.append(ContextPath())
      case 0x20, 0x0A, 0x0D, 0x09: break
      // A function, an axis, a prefix, a bracket without an end.
      default: return nil
      }
    }
    return found.contains(where: \.steps.isEmpty) ? nil : found
  }
}

extension XPathExpression {
  /// The conditions that a predicate asks for, each as it is written: the operands of `and` where that is the outermost
  /// operator, else the whole. Nil for one that asks for a position, and for what is no expression.
  static func conditions(ofPredicate text: String) -> [String]? {
    let bytes = Array(text.utf8)
    let tokens: [XPathToken]
    do throws(XPathSyntaxError) {
      guard try XPathParser.parse(text).isCondition else { return nil }
      tokens = try XPathLexer.tokens(of: bytes)
    } catch {
      return nil
    }
    func written(_ range: Range<Int>) -> String {
      String(decoding: bytes[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end], as: UTF8.self)
    }
    var found: [String] = []
    var start = 0
    var depth = 0
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .open, .openBracket: depth += 1
      case .close, .closeBracket: depth -= 1
      case .or where depth == 0: return [text]
      case .and where depth == 0:
        found.append(written(start..<index))
        start = index + 1
      default: break
      }
    }
    return found + [written(start..<tokens.count)]
  }

  /// Whether as a predicate it asks for its truth alone: it is no number, which would be a position, and does not ask for
  /// the position or the size of the context (§2.4).
  private var isCondition: Bool {
    switch self {
    case .binary(let operation, _, _):
      switch operation {
      case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return !asksForPosition
      case .union: return true
      case .plus, .minus, .times, .divided, .modulo: return false
      }
    case .call(let name, _, _):
      return ["not", "boolean", "true", "false", "contains", "starts-with"].contains(name) && !asksForPosition
    case .path(let path):
      if case .expression = path.start { return false }
      return true
    case .negated, .literal, .number, .variable: return false
    }
  }

  /// Whether it may ask for the position or the size of its own context; predicates in it have theirs.
  private var asksForPosition: Bool {
    switch self {
    case .binary(_, let left, let right): return left.asksForPosition || right.asksForPosition
    case .negated(let inner): return inner.asksForPosition
    case .literal, .number, .variable: return false
    case .call(let name, let arguments, _):
      return name == "position" || name == "last" || arguments.contains(where: \.asksForPosition)
    case .path(let path):
      if case .expression(let start) = path.start { return start.asksForPosition }
      return false
    }
  }
}
