package import MarkingModel
import XMLKit

/// Evaluates rules with libxml2's XPath.
///
/// A context that several rules share is selected once a document, a rule whose elements do not occur is not evaluated
/// at all, and the tree holds only the attributes that some rule names. O(rules + nodes judged) for each document.
package struct LibXML2Evaluator: ~Copyable, RuleEvaluator {
  private struct Clause {
    var context: Int
    /// What the context can select; nil where that is not known.
    var targets: [ElementName]?
    var tests: [XPathMachine.Expression]
    /// For each assertion the expressions of its message, in order.
    var values: [[XPathMachine.Expression]]
  }

  private struct Context {
    var expression: XPathMachine.Expression
    var selection: [Int] = []
    /// The document for which `selection` was made.
    var generation = 0
  }

  private let set: RuleSet
  private var machine: XPathMachine
  private var tree: DocumentTree
  private let clauses: [[Clause]]
  private var contexts: [Context]
  private var generation = 0

  package init(_ set: RuleSet) throws(EvaluationError) {
    // Everything is made in variables first: Swift 6.3 destroys fields of a noncopyable struct that were never
    // initialised where an initialiser that can throw fills them one by one (release builds only).
    var machine: XPathMachine
    do throws(XMLError) {
      machine = try XPathMachine()
    } catch {
      throw EvaluationError(rule: "", problem: error.description)
    }
    var used = UsedNames()
    var contexts: [Context] = []
    var known: [String: Int] = [:]
    var clauses: [[Clause]] = []
    for rule in set.rules {
      var prepared: [Clause] = []
      for clause in rule.clauses {
        used.add(clause.context)
        let context = known[clause.context] ?? contexts.count
        if context == contexts.count {
          known[clause.context] = context
          contexts.append(Context(expression: machine.add(clause.context)))
        }
        prepared.append(Self.prepare(clause, context: context, &machine, &used))
      }
      clauses.append(prepared)
    }
    let tree = DocumentTree(&machine, used)
    self.set = set
    self.machine = machine
    self.tree = tree
    self.clauses = clauses
    self.contexts = contexts
  }

  private static func prepare(
    _ clause: Rule.Clause, context: Int, _ machine: inout XPathMachine, _ used: inout UsedNames
  ) -> Clause {
    var tests: [XPathMachine.Expression] = []
    var values: [[XPathMachine.Expression]] = []
    for assertion in clause.assertions {
      used.add(assertion.test)
      tests.append(machine.add(assertion.test))
      var parts: [XPathMachine.Expression] = []
      for case .value(let path) in assertion.message {
        used.add(path)
        parts.append(machine.add(path))
      }
      values.append(parts)
    }
    return Clause(context: context, targets: targets(of: clause.context), tests: tests, values: values)
  }

  private static func targets(of context: String) -> [ElementName]? {
    UsedNames.targets(ofContext: context)?.compactMap(ElementName.init(rawValue:))
  }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    generation += 1
    tree.fill(&machine, with: document)
    let form = document.word(.form, of: 0) ?? ""
    let day = document.number(.day, of: 0)
    var result = CheckResult(rules: [], findings: [])
    result.rules.reserveCapacity(set.rules.count)
    for index in set.rules.indices {
      let rule = set.rules[index]
      let exclusion = set.unselected.contains(rule.id) ? .notSelected : rule.reach.exclusion(form: form, day: day)
      if let reason = exclusion {
        result.rules.append(RuleResult(rule: rule.id, outcome: .notApplicable(reason), judged: 0))
        continue
      }
      let before = result.findings.count
      let judged = try judge(index, document, recordingJudgements, &result)
      let outcome: RuleResult.Outcome =
        judged == 0 ? .notApplicable(.nothingToJudge) : result.findings.count > before ? .failed : .passed
      result.rules.append(RuleResult(rule: rule.id, outcome: outcome, judged: judged))
    }
    result.findings.sort {
      ($0.range.start, $0.rule, $0.assertion, $0.node) < ($1.range.start, $1.rule, $1.assertion, $1.node)
    }
    for inner in document.quoted {
      result.quoted.append(try check(inner, recordingJudgements: recordingJudgements))
    }
    return result
  }

  /// Judges what one rule is about and returns how many nodes that were.
  private mutating func judge(
    _ rule: Int, _ document: MarkingDocument, _ recording: Bool, _ result: inout CheckResult
  ) throws(EvaluationError) -> Int {
    var judged = 0
    var taken: Set<Int> = []
    let before = result.judgements.count
    for number in clauses[rule].indices {
      if let targets = clauses[rule][number].targets, !targets.contains(where: tree.present.contains) { continue }
      let context = clauses[rule][number].context
      let id = set.rules[rule].id
      if contexts[context].generation != generation {
        let expression = contexts[context].expression
        var selection: [Int] = []
        swap(&selection, &contexts[context].selection)
        try evaluating(id) { machine throws(XMLError) in try machine.select(expression, into: &selection) }
        swap(&selection, &contexts[context].selection)
        contexts[context].generation = generation
      }
      for node in contexts[context].selection {
        // In a pattern the first clause that selects a node judges it.
        if clauses[rule].count > 1, !taken.insert(node).inserted { continue }
        judged += 1
        if recording { result.judgements.append(Judgement(rule: rule, clause: number, node: node)) }
        for test in clauses[rule][number].tests.indices {
          let expression = clauses[rule][number].tests[test]
          let holds = try evaluating(id) { machine throws(XMLError) in try machine.holds(expression, at: node) }
          if !holds { result.findings.append(try finding(rule, number, test, node, document)) }
        }
      }
    }
    if recording, clauses[rule].count > 1 {
      result.judgements[before...].sort { ($0.node, $0.clause) < ($1.node, $1.clause) }
    }
    return judged
  }

  private mutating func finding(
    _ rule: Int, _ clause: Int, _ test: Int, _ node: Int, _ document: MarkingDocument
  ) throws(EvaluationError) -> Finding {
    let assertion = set.rules[rule].clauses[clause].assertions[test]
    let id = set.rules[rule].id
    var message = ""
    var next = 0
    for part in assertion.message {
      switch part {
      case .text(let text): message += text
      case .value:
        let expression = clauses[rule][clause].values[test][next]
        next += 1
        message += try evaluating(id) { machine throws(XMLError) in try machine.string(expression, at: node) }
      }
    }
    let place = document.nodes[node]
    return Finding(
      rule: id, assertion: assertion.id, severity: assertion.severity,
      message: message.split(whereSeparator: \.isWhitespace).joined(separator: " "), authority: assertion.authority,
      range: place.range, position: place.position, excerpt: place.excerpt, node: node)
  }

  /// Runs what may fail in libxml2, and names the rule if it does.
  private mutating func evaluating<Value>(
    _ rule: String, _ body: (inout XPathMachine) throws(XMLError) -> Value
  ) throws(EvaluationError) -> Value {
    do throws(XMLError) {
      return try body(&machine)
    } catch {
      throw EvaluationError(rule: rule, problem: error.description)
    }
  }
}
