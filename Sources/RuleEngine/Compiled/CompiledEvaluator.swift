package import MarkingModel

/// Evaluates the compiled rules of a set over the tables of a marking document, and with libxml2 those that are outside the
/// compiled subset.
///
/// A rule costs next to nothing where the document has no element that it is about. Nodes that are alike are judged once,
/// over all documents (`NodeClasses`); what depends on other nodes is evaluated at each. What contexts have in common is
/// selected once a document, what asks about the document is answered once, and messages are written for findings only.
/// O(rules + attributes + nodes judged) for each document, besides what an expression itself costs.
package struct CompiledEvaluator: ~Copyable, RuleEvaluator {
  let rules: CompiledRules
  var plan: RulePlan
  var machine = Machine()
  var selections = Selections()
  private var admissions: Admissions
  var answers = Answers()
  var classes = NodeClasses()
  /// By node: the number of its class; -1 for one that is judged by itself.
  var classOf: [Int32] = []
  /// By rule: how many nodes it judged, node by node, and whether one failed.
  var counts: [Int]
  var failed: [Bool]
  /// Evaluates what is outside the subset; made when it is first needed.
  private var outside: LibXML2Evaluator?
  /// By node: the last rule, counted over all documents, of which a clause took it.
  private var taken: [Int] = []
  private var turn = 0

  /// For rules that other evaluators may use, too.
  package init(_ rules: CompiledRules) {
    self.rules = rules
    plan = rules.plan
    admissions = Admissions(rules, plan)
    counts = Array(repeating: 0, count: plan.rows.count)
    failed = Array(repeating: false, count: plan.rows.count)
    machine.load(plan.program, plan.keys)
    selections.makeRoom(for: plan)
  }

  package init(_ set: RuleSet) { self.init(CompiledRules(set)) }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    let (number, admission) = begin(document)
    var result = CheckResult(rules: admission.results, findings: [])
    try judgeApart(admission.apart, recordingJudgements, &result)
    // What a step takes is looked for in the order of the nodes.
    if machine.table.isInTreeOrder {
      judgeNodes(admission, number, recordingJudgements, &result)
    } else {
      try judgeApart(admission.byNode, recordingJudgements, &result)
    }
    if recordingJudgements {
      result.judgements.sort { ($0.rule, $0.node, $0.clause) < ($1.rule, $1.node, $1.clause) }
    }
    machine.table.forget()
    result.sortFindings()
    for inner in document.quoted {
      result.quoted.append(try check(inner, recordingJudgements: recordingJudgements))
    }
    return result
  }

  /// Judges by rules one after the other.
  private mutating func judgeApart(
    _ numbers: [Int], _ recording: Bool, _ result: inout CheckResult
  ) throws(EvaluationError) {
    for rule in numbers {
      let before = result.findings.count
      let judged =
        plan.rows[rule].state == .compiled
        ? judge(rule, recording, &result) : try judge(outside: rule, recording, &result)
      if judged == 0 { continue }
      result.rules[rule].judged = judged
      result.rules[rule].outcome = result.findings.count > before ? .failed : .passed
    }
  }

  /// Which rules judge a document. Sees to it that these are compiled.
  private mutating func begin(_ document: MarkingDocument) -> (Int, Admissions.Admission) {
    if classes.isFull || answers.isFull || admissions.isFull { forgetKinds() }
    var (number, admission) = admissions.admission(of: document, plan)
    if !admission.unread.isEmpty {
      compile(admission.unread)
      (number, admission) = admissions.admission(of: document, plan)
    }
    machine.begin(document)
    outside?.begin(document)
    selections.begin()
    let count = machine.table.nodes.count
    if taken.count < count { taken = Array(repeating: 0, count: count * 2) }
    if classOf.count < count { classOf = Array(repeating: -1, count: count * 2) }
    return (number, admission)
  }

  private mutating func compile(_ unread: [Int]) {
    // What nobody else holds need not be copied to be added to.
    plan = RulePlan(rows: [])
    machine.load(Program(), NodeKeys())
    plan = rules.plan(compiling: unread)
    machine.load(plan.program, plan.keys)
    selections.makeRoom(for: plan)
    forgetKinds()
  }

  /// Forgets what is known of documents and nodes that are alike.
  private mutating func forgetKinds() {
    admissions.removeAll()
    answers.removeAll()
    classes.removeAll()
  }

  /// Judges what one rule is about and returns how many nodes that were.
  private mutating func judge(_ rule: Int, _ recording: Bool, _ result: inout CheckResult) -> Int {
    turn += 1
    var judged = 0
    let before = result.judgements.count
    let clauses = plan.rows[rule].clauses
    let isAlone = clauses.count == 1
    for number in clauses {
      let clause = plan.clauses[number]
      let selection = select(clause.context)
      for place in selection {
        let node = Int(selections.pool[place])
        // In a pattern the first clause that selects a node judges it.
        if !isAlone {
          if taken[node] == turn { continue }
          taken[node] = turn
        }
        judged += 1
        if recording {
          result.judgements.append(Judgement(rule: rule, clause: number - clauses.lowerBound, node: node - 1))
        }
        for test in clause.tests where !machine.holds(plan.tests[test], at: node) {
          let place = (number - clauses.lowerBound, test - clause.tests.lowerBound)
          result.findings.append(finding(rule, place, message: plan.messages[test], node))
        }
      }
    }
    if recording {
      result.judgements[before...].sort { ($0.node, $0.clause) < ($1.node, $1.clause) }
    }
    return judged
  }

  /// What one assertion says of a node where it does not hold.
  mutating func finding(
    _ rule: Int, _ place: (clause: Int, assertion: Int), message parts: [RulePlan.MessagePart], _ node: Int
  ) -> Finding {
    var message = ""
    for part in parts {
      switch part {
      case .text(let text): message += text
      case .value(let value): message += String(decoding: machine.text(value, at: node), as: UTF8.self)
      }
    }
    let rule = rules.set.rules[rule]
    return rule.clauses[place.clause].assertions[place.assertion].finding(
      of: rule.id, saying: message, at: node - 1, in: machine.table.document)
  }

  private mutating func judge(
    outside rule: Int, _ recording: Bool, _ result: inout CheckResult
  ) throws(EvaluationError) -> Int {
    if outside == nil {
      outside = try LibXML2Evaluator(rules.set)
      outside?.begin(machine.table.document)
    }
    return try outside?.judge(rule, recording, &result) ?? 0
  }
}
