import CCaveat
import Checking
import Guarding
import MarkingModel
import Reporting
import RuleEngine

/// What `caveat_result` points to.
@safe
final class LibraryResult: @unchecked Sendable {
  // Nothing changes after `init` but `json`, which is locked.
  private let texts = CTexts()
  private let document: CheckedDocument?
  private let rules: RuleSet
  private var json: UnsafePointer<CChar>?
  private var jsonLength = 0
  private let isWriting = Guarded<Void>(())

  let problem: UnsafePointer<CChar>?
  let verdict: UnsafePointer<CChar>
  private(set) var form: UnsafePointer<CChar>?
  private(set) var profile: UnsafePointer<CChar>?
  private(set) var level: UnsafePointer<CChar>?
  private(set) var findings: [caveat_finding] = unsafe []

  /// A document that was judged.
  init(_ checked: Checker.Checked, digest: String, count: Int) {
    let document = CheckedDocument(
      file: "-", digest: digest, bytes: count, document: checked.document, result: checked.result)
    self.document = document
    rules = checked.rules
    unsafe problem = nil
    unsafe verdict = unsafe texts.keep(Verdict(checked.document, checked.result).rawValue)
    let facts = TelegramFacts(checked.document)
    unsafe form = unsafe texts.keep(facts.form)
    unsafe profile = unsafe texts.keep(checked.rules.profile)
    unsafe level = unsafe texts.keep(facts.level.rawValue)
    add(checked.result, depth: 0)
  }

  /// A document that was not read.
  init(problem: Checker.Problem, rules: RuleSet) {
    document = nil
    self.rules = rules
    unsafe self.problem = unsafe texts.keep(problem.sentence)
    unsafe verdict = unsafe texts.keep(Verdict.notRead.rawValue)
  }

  private func add(_ result: CheckResult, depth: UInt32) {
    for finding in result.findings {
      let severity: Int
      switch finding.severity {
      case .info: severity = CAVEAT_INFO
      case .warning: severity = CAVEAT_WARNING
      case .error: severity = CAVEAT_ERROR
      }
      unsafe findings.append(
        caveat_finding(
          rule: texts.keep(finding.rule), assertion: texts.keep(finding.assertion),
          message: texts.keep(finding.message), authority: texts.keep(finding.authority),
          fix: finding.fix.map { unsafe texts.keep($0) }, offset: UInt64(finding.range.start),
          length: UInt64(finding.range.count), line: UInt64(finding.position.line),
          column: UInt64(finding.position.column), severity: Int32(severity), depth: depth))
    }
    for inner in result.quoted { add(inner, depth: depth + 1) }
  }

  /// The report in JSON and its length, written when it is first asked for.
  func report() -> (text: UnsafePointer<CChar>, length: Int) {
    unsafe isWriting.withLock { _ in
      if let json = unsafe json { return unsafe (json, jsonLength) }
      var report = JSONReport()
      report.begin(RunHeader(tool: "caveat", version: Version.number, rules: rules))
      if let document {
        report.add(document, bytes: Span())
      } else if let problem = unsafe problem {
        report.add(UnreadInput(file: "-", problem: unsafe String(cString: problem)))
      }
      report.end()
      let bytes = report.takeOutput()
      let text = unsafe texts.keep(String(decoding: bytes, as: UTF8.self))
      unsafe json = unsafe text
      jsonLength = bytes.count
      return unsafe (text, bytes.count)
    }
  }
}
