import MarkingModel
import Repair
import Reporting
import RuleEngine

/// Judges the states of one document that a repair goes through, as `caveat check` judges it. A finding that does not
/// count, because a baseline knows it or somebody let it pass, carries no repair.
struct DocumentJudge: RepairJudge {
  private var reader: Reader
  private var evaluators: Evaluators
  private var standings: StandingJudge?
  /// The path of the document in its repository.
  private let path: String
  /// The rules that judged last.
  private(set) var rules: RuleSet?

  init(_ reader: Reader, _ evaluators: Evaluators, _ standings: StandingJudge?, at path: String) {
    self.reader = reader
    self.evaluators = evaluators
    self.standings = standings
    self.path = path
  }

  mutating func judge(_ bytes: [UInt8]) throws(InputProblem) -> Reading {
    let span = bytes.span
    let document = reader.read(span, orAs: try evaluators.paper(at: path))
    let (rules, result) = try evaluators.check(document, at: path, recordingJudgements: false)
    self.rules = rules
    var reading = Reading(bytes: bytes, document: document, result: result)
    guard let standings = checked(reading)?.standings else { return reading }
    for index in reading.result.findings.indices where standings[index]?.counts == false {
      reading.result.findings[index].repair = nil
    }
    return reading
  }

  /// A state with the standings of its findings; nil where nothing is known of any.
  private mutating func checked(_ reading: Reading) -> CheckedDocument? {
    guard standings != nil else { return nil }
    var checked = CheckedDocument(
      file: path, digest: "", bytes: reading.bytes.count, document: reading.document, result: reading.result)
    checked.path = path
    standings?.judge(&checked)
    return checked
  }

  /// Whether a finding of this severity or a higher one counts.
  mutating func counts(_ severity: Severity, in reading: Reading) -> Bool {
    let plain = CheckedDocument(
      file: path, digest: "", bytes: reading.bytes.count, document: reading.document, result: reading.result)
    return (checked(reading) ?? plain).counts(severity)
  }
}
