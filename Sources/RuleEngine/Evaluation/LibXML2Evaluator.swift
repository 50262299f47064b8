package import MarkingModel
import XMLKit

/// Evaluates rules with libxml2's XPath: the oracle for `CompiledEvaluator`, and what evaluates the rules that are outside
/// its subset.
///
/// The document is put into a tree of libxml2's when a rule first asks for it, with the attributes that expressions name.
/// A rule is prepared when a document first comes within its reach.
package struct LibXML2Evaluator: ~Copyable, RuleEvaluator {
  private struct Clause {
    /// Its place in `contexts`.
    var context: Int
    var tests: [XPathMachine.Expression]
  }

  private enum MessagePart {
    case text(String)
    case value(XPathMachine.Expression)
  }

  /// Which assertion of the set.
  private struct MessagePlace: Hashable {
    var rule: Int
    var clause: Int
    var assertion: Int
  }

  private let set: RuleSet
  private let gates: Gates
  var machine: XPathMachine
  private var tree: DocumentTree
  private var document = MarkingDocument()
  var names: Set<ElementName> = []
  private var rules: [[Clause]?]
  var contexts: [Context] = []
  var paths: [Path] = []
  var pathNumbers: [String: Int] = [:]
  var conditions: [Condition] = []
  var conditionNumbers: [String: Int] = [:]
  var contextNumbers: [String: Int] = [:]
  private var tests: [String: XPathMachine.Expression] = [:]
  private var messages: [MessagePlace: [MessagePart]] = [:]
  var generation = 0
  /// By node: the last rule, counted over all documents, of which a clause took it.
  private var taken: [Int] = []
  private var turn = 0

  package init(_ set: RuleSet) throws(EvaluationError) {
    // Everything is made in variables first: Swift 6.3 destroys fields of a noncopyable struct that were never
    // initialised where an initialiser that can throw fills them one by one (release builds only).
    var machine: XPathMachine
    do throws(XMLError) {
      machine = try XPathMachine()
    } catch {
      throw EvaluationError(rule: "", problem: error.description)
    }
    let tree = DocumentTree(&machine)
    self.set = set
    gates = Gates(set)
    self.machine = machine
    self.tree = tree
    rules = Array(repeating: nil, count: set.rules.count)
  }

  package mutating func check(
    _ document: MarkingDocument, recordingJudgements: Bool
  ) throws(EvaluationError) -> CheckResult {
    begin(document)
    let reach = gates.reach(of: document)
    let exclusions = set.rules.indices.map { gates.exclusion(of: $0, reach) }
    // All before the first is judged: the tree is filled with what they name, once.
    for rule in set.rules.indices where exclusions[rule] == nil { _ = prepare(rule) }
    var result = CheckResult(rules: [], findings: [])
    for rule in set.rules.indices {
      var outcome = RuleResult.Outcome.notApplicable(exclusions[rule] ?? .nothingToJudge)
      var judged = 0
      if exclusions[rule] == nil {
        let before = result.findings.count
        judged = try judge(rule, recordingJudgements, &result)
        if judged > 0 { outcome = result.findings.count > before ? .failed : .passed }
      }
      result.rules.append(RuleResult(rule: set.rules[rule].id, outcome: outcome, judged: judged))
    }
    result.sortFindings()
    for inner in document.quoted {
      result.quoted.append(try check(inner, recordingJudgements: recordingJudgements))
    }
    return result
  }

  /// Takes the next document.
  mutating func begin(_ document: MarkingDocument) {
    generation += 1
    self.document = document
    names.removeAll(keepingCapacity: true)
    for node in document.nodes { names.insert(node.name) }
    tree.begin()
    if taken.count < document.nodes.count { taken = Array(repeating: 0, count: document.nodes.count * 2) }
  }

  /// Judges what one rule is about in the present document and returns how many nodes that were.
  mutating func judge(_ rule: Int, _ recording: Bool, _ result: inout CheckResult) throws(EvaluationError) -> Int {
    turn += 1
    var judged = 0
    let before = result.judgements.count
    for (number, clause) in prepare(rule).enumerated() {
      for node in try selection(of: clause.context, for: rule) {
        // In a pattern the first clause that selects a node judges it.
        if taken[node] == turn { continue }
        taken[node] = turn
        judged += 1
        if recording { result.judgements.append(Judgement(rule: rule, clause: number, node: node)) }
        for (assertion, test) in clause.tests.enumerated() {
          let holds = try evaluating(rule) { machine throws(XMLError) in try machine.holds(test, at: node) }
          if !holds {
            let place = MessagePlace(rule: rule, clause: number, assertion: assertion)
            result.findings.append(try finding(place, node))
          }
        }
      }
    }
    if recording {
      result.judgements[before...].sort { ($0.node, $0.clause) < ($1.node, $1.clause) }
    }
    return judged
  }

  /// A rule made ready: the first time it is asked for, its contexts and tests are given to libxml2.
  private mutating func prepare(_ rule: Int) -> [Clause] {
    if let prepared = rules[rule] { return prepared }
    let prepared = set.rules[rule].clauses.map { clause in
      Clause(context: number(ofContext: clause.context), tests: clause.assertions.map { expression($0.test) })
    }
    rules[rule] = prepared
    return prepared
  }

  mutating func expression(_ text: String) -> XPathMachine.Expression {
    if let known = tests[text] { return known }
    tree.use(text, &machine)
    let expression = machine.add(UsedNames.askingForOneAttribute(text))
    tests[text] = expression
    return expression
  }

  /// Runs what may fail in libxml2, on the tree of the present document, and names the rule if it does.
  mutating func evaluating<Value>(
    _ rule: Int, _ body: (inout XPathMachine) throws(XMLError) -> Value
  ) throws(EvaluationError) -> Value {
    tree.fill(&machine, with: document)
    do throws(XMLError) {
      return try body(&machine)
    } catch {
      throw EvaluationError(rule: set.rules[rule].id, problem: error.description)
    }
  }

  /// What one assertion says of a node where it does not hold.
  private mutating func finding(_ place: MessagePlace, _ node: Int) throws(EvaluationError) -> Finding {
    let assertion = set.rules[place.rule].clauses[place.clause].assertions[place.assertion]
    let parts = messages[place] ?? assertion.message.map { part($0) }
    messages[place] = parts
    var message = ""
    for part in parts {
      switch part {
      case .text(let text): message += text
      case .value(let value):
        message += try evaluating(place.rule) { machine throws(XMLError) in try machine.string(value, at: node) }
      }
    }
    return assertion.finding(of: set.rules[place.rule].id, saying: message, at: node, in: document)
  }

  private mutating func part(_ part: Rule.MessagePart) -> MessagePart {
    switch part {
    case .text(let text): .text(text)
    case .value(let expression): .value(self.expression(expression))
    }
  }
}
