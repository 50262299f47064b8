import MarkingModel

/// Compiles rules into a plan, each when it is asked for. What rules have in common is compiled once.
struct RuleCompiler: Sendable {
  var plan: RulePlan
  private(set) var compiler = ExpressionCompiler()
  /// By their texts; nil for what is outside the subset.
  private var conditions = TextMap<Program.Index?>()
  private var texts = TextMap<Program.Index?>()
  private var contexts = TextMap<Int?>()
  /// In the group of the step above.
  private var steps = TextMap<Int?>()
  private var documents = TextMap<Int?>()
  /// By what they say.
  private var questions = TextMap<Int>()
  /// By element: what is asked of such a node.
  var asked: [NodeQuestions]

  /// O(bytes of the contexts).
  init(_ rules: [Rule]) {
    plan = RulePlan(rows: [])
    asked = Array(repeating: NodeQuestions(), count: ElementName.allCases.count)
    plan.rows.reserveCapacity(rules.count)
    for rule in rules {
      let first = plan.elements.count
      for clause in rule.clauses { plan.elements += ElementSet.sets(ofContext: clause.context) }
      plan.rows.append(RulePlan.Row(elements: first..<plan.elements.count))
    }
  }

  /// Sees to it that the rows of these rules say how they are evaluated.
  mutating func compile(_ numbers: [Int], of rules: [Rule]) {
    // Two that hold the same rows would have them copied with the first one that is added.
    plan.program = Program()
    for number in numbers where plan.rows[number].state == .unread { compile(rules[number], at: number) }
    plan.program = compiler.program
    plan.keys = NodeKeys(asked)
  }

  private mutating func compile(_ rule: Rule, at row: Int) {
    let (clauses, tests) = (plan.clauses.count, plan.tests.count)
    if add(rule) {
      plan.rows[row].clauses = clauses..<plan.clauses.count
      plan.rows[row].state = .compiled
      addCandidates(of: row)
    } else {
      plan.clauses.removeSubrange(clauses...)
      plan.tests.removeSubrange(tests...)
      plan.messages.removeSubrange(tests...)
      plan.rows[row].state = .outside
    }
  }

  private mutating func add(_ rule: Rule) -> Bool {
    for clause in rule.clauses {
      guard let context = context(clause.context) else { return false }
      let first = plan.tests.count
      for assertion in clause.assertions {
        guard let test = condition(assertion.test), let message = message(assertion.message) else { return false }
        plan.tests.append(test)
        plan.messages.append(message)
      }
      plan.clauses.append(RulePlan.Clause(context: context, tests: first..<plan.tests.count))
    }
    return true
  }

  /// Nil where it is no expression: libxml2 says what is wrong with it.
  private func parse(_ text: String) -> XPathExpression? {
    do throws(XPathSyntaxError) { return try XPathParser.parse(text) } catch { return nil }
  }

  private mutating func condition(_ text: String) -> Program.Index? {
    if let known = conditions.value(of: text) { return known }
    let condition = parse(text).flatMap { compiler.condition($0) }
    conditions.add(text, condition)
    return condition
  }

  private mutating func message(_ parts: [Rule.MessagePart]) -> [RulePlan.MessagePart]? {
    var message: [RulePlan.MessagePart] = []
    for part in parts {
      switch part {
      case .text(let text): message.append(.text(text))
      case .value(let expression):
        guard let value = value(expression) else { return nil }
        message.append(.value(value))
      }
    }
    return message
  }

  private mutating func value(_ text: String) -> Program.Index? {
    if let known = texts.value(of: text) { return known }
    let value = parse(text).flatMap { compiler.text($0) }
    texts.add(text, value)
    return value
  }

  private mutating func context(_ text: String) -> Int? {
    if let known = contexts.value(of: text) { return known }
    var context: Int?
    if let alternatives = shared(text) ?? parse(text).flatMap({ alternatives($0) }) {
      let first = plan.alternatives.count
      plan.alternatives += alternatives
      plan.contexts.append(RulePlan.Context(alternatives: first..<plan.alternatives.count))
      context = plan.contexts.count - 1
    }
    contexts.add(text, context)
    return context
  }

