package import MarkingModel

/// Evaluates the compiled rules of a set over the tables of a marking document, and with libxml2 those that are outside the
/// compiled subset.
///
/// A rule costs next to nothing where the document has no element that it is about. What contexts have in common is
/// selected once a document, what asks about the document is answered once, and messages are written for findings only.
/// O(rules + attributes + nodes judged) for each document, besides what an expression itself costs.
package struct CompiledEvaluator: ~Copyable, RuleEvaluator {
  let rules: CompiledRules
  private let gates: [Gate]
  /// The result of a document that no rule has anything to judge in.
  private let blank: [RuleResult]
  var plan: RulePlan
  var machine = Machine()
  var selections = Selections()
  /// Evaluates what is outside the subset; made when it is first needed.
  private var outside: LibXML2Evaluator?
  /// By node: the last rule, counted over all documents, of which a clause took it.
  private var taken: [Int] = []
  private var turn = 0
  /// The rules that a document is judged by.
  private var due: [Int] = []

  /// For rules that other evaluators may use, too.
  package init(_ rules: CompiledRules) {
    self.rules = rules
    gates = rules.gates.gates
    blank = rules.set.rules.map { RuleResult(rule: $0.id, outcome: .notApplicable(.nothingToJudge), judged: 0) }
    plan = rules.plan
    machine.load(plan.program)
    selections.makeRoom(for: plan)
  }

  package init(_ set: RuleSet) { self.init(CompiledRules(set)) }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    var result = begin(document)
    for rule in due {
      let before = result.findings.count
      let judged =
        plan.rows[rule].state == .compiled
        ? judge(rule, recordingJudgements, &result) : try judge(outside: rule, recordingJudgements, &result)
      if judged == 0 { continue }
      result.rules[rule].judged = judged
      result.rules[rule].outcome = result.findings.count > before ? .failed : .passed
    }
    machine.table.forget()
    result.sortFindings()
    for inner in document.quoted {
      result.quoted.append(try check(inner, recordingJudgements: recordingJudgements))
    }
    return result
  }

  /// Says of each rule why it does not judge a document, notes the others in `due`, and sees to it that these are compiled.
  private mutating func begin(_ document: MarkingDocument) -> CheckResult {
    var present = ElementSet()
    for node in document.nodes { present.insert(node.name.ordinal) }
    let reach = rules.gates.reach(of: document)
    var result = CheckResult(rules: blank, findings: [])
    due.removeAll(keepingCapacity: true)
    var unread: [Int] = []
    for rule in plan.rows.indices {
      if let reason = gates[rule].exclusion(form: reach.form, day: reach.day) {
        result.rules[rule].outcome = .notApplicable(reason)
        continue
      }
      let row = plan.rows[rule]
      var place = row.elements.lowerBound
      while place < row.elements.upperBound, !plan.elements[place].isSubset(of: present) { place += 1 }
      if place == row.elements.upperBound { continue }
      due.append(rule)
      if row.state == .unread { unread.append(rule) }
    }
    if !unread.isEmpty { compile(unread) }
    machine.begin(document)
    outside?.begin(document)
    selections.begin()
    if taken.count < machine.table.nodes.count {
      taken = Array(repeating: 0, count: machine.table.nodes.count * 2)
    }
    return result
  }

  private mutating func compile(_ unread: [Int]) {
    // What nobody else holds need not be copied to be added to.
    plan = RulePlan(rows: [])
    machine.load(Program())
    plan = rules.plan(compiling: unread)
    machine.load(plan.program)
    selections.makeRoom(for: plan)
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
  private mutating func finding(
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
