import Audit
import Checking
import Detection
import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import Redaction
import Repair
import Reporting
import RuleEngine
import StandardRules
import Testing
import TextKit

/// The code that the pages of the libraries show. `ArticleTests` holds both equal, line by line, from `// page` to `// end`.
@Suite struct SnippetTests {
  private static let text = "SECRET\n\n(S) The ferry leaves at six.\n\n(S//NF) It carries ice.\n\nSECRET\n"
  private static let vocabulary = Result { try StandardRules.vocabulary() }

  private static func document() throws -> MarkingDocument {
    let bytes = Array(text.utf8)
    return DocumentReader.read(bytes.span, vocabulary: try vocabulary.get())
  }

  @Test func markingModel() throws {
    let document = try Self.document()
    // page
    for node in document.nodes(named: .marking) {
      let line = document.nodes[node].position.line
      print(line, document.word(.kind, of: node) ?? "", document.number(.rank, of: node) ?? 0)
    }
    // end
    #expect(document.nodes(named: .marking).count == 4)
  }

  @Test func markingGrammar() throws {
    let vocabulary = try Self.vocabulary.get()
    // page
    let portions = ["(S//REL TO USA, GBR)", "(TS//SI//NF)"]
    var rollUp = RollUp()
    for (index, portion) in portions.enumerated() {
      let text = Array(portion.utf8)
      let written = MarkingParser.parse(text.span, ByteRange(0, text.count), kind: .portion, vocabulary)
      rollUp.join(written.meaning(in: text.span, vocabulary), portion: index + 1, vocabulary)
    }
    let required = RequiredBanner(rollUp, vocabulary)
    let banner = MarkingPrinter(vocabulary: vocabulary).banner(required.marking)
    // end
    #expect(banner == "TOP SECRET//SI//NOFORN")
  }

  @Test func documents() throws {
    let vocabulary = try Self.vocabulary.get()
    let bytes = Array(Self.text.utf8)
    // page
    var reader = DocumentReader()
    let document = reader.read(bytes.span, vocabulary: vocabulary)
    let form = document.word(.form, of: 0)
    // end
    #expect(form == "marked")
  }

  @Test func ruleEngine() throws {
    let document = try Self.document()
    // page
    let rules = try StandardRules.ruleSet(profile: "ic")
    var evaluator = CompiledEvaluator(rules)
    let result = try evaluator.check(document, recordingJudgements: false)
    for finding in result.findings {
      print(finding.position.line, finding.severity, finding.rule, finding.message)
    }
    // end
    #expect(result.findings.contains { $0.position.line == 1 && $0.severity == .error })
  }

  @Test func standardRules() throws {
    // page
    for name in StandardRules.profileNames {
      let rules = try StandardRules.ruleSet(profile: name)
      print(name, rules.rules.count, rules.digest)
    }
    let source = StandardRules.file("cable/CAP-001.sch")
    // end
    #expect(source != nil && StandardRules.profileNames.contains("nato"))
  }

  @Test func detection() throws {
    // page
    let text = Array("Mail to the harbor office: dock@harbor.example.org.".utf8)
    let detectors = try StandardRules.detectors()
    let found = try detectors.find(in: FoldedText(text.span))
    for detection in found {
      print(detection.range.start, detection.entity, detection.confidence, detection.reasons)
    }
    // end
    #expect(found.map(\.entity) == ["EMAIL"])
  }

  @Test func redaction() throws {
    let vocabulary = try Self.vocabulary.get()
    let source = try #require(StandardRules.policy("public-release"))
    let bytes = Array("UNCLASSIFIED\n\n(U) Write to dock@harbor.example.org.\n\nUNCLASSIFIED\n".utf8)
    // page
    let detectors = try StandardRules.detectors()
    let policy = try Policy.load(
      source, detectors: Set(detectors.detectors.map(\.id)), profiles: StandardRules.profileNames,
      codes: PortionCodes(vocabulary))
    var redactor = Redactor(
      policy,
      finder: try TextFinder(
        policy, detectors: detectors, terms: TermList([]), ordinaryNames: StandardRules.ordinarySurnames))
    redactor.fitness = try policy.copy.profile.map { Fitness(try StandardRules.ruleSet(profile: $0)) }
    let text = try MarkedText(bytes.span, vocabulary)
    let release = try redactor.release(text, head: Ledger.Head(), vocabulary)
    let doubts = Verification.outcome(copy: release.file, original: bytes, ledger: release.ledger).doubts
    // end
    #expect(doubts.isEmpty)
    #expect(!String(decoding: release.file, as: UTF8.self).contains("harbor"))
  }

  @Test func repair() throws {
    let vocabulary = try Self.vocabulary.get()
    let bytes = Array(Self.text.utf8)
    // page
    struct Judge: RepairJudge {
      let vocabulary: Vocabulary
      let rules: CompiledRules

      func judge(_ bytes: [UInt8]) throws(EvaluationError) -> Reading {
        let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
        var evaluator = CompiledEvaluator(rules)
        let result = try evaluator.check(document, recordingJudgements: false)
        return Reading(bytes: bytes, document: document, result: result)
      }
    }

    var judge = Judge(vocabulary: vocabulary, rules: CompiledRules(try StandardRules.ruleSet(profile: "ic")))
    let repaired = try Repairer(vocabulary: vocabulary).repair(try judge.judge(bytes), by: &judge)
    // end
    #expect(String(decoding: repaired.reading.bytes, as: UTF8.self).hasPrefix("SECRET//NOFORN\n"))
    #expect(repaired.changes.count == 1)
  }

  @Test func checking() throws {
    let bytes = Array(Self.text.utf8)
    // page
    let checker = try Checker(profile: nil)
    let checked = try checker.check(bytes.span)
    let errors = checked.result.findings.filter { $0.severity == .error }
    // end
    #expect(!errors.isEmpty && checked.rules.profile == "ic")
  }

  @Test func reporting() throws {
    let bytes = Array(Self.text.utf8)
    let checked = try Checker(profile: nil).check(bytes.span)
    // page
    var report = JSONReport()
    report.begin(RunHeader(tool: "caveat", version: Version.number, rules: checked.rules))
    let document = CheckedDocument(
      file: "ferry.txt", digest: Digest.hex(of: bytes.span), bytes: bytes.count, document: checked.document,
      result: checked.result)
    report.add(document, bytes: bytes.span)
    report.end()
    let json = report.takeOutput()
    // end
    #expect(String(decoding: json, as: UTF8.self).contains("\"file\": \"ferry.txt\""))
  }

  @Test func audit() throws {
    let path = Array((FileManager.default.temporaryDirectory.path + "/caveat-\(UInt64.random(in: 0 ... .max))").utf8)
    defer { try? FileManager.default.removeItem(atPath: String(decoding: path, as: UTF8.self)) }
    _ = try AuditWriter(path, settings: ["paths": "memos"])
    // page
    let file = try AuditFile(reading: path)
    let summary = try AuditSummary(file)
    print(summary.totals.documents, summary.totals.findings)
    for table in summary.tables { print(table.question, table.count) }
    // end
    #expect(summary.totals.documents == 0 && !summary.tables.isEmpty)
  }
}
