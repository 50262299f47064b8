import MarkingModel
package import Repair
import RuleEngine

/// What holds of every repair, whatever it was; each sentence says what does not.
package struct RepairProperties {
  package private(set) var faults: [String] = []

  package init(_ repaired: Repaired, by ward: inout Ward) throws {
    let again = try ward.repair(repaired.reading.bytes)
    if again.isChanged { faults.append("a second run changes \(again.edits)") }
    if repaired.edits.applied(to: repaired.original.bytes) != repaired.reading.bytes {
      faults.append("the edits do not lead from one to the other")
    }
    checkPlaces(repaired)
    checkLevels(repaired)
    checkClean(repaired)
  }

  /// Every change lies in the place of a marking, or puts in whole lines that are a caption.
  private mutating func checkPlaces(_ repaired: Repaired) {
    let document = repaired.original.document
    for edit in repaired.edits.list {
      let bytes = repaired.original.bytes
      let isMarking = document.nodes.contains {
        $0.name != .document && $0.range.start <= edit.range.start && edit.range.end <= $0.range.end
      }
      let isLine = edit.text.allSatisfy { $0 == 0x0A || $0 == 0x0D || ($0 &- 0x41) < 26 }
      if !isMarking && !isLine { faults.append("an edit at \(edit.range) is in no marking") }
      let taken = bytes[edit.range.start..<edit.range.end]
      if taken.count > 200 || edit.text.count > 200 { faults.append("an edit at \(edit.range) is long") }
    }
  }

  private mutating func checkLevels(_ repaired: Repaired) {
    let before = repaired.original.document
    let after = repaired.reading.document
    // CUI alone has no rank, and withholds more than UNCLASSIFIED.
    let rank = { (document: MarkingDocument, node: Int) in
      let isControlled = document.word(.system, of: node) == "cui" || document.flag(.cui, of: node)
      return max(document.number(.rank, of: node) ?? 0, isControlled ? 1 : 0)
    }
    if rank(after, 0) < rank(before, 0) { faults.append("the level is lower") }
    for name in [ElementName.paragraph, .subparagraph, .classification, .subject] {
      let (old, new) = (before.nodes(named: name), after.nodes(named: name))
      if old.count != new.count || zip(old, new).contains(where: { rank(before, $0) > rank(after, $1) }) {
        faults.append("a \(name) is lower")
      }
    }
    for node in before.nodes(named: .marking) {
      let place = before.nodes[node].range.start
      let places = [repaired.edits.map(place), repaired.edits.map(place, isBehind: true)]
      guard
        let same = after.nodes(named: .marking).first(where: { places.contains(after.nodes[$0].range.start) }),
        rank(after, same) >= rank(before, node)
      else {
        if rank(before, node) > 0 { faults.append("the marking at \(place) is lower or gone") }
        continue
      }
      if isClosed(before, node), !isClosed(after, same) { faults.append("the marking at \(place) lost NOFORN") }
    }
  }

  /// Whether a marking says that nothing goes to foreigners.
  private func isClosed(_ document: MarkingDocument, _ node: Int) -> Bool {
    document.nodes(named: .control).contains {
      document.nodes[$0].parent == node && document.word(.name, of: $0) == "NF"
    }
  }

  /// What was repaired is not reported any more, and no error is new but of rules that had nothing to judge.
  private mutating func checkClean(_ repaired: Repaired) {
    let findings = repaired.reading.result.findings
    for change in repaired.changes {
      for finding in change.findings {
        let places = change.edits.map(\.after)
        let isThere = findings.contains { $0.assertion == finding.assertion && places.contains($0.range.start) }
        if isThere { faults.append("\(finding.assertion) is still reported") }
      }
    }
    let judged = Set(repaired.original.result.rules.filter { $0.judged > 0 }.map(\.rule))
    let known = Set(repaired.original.result.findings.map(\.assertion))
    for finding in findings where finding.severity == .error {
      if judged.contains(finding.rule), !known.contains(finding.assertion) {
        faults.append("\(finding.assertion) is new")
      }
    }
  }
}
