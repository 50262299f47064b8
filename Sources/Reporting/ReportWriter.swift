package import MarkingModel
package import RuleEngine

/// One document with what was found in it: what a report is told about it.
package struct CheckedDocument: Sendable {
  /// The path as the user gave it, or "-".
  package var file: String
  /// Where it stands in its repository; the same as `file` where there is none.
  package var path: String
  /// SHA-256 of its bytes, in hexadecimal.
  package var digest: String
  /// How many bytes it has.
  package var bytes: Int
  package var document: MarkingDocument
  /// With the results of the telegrams it repeats inside.
  package var result: CheckResult
  /// How its findings stand to what is known; empty where nothing is.
  package var standings = Standings()
  /// The rules that judged it; nil where they are those of the run.
  package var rules: RuleSet?
  /// The release that it is the copy of.
  package var release: ReleaseFacts?

  package init(file: String, digest: String, bytes: Int, document: MarkingDocument, result: CheckResult) {
    self.file = file
    path = file
    self.digest = digest
    self.bytes = bytes
    self.document = document
    self.result = result
  }
}

/// What is true of a whole run.
package struct RunHeader: Sendable {
  /// The program's name: "caveat".
  package var tool: String
  /// Its version: "0.1.0".
  package var version: String
  /// The rules of the run, with their profile and digest. A document that is judged by others brings them along.
  package var rules: RuleSet
  /// Seconds since 1970, only where the user asked for a time stamp.
  package var timestamp: Int?
  /// The severity from which a finding makes the run fail; nil for never.
  package var failsFrom: Severity? = .error
  /// Whether findings may be suppressed in this run.
  package var hasSuppressions = false

  package init(tool: String, version: String, rules: RuleSet, timestamp: Int? = nil) {
    self.tool = tool
    self.version = version
    self.rules = rules
    self.timestamp = timestamp
  }
}

/// An input that could not be read.
package struct UnreadInput: Sendable, Hashable {
  package var file: String
  /// Where it stands in its repository; the same as `file` where there is none.
  package var path: String
  /// One sentence, without any of its text.
  package var problem: String

  package init(file: String, path: String? = nil, problem: String) {
    self.file = file
    self.path = path ?? file
    self.problem = problem
  }
}

/// Writes one report form. It decides nothing; it is told of documents one by one, so that a run of any length takes
/// constant memory. The same calls give the same bytes.
package protocol ReportWriter {
  /// Whether it needs `CheckResult.judgements`.
  static var needsJudgements: Bool { get }
  /// Whether it needs `CheckedDocument.standings` with the fingerprints of all findings.
  static var needsFingerprints: Bool { get }
  /// Whether it says how findings are repaired (`Finding.edits`).
  static var needsRepairs: Bool { get }
  /// Takes what it has written since the last call.
  mutating func takeOutput() -> [UInt8]
  mutating func begin(_ run: RunHeader)
  /// `bytes` are the document's own. A form reads the excerpts of findings from them, and lines of text only where it
  /// was made to show text.
  mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>)
  mutating func add(_ unread: UnreadInput)
  mutating func end()
}

extension ReportWriter {
  package static var needsJudgements: Bool { false }
  package static var needsFingerprints: Bool { false }
  package static var needsRepairs: Bool { false }
}
