import MarkingModel
import XMLKit

extension LibXML2Evaluator {
  /// A rule made ready: the first time it is asked for, its expressions are read.
  mutating func prepare(_ rule: Int) -> PreparedRule {
    if let prepared = rules[rule] { return prepared }
    var clauses: [PreparedRule.Clause] = []
    for clause in set.rules[rule].clauses {
      var tests: [PreparedRule.Test] = []
      for assertion in clause.assertions { tests.append(prepareTest(assertion.test)) }
      clauses.append(PreparedRule.Clause(context: prepareContext(clause.context), tests: tests))
    }
    let prepared = PreparedRule(clauses: clauses)
    rules[rule] = prepared
    return prepared
  }

  private mutating func prepareContext(_ text: String) -> Int {
    if let known = contextNumbers[text] { return known }
    let selector: PreparedContext.Selector
    if means == .table, let parsed = parse(text), let alternatives = compiler.alternatives(parsed) {
      selector = .table(alternatives)
    } else if let paths = prepareSteps(text) {
      selector = .steps(paths)
    } else {
      selector = .xpath(prepareXPath(text))
    }
    contexts.append(PreparedContext(selector: selector))
    contextNumbers[text] = contexts.count - 1
    return contexts.count - 1
  }

  /// The alternatives of a context; nil where it is no paths of names.
  private mutating func prepareSteps(_ text: String) -> [ContextSteps.Path]? {
    guard means != .libxml2AsWritten, let alternatives = ContextPath.alternatives(of: text) else { return nil }
    var paths: [ContextSteps.Path] = []
    for alternative in alternatives {
      var path = ContextSteps.Path()
      for (depth, step) in alternative.steps.enumerated() {
        var step = step
        if depth == 0, !step.isPositional {
          for condition in step.conditions {
            path.questions.append(steps.question(condition) ?? steps.add(condition, prepareTest(condition)))
          }
          step.conditions = []
        }
        path.last = prepareStep(step, below: path.last)
      }
      paths.append(path)
    }
    return paths
  }

  private mutating func prepareStep(_ step: ContextPath.Step, below parent: Int) -> Int {
    let element = compiler.element(step.name) ?? -1
    if step.isPositional {
      return steps.number(of: step.text, below: parent)
        ?? steps.add(step.text, below: parent, .position(element, prepareXPath(step.text)))
    }
    if step.conditions.isEmpty {
      return steps.number(of: step.name, below: parent) ?? steps.add(step.name, below: parent, .children(element))
    }
    if let known = steps.number(of: step.text, below: parent) { return known }
    var tests: [PreparedRule.Test] = []
    var pays = true
    for condition in step.conditions {
      tests.append(prepareTest(condition))
      if case .xpath(_, answers: nil) = tests[tests.count - 1] { continue }
      pays = false
    }
    let whole = pays ? prepareXPath(step.text) : nil
    return steps.add(step.text, below: parent, .conditions(element, tests, whole: whole))
  }

  private mutating func prepareTest(_ text: String) -> PreparedRule.Test {
    guard let parsed = parse(text) else { return .xpath(prepareXPath(text), answers: nil) }
    if means == .table, let condition = compiler.condition(parsed) { return .table(condition) }
    guard means != .libxml2AsWritten, let empty = Answers(parsed, compiler) else {
      return .xpath(prepareXPath(text), answers: nil)
    }
    answers.append(empty)
    return .xpath(prepareXPath(text), answers: answers.count - 1)
  }

  mutating func preparePart(_ text: String) -> PreparedPart {
    if means == .table, let parsed = parse(text), let text = compiler.text(parsed) { return .table(text) }
    return .xpath(prepareXPath(text))
  }

  private mutating func prepareXPath(_ text: String) -> XPathMachine.Expression {
    tree.use(text, compiler, &machine)
    return machine.add(means == .libxml2AsWritten ? text : UsedNames.askingForOneAttribute(text))
  }

  /// Nil where it is no expression: libxml2 says what is wrong with it.
  private func parse(_ text: String) -> XPathExpression? {
    do throws(XPathSyntaxError) { return try XPathParser.parse(text) } catch { return nil }
  }

  /// Fills the selection of a context for the present document, once.
  mutating func select(_ context: Int, for rule: Int) throws(EvaluationError) {
    if contexts[context].generation == generation { return }
    var selection: [Int] = []
    swap(&selection, &contexts[context].selection)
    selection.removeAll(keepingCapacity: true)
    switch contexts[context].selector {
    case .table(let alternatives):
      for alternative in alternatives {
        _ = compiler.program.reaches(.collect, along: alternative, view, at: 0, &selection)
      }
      if alternatives.count > 1 { selection = Set(selection).sorted() }
    case .steps(let paths):
      for path in paths { try take(path, into: &selection, for: rule) }
      if paths.count > 1 { selection = Set(selection).sorted() }
    case .xpath(let expression):
      try evaluating(rule) { machine throws(XMLError) in try machine.select(expression, at: -1, into: &selection) }
    }
    swap(&selection, &contexts[context].selection)
    contexts[context].generation = generation
  }

  /// Runs what may fail in libxml2, on the tree of the present document, and names the rule if it does.
  mutating func evaluating<Value>(
    _ rule: Int, _ body: (inout XPathMachine) throws(XMLError) -> Value
  ) throws(EvaluationError) -> Value {
    tree.fill(&machine, with: view)
    do throws(XMLError) {
      return try body(&machine)
    } catch {
      throw EvaluationError(rule: set.rules[rule].id, problem: error.description)
    }
  }

  /// What one assertion says of a node where it does not hold.
  mutating func finding(
    _ rule: Int, _ clause: Int, _ test: Int, _ node: Int
  ) throws(EvaluationError) -> Finding {
    let place = MessagePlace(rule: rule, clause: clause, assertion: test)
    let assertion = set.rules[rule].clauses[clause].assertions[test]
    let parts = messages[place] ?? prepareMessage(assertion.message)
    messages[place] = parts
    var message = ""
    for part in parts {
      switch part {
      case .text(let text): message += text
      case .table(let text): message += String(decoding: compiler.program.text(text, view, at: node), as: UTF8.self)
      case .xpath(let expression):
        message += try evaluating(rule) { machine throws(XMLError) in try machine.string(expression, at: node) }
      }
    }
    let found = view.document.nodes[node]
    return Finding(
      rule: set.rules[rule].id, assertion: assertion.id, severity: assertion.severity, message: folded(message),
      authority: assertion.authority, range: found.range, position: found.position, excerpt: found.excerpt, node: node)
  }

  private mutating func prepareMessage(_ message: [Rule.MessagePart]) -> [PreparedPart] {
    var parts: [PreparedPart] = []
    for part in message {
      switch part {
      case .text(let text): parts.append(.text(text))
      case .value(let expression): parts.append(preparePart(expression))
      }
    }
    return parts
  }
}