  private mutating func alternatives(_ expression: XPathExpression) -> [RulePlan.Alternative]? {
    switch expression {
    case .binary(.union, let left, let right):
      guard let left = alternatives(left), let right = alternatives(right) else { return nil }
      return left + right
    case .path(let path):
      guard let whole = compiler.path(path), compiler.program.paths[Int(whole)].attribute == nil else { return nil }
      return [RulePlan.Alternative(gate: gate([]), selector: .path(whole))]
    default: return nil
    }
  }

  /// The alternatives of a context whose paths lead from the document from child to child: what one shares with others is
  /// read and taken once. Nil for any other context.
  private mutating func shared(_ context: String) -> [RulePlan.Alternative]? {
    guard let paths = ContextPaths.cut(context) else { return nil }
    var alternatives: [RulePlan.Alternative] = []
    for path in paths {
      guard let gate = gate(ofDocument: path[0]) else { return nil }
      var last = -1
      for step in path.dropFirst() {
        guard let number = number(of: step, below: last) else { return nil }
        last = number
      }
      alternatives.append(RulePlan.Alternative(gate: gate, selector: last < 0 ? .document : .step(last)))
    }
    return alternatives
  }

  /// A step as it stands in a path; nil for what is no step to children of a name.
  private func step(_ text: String) -> XPathStep? {
    guard case .path(let path) = parse(text), path.start == .context, path.steps.count == 1,
      path.steps[0].axis == .child
    else { return nil }
    return path.steps[0]
  }

  /// What a path asks of the document that it begins at.
  private mutating func gate(ofDocument text: String) -> Int? {
    if let known = documents.value(of: text) { return known }
    let gate = step(text).flatMap { questions(of: $0) }.map { self.gate($0) }
    documents.add(text, gate)
    return gate
  }

  private mutating func questions(of step: XPathStep) -> [Int]? {
    guard step.test == .name(ElementName.document.rawValue), !step.predicates.contains(where: \.isPositional) else {
      return nil
    }
    var asked: [Int] = []
    for predicate in step.predicates {
      for condition in predicate.operands(of: .and) {
        guard let question = question(condition) else { return nil }
        asked.append(question)
      }
    }
    return asked
  }

  private mutating func gate(_ asked: [Int]) -> Int {
    let asked = asked.eachOnce
    if let known = plan.gates.firstIndex(where: { plan.asked[$0].elementsEqual(asked) }) { return known }
    plan.gates.append(plan.asked.count..<(plan.asked.count + asked.count))
    plan.asked += asked
    return plan.gates.count - 1
  }

  /// A condition on the document's own node, which is answered once for each.
  private mutating func question(_ expression: XPathExpression) -> Int? {
    let meaning = expression.meaning
    if let known = questions.value(of: meaning.span) { return known }
    guard let condition = compiler.condition(expression) else { return nil }
    plan.questions.append(condition)
    note(condition, askedOf: ElementName.document.ordinal)
    questions.add(meaning.span, plan.questions.count - 1)
    return plan.questions.count - 1
  }

  private mutating func number(of text: String, below parent: Int) -> Int? {
    if let known = steps.value(of: text, in: parent) { return known }
    let number = step(text).flatMap { add($0, below: parent) }
    steps.add(text, in: parent, number)
    return number
  }

  private mutating func add(_ step: XPathStep, below parent: Int) -> Int? {
    guard let element = step.elementOrdinal, let compiled = compiler.step(step) else { return nil }
    compiler.program.steps.append(compiled)
    plan.steps.append(
      RulePlan.Step(
        parent: parent, element: element, row: Program.Index(compiler.program.steps.count - 1),
        conditions: compiled.place == .any ? compiled.before : nil))
    note(plan.steps[plan.steps.count - 1])
    return plan.steps.count - 1
  }
}

extension XPathStep {
  /// That of the element that it names; nil for any other step.
  fileprivate var elementOrdinal: Int16? {
    if case .name(let name) = test { Ordinals.elements.value(of: name) } else { nil }
  }
}

extension [Int] {
  /// The same numbers in their order, each once.
  var eachOnce: [Int] {
    var numbers: [Int] = []
    for number in sorted() where number != numbers.last { numbers.append(number) }
    return numbers
  }
}
