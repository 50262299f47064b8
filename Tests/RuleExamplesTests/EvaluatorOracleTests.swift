import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// The compiled evaluator against libxml2: by all rules, and by the rules of every profile, over documents of every form.
@Suite struct EvaluatorOracleTests {
  /// How many mutations: `make mutations` asks for 100,000.
  static let count = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 1000
  /// Each makes its part of them, side by side.
  static let parts = 4

  /// Every example of a rule, and the fictional documents of the acceptance tests.
  static func bases() throws -> [MutatedTexts.Text] {
    var texts: [MutatedTexts.Text] = []
    for rule in try RuleExamplesTests.rules.get() {
      for example in rule.examples {
        texts.append(MutatedTexts.Text(bytes: Array(example.text.utf8), form: example.form))
      }
    }
    for folder in ["cables", "papers", "plain"] {
      let path = "Tests/AcceptanceTests/Documents/" + folder
      for name in try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + path).sorted() {
        texts.append(MutatedTexts.Text(bytes: try Golden.bytes(path + "/" + name), form: nil))
      }
    }
    return texts
  }

  private static func document(_ text: MutatedTexts.Text, _ vocabulary: borrowing Vocabulary) -> MarkingDocument {
    DocumentReader.read(text.bytes.span, form: text.form.flatMap(Form.init(rawValue:)), vocabulary: vocabulary)
  }

  private static func everyRule() throws -> RuleSet {
    RuleSet(rules: try RuleExamplesTests.rules.get(), profile: "", digest: "")
  }

  @Test func everyRuleOfOursIsCompiled() throws {
    #expect(CompiledRules(try Self.everyRule()).outside == [])
  }

  @Test(arguments: 0..<parts)
  func mutationsAreJudgedAlikeByAllRules(part: Int) throws {
    let vocabulary = try StandardRules.vocabulary()
    var pair = try EvaluatorPair(try Self.everyRule())
    var texts = MutatedTexts(try Self.bases(), seed: UInt64(1 + part))
    for number in 0..<(Self.count / Self.parts) {
      let text = texts.next()
      let differences = try pair.differences(over: Self.document(text, vocabulary))
      #expect(differences.isEmpty, "mutation \(number) of part \(part), form \(text.form ?? "any")")
    }
    // They are such that rules report something.
    #expect(pair.findings > Self.count / Self.parts)
  }

  @Test(arguments: StandardRules.profileNames)
  func mutationsAreJudgedAlikeUnderAProfile(_ profile: String) throws {
    let vocabulary = try StandardRules.vocabulary()
    var pair = try EvaluatorPair(try StandardRules.ruleSet(profile: profile))
    let seed = profile.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }
    var texts = MutatedTexts(try Self.bases(), seed: seed)
    for number in 0..<(Self.count / StandardRules.profileNames.count) {
      let text = texts.next()
      let differences = try pair.differences(over: Self.document(text, vocabulary))
      #expect(differences.isEmpty, "mutation \(number) under \(profile), form \(text.form ?? "any")")
    }
  }

  @Test func theTextsThemselvesAreJudgedAlike() throws {
    let vocabulary = try StandardRules.vocabulary()
    var pair = try EvaluatorPair(try Self.everyRule())
    for (number, text) in try Self.bases().enumerated() {
      #expect(try pair.differences(over: Self.document(text, vocabulary)).isEmpty, "text \(number)")
    }
  }

  /// Released documents, where they are beside the project.
  static let corpus = Golden.project + "/../shared/corpus"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus), "the released documents are not beside the project"))
  func releasedDocumentsAreJudgedAlike() throws {
    let vocabulary = try StandardRules.vocabulary()
    var pair = try EvaluatorPair(try Self.everyRule())
    var count = 0
    for folder in try FileManager.default.contentsOfDirectory(atPath: Self.corpus).sorted() {
      let path = Self.corpus + "/" + folder
      for name in (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? [] {
        guard let bytes = FileManager.default.contents(atPath: path + "/" + name).map([UInt8].init),
          bytes.count < 2_000_000
        else { continue }
        let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
        #expect(try pair.differences(over: document).isEmpty, "\(folder)/\(name)")
        count += 1
      }
    }
    #expect(count > 1000)
  }
}
