/// What contexts and their steps select in the present document, each taken once.
struct Selections {
  struct Selection {
    /// The document for which it was made.
    var generation = 0
    /// A stretch of `pool`.
    var nodes = 0..<0
  }

  /// The nodes of all selections, those of one together; the first is the document's own.
  var pool: [Int32] = []
  var steps: [Selection] = []
  var contexts: [Selection] = []
  /// Twice the number of the document in which a gate or question was last answered, and one more where that was yes.
  var gates: [Int] = []
  var questions: [Int] = []
  private(set) var generation = 0

  mutating func makeRoom(for plan: RulePlan) {
    steps = Array(repeating: Selection(), count: plan.steps.count)
    contexts = Array(repeating: Selection(), count: plan.contexts.count)
    gates = Array(repeating: 0, count: plan.gates.count)
    questions = Array(repeating: 0, count: plan.questions.count)
  }

  mutating func begin() {
    generation += 1
    pool.removeAll(keepingCapacity: true)
    pool.append(Int32(DocumentTable.documentNode))
  }
}

extension CompiledEvaluator {
  /// The stretch of the pool that a context selects, in the order of the tree.
  mutating func select(_ context: Int) -> Range<Int> {
    if selections.contexts[context].generation == selections.generation { return selections.contexts[context].nodes }
    let alternatives = plan.contexts[context].alternatives
    let nodes = alternatives.count == 1 ? take(alternative: alternatives.lowerBound) : select(anyOf: alternatives)
    selections.contexts[context] = Selections.Selection(generation: selections.generation, nodes: nodes)
    return nodes
  }

  private mutating func select(anyOf alternatives: Range<Int>) -> Range<Int> {
    var only = 0..<0
    var all: [Int32] = []
    for alternative in alternatives {
      let part = take(alternative: alternative)
      if part.isEmpty { continue }
      // Mostly one of them selects something.
      if only.isEmpty {
        only = part
      } else {
        if all.isEmpty { all += selections.pool[only] }
        all += selections.pool[part]
      }
    }
    if all.isEmpty { return only }
    machine.table.order(&all)
    return add(all)
  }

  private mutating func add(_ nodes: [Int32]) -> Range<Int> {
    selections.pool += nodes
    return (selections.pool.count - nodes.count)..<selections.pool.count
  }

  private mutating func take(alternative: Int) -> Range<Int> {
    let alternative = plan.alternatives[alternative]
    if !isOpen(alternative.gate) { return 0..<0 }
    switch alternative.selector {
    case .document: return 0..<1
    case .step(let step): return take(step: step)
    case .path(let path):
      var found = machine.nodes(path, at: 0)
      machine.table.order(&found)
      // What is above the document is no part of it.
      if found.first == 0 { found.removeFirst() }
      return add(found)
    }
  }

  /// Whether all questions of a gate are answered with yes.
  @inline(__always)
  mutating func isOpen(_ gate: Int) -> Bool {
    let known = selections.gates[gate]
    return known >> 1 == selections.generation ? known & 1 == 1 : answer(gate: gate)
  }

  private mutating func answer(gate: Int) -> Bool {
    var isOpen = true
    for place in plan.gates[gate] {
      isOpen = answer(question: plan.asked[place])
      if !isOpen { break }
    }
    selections.gates[gate] = selections.generation << 1 | (isOpen ? 1 : 0)
    return isOpen
  }

  mutating func answer(question: Int) -> Bool {
    let known = selections.questions[question]
    if known >> 1 == selections.generation { return known & 1 == 1 }
    let holds = machine.holds(plan.questions[question], at: DocumentTable.documentNode)
    selections.questions[question] = selections.generation << 1 | (holds ? 1 : 0)
    return holds
  }

  /// What a step selects, those above it first. O(nodes selected), besides what conditions cost.
  mutating func take(step number: Int) -> Range<Int> {
    if selections.steps[number].generation == selections.generation { return selections.steps[number].nodes }
    let step = plan.steps[number]
    var nodes = 0..<0
    if step.parent >= 0 {
      let above = take(step: step.parent)
      let first = selections.pool.count
      for place in above { machine.collect(step.row, from: Int(selections.pool[place]), &selections.pool) }
      nodes = first..<selections.pool.count
    } else {
      let first = selections.pool.count
      takeChildren(step)
      nodes = first..<selections.pool.count
    }
    selections.steps[number] = Selections.Selection(generation: selections.generation, nodes: nodes)
    return nodes
  }

  /// Children of the document are found by their names.
  private mutating func takeChildren(_ step: RulePlan.Step) {
    var child = Int(machine.table.firstOfName[Int(step.element)])
    if child < 0 { return }
    guard let conditions = step.conditions else {
      return machine.collect(step.row, from: DocumentTable.documentNode, &selections.pool)
    }
    while child >= 0 {
      if machine.hold(conditions, at: child) { selections.pool.append(Int32(truncatingIfNeeded: child)) }
      child = Int(machine.table.nodes[child].nextSame)
    }
  }
}
