package import MarkingModel
import XMLKit

/// Evaluates rules with libxml2's XPath, and without it where the table of the marking document is enough.
///
/// Most expressions compare attributes along short paths; those are evaluated over the table itself, an order of
/// magnitude faster (`TableCompiler`). libxml2 evaluates everything else on a tree that is made when it is first needed
/// and holds only the attributes that are named there. A rule is prepared when a document first comes within its reach.
/// What contexts have in common is selected once a document (`ContextSteps`), and what looks at attributes of one element
/// alone is evaluated once for the same values (`Answers`). O(rules + nodes judged) for each document, besides what an
/// expression itself costs.
package struct LibXML2Evaluator: ~Copyable, RuleEvaluator {
  let set: RuleSet
  let means: Means
  var machine: XPathMachine
  var tree: DocumentTree
  var view = TableView()
  var compiler = TableCompiler()
  var rules: [PreparedRule?]
  var contexts: [PreparedContext] = []
  var steps = ContextSteps()
  var clauses: [PreparedRule.Clause] = []
  /// Numbers of tests.
  var clauseTests: [Int] = []
  /// Every test and condition once, and as it is written.
  var tests: [PreparedTest] = []
  var testTexts: [String] = []
  var testNumbers: [String: Int] = [:]
  var answers: [Answers] = []
  var contextNumbers: [String: Int] = [:]
  /// By rule, clause and assertion: the messages that were written before.
  var messages: [MessagePlace: [PreparedPart]] = [:]
  private let gates: [Gate]
  private let isSelected: [Bool]
  private let forms: [String]
  private(set) var generation = 0
  /// The document in which each node was last taken by a clause of the rule that is being judged.
  private var taken: [Int] = []
  private var turn = 0

  /// What evaluates the expressions of rules.
  package enum Means: Sendable {
    /// The table where it can, libxml2 for the rest.
    case table
    /// libxml2 alone; contexts are shared step by step, and nothing is evaluated twice for the same values.
    case libxml2
    /// libxml2 alone, each expression as it is written: the oracle in tests.
    case libxml2AsWritten
  }

  /// Which assertion of the set.
  struct MessagePlace: Hashable {
    var rule: Int
    var clause: Int
    var assertion: Int
  }

  package init(_ set: RuleSet, by means: Means = .table) throws(EvaluationError) {
    // Everything is made in variables first: Swift 6.3 destroys fields of a noncopyable struct that were never
    // initialised where an initialiser that can throw fills them one by one (release builds only).
    var machine: XPathMachine
    do throws(XMLError) {
      machine = try XPathMachine()
    } catch {
      throw EvaluationError(rule: "", problem: error.description)
    }
    let tree = DocumentTree(&machine)
    var forms: [String] = []
    let gates = set.rules.map { Gate($0.reach, &forms) }
    self.set = set
    self.means = means
    self.machine = machine
    self.tree = tree
    self.gates = gates
    self.forms = forms
    isSelected = set.rules.map { !set.unselected.contains($0.id) }
    rules = Array(repeating: nil, count: set.rules.count)
  }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    begin(document)
    let form = document.word(.form, of: 0).flatMap(forms.firstIndex(of:)).map { UInt64(1) << UInt64($0) } ?? 0
    let day = document.number(.day, of: 0)
    var result = CheckResult(rules: [], findings: [])
    result.rules.reserveCapacity(set.rules.count)
    let exclusions = set.rules.indices.map { index in
      isSelected[index] ? gates[index].exclusion(form: form, day: day) : .notSelected
    }
    // All before the first is judged: the tree is filled with what they name, once.
    for index in set.rules.indices where exclusions[index] == nil && rules[index] == nil { _ = prepare(index) }
    for index in set.rules.indices {
      let exclusion = exclusions[index]
      let outcome: RuleResult.Outcome
      var judged = 0
      if let exclusion {
        outcome = .notApplicable(exclusion)
      } else {
        let before = result.findings.count
        judged = try judge(index, recordingJudgements, &result)
        outcome = judged == 0 ? .notApplicable(.nothingToJudge) : result.findings.count > before ? .failed : .passed
      }
      result.rules.append(RuleResult(rule: set.rules[index].id, outcome: outcome, judged: judged))
    }
    result.findings.sort {
      ($0.range.start, $0.rule, $0.assertion, $0.node) < ($1.range.start, $1.rule, $1.assertion, $1.node)
    }
    for inner in document.quoted {
      result.quoted.append(try check(inner, recordingJudgements: recordingJudgements))
    }
    return result
  }

  private mutating func begin(_ document: MarkingDocument) {
    generation += 1
    view.fill(with: document, &compiler.symbols)
    tree.begin()
    if taken.count < document.nodes.count { taken = Array(repeating: 0, count: document.nodes.count * 2) }
  }

  /// Judges what one rule is about and returns how many nodes that were.
  private mutating func judge(
    _ rule: Int, _ recording: Bool, _ result: inout CheckResult
  ) throws(EvaluationError) -> Int {
    turn += 1
    var judged = 0
    let before = result.judgements.count
    let clausesOfRule = prepare(rule).clauses
    for number in clausesOfRule {
      let clause = clauses[number]
      try select(clause.context, for: rule)
      for place in contexts[clause.context].selection.indices {
        let node = contexts[clause.context].selection[place]
        // In a pattern the first clause that selects a node judges it.
        if taken[node] == turn { continue }
        taken[node] = turn
        judged += 1
        if recording {
          result.judgements.append(Judgement(rule: rule, clause: number - clausesOfRule.lowerBound, node: node))
        }
        for test in clause.tests {
          if try holds(clauseTests[test], at: node, for: rule) { continue }
          let place = MessagePlace(
            rule: rule, clause: number - clausesOfRule.lowerBound, assertion: test - clause.tests.lowerBound)
          result.findings.append(try finding(place, node))
        }
      }
    }
    if recording {
      result.judgements[before...].sort { ($0.node, $0.clause) < ($1.node, $1.clause) }
    }
    return judged
  }
}
