import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// ODNI's own verdicts on 1,880 portions, against those of the profile `ic`.
@Suite struct ODNIVerdictTests {
  private struct Row {
    var text: String
    var isValid: Bool
    /// The numbers of the rules that ODNI reports as errors, without those about notices beside a portion.
    var errors: [String]
  }

  private static func rows() throws -> [Row] {
    let file = "Tests/MarkingGrammarTests/Vectors/odni-portions.tsv"
    return String(decoding: try Golden.bytes(file), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let expected = cells[3].split { $0 == "," || $0 == " " }.map(String.init)
      return Row(
        text: cells[1], isValid: cells[2] == "1",
        errors: expected.filter { $0.hasPrefix("ISM-ID-") && !$0.hasSuffix("(W)") && $0.utf8.count == 12 })
    }
  }

  private static func findings(_ texts: [String]) throws -> [[Finding]] {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "ic"))
    var result: [[Finding]] = []
    for text in texts {
      let bytes = Array(text.utf8)
      let document = MarkingReader.read(bytes.span, kind: .portion, vocabulary)
      result.append(try evaluator.check(document, recordingJudgements: false).findings)
    }
    return result
  }

  @Test func everyVerdictIsODNIs() throws {
    let rows = try Self.rows()
    #expect(rows.count == 1880)
    for (row, findings) in zip(rows, try Self.findings(rows.map(\.text))) {
      let errors = findings.filter { $0.severity == .error }
      #expect(errors.isEmpty == row.isValid, "\(row.text): \(errors.map(\.assertion)), ODNI \(row.errors)")
    }
  }

  /// Where one rule of ODNI alone is broken, ours says which in at least 95 of 100 rows.
  @Test func theCauseIsCited() throws {
    let rows = try Self.rows().filter { $0.errors.count == 1 && !$0.isValid }
    #expect(rows.count > 600)
    var cited = 0
    for (row, findings) in zip(rows, try Self.findings(rows.map(\.text))) {
      if findings.contains(where: { ProjectRules.numbers(in: $0.authority).contains(row.errors[0]) }) { cited += 1 }
    }
    #expect(cited * 100 >= rows.count * 95, "\(cited) of \(rows.count)")
  }

  /// The markings that rules show as right are right by all rules of the profile.
  @Test func acceptedExamplesAreClean() throws {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "ic"))
    let files = StandardRules.paths.filter { $0.hasPrefix("banner/") }.compactMap { path in
      StandardRules.file(path).map { RuleSource(file: path, bytes: $0) }
    }
    for rule in try RuleLibrary(loading: files, contract: try StandardRules.contract()).rules {
      for example in rule.examples where example.isAccepted && example.form == "marking" {
        let bytes = Array(example.text.utf8)
        let findings = try evaluator.check(MarkingReader.read(bytes.span, vocabulary), recordingJudgements: false)
          .findings
        let errors = findings.filter { $0.severity == .error }.map(\.assertion)
        #expect(errors.isEmpty, "\(rule.id), “\(example.name)”: \(errors)")
      }
    }
  }
}
