import FoundationEssentials
import MarkingModel
import Reporting
import RuleEngine
import Testing

/// What the schema of SARIF does not say: places in units of UTF-16, limits, what is marked.
@Suite struct SARIFTests {
  struct Log: Decodable {
    struct Text: Decodable { var text: String }
    struct Region: Decodable {
      var startLine: Int
      var startColumn: Int
      var endLine: Int?
      var endColumn: Int?
      var byteOffset: Int?
      var byteLength: Int?
    }
    struct Physical: Decodable {
      struct Artifact: Decodable { var uri: String }
      var artifactLocation: Artifact
      var region: Region?
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Text
      var locations: [Location]
      var partialFingerprints: [String: String]?
      var baselineState: String?
    }
    struct Notification: Decodable {
      var level: String
      var message: Text
    }
    struct Invocation: Decodable {
      var executionSuccessful: Bool
      var toolExecutionNotifications: [Notification]
    }
    struct Rule: Decodable { var id: String }
    struct Driver: Decodable { var rules: [Rule] }
    struct Tool: Decodable { var driver: Driver }
    struct Run: Decodable {
      var tool: Tool
      var invocations: [Invocation]
      var results: [Result]
    }
    var runs: [Run]
  }

  private func run(_ bytes: [UInt8]) throws -> Log.Run {
    try #require(try JSONDecoder().decode(Log.self, from: Data(bytes)).runs.first)
  }

  private func document(
    _ text: [UInt8], _ ranges: [(Position, ByteRange)], severity: [Severity] = []
  ) -> CheckedDocument {
    let findings = ranges.enumerated().map { index, place in
      Finding(
        rule: "CAP-00\(index % 3 + 1)", assertion: "CAP-001-a",
        severity: index < severity.count ? severity[index] : .error,
        message: "[a](1) {0} \\", authority: "x", range: place.1, position: place.0, excerpt: ByteRange(0, 0), node: 0)
    }
    return CheckedDocument(
      file: "a b/ü:%.txt", digest: String(repeating: "0", count: 64), bytes: text.count, document: MarkingDocument(),
      result: CheckResult(rules: [], findings: findings))
  }

  /// Where a finding of some bytes is, as an editor that counts in UTF-16 says it.
  private func region(_ text: [UInt8], _ line: Int, _ range: ByteRange) throws -> Log.Region {
    let document = document(text, [(Position(line: line, column: 1), range)])
    let run = try run(Forms.report(SARIFReport { _ in nil }, [(document, text)]))
    return try #require(run.results[0].locations[0].physicalLocation.region)
  }

  @Test func columnsAreUnitsOfUTF16() throws {
    let text = Array("é𝄞x(S)\r\nnext(U)é\r\rlast".utf8)
    let first = try region(text, 1, ByteRange(7, 10))
    #expect([first.startColumn, first.endLine, first.endColumn] == [5, 1, 8])
    #expect([first.byteOffset, first.byteLength] == [7, 3])
    let over = try region(text, 1, ByteRange(7, 21))
    #expect([over.startColumn, over.endLine, over.endColumn] == [5, 2, 9])
    let lines = try region(text, 2, ByteRange(12, 23))
    #expect([lines.startColumn, lines.endLine, lines.endColumn] == [1, 4, 1])
    let empty = try region(text, 2, ByteRange(16, 16))
    #expect([empty.startColumn, empty.endLine, empty.endColumn] == [5, 2, 5])
  }

  @Test func columnsOfUTF16() throws {
    let text: [UInt8] = [0xFF, 0xFE] + "é𝄞x(S)\nU".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let first = try region(text, 1, ByteRange(10, 16))
    #expect([first.startColumn, first.endLine, first.endColumn] == [5, 1, 8])
  }

  /// Findings along one long line are placed as each of them would be alone.
  @Test func manyOnOneLine() throws {
    let text = Array(String(repeating: "ä𝄞z", count: 2_000).utf8)
    let starts = stride(from: 0, to: text.count - 7, by: 7).map { $0 }
    let together = document(text, starts.map { (Position(line: 1, column: 1), ByteRange($0, $0 + 2)) })
    let run = try run(Forms.report(SARIFReport { _ in nil }, [(together, text)]))
    for (index, result) in run.results.enumerated() {
      #expect(result.locations[0].physicalLocation.region?.startColumn == index * 4 + 1)
    }
  }

  @Test func messagesHoldNoLinksAndPathsAreReferences() throws {
    let text = Array("abc".utf8)
    let document = document(text, [(Position(line: 1, column: 1), ByteRange(0, 1))])
    let result = try run(Forms.report(SARIFReport { _ in nil }, [(document, text)])).results[0]
    #expect(result.message.text == #"\[a\](1) {{0}} \\"#)
    #expect(result.locations[0].physicalLocation.artifactLocation.uri == "a%20b/%C3%BC%3A%25.txt")
  }

  /// Beyond the limit what weighs least is left out, whatever the order in which it came.
  @Test(arguments: [1, 3, 7, 39]) func whatIsTooMuch(_ limit: Int) throws {
    let text = Array("abc".utf8)
    let severities = (0..<40).map { [Severity.info, .warning, .error, .info][($0 * 7) % 4] }
    let place = (Position(line: 1, column: 1), ByteRange(0, 1))
    var document = document(text, Array(repeating: place, count: 40), severity: severities)
    document.standings = Fingerprinter().standings(of: document.document, document.result, path: "a")
    // The first error is known: it comes after all that count.
    let known = try #require(severities.firstIndex(of: .error))
    document.standings.findings[known].comparison = .unchanged
    let run = try run(Forms.report(SARIFReport(limit: limit) { _ in nil }, [(document, text)]))
    #expect(run.results.count == limit)
    let counting = severities.indices.filter { $0 != known }.map { severities[$0] }.sorted(by: >)
    let kept = run.results.filter { $0.baselineState == nil }.map(\.level).sorted()
    let names: [Severity: String] = [.error: "error", .warning: "warning", .info: "note"]
    #expect(kept == counting.prefix(limit).compactMap { names[$0] }.sorted())
    let notification = try #require(run.invocations[0].toolExecutionNotifications.first)
    #expect(notification.level == "warning")
    #expect(notification.message.text.hasPrefix("\(40 - limit) of 40 "))
    for result in run.results { #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId) }
  }

  @Test func anEmptyRun() throws {
    let run = try run(Forms.report(SARIFReport { _ in nil }, []))
    #expect(run.results.isEmpty && run.tool.driver.rules.isEmpty && run.invocations[0].executionSuccessful)
    let unread = try self.run(Forms.report(SARIFReport { _ in nil }, [], unread: [Sample.unread]))
    #expect(!unread.invocations[0].executionSuccessful)
    #expect(unread.invocations[0].toolExecutionNotifications.map(\.message.text) == [Sample.unread.problem])
  }
}
