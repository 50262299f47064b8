import MarkingModel

/// Compiles expressions into a `TableProgram`. Nil for what the table does not know: libxml2 evaluates that.
struct TableCompiler: ~Copyable {
  typealias Index = TableProgram.Index

  /// What an expression is.
  enum Compiled {
    case condition(Index)
    case number(Index)
    case text(Index, literal: String?)
    case path(Index)
  }

  var program = TableProgram()
  var symbols = TableSymbols()
  private let elements: [String: Int16]
  private let attributes: [String: Int16]

  init() {
    elements = Self.ordinals(of: ElementName.allCases.map(\.rawValue))
    attributes = Self.ordinals(of: AttributeName.allCases.map(\.rawValue))
  }

  private static func ordinals(of names: [String]) -> [String: Int16] {
    var ordinals: [String: Int16] = [:]
    for (ordinal, name) in names.enumerated() { ordinals[name] = Int16(ordinal) }
    return ordinals
  }

  func element(_ name: String) -> Int16? { elements[name] }
  func attribute(_ name: String) -> Int16? { attributes[name] ?? TablePlace.ordinal(name) }

  /// An expression of which only its truth counts.
  mutating func condition(_ expression: XPathExpression) -> Index? {
    switch compile(expression) {
    case .condition(let condition): condition
    case .path(let path): add(.exists(path: path))
    default: nil
    }
  }

  /// The alternatives of a context, paths from the document; nil if one of them is not known.
  mutating func alternatives(_ expression: XPathExpression) -> [Index]? {
    switch expression {
    case .binary(.union, let left, let right):
      guard let left = alternatives(left), let right = alternatives(right) else { return nil }
      return left + right
    case .path(let found):
      guard let path = path(found) else { return nil }
      let it = program.paths[Int(path)]
      return it.isAbsolute && it.attribute == nil && it.isInOrder ? [path] : nil
    default: return nil
    }
  }

  /// A relative path to elements, as a step of a context is one; nil if it is not known.
  mutating func elements(_ expression: XPathExpression) -> Index? {
    guard case .path(let found) = expression, found.start == .context, let path = path(found) else { return nil }
    let it = program.paths[Int(path)]
    return it.attribute == nil && it.isInOrder ? path : nil
  }

  /// A text whose value a message repeats.
  mutating func text(_ expression: XPathExpression) -> Index? {
    switch compile(expression) {
    case .text(let text, _): return text
    case .path(let path) where isValue(path):
      program.texts.append(.first(path: path))
      return Index(program.texts.count - 1)
    default: return nil
    }
  }

  mutating func compile(_ expression: XPathExpression) -> Compiled? {
    switch expression {
    case .literal(let text, _):
      program.literals.append(Array(text.utf8))
      return .text(add(.literal(Index(program.literals.count - 1))), literal: text)
    case .number(let text, _): return .number(add(.constant(TableProgram.number(of: text.utf8))))
    case .variable: return nil
    case .negated(let inner):
      guard let number = number(inner) else { return nil }
      return .number(add(.negated(number)))
    case .path(let found): return path(found).map { .path($0) }
    case .call(let name, let arguments, _): return call(name, arguments)
    case .binary(let operation, let left, let right): return binary(operation, left, right)
    }
  }

  mutating func number(_ expression: XPathExpression) -> Index? {
    switch compile(expression) {
    case .number(let number): number
    case .path(let path) where isValue(path): add(TableProgram.Number.first(path: path))
    default: nil
    }
  }

  /// Whether the first thing that a path meets is the first in the document, and an attribute.
  private func isValue(_ path: Index) -> Bool {
    program.paths[Int(path)].attribute != nil && program.paths[Int(path)].isInOrder
  }

  private mutating func call(_ name: String, _ arguments: [XPathExpression]) -> Compiled? {
    switch (name, arguments.count) {
    case ("not", 1): return condition(arguments[0]).map { .condition(add(.not($0))) }
    case ("boolean", 1): return condition(arguments[0]).map { .condition($0) }
    case ("true", 0): return .condition(add(.constant(true)))
    case ("false", 0): return .condition(add(.constant(false)))
    case ("count", 1):
      guard case .path(let path) = compile(arguments[0]), program.paths[Int(path)].isInOrder else { return nil }
      return .number(add(.count(path: path)))
    case ("string-length", 1): return text(arguments[0]).map { .number(add(.length(text: $0))) }
    case ("contains", 2):
      guard let text = text(arguments[0]), let part = self.text(arguments[1]) else { return nil }
      return .condition(add(.contains(text: text, part: part)))
    case ("starts-with", 2):
      guard let text = text(arguments[0]), let part = self.text(arguments[1]) else { return nil }
      return .condition(add(.startsWith(text: text, part: part)))
    case ("concat", 2...):
      guard var whole = text(arguments[0]) else { return nil }
      for argument in arguments.dropFirst() {
        guard let part = text(argument) else { return nil }
        whole = add(.concat(whole, part))
      }
      return .text(whole, literal: nil)
    default: return nil
    }
  }

  mutating func add(_ condition: TableProgram.Condition) -> Index {
    program.conditions.append(condition)
    return Index(program.conditions.count - 1)
  }

  mutating func add(_ number: TableProgram.Number) -> Index {
    program.numbers.append(number)
    return Index(program.numbers.count - 1)
  }

  private mutating func add(_ text: TableProgram.Text) -> Index {
    program.texts.append(text)
    return Index(program.texts.count - 1)
  }
}
