import MarkingModel

// What may select a node of an element, and what that depends on.
extension RuleCompiler {
  /// Enters the alternatives of a rule at the elements of their last steps. A rule with a path that is walked as a whole is
  /// judged apart.
  mutating func addCandidates(of rule: Int) {
    let clauses = plan.rows[rule].clauses
    let alternatives = clauses.flatMap { clause in
      plan.contexts[plan.clauses[clause].context].alternatives.map { (clause, plan.alternatives[$0]) }
    }
    for (_, alternative) in alternatives {
      if case .path = alternative.selector { return }
    }
    plan.rows[rule].isByNode = true
    let gates = alternatives.map(\.1.gate).eachOnce
    plan.rows[rule].questions = gates.flatMap { plan.asked[plan.gates[$0]] }.eachOnce
    for (clause, alternative) in alternatives {
      let last = if case .step(let step) = alternative.selector { step } else { -1 }
      let element = last < 0 ? ElementName.document.ordinal : Int(plan.steps[last].element)
      plan.candidates[element].append(
        RulePlan.Candidate(
          rule: Int32(rule), clause: Int32(clause), gate: Int32(alternative.gate), step: Int32(last)))
      for test in plan.clauses[clause].tests { note(plan.tests[test], askedOf: element) }
    }
  }

  /// Notes what a step asks of the nodes that it comes to.
  mutating func note(_ step: RulePlan.Step) {
    let (row, element) = (compiler.program.steps[Int(step.row)], Int(step.element))
    for place in row.before.range { note(compiler.program.lists[place], askedOf: element) }
    for place in row.after.range { note(compiler.program.lists[place], askedOf: element) }
    if row.place != .any { asked[element].asksForPlace = true }
  }

  /// Notes what a condition asks of a node: what `Machine.decided` looks at.
  mutating func note(_ condition: Program.Index, askedOf element: Int) {
    switch compiler.program.conditions[Int(condition)] {
    case .not(let inner): note(inner, askedOf: element)
    case .and(let left, let right), .or(let left, let right), .conditions(let left, let right, _):
      note(left, askedOf: element)
      note(right, askedOf: element)
    case .has(let attribute), .isOrdered(let attribute, _, _): asked[element].note(attribute)
    case .isValue(let attribute, let value, _): asked[element].note(attribute) { $0.compare(with: value) }
    case .isNumber(let attribute, _, let number): asked[element].note(attribute) { $0.compare(with: number) }
    case let other:
      if let comparison = NodeQuestions.Comparison(other) { asked[element].note(comparison, condition) }
    }
  }
}
