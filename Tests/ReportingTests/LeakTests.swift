import MarkingModel
import Reporting
import RuleEngine
import Testing

/// By default no report quotes the text of a portion.
@Suite struct LeakTests {
  @Test func noReportHoldsTheTextOfAPortion() {
    #expect(Sample.text.contains("CANARY"))
    for (name, bytes) in Forms.quiet([(Sample.checked, Sample.bytes)], unread: [Sample.unread]) {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("CANARY"), "the \(name) report")
    }
  }

  /// Not even where a finding stands at any place of the text, of any length, with any excerpt that the reader gave.
  @Test func noPlaceOfAFindingLeaks() {
    let marking = Sample.range(of: "(SBU)")
    let size = Sample.bytes.count
    for start in stride(from: 0, through: size, by: 3) {
      for end in stride(from: start, through: size, by: 17) {
        for excerpt in [ByteRange(0, 0), marking, ByteRange(start, start)] {
          let document = with(range: ByteRange(start, end), excerpt: excerpt)
          for (name, bytes) in Forms.quiet([(document, Sample.bytes)]) {
            #expect(
              !String(decoding: bytes, as: UTF8.self).contains("CANARY"), "the \(name) report of \(start)..<\(end)")
          }
        }
      }
    }
  }

  /// A place outside the document is not shown, and does not stop the report.
  @Test(arguments: [ByteRange(-5, 3), ByteRange(100, 9_999), ByteRange(9_000, 9_999), ByteRange(50, 40)])
  func aPlaceOutsideTheDocument(_ range: ByteRange) {
    for showsText in [false, true] {
      let report = Forms.report(
        TextReport(layout: .complete, showsText: showsText), [(with(range: range, excerpt: range), Sample.bytes)])
      #expect(!report.isEmpty)
    }
  }

  @Test func textIsShownOnRequest() {
    let bytes = Forms.report(TextReport(layout: .screen, showsText: true), [(Sample.checked, Sample.bytes)])
    #expect(String(decoding: bytes, as: UTF8.self).contains("1. (SBU) CANARY one."))
  }

  private func with(range: ByteRange, excerpt: ByteRange) -> CheckedDocument {
    var document = Sample.checked
    document.result.quoted = []
    document.document.quoted = []
    document.result.findings = [document.result.findings[0]]
    document.result.findings[0].range = range
    document.result.findings[0].excerpt = excerpt
    return document
  }
}
