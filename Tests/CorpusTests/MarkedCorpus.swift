import Checking
import Commands
import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// The released papers and e-mails beside the project: nothing in them is an error that the sources do not bear out, and
/// those without markings show nothing (docs/corpus-audit.md).
@Suite(.enabled(if: ReleasedPapers.areThere, "the released papers are not beside the project"))
struct MarkedCorpusTests {
  @Test(arguments: ["jfk-nara-ocr", "bush-library-ocr", "uap-release-ocr", "frus-html", "frus-tei", "state-foia-email"])
  func noPaperHasAnError(_ folder: String) throws {
    var evaluators: [String: ReleasedPapers.Judge] = [:]
    for paper in try ReleasedPapers.all(in: folder) {
      let profile = DocumentProfile.name(for: paper.document)
      let judge = try evaluators[profile] ?? ReleasedPapers.Judge(profile)
      evaluators[profile] = judge
      let findings = try judge.findings(paper.document)
      #expect(!findings.contains { $0.severity == .error }, "\(paper.file): \(findings.map(\.rule))")
      if paper.document.word(.form, of: 0) == "unknown" {
        #expect(findings.isEmpty, "\(paper.file): \(findings.map(\.rule))")
      }
    }
  }

  /// The manual is marked itself, and most of its text is about markings. What it shows is said in the audit.
  @Test func theManualIsUnclassified() throws {
    for paper in try ReleasedPapers.all(in: "marking-manuals") {
      #expect(paper.document.root(.form) == "marked" && paper.document.root(.level) == "U")
      #expect(paper.document.root(.portionRank) == "1")
      let findings = try ReleasedPapers.Judge("ic").findings(paper.document)
      #expect(!findings.contains { $0.severity == .error }, "\(findings.map(\.rule))")
    }
  }
}

/// Documents of `../shared/corpus`.
struct ReleasedPapers {
  struct Paper {
    var file: String
    var document: MarkingDocument
  }

  /// Judges by one profile.
  final class Judge {
    private var evaluator: CompiledEvaluator

    init(_ profile: String) throws { evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: profile)) }

    func findings(_ document: MarkingDocument) throws -> [Finding] {
      let result = try evaluator.check(document, recordingJudgements: false)
      return result.findings + result.quoted.flatMap(\.findings)
    }
  }

  static let corpus = Golden.project + "/../shared/corpus/"
  static var areThere: Bool { FileManager.default.fileExists(atPath: corpus + "state-foia-email") }

  static func all(in folder: String) throws -> [Paper] {
    let vocabulary = try StandardRules.vocabulary()
    let names = try FileManager.default.contentsOfDirectory(atPath: corpus + folder).sorted()
    return try names.map { name in
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: corpus + folder + "/" + name)))
      return Paper(file: folder + "/" + name, document: DocumentReader.read(bytes.span, vocabulary: vocabulary))
    }
  }
}
