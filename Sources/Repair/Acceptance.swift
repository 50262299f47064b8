import MarkingGrammar
import MarkingModel
import RuleEngine

/// Why a repair was not made.
package enum RepairRefusal: Sendable, Hashable {
  /// What belongs there is not certain in this document.
  case uncertain
  /// Text of this kind is not repaired: UTF-16, texts with something before each line, encoded parts of messages.
  case leftAsItIs
  /// The rule would still report the place.
  case notCleared
  /// Another rule would report something that it does not report now.
  case brings(rule: String)
  /// A level or a control would be lowered or lost.
  case lowers
  /// The document would be read as something else.
  case otherForm
  /// It was not tried: the document had been read anew too often for others.
  case notTried

  package var sentence: String {
    switch self {
    case .uncertain: "what belongs there is not certain"
    case .leftAsItIs:
      "text in UTF-16, in encoded parts and behind prefixes of lines is left as it is; save it as plain UTF-8 first"
    case .notCleared: "the rule would still report the place"
    case .brings(let rule): "\(rule) would report something new"
    case .lowers: "a marking would say less than before"
    case .otherForm: "the document would be read as another form"
    case .notTried: "it was not tried, after many that could not be made; repair those by hand and run it again"
    }
  }
}

/// Holds a repaired document against what it was before.
struct Acceptance {
  private let before: Reading
  private let after: Reading
  private let edits: Edits
  private let proposer: Proposer
  /// What is reported afterwards, and the elements that say a level, by their first bytes.
  private let findings: [Int: Set<String>]
  private let nodes: [Int: [Int]]

  init(before: Reading, after: Reading, edits: Edits, proposer: Proposer) {
    (self.before, self.after, self.edits, self.proposer) = (before, after, edits, proposer)
    var findings: [Int: Set<String>] = [:]
    for finding in after.result.findings { findings[finding.range.start, default: []].insert(finding.assertion) }
    var nodes: [Int: [Int]] = [:]
    for node in after.document.nodes.indices where Self.marked.contains(after.document.nodes[node].name) {
      nodes[after.document.nodes[node].range.start, default: []].append(node)
    }
    (self.findings, self.nodes) = (findings, nodes)
  }

  /// Why the edits are not made; nil where they are good.
  /// - Parameter repaired: what they repair.
  func refusal(repaired: [Finding]) -> RepairRefusal? {
    guard
      before.document.word(.form, of: 0) == after.document.word(.form, of: 0),
      before.result.rules.map(\.rule) == after.result.rules.map(\.rule),
      before.document.quoted.count == after.document.quoted.count
    else { return .otherForm }
    if repaired.contains(where: isStillThere) { return .notCleared }
    if let rule = newRule(repaired) { return .brings(rule: rule) }
    return isLowered ? .lowers : nil
  }

  private func isStillThere(_ finding: Finding) -> Bool {
    places(of: finding.range.start).contains { findings[$0]?.contains(finding.assertion) ?? false }
  }

  /// Where a byte may be found afterwards: at an insertion there are two places.
  private func places(of offset: Int) -> Set<Int> { [edits.map(offset), edits.map(offset, isBehind: true)] }

  /// The rule that reports something new that weighs as much as what is repaired, or is an error. A rule that had nothing
  /// to judge before may: it asks for what the right marking asks for (docs/fixing.md).
  private func newRule(_ repaired: [Finding]) -> String? {
    var known: [String: Int] = [:]
    for finding in before.result.findings { known[finding.assertion, default: 0] += 1 }
    for finding in repaired { known[finding.assertion, default: 0] -= 1 }
    let least = min(Severity.error, repaired.map(\.severity).min() ?? .info)
    let judged = Set(before.result.rules.filter { $0.judged > 0 }.map(\.rule))
    for finding in after.result.findings {
      known[finding.assertion, default: 0] -= 1
      guard known[finding.assertion, default: 0] < 0, finding.severity >= least, judged.contains(finding.rule) else {
        continue
      }
      return finding.assertion
    }
    return nil
  }

  // MARK: Never lower

  private var isLowered: Bool {
    let old = before.document
    let new = after.document
    if rank(0, new) < rank(0, old) { return true }
    if old.flag(.sensitive, of: 0), !new.flag(.sensitive, of: 0) { return true }
    let names = Set(new.nodes(named: .caption).compactMap { new.word(.name, of: $0) })
    for node in old.nodes(named: .caption) {
      if let name = old.word(.name, of: node), name != "OTHER", !names.contains(name) { return true }
    }
    for node in old.nodes.indices where Self.marked.contains(old.nodes[node].name) && isLowered(node) { return true }
    return false
  }

  /// The rank of a node; a marking of CUI alone withholds more than an unclassified one, and has none.
  private func rank(_ node: Int, _ document: MarkingDocument) -> Int {
    let isControlled = document.word(.system, of: node) == "cui" || document.flag(.cui, of: node)
    return max(document.number(.rank, of: node) ?? 0, isControlled ? 1 : 0)
  }

  /// The elements that say a level.
  private static let marked: Set<ElementName> = [
    .marking, .classification, .designation, .paragraph, .subparagraph, .subject,
  ]

  private func isLowered(_ node: Int) -> Bool {
    let old = before.document
    let found = old.nodes[node]
    let rank = rank(node, old)
    let now = places(of: found.range.start).sorted().flatMap { nodes[$0] ?? [] }
      .filter { after.document.nodes[$0].name == found.name }
    guard let same = now.first(where: { self.rank($0, after.document) >= rank }) else {
      // A place without a level, or that is read as part of another one, loses nothing.
      return rank > 0
    }
    switch found.name {
    case .marking: return isLoosened(node, same)
    case .classification:
      return old.flag(.noforn, of: node) && !after.document.flag(.noforn, of: same)
        || old.flag(.efto, of: node) && !after.document.flag(.efto, of: same) && rank == 1
          && after.document.number(.rank, of: same) == 1
    case .paragraph, .subparagraph, .subject:
      return old.word(.mark, of: node) ?? "" != after.document.word(.mark, of: same) ?? ""
    default: return false
    }
  }

  /// Whether a marking that was changed says less than before.
  private func isLoosened(_ node: Int, _ now: Int) -> Bool {
    let old = before.document.nodes[node].range
    let new = after.document.nodes[now].range
    guard before.text(old) != after.text(new) else { return false }
    let kind: WrittenMarking.Kind = before.document.word(.kind, of: node) == "portion" ? .portion : .banner
    let was = before.marking(old, kind, proposer.vocabulary).meaning
    return !proposer.withholds(after.marking(new, kind, proposer.vocabulary).meaning, atLeast: was)
  }
}
