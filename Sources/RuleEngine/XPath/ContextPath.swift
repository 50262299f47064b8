/// A context taken apart: paths of plain names with predicates, from the document down. Most contexts are such paths and
/// many begin alike, so that what two of them share need be selected only once.
struct ContextPath {
  struct Step {
    var name: String
    /// The conditions of its predicates, one after the other, each as it is written.
    var conditions: [String] = []
    /// Whether some predicate asks for a position, so that the step is evaluated as a whole.
    var isPositional = false
    /// The step as it is written, its predicates with it.
    var text: String
  }

  var steps: [Step]

  /// The alternatives of a context; nil if one of them is anything else. O(bytes).
  static func alternatives(of context: String) -> [ContextPath]? {
    let bytes = Array(context.utf8)
    do throws(XPathSyntaxError) {
      var reader = Reader(bytes: bytes, tokens: try XPathLexer.tokens(of: bytes))
      return try reader.alternatives()
    } catch {
      return nil
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    let tokens: [XPathToken]
    var at = 0

    private func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end], as: UTF8.self)
    }

    mutating func alternatives() throws(XPathSyntaxError) -> [ContextPath]? {
      var found: [ContextPath] = []
      var steps: [Step] = []
      while at < tokens.count {
        switch tokens[at].kind {
        case .slash where at + 1 < tokens.count && tokens[at + 1].kind == .name:
          at += 1
          guard let step = try step() else { return nil }
          steps.append(step)
        case .union:
          at += 1
          found.append(ContextPath(steps: steps))
          steps = []
        default: return nil
        }
      }
      found.append(ContextPath(steps: steps))
      return found.contains(where: \.steps.isEmpty) ? nil : found
    }

    private mutating func step() throws(XPathSyntaxError) -> Step? {
      let first = at
      var step = Step(name: text(at..<(at + 1)), text: "")
      // A prefix is none of the contract's names.
      if step.name.contains(":") { return nil }
      at += 1
      while at < tokens.count, tokens[at].kind == .openBracket {
        guard let inner = closing() else { return nil }
        if try XPathParser.parse(text(inner)).isCondition {
          step.conditions += conjuncts(inner)
        } else {
          step.isPositional = true
        }
        at = inner.upperBound + 1
      }
      step.text = text(first..<at)
      return step
    }

    /// The tokens between the bracket that opens here and the one that closes it; nil where there is none.
    private func closing() -> Range<Int>? {
      var depth = 0
      for index in at..<tokens.count {
        if tokens[index].kind == .openBracket { depth += 1 }
        if tokens[index].kind == .closeBracket { depth -= 1 }
        if depth == 0 { return index > at + 1 ? (at + 1)..<index : nil }
      }
      return nil
    }

    /// The operands of `and`, where that is the outermost operator; else the whole.
    private func conjuncts(_ range: Range<Int>) -> [String] {
      var found: [String] = []
      var start = range.lowerBound
      var depth = 0
      for index in range {
        switch tokens[index].kind {
        case .open, .openBracket: depth += 1
        case .close, .closeBracket: depth -= 1
        case .or where depth == 0: return [text(range)]
        case .and where depth == 0:
          found.append(text(start..<index))
          start = index + 1
        default: break
        }
      }
      return found + [text(start..<range.upperBound)]
    }
  }
}

extension XPathExpression {
  /// Whether as a predicate it asks for its truth alone: it is no number, which would be a position, and does not ask for
  /// the position or the size of the context (§2.4).
  var isCondition: Bool {
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
