/// Holds one expression against the contract: follows its paths from the nodes where it is evaluated and notes each
/// name and value that can never be met there.
struct ContractCheck {
  /// A problem and its place, in bytes of the expression.
  struct Problem: Hashable {
    var mistake: RuleMistake
    var at: Int
  }

  /// The nodes that a path can lead to.
  struct Nodes {
    var hasRoot = false
    var elements: Set<String> = []
    var attributes: Set<Contract.Attribute> = []

    /// Nothing: after a mistake, so that it is noted once.
    static let none = Nodes()
    static let document = Nodes(hasRoot: true)

    var isEmpty: Bool { !hasRoot && elements.isEmpty && attributes.isEmpty }

    func union(_ other: Nodes) -> Nodes {
      Nodes(
        hasRoot: hasRoot || other.hasRoot, elements: elements.union(other.elements),
        attributes: attributes.union(other.attributes))
    }
  }

  enum Kind {
    case nodes(Nodes)
    case number, string, boolean
  }

  let contract: Contract
  private(set) var problems: [Problem] = []
  /// How many predicates stand around what is being checked.
  private var predicateDepth = 0
  /// Whether it is part of a message.
  var isQuoted = false

  init(_ contract: Contract) { self.contract = contract }

  mutating func note(_ mistake: RuleMistake, at place: Int) { problems.append(Problem(mistake: mistake, at: place)) }

  /// The context of a clause: what it selects.
  mutating func context(_ expression: XPathExpression) -> Nodes {
    switch expression {
    case .binary(.union, let left, let right): return context(left).union(context(right))
    case .path(let path) where path.start == .root && path.steps.first?.test == .name(contract.root):
      for step in path.steps {
        switch (step.axis, step.test) {
        case (.child, .name), (.child, .anyName): break
        default: note(.contextStep, at: step.at)
        }
      }
      return follow(path, from: .document)
    default:
      note(.contextIsNotAbsolute, at: expression.at)
      return .none
    }
  }

  /// The test of an assertion.
  mutating func test(_ expression: XPathExpression, at nodes: Nodes) { condition(expression, at: nodes) }

  /// What a message repeats.
  mutating func value(_ expression: XPathExpression, at nodes: Nodes) {
    isQuoted = true
    if case .nodes(let found) = check(expression, at: nodes), !found.elements.isEmpty {
      note(.elementHasNoText, at: expression.target)
    }
  }

  /// An expression of which only its truth counts.
  mutating func condition(_ expression: XPathExpression, at nodes: Nodes) {
    if case .path(let path) = expression, path.start == .context, path.steps.count == 1,
      let step = path.steps.first, step.axis == .attribute, step.predicates.isEmpty, case .name(let name) = step.test,
      !nodes.elements.isEmpty,
      nodes.elements.allSatisfy({ contract.elements[$0]?.attributes[name]?.isOptional == false })
    {
      note(.alwaysThere(name), at: step.at)
    }
    _ = check(expression, at: nodes)
  }

  /// Any expression, evaluated at `nodes`.
  mutating func check(_ expression: XPathExpression, at nodes: Nodes) -> Kind {
    switch expression {
    case .literal: return .string
    case .number: return .number
    case .variable(let name, let place):
      note(.variable(name), at: place)
      return .string
    case .negated(let inner):
      _ = check(inner, at: nodes)
      return .number
    case .call(let name, let arguments, let place): return call(name, arguments, place, at: nodes)
    case .path(let path): return .nodes(follow(path, from: nodes))
    case .binary(let operation, let left, let right): return binary(operation, left, right, at: nodes)
    }
  }

  private mutating func binary(
    _ operation: XPathOperator, _ left: XPathExpression, _ right: XPathExpression, at nodes: Nodes
  ) -> Kind {
    switch operation {
    case .or, .and:
      condition(left, at: nodes)
      condition(right, at: nodes)
      return .boolean
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let kinds = (check(left, at: nodes), check(right, at: nodes))
      compare(operation, left, kinds.0, with: right)
      compare(operation, right, kinds.1, with: left)
      return .boolean
    case .plus, .minus, .times, .divided, .modulo:
      _ = check(left, at: nodes)
      _ = check(right, at: nodes)
      return .number
    case .union:
      guard case .nodes(let a) = check(left, at: nodes), case .nodes(let b) = check(right, at: nodes) else {
        note(.notNodes, at: left.at)
        return .nodes(.none)
      }
      return .nodes(a.union(b))
    }
  }

  /// The predicates of a step or of a filter.
  mutating func predicates(_ predicates: [XPathExpression], at nodes: Nodes) {
    predicateDepth += 1
    defer { predicateDepth -= 1 }
    for predicate in predicates { condition(predicate, at: nodes) }
  }

  var isInPredicate: Bool { predicateDepth > 0 }
}
