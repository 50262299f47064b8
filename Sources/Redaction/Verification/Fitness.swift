internal import Documents
package import MarkingGrammar
internal import MarkingModel
package import RuleEngine

/// Judges a copy by the rules of a profile, as a check of it would: what they call an error holds it back.
package struct Fitness: Sendable {
  /// Compiled for the first copy, and used for all others.
  private let compiled: CompiledRules

  package init(_ rules: RuleSet) { compiled = CompiledRules(rules) }

  package var rules: RuleSet { compiled.set }

  /// What is wrong with a copy, each with its rule and line. It is read anew, each of its parts that is a document.
  package func doubts(of copy: [UInt8], _ vocabulary: borrowing Vocabulary) -> [Verification.Doubt] {
    do throws(Refusal) {
      let document = try DocumentFormat.of(copy.span).document(of: copy)
      var doubts: [Verification.Doubt] = []
      for part in document.parts where part.kind == .document {
        let text = Array(document.text[part.range.start..<part.range.end])
        doubts += self.doubts(ofText: text.span, vocabulary)
      }
      return doubts
    } catch {
      return [.unreadable(error)]
    }
  }

  private func doubts(ofText copy: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> [Verification.Doubt] {
    let document = DocumentReader.read(copy, vocabulary: vocabulary)
    do throws(EvaluationError) {
      var evaluator = CompiledEvaluator(compiled)
      let result = try evaluator.check(document, recordingJudgements: false)
      return Self.errors(in: result).map { .unfit(rule: $0.rule, line: $0.position.line) }
    } catch {
      return [.unjudged]
    }
  }

  private static func errors(in result: CheckResult) -> [Finding] {
    result.findings.filter { $0.severity == .error } + result.quoted.flatMap(errors)
  }
}
