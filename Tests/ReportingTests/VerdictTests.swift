import MarkingModel
import Reporting
import RuleEngine
import Testing

/// The one word that a document gets.
@Suite struct VerdictTests {
  private func verdict(_ severities: [Severity], form: String = "wire", quoted: [Severity] = []) -> Verdict {
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, 1), Position(line: 1, column: 1))
    document.set(.form, form)
    return Verdict(document, CheckResult(rules: [], findings: severities.map(finding), quoted: [result(quoted)]))
  }

  private func result(_ severities: [Severity]) -> CheckResult {
    CheckResult(rules: [], findings: severities.map(finding))
  }

  private func finding(_ severity: Severity) -> Finding {
    Finding(
      rule: "CAP-001", assertion: "CAP-001-a", severity: severity, message: "", authority: "", range: ByteRange(0, 0),
      position: Position(line: 1, column: 1), excerpt: ByteRange(0, 0), node: 0)
  }

  @Test func theWorstFindingDecides() {
    #expect(verdict([]) == .passed)
    #expect(verdict([.info, .info]) == .passed)
    #expect(verdict([.info, .warning]) == .passedWithWarnings)
    #expect(verdict([.warning, .error, .info]) == .failed)
  }

  @Test func theTelegramsThatItRepeatsCount() {
    #expect(verdict([], quoted: [.info]) == .passed)
    #expect(verdict([.info], quoted: [.warning]) == .passedWithWarnings)
    #expect(verdict([], quoted: [.error]) == .failed)
  }

  @Test func whatIsNoCableDoesNotPass() {
    #expect(verdict([], form: "unknown") == .unmarked)
    #expect(verdict([.warning], form: "unknown") == .unmarked)
    #expect(verdict([.error], form: "unknown") == .failed)
  }

  /// The last line of a report counts every document and every input once.
  @Test func theTotals() {
    func last(_ documents: Int, unread: Int) -> String {
      let report = Forms.report(
        TextReport(layout: .complete), Array(repeating: (Sample.checked, Sample.bytes), count: documents),
        unread: Array(repeating: Sample.unread, count: unread))
      return String(decoding: report, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(last(0, unread: 0) == "No document checked.")
    #expect(last(1, unread: 0) == "1 document checked: 1 failed.")
    #expect(last(0, unread: 1) == "No document checked; 1 input not read.")
    #expect(last(2, unread: 3) == "2 documents checked: 2 failed; 3 inputs not read.")
  }
}
