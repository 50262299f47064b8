import Commands
import Testing

@Suite("Formats and outputs in pairs") struct OutputPlanTests {
  private func plan(_ words: String) throws(UsageError) -> [String] {
    let request = try ArgumentParser.parse(("check " + words + " x").split(separator: " ").map { Array($0.utf8) })
    guard case .run(let arguments) = request else { return [] }
    return try OutputPlan(arguments).reports.map { report in
      switch report.destination {
      case .standardOutput: report.format.rawValue
      case .file(let path): report.format.rawValue + ":" + path.shown
      }
    }
  }

  @Test func inPairs() throws {
    #expect(try plan("") == ["text"])
    #expect(try plan("--output a") == ["text:a"])
    #expect(try plan("--format json") == ["json"])
    #expect(try plan("--format xml --output a") == ["xml:a"])
    #expect(try plan("--output a --format xml") == ["xml:a"])
    #expect(try plan("--format xml --output a --format json --output b") == ["xml:a", "json:b"])
    #expect(try plan("--format xml --format json --output a --output b") == ["xml:a", "json:b"])
    #expect(try plan("--output a --format xml --output b --format json") == ["xml:a", "json:b"])
    #expect(try plan("--format xml --output -") == ["xml"])
  }

  @Test func oneGoesToStandardOutput() throws {
    #expect(try plan("--format text --format xml --output a") == ["text", "xml:a"])
    #expect(try plan("--format xml --output a --format text") == ["xml:a", "text"])
    #expect(try plan("--output a --format xml --format text") == ["xml:a", "text"])
    #expect(try plan("--format text --format xml --output a --format json --output b") == ["text", "xml:a", "json:b"])
  }

  @Test func whatIsNotClearIsRefused() {
    #expect(throws: UsageError.unpairedOutput(outputs: 2, formats: 1)) {
      try plan("--format xml --output a --output b")
    }
    #expect(throws: UsageError.unpairedOutput(outputs: 2, formats: 0)) { try plan("--output a --output b") }
    #expect(throws: UsageError.unpairedOutput(outputs: 0, formats: 2)) { try plan("--format xml --format json") }
    #expect(throws: UsageError.standardOutputTwice) { try plan("--format xml --output - --format json --output -") }
  }
}
