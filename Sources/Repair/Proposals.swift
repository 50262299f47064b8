import MarkingModel
package import RuleEngine

extension Repairer {
  /// Gives each finding of a document the edits that would repair it alone, as far as they are good; and its `fix`, where
  /// they are one edit in its own place.
  package func propose<Judge: RepairJudge>(
    in result: inout CheckResult, of reading: Reading, by judge: inout Judge
  ) throws(Judge.Failure) {
    guard result.findings.contains(where: { $0.repair != nil }) else { return }
    for (index, edits) in try proposals(reading, by: &judge).enumerated() {
      let edits = edits?.list ?? []
      result.findings[index].edits = edits
      let isOwn = edits.count == 1 && edits[0].range == result.findings[index].range
      result.findings[index].fix = isOwn ? String(decoding: edits[0].text, as: UTF8.self) : nil
    }
  }
}
