import Documents
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine
import StandardRules

/// Judges markings one after the other by one rule set.
struct MarkingJudge: ~Copyable {
  private let printer: MarkingPrinter
  private var evaluator: LibXML2Evaluator
  /// yyyymmdd
  private let day: Int?

  /// - Parameter style: how a canonical form is written.
  init(_ rules: RuleSet, day: Int?, style: MarkingStyle) throws(UsageError) {
    self.init(
      printer: MarkingPrinter(vocabulary: try Self.readVocabulary(), style: style),
      evaluator: try Self.makeEvaluator(rules), day: day)
  }

  private init(printer: MarkingPrinter, evaluator: consuming LibXML2Evaluator, day: Int?) {
    self.printer = printer
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
    let written = MarkingParser.parse(text.span, ByteRange(0, text.count), kind: kind, printer.vocabulary)
    let document = MarkingReader.document(written, day: day, in: text.span, printer.vocabulary)
    do throws(EvaluationError) {
      let result = try evaluator.check(document, recordingJudgements: false)
      return JudgedMarking(
        text: text, written: written, findings: result.findings, document: document, printer: printer)
    } catch {
      throw .rules([error.description])
    }
  }
}
