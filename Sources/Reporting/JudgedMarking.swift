package import MarkingGrammar
package import MarkingModel

/// One marking with what the rules say about it.
package struct JudgedMarking: Sendable {
  /// The text that was given, as it stands.
  package var text: [UInt8]
  package var written: WrittenMarking
  package var findings: [Finding]
  /// What belongs in the place of each finding, in the same order; nil where that is not certain.
  package var fixes: [String?]

  /// What it says, in order and without repeats, and how it is written in canonical form.
  package var meaning: Marking
  package var canonical: String

  /// What each of its tokens means, where that was asked for.
  package var explanation: [ExplainedToken] = []

  /// A marking of another country's scheme, which has no canonical form of its own and no ISM attributes.
  package init(text: [UInt8], national: NationalMarking, findings: [Finding], document: MarkingDocument) {
    self.text = text
    self.findings = findings
    written = WrittenMarking(kind: .banner, range: national.range)
    meaning = Marking()
    canonical = ""
    fixes = findings.map { document.word(.fix, of: $0.node) }
  }

  package init(
    text: [UInt8], written: WrittenMarking, findings: [Finding], document: MarkingDocument, printer: MarkingPrinter
  ) {
    self.text = text
    self.written = written
    self.findings = findings
    let marking = written.meaning(in: text.span, printer.vocabulary)
    meaning = marking.normalized(by: printer.vocabulary)
    canonical = written.kind == .banner ? printer.banner(marking) : printer.portion(marking)
    fixes = findings.map { document.word(.fix, of: $0.node) }
  }

  /// Whether no finding is an error.
  package var isValid: Bool { !findings.contains { $0.severity == .error } }
}
