import MarkingModel
import XMLKit

extension LibXML2Evaluator {
  /// A rule made ready: the first time it is asked for, its contexts and tests get numbers.
  mutating func prepare(_ rule: Int) -> PreparedRule {
    if let prepared = rules[rule] { return prepared }
    let first = clauses.count
    for clause in set.rules[rule].clauses {
      let firstTest = clauseTests.count
      for assertion in clause.assertions { clauseTests.append(number(ofTest: assertion.test)) }
      clauses.append(
        PreparedRule.Clause(context: number(ofContext: clause.context), tests: firstTest..<clauseTests.count))
    }
    let prepared = PreparedRule(clauses: first..<clauses.count)
    rules[rule] = prepared
    return prepared
  }

  /// The same text has the same number: rules have many tests and conditions in common.
  private mutating func number(ofTest text: String) -> Int {
    if let known = testNumbers[text] { return known }
    // libxml2's tree is filled once a document if all that it has to hold is known before.
    if means != .table { tree.use(text, compiler, &machine) }
    tests.append(.unread)
    testTexts.append(text)
    testNumbers[text] = tests.count - 1
    return tests.count - 1
  }

  private mutating func number(ofContext text: String) -> Int {
    if let known = contextNumbers[text] { return known }
    let selector: PreparedContext.Selector
    if means != .table { tree.use(text, compiler, &machine) }
    if means != .libxml2AsWritten, let alternatives = ContextPath.alternatives(of: text) {
      selector = .paths(steps.add(alternatives, compiler))
    } else if means == .table, let parsed = parse(text), let alternatives = compiler.alternatives(parsed) {
      selector = .table(alternatives)
    } else {
      selector = .xpath(prepareXPath(text))
    }
    contexts.append(PreparedContext(selector: selector))
    contextNumbers[text] = contexts.count - 1
    return contexts.count - 1
  }

  mutating func read(questionAboutTheRoot predicate: String) -> ContextSteps.Question.Kind {
    if let conditions = read(predicates: [predicate]) { return .conditions(conditions) }
    return .xpath(prepareXPath("*[\(predicate)]"))
  }

  mutating func read(step: ContextPath.Step) -> ContextSteps.Kind {
    if let conditions = read(predicates: step.predicates) {
      return .conditions(conditions, whole: areDear(conditions) ? prepareXPath(step.text) : nil)
    }
    if means == .table, let parsed = parse(step.text), let path = compiler.elements(parsed) { return .table(path) }
    return .xpath(prepareXPath(step.text))
  }

  /// The conditions of predicates; nil if one asks for a position.
  private mutating func read(predicates: [String]) -> Range<Int>? {
    var found: [String] = []
    for predicate in predicates {
      guard let conditions = XPathExpression.conditions(ofPredicate: predicate) else { return nil }
      found += conditions
    }
    let first = steps.conditions.count
    for condition in found { steps.conditions.append(number(ofTest: condition)) }
    return first..<steps.conditions.count
  }

  /// Whether libxml2 has to evaluate all of them for every single node.
  private mutating func areDear(_ conditions: Range<Int>) -> Bool {
    for place in conditions {
      let test = steps.conditions[place]
      if case .unread = tests[test] { tests[test] = read(test: testTexts[test]) }
      guard case .xpath(_, answers: nil) = tests[test] else { return false }
    }
    return true
  }

  mutating func read(test text: String) -> PreparedTest {
    guard means != .libxml2AsWritten, let parsed = parse(text) else { return .xpath(prepareXPath(text), answers: nil) }
    if means == .table, let condition = compiler.condition(parsed) { return .table(condition) }
    guard let empty = Answers(parsed, compiler) else { return .xpath(prepareXPath(text), answers: nil) }
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
  mutating func finding(_ place: MessagePlace, _ node: Int) throws(EvaluationError) -> Finding {
    let rule = place.rule
    let assertion = set.rules[rule].clauses[place.clause].assertions[place.assertion]
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
    // A repair may repeat words of its place: only where the place may be shown.
    let isShown = found.range.isEmpty || found.excerpt == found.range
    return Finding(
      rule: set.rules[rule].id, assertion: assertion.id, severity: assertion.severity, message: folded(message),
      authority: assertion.authority, range: found.range, position: found.position, excerpt: found.excerpt, node: node,
      fix: isShown ? view.document.word(.fix, of: node) : nil)
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
