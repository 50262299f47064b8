import MarkingModel

/// Compiles expressions into a `Program`. Nil for what is outside the compiled subset: libxml2 evaluates that.
///
/// Outside are variables, `id()` and `lang()`, the namespace axis, prefixed names, attributes without a name (`@*`) or with
/// a predicate or a step behind them, paths that begin with an expression in brackets, unions that are counted or taken as
/// a value, and numbers of more than 15 digits.
struct ExpressionCompiler: Sendable {
  typealias Index = Program.Index

  /// What an expression is.
  enum Compiled {
    case condition(Index)
    case number(Index)
    case text(Index, literal: String?)
    /// Nodes; more than one path for a union.
    case paths([Index])
  }

  var program = Program()
  /// How many predicates stand around what is being compiled.
  var predicateDepth = 0
  private var depth = 0
  /// What a rule says is no deeper; a program that reads itself must not exhaust the stack.
  private static let deepest = 300

  /// An expression of which only its truth counts.
  mutating func condition(_ expression: XPathExpression) -> Index? {
    guard let compiled = compile(expression), let condition = truth(of: compiled) else { return nil }
    return isWorthKeeping(condition, expression) ? once(condition) : condition
  }

  /// A text whose value a message repeats.
  mutating func text(_ expression: XPathExpression) -> Index? {
    compile(expression).flatMap { text(of: $0) }
  }

  mutating func number(_ expression: XPathExpression) -> Index? {
    compile(expression).flatMap { number(of: $0) }
  }

  mutating func compile(_ expression: XPathExpression) -> Compiled? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch expression {
    case .literal(let text, _): return .text(literal(text), literal: text)
    case .number(let text, _):
      guard text.utf8.count <= 16, let value = Double(Self.wholeNumber(text)) else { return nil }
      return .number(add(Program.Number.constant(value)))
    case .variable: return nil
    case .negated(let inner): return number(inner).map { .number(add(.negated($0))) }
    case .path(let found): return path(found).map { .paths([$0]) }
    case .call(let name, let arguments, _): return call(name, arguments)
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    }
  }

  /// Swift wants a digit on either side of the point.
  private static func wholeNumber(_ text: String) -> String {
    (text.utf8.first == UInt8(ascii: ".") ? "0" + text : text) + (text.utf8.last == UInt8(ascii: ".") ? "0" : "")
  }

  // MARK: One kind as another (§4.2 to 4.4)

  mutating func truth(of compiled: Compiled) -> Index? {
    switch compiled {
    case .condition(let condition): condition
    case .number(let number): add(.isNotZero(number: number))
    case .text(let text, _): add(.isNotEmpty(text: text))
    case .paths(let paths): anyOf(paths.map { exists($0) })
    }
  }

  mutating func number(of compiled: Compiled) -> Index? {
    switch compiled {
    case .condition(let condition): add(Program.Number.ofCondition(condition))
    case .number(let number): number
    case .text(let text, _): add(Program.Number.ofText(text))
    case .paths(let paths):
      paths.count != 1
        ? nil
        : attribute(paths[0]).map { add(Program.Number.attribute($0)) } ?? add(Program.Number.first(path: paths[0]))
    }
  }

  mutating func text(of compiled: Compiled) -> Index? {
    switch compiled {
    case .condition(let condition): add(Program.Text.ofCondition(condition))
    case .number(let number): add(Program.Text.ofNumber(number))
    case .text(let text, _): text
    case .paths(let paths):
      paths.count != 1
        ? nil : attribute(paths[0]).map { add(Program.Text.attribute($0)) } ?? add(Program.Text.first(path: paths[0]))
    }
  }

  private mutating func exists(_ path: Index) -> Index {
    if let attribute = attribute(path) { return add(.has(attribute)) }
    return add(.exists(path: path))
  }

  /// The attribute that a path without steps leads to.
  func attribute(_ path: Index) -> Program.Attribute? {
    let it = program.paths[Int(path)]
    return it.steps.count > 0 ? nil : it.attribute.map { Program.Attribute(origin: it.origin, name: $0) }
  }

  mutating func anyOf(_ conditions: [Index]) -> Index? {
    guard var whole = conditions.first else { return nil }
    for condition in conditions.dropFirst() { whole = add(.or(whole, condition)) }
    return whole
  }

  // MARK: Once a document

  /// Whether a condition is the same at every node, and dearer than a look at an attribute.
  private func isWorthKeeping(_ condition: Index, _ expression: XPathExpression) -> Bool {
    switch program.conditions[Int(condition)] {
    case .constant, .has, .isValue, .isNumber, .once: false
    default: expression.isOfTheDocument
    }
  }

  /// The same condition, evaluated once a document.
  mutating func once(_ condition: Index) -> Index {
    program.onceCount += 1
    return add(.once(condition, place: Index(program.onceCount - 1)))
  }

  // MARK: Rows

  mutating func add(_ condition: Program.Condition) -> Index {
    program.conditions.append(condition)
    return Index(program.conditions.count - 1)
  }

  mutating func add(_ number: Program.Number) -> Index {
    program.numbers.append(number)
    return Index(program.numbers.count - 1)
  }

  mutating func add(_ text: Program.Text) -> Index {
    program.texts.append(text)
    return Index(program.texts.count - 1)
  }

  mutating func literal(_ text: String) -> Index {
    program.literals.append(Array(text.utf8))
    return add(Program.Text.literal(Index(program.literals.count - 1)))
  }

  mutating func list(_ conditions: [Index]) -> Program.List {
    let start = Index(program.lists.count)
    program.lists += conditions
    return Program.List(start: start, count: Index(conditions.count))
  }

  /// The value that a literal stands for in comparisons.
  mutating func value(ofLiteral text: String) -> CodedValue {
    if let known = program.values.value(of: text) { return known }
    let value: CodedValue
    if let known = CodedValue.value(of: text) {
      value = known
    } else {
      value = .symbol(CodedValue.firstLiteral + program.symbols.count)
      program.symbols.append(Array(text.utf8))
    }
    program.values.add(text, value)
    return value
  }
}

extension XPathExpression {
  /// Whether it has the same value wherever in a document it is evaluated, and looks at something in it.
  fileprivate var isOfTheDocument: Bool {
    var looks = false
    return isTheSame(&looks) && looks
  }

  private func isTheSame(_ looks: inout Bool) -> Bool {
    switch self {
    case .binary(_, let left, let right): return left.isTheSame(&looks) && right.isTheSame(&looks)
    case .negated(let inner): return inner.isTheSame(&looks)
    case .literal, .number: return true
    case .variable: return false
    case .call(let name, let arguments, _):
      // Without arguments a function is about the node itself or its position.
      guard !arguments.isEmpty || name == "true" || name == "false" else { return false }
      return arguments.allSatisfy { $0.isTheSame(&looks) }
    case .path(let path):
      guard path.start == .root else { return false }
      looks = true
      return true
    }
  }
}
