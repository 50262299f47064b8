import MarkingModel

/// Which rules judge a document: by the elements that it has, its form and its day. Documents have few different ones, and
/// what they come to is found out once for each.
struct Admissions {
  struct Admission {
    /// The rules that judge it node by node, and the others.
    var byNode: [Int] = []
    var apart: [Int] = []
    /// By rule: whether it judges node by node.
    var isByNode: [Bool]
    /// What the contexts of those ask of the document's own node, by numbers of questions.
    var questions: [Int] = []
    /// Rules that are not compiled yet.
    var unread: [Int] = []
    /// The results where nothing is judged.
    var results: [RuleResult]
  }

  private static let most = 128
  private let gates: Gates
  private let blank: [RuleResult]
  /// The days on which a rule begins to be about documents, or no longer is.
  private let days: [Int]
  /// The elements that some context leads through: others do not tell documents apart.
  private let elements: ElementSet
  private var known = KeyTable(most: most)
  private var admissions: [Admission] = []

  init(_ rules: CompiledRules, _ plan: RulePlan) {
    gates = rules.gates
    elements = plan.elements.reduce(ElementSet()) { $0.union($1) }
    blank = rules.set.rules.map { RuleResult(rule: $0.id, outcome: .notApplicable(.nothingToJudge), judged: 0) }
    days = Array(Set(rules.gates.gates.flatMap(\.turns))).sorted()
  }

  var isFull: Bool { known.isFull }

  mutating func removeAll() {
    known.removeAll()
    admissions.removeAll(keepingCapacity: true)
  }

  subscript(number: Int) -> Admission { admissions[number] }

  /// The number of a document's admission, -1 where there is no room for it, and what it is.
  mutating func admission(of document: borrowing MarkingDocument, _ plan: borrowing RulePlan) -> (Int, Admission) {
    var present = ElementSet()
    for node in document.nodes { present.insert(node.name.ordinal) }
    let reach = gates.reach(of: document)
    let (low, high) = present.intersection(elements).halves
    var key: [3 of Int32] = .init(repeating: 0)
    key[0] = Int32(truncatingIfNeeded: reach.form)
    key[1] = Int32(truncatingIfNeeded: reach.form >> 32)
    key[2] = reach.day.map { day in Int32(days.count { $0 <= day }) } ?? -1
    let (head, sum) = (KeyTable.Head(first: low, second: high), KeyTable.hash(key.span))
    let place = known.place(of: key.span, head, sum)
    if place >= 0 { return (place, admissions[place]) }
    let admission = make(present, reach, plan)
    // What is compiled for it changes what there is to say.
    if !admission.unread.isEmpty { return (-1, admission) }
    let number = known.add(key.span, head, sum)
    if number >= 0 { admissions.append(admission) }
    return (number, admission)
  }

  private func make(_ present: ElementSet, _ reach: Gates.Reach, _ plan: borrowing RulePlan) -> Admission {
    var admission = Admission(isByNode: Array(repeating: false, count: plan.rows.count), results: blank)
    var isAsked = Array(repeating: false, count: plan.questions.count)
    for rule in plan.rows.indices {
      if let reason = gates.exclusion(of: rule, reach) {
        admission.results[rule].outcome = .notApplicable(reason)
        continue
      }
      let row = plan.rows[rule]
      if !plan.elements[row.elements].contains(where: { $0.isSubset(of: present) }) { continue }
      if row.state == .unread { admission.unread.append(rule) }
      if row.isByNode {
        admission.byNode.append(rule)
        admission.isByNode[rule] = true
        for question in row.questions where !isAsked[question] {
          isAsked[question] = true
          admission.questions.append(question)
        }
      } else {
        admission.apart.append(rule)
      }
    }
    return admission
  }
}
