import Documents
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine
import StandardRules

/// Judges markings one after the other by one rule set.
struct MarkingJudge: ~Copyable {
  private let vocabulary: Vocabulary
  private var evaluator: LibXML2Evaluator
  /// yyyymmdd
  private let day: Int?

  init(_ rules: RuleSet, day: Int?) throws(UsageError) {
    self.init(vocabulary: try Self.readVocabulary(), evaluator: try Self.makeEvaluator(rules), day: day)
  }

  private init(vocabulary: Vocabulary, evaluator: consuming LibXML2Evaluator, day: Int?) {
    self.vocabulary = vocabulary
    self.evaluator = evaluator
    self.day = day
  }

  static func readVocabulary() throws(UsageError) -> Vocabulary {
    do throws(VocabularyError) { return try StandardRules.vocabulary() } catch { throw .rules(["\(error)"]) }
  }

  static func makeEvaluator(_ rules: RuleSet) throws(UsageError) -> LibXML2Evaluator {
    do throws(EvaluationError) { return try LibXML2Evaluator(rules) } catch { throw .rules([error.description]) }
  }

  /// Judges a text. Without a `kind` parentheses mean a portion.
  mutating func judge(_ text: [UInt8], kind: WrittenMarking.Kind?) throws(UsageError) -> JudgedMarking {
    let written = MarkingParser.parse(text.span, ByteRange(0, text.count), kind: kind, vocabulary)
    let document = MarkingReader.document(written, day: day, in: text.span, vocabulary)
    do throws(EvaluationError) {
      let result = try evaluator.check(document, recordingJudgements: false)
      return JudgedMarking(text: text, written: written, findings: result.findings, document: document)
    } catch {
      throw .rules([error.description])
    }
  }
}
