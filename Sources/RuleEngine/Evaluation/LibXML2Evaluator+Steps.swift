import MarkingModel
import XMLKit

extension LibXML2Evaluator {
  /// Adds what one alternative of a context selects in the present document.
  mutating func take(
    _ path: ContextSteps.Path, into selection: inout [Int], for rule: Int
  ) throws(EvaluationError) {
    for question in path.questions where try !answer(question, for: rule) { return }
    try take(path.last, for: rule)
    selection += steps.steps[path.last].selection
  }

  private mutating func answer(_ question: Int, for rule: Int) throws(EvaluationError) -> Bool {
    if steps.questions[question].generation != generation {
      steps.questions[question].holds = try holds(steps.questions[question].test, at: 0, for: rule)
      steps.questions[question].generation = generation
    }
    return steps.questions[question].holds
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
    switch steps.steps[number].kind {
    case .children(let element):
      var child = view.first(element, below: node)
      while child >= 0 {
        selection.append(child)
        child = view.next(element, after: child)
      }
    case .conditions(let element, let tests, let whole):
      var child = view.first(element, below: node)
      if child < 0 { return }
      if let whole, view.hasMany(from: child) { return try take(whole, node, &selection, for: rule) }
      while child >= 0 {
        var isTaken = true
        for test in tests where isTaken { isTaken = try holds(test, at: child, for: rule) }
        if isTaken { selection.append(child) }
        child = view.next(element, after: child)
      }
    case .position(let element, let expression):
      if view.first(element, below: node) >= 0 { try take(expression, node, &selection, for: rule) }
    }
  }

  private mutating func take(
    _ expression: XPathMachine.Expression, _ node: Int, _ selection: inout [Int], for rule: Int
  ) throws(EvaluationError) {
    try evaluating(rule) { machine throws(XMLError) in try machine.select(expression, at: node, into: &selection) }
  }

  /// Whether a test holds at a node of the present document.
  mutating func holds(_ test: PreparedRule.Test, at node: Int, for rule: Int) throws(EvaluationError) -> Bool {
    switch test {
    case .table(let condition): return compiler.program.holds(condition, view, at: node)
    case .xpath(let expression, let number):
      if let number, let known = answers[number].answer(generation, view, at: node) { return known }
      let holds = try evaluating(rule) { machine throws(XMLError) in try machine.holds(expression, at: node) }
      if let number { answers[number].keep(holds, view, at: node) }
      return holds
    }
  }
}
