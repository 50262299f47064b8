import Documents
package import MarkingGrammar
package import MarkingModel
package import Repair
package import RuleEngine
import StandardRules

/// Reads and judges documents for the tests of repairs, in one form and by one profile.
package struct Ward: RepairJudge {
  package let vocabulary: Vocabulary
  private var evaluator: CompiledEvaluatorBox
  package var form: Form?

  /// A noncopyable evaluator in a copyable ward.
  private final class CompiledEvaluatorBox {
    var evaluator: CompiledEvaluator
    init(_ rules: CompiledRules) { evaluator = CompiledEvaluator(rules) }
  }

  /// Reading the tables takes far longer than one document.
  private static let vocabulary = Result { try StandardRules.vocabulary() }

  package init(_ rules: CompiledRules, form: Form? = nil) throws {
    vocabulary = try Self.vocabulary.get()
    evaluator = CompiledEvaluatorBox(rules)
    self.form = form
  }

  package init(profile: String, form: Form? = nil) throws {
    try self.init(CompiledRules(try StandardRules.ruleSet(profile: profile)), form: form)
  }

  package mutating func judge(_ bytes: [UInt8]) throws(EvaluationError) -> Reading {
    let span = bytes.span
    let document = DocumentReader.read(span, form: form, vocabulary: vocabulary)
    return Reading(
      bytes: bytes, document: document, result: try evaluator.evaluator.check(document, recordingJudgements: false))
  }

  /// What becomes of a text.
  package mutating func repair(_ bytes: [UInt8]) throws -> Repaired {
    let reading = try judge(bytes)
    return try Repairer(vocabulary: vocabulary).repair(reading, by: &self)
  }
}

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
    if (after.number(.rank, of: 0) ?? 0) < (before.number(.rank, of: 0) ?? 0) { faults.append("the level is lower") }
    let ranks = { (document: MarkingDocument, name: ElementName) in
      document.nodes(named: name).map { document.number(.rank, of: $0) ?? 0 }
    }
    for name in [ElementName.paragraph, .subparagraph, .classification, .subject] {
      let (old, new) = (ranks(before, name), ranks(after, name))
      if old.count != new.count || zip(old, new).contains(where: { $0 > $1 }) { faults.append("a \(name) is lower") }
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
