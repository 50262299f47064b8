import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import Testing

/// Every rule under `Rules/`, walked: what its page needs is there, and its examples say of the real reader what they
/// say on the page.
@Suite struct RuleExamplesTests {
  /// The rules with their examples, which the embedded form leaves out.
  static let rules: Result<[Rule], RuleError> = {
    do throws(RuleError) {
      let sources = StandardRules.paths.filter { $0.hasSuffix(".sch") }.compactMap { path in
        StandardRules.file(path).map { RuleSource(file: path, bytes: $0) }
      }
      return .success(try RuleLibrary(loading: sources, contract: try StandardRules.contract()).rules)
    } catch {
      return .failure(error)
    }
  }()

  @Test func everyExampleHolds() throws {
    let vocabulary = try StandardRules.vocabulary()
    for rule in try Self.rules.get() {
      let results = try rule.runExamples { bytes, form in
        DocumentReader.read(bytes, form: form.flatMap(Form.init(rawValue:)), vocabulary: vocabulary)
      }
      for result in results where !result.holds {
        Issue.record(
          """
          \(rule.file):\(result.example.line): “\(result.example.name)”: findings at \(result.found), expected at \
          \(result.example.marks)
          """)
      }
    }
  }

  /// The loader refuses a rule without these; that it did so for every rule is what is asserted here.
  @Test func everyRuleIsWhole() throws {
    let rules = try Self.rules.get()
    #expect(rules.count >= 113)
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(rule.file == "\(rule.folder)/\(rule.id).sch")
      #expect(!rule.title.isEmpty && !rule.why.isEmpty, "\(rule.id)")
      #expect(rule.examples.contains(where: \.isAccepted) && rule.examples.contains { !$0.isAccepted }, "\(rule.id)")
      let assertions = rule.clauses.flatMap(\.assertions)
      #expect(
        !assertions.isEmpty && assertions.allSatisfy { !$0.authority.isEmpty && !$0.message.isEmpty }, "\(rule.id)")
      #expect(Set(assertions.map(\.id)).count == assertions.count, "\(rule.id)")
      #expect(!rule.isUnverified || rule.severity < .error, "\(rule.id)")
    }
  }

  /// A page cites the paragraph of an authority, never a tag of our own notes.
  @Test func noRuleCitesANote() throws {
    for rule in try Self.rules.get() {
      for assertion in rule.clauses.flatMap(\.assertions) {
        #expect(!assertion.authority.contains("["), "\(assertion.id)")
        #expect(!assertion.authority.hasSuffix("."), "\(assertion.id)")
      }
    }
  }

  /// Where nothing is judged an accepted example shows nothing.
  @Test func theExamplesAreJudged() throws {
    let vocabulary = try StandardRules.vocabulary()
    for rule in try Self.rules.get() {
      var evaluator = CompiledEvaluator(RuleSet(rules: [rule], profile: "", digest: ""))
      var judged: Set<Int> = []
      for example in rule.examples {
        let bytes = Array(example.text.utf8)
        let document = DocumentReader.read(
          bytes.span, form: example.form.flatMap(Form.init(rawValue:)), vocabulary: vocabulary)
        let result = try evaluator.check(document, recordingJudgements: true)
        judged.formUnion(([result] + result.quoted).flatMap(\.judgements).map(\.clause))
      }
      #expect(!judged.isEmpty, "\(rule.id) judges nothing in its examples")
    }
  }
}
