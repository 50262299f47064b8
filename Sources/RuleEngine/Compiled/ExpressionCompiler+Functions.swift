extension ExpressionCompiler {
  /// The core library (§4), without `id` and `lang`.
  mutating func call(_ name: String, _ arguments: [XPathExpression]) -> Compiled? {
    switch (name, arguments.count) {
    case ("not", 1): condition(arguments[0]).map { .condition(add(.not($0))) }
    case ("boolean", 1): condition(arguments[0]).map { .condition($0) }
    case ("true", 0): .condition(add(.constant(true)))
    case ("false", 0): .condition(add(.constant(false)))
    case ("contains", 2): texts(arguments).map { .condition(add(.contains(text: $0[0], part: $0[1]))) }
    case ("starts-with", 2): texts(arguments).map { .condition(add(.startsWith(text: $0[0], part: $0[1]))) }
    case ("position", 0) where predicateDepth > 0: .number(add(Program.Number.position))
    case ("last", 0) where predicateDepth > 0: .number(add(Program.Number.size))
    case ("count", 1): path(arguments[0]).map { .number(add(.count(path: $0))) }
    case ("sum", 1): path(arguments[0]).map { .number(add(.sum(path: $0))) }
    case ("number", 1): number(arguments[0]).map { .number($0) }
    case ("floor", 1): number(arguments[0]).map { .number(add(.floor($0))) }
    case ("ceiling", 1): number(arguments[0]).map { .number(add(.ceiling($0))) }
    case ("round", 1): number(arguments[0]).map { .number(add(.round($0))) }
    case ("string-length", 1): text(arguments[0]).map { .number(add(.length(text: $0))) }
    // About the node itself, and an element has no text.
    case ("string", 0), ("normalize-space", 0): .text(literal(""), literal: "")
    case ("string-length", 0): .number(add(Program.Number.constant(0)))
    case ("number", 0): .number(add(Program.Number.constant(.nan)))
    default: textCall(name, arguments)
    }
  }

  private mutating func textCall(_ name: String, _ arguments: [XPathExpression]) -> Compiled? {
    switch (name, arguments.count) {
    case ("string", 1): return text(arguments[0]).map { .text($0, literal: nil) }
    case ("concat", 2...):
      return texts(arguments).map { parts in
        .text(parts.dropFirst().reduce(parts[0]) { add(Program.Text.concat($0, $1)) }, literal: nil)
      }
    case ("substring-before", 2):
      return texts(arguments).map { .text(add(.before(text: $0[0], sign: $0[1])), literal: nil) }
    case ("substring-after", 2):
      return texts(arguments).map { .text(add(.after(text: $0[0], sign: $0[1])), literal: nil) }
    case ("substring", 2), ("substring", 3):
      guard let text = text(arguments[0]), let start = number(arguments[1]) else { return nil }
      var length: Index = -1
      if arguments.count == 3 {
        guard let number = number(arguments[2]) else { return nil }
        length = number
      }
      return .text(add(.substring(text: text, start: start, length: length)), literal: nil)
    case ("normalize-space", 1): return text(arguments[0]).map { .text(add(.normalized($0)), literal: nil) }
    case ("translate", 3):
      return texts(arguments).map { .text(add(.translated($0[0], from: $0[1], to: $0[2])), literal: nil) }
    case ("name", 0), ("local-name", 0): return .text(add(.name(path: add([], from: .itself, nil))), literal: nil)
    case ("name", 1), ("local-name", 1):
      guard let path = path(arguments[0]), program.paths[Int(path)].attribute == nil else { return nil }
      return .text(add(.name(path: path)), literal: nil)
    default: return nil
    }
  }

  private mutating func texts(_ arguments: [XPathExpression]) -> [Index]? {
    var texts: [Index] = []
    for argument in arguments {
      guard let text = text(argument) else { return nil }
      texts.append(text)
    }
    return texts
  }

  /// An argument that must be nodes, and no union.
  private mutating func path(_ argument: XPathExpression) -> Index? {
    guard case .paths(let paths)? = compile(argument), paths.count == 1 else { return nil }
    return paths[0]
  }
}
