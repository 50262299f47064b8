import MarkingModel
import XMLKit

extension LibXML2Evaluator {
  /// Fills the selection of a context for the present document, once.
  mutating func select(_ context: Int, for rule: Int) throws(EvaluationError) {
    if contexts[context].generation == generation { return }
    contexts[context].generation = generation
    var selection: [Int] = []
    swap(&selection, &contexts[context].selection)
    selection.removeAll(keepingCapacity: true)
    switch contexts[context].selector {
    case .paths(let paths):
      for path in paths { try take(steps.paths[path], into: &selection, for: rule) }
      if paths.count > 1 { Self.mergeInOrder(&selection) }
    case .table(let alternatives):
      for alternative in alternatives {
        _ = compiler.program.reaches(.collect, along: alternative, view, at: 0, &selection)
      }
      if alternatives.count > 1 { Self.mergeInOrder(&selection) }
    case .xpath(let expression): try take(expression, -1, &selection, for: rule)
    }
    swap(&selection, &contexts[context].selection)
  }

  /// What several alternatives selected, each node once. O(n log n).
  private static func mergeInOrder(_ selection: inout [Int]) {
    selection.sort()
    var kept = 0
    for node in selection where kept == 0 || selection[kept - 1] != node {
      selection[kept] = node
      kept += 1
    }
    selection.removeLast(selection.count - kept)
  }

  /// Adds what one alternative of a context selects in the present document.
  private mutating func take(
    _ path: ContextSteps.Path, into selection: inout [Int], for rule: Int
  ) throws(EvaluationError) {
    for asked in path.questions where try !answer(steps.asked[asked], for: rule) { return }
    try take(path.last, for: rule)
    selection += steps.steps[path.last].selection
  }

  private mutating func answer(_ question: Int, for rule: Int) throws(EvaluationError) -> Bool {
    if steps.questions[question].generation == generation { return steps.questions[question].holds }
    if view.nodes.isEmpty { return false }
    if case .unread(let predicate) = steps.questions[question].kind {
      steps.questions[question].kind = read(questionAboutTheRoot: predicate)
    }
    var holds = true
    switch steps.questions[question].kind {
    case .conditions(let range): holds = try hold(range, at: 0, for: rule)
    case .xpath(let expression):
      holds = try evaluating(rule) { machine throws(XMLError) in try machine.holds(expression, at: -1) }
    case .unread: break
    }
    steps.questions[question].holds = holds
    steps.questions[question].generation = generation
    return holds
  }

  /// Fills the selection of a step for the present document, once, those above it first. O(nodes selected), besides what
  /// conditions cost.
  private mutating func take(_ number: Int, for rule: Int) throws(EvaluationError) {
    if steps.steps[number].generation == generation { return }
    steps.steps[number].generation = generation
    let parent = steps.steps[number].parent
    if parent >= 0 { try take(parent, for: rule) }
    var selection: [Int] = []
    swap(&selection, &steps.steps[number].selection)
    selection.removeAll(keepingCapacity: true)
    if parent < 0 {
      try take(number, -1, &selection, for: rule)
    } else {
      for place in steps.steps[parent].selection.indices {
        try take(number, steps.steps[parent].selection[place], &selection, for: rule)
      }
    }
    swap(&selection, &steps.steps[number].selection)
  }

  /// What a step selects from one node that was selected above it, -1 standing for what is above the root.
  private mutating func take(
    _ number: Int, _ node: Int, _ selection: inout [Int], for rule: Int
  ) throws(EvaluationError) {
    let element = steps.steps[number].element
    var child = view.first(element, below: node)
    if child < 0 { return }
    if case .unread(let place) = steps.steps[number].kind {
      steps.steps[number].kind = read(step: steps.written[place])
    }
    switch steps.steps[number].kind {
    case .all:
      while child >= 0 {
        selection.append(child)
        child = view.next(element, after: child)
      }
    case .conditions(let range, let whole):
      if let whole, view.hasMany(from: child) { return try take(whole, node, &selection, for: rule) }
      while child >= 0 {
        if try hold(range, at: child, for: rule) { selection.append(child) }
        child = view.next(element, after: child)
      }
    case .table(let path): _ = compiler.program.reaches(.collect, along: path, view, at: node, &selection)
    case .xpath(let expression): try take(expression, node, &selection, for: rule)
    case .unread: break
    }
  }

  private mutating func take(
    _ expression: XPathMachine.Expression, _ node: Int, _ selection: inout [Int], for rule: Int
  ) throws(EvaluationError) {
    try evaluating(rule) { machine throws(XMLError) in try machine.select(expression, at: node, into: &selection) }
  }

  private mutating func hold(_ range: Range<Int>, at node: Int, for rule: Int) throws(EvaluationError) -> Bool {
    for place in range where try !holds(steps.conditions[place], at: node, for: rule) { return false }
    return true
  }

  /// Whether a test holds at a node of the present document.
  mutating func holds(_ test: Int, at node: Int, for rule: Int) throws(EvaluationError) -> Bool {
    if case .unread = tests[test] { tests[test] = read(test: testTexts[test]) }
    switch tests[test] {
    case .table(let condition): return compiler.program.holds(condition, view, at: node)
    case .xpath(let expression, let number):
      if let number, let known = answers[number].answer(generation, view, at: node) { return known }
      let holds = try evaluating(rule) { machine throws(XMLError) in try machine.holds(expression, at: node) }
      if let number { answers[number].keep(holds, view, at: node) }
      return holds
    case .unread: return true
    }
  }
}
