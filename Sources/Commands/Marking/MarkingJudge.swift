import Documents
import MarkingGrammar
import MarkingModel
import Reporting
import RuleEngine
import StandardRules

/// Judges markings one after the other by one rule set.
struct MarkingJudge: ~Copyable {
  private let printer: MarkingPrinter
  private var evaluator: Evaluator
  /// yyyymmdd
  private let day: Int?
  /// The scheme of another country that markings are read by.
  private let scheme: NationalMarking.Scheme?
  private let explains: Bool

  /// - Parameters:
  ///   - style: how a canonical form is written.
  ///   - explains: whether each marking is explained token by token.
  ///   - kind: what evaluates the rules.
  init(
    _ rules: RuleSet, day: Int?, style: MarkingStyle, explains: Bool = false, by kind: Evaluator.Kind = .compiled
  ) throws(UsageError) {
    self.init(
      printer: MarkingPrinter(vocabulary: try Self.readVocabulary(), style: style),
      evaluator: try Self.makeEvaluator(rules, by: kind), day: day, scheme: NationalMarking.Scheme(rules.markings),
      explains: explains)
  }

  private init(
    printer: MarkingPrinter, evaluator: consuming Evaluator, day: Int?, scheme: NationalMarking.Scheme?,
    explains: Bool
  ) {
    self.printer = printer
    self.evaluator = evaluator
    self.day = day
    self.scheme = scheme
    self.explains = explains
  }

  static func readVocabulary() throws(UsageError) -> Vocabulary {
    do throws(VocabularyError) { return try StandardRules.vocabulary() } catch { throw .rules(["\(error)"]) }
  }

  static func makeEvaluator(_ rules: RuleSet, by kind: Evaluator.Kind) throws(UsageError) -> Evaluator {
    do throws(EvaluationError) { return try Evaluator(rules, by: kind) } catch { throw .rules([error.description]) }
  }

  /// Judges a text. Without a `kind` parentheses mean a portion.
  mutating func judge(_ text: [UInt8], kind: WrittenMarking.Kind?) throws(UsageError) -> JudgedMarking {
    if let scheme { return try judge(text, by: scheme) }
    let written = MarkingParser.parse(text.span, ByteRange(0, text.count), kind: kind, printer.vocabulary)
    let document = MarkingReader.document(written, day: day, in: text.span, printer.vocabulary)
    var judged = JudgedMarking(
      text: text, written: written, findings: try findings(document), document: document, printer: printer)
    if explains { judged.explanation = MarkingExplanation.tokens(of: written, in: text.span, printer.vocabulary) }
    return judged
  }

  private mutating func judge(_ text: [UInt8], by scheme: NationalMarking.Scheme) throws(UsageError) -> JudgedMarking {
    let national = NationalParser.parse(text.span, ByteRange(0, text.count), scheme: scheme, printer.vocabulary)
    let document = NationalReader.read(text.span, scheme: scheme, day: day, printer.vocabulary)
    var judged = JudgedMarking(
      text: text, national: national, findings: try findings(document), document: document)
    if explains { judged.explanation = MarkingExplanation.tokens(of: national, in: text.span, printer.vocabulary) }
    return judged
  }

  private mutating func findings(_ document: MarkingDocument) throws(UsageError) -> [Finding] {
    do throws(EvaluationError) {
      return try evaluator.check(document, recordingJudgements: false).findings
    } catch {
      throw .rules([error.description])
    }
  }
}
