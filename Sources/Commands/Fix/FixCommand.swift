import MarkingModel
import Repair
import Reporting
import RuleEngine

/// `caveat fix`: repairs what rules say how to repair, and shows it, or writes it.
struct FixCommand {
  private let surroundings: Surroundings
  private let repository: Repository
  private let reader: Reader
  private let evaluators: Evaluators
  private let standings: StandingJudge
  private let repairer: Repairer
  private let selection: RuleSelection
  private let writes: Bool
  private let shows: FixText
  private let threshold: Severity?
  private var trail: FixTrail?
  private var tally = FixTally()

  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    if arguments.has(.write), arguments.has(.dryRun) { throw .exclusive(.write, .dryRun) }
    var settings = try Settings(arguments, surroundings)
    let standardInput = [UInt8(ascii: "-")]
    if arguments.operands.count(where: { $0 == standardInput }) > 1 { throw .standardInputTwice }
    if arguments.has(.write), arguments.operands.contains(standardInput) { throw .standardInputWritten }
    // What is repaired is chosen; what a repair must not bring is asked of all rules.
    _ = try Evaluators(settings)
    let selection = RuleSelection(settings.arguments.words(.select))
    settings.set(.select, to: nil)
    var command = try FixCommand(settings, selection, surroundings)
    var reports = OutputPlan(reports: [])
    if let path = arguments.bytes(.trail) {
      reports.reports.append(OutputPlan.Report(format: .xml, destination: .file(FilePath(path))))
    }
    let read = FilesRead.identities(settings.arguments, settings.configuration)
    let replaced = try OutputConflicts.replaced(by: reports, operands: arguments.operands, beside: read)
    if let path = arguments.bytes(.trail) { try command.begin(FilePath(path), settings.arguments) }
    var walk = InputWalk(arguments.operands, reports: replaced.union(read))
    while let step = walk.next() { command.take(step) }
    return command.end()
  }

  private init(
    _ settings: Settings, _ selection: RuleSelection, _ surroundings: Surroundings
  ) throws(UsageError) {
    let arguments = settings.arguments
    self.surroundings = surroundings
    self.selection = selection
    repository = Repository(around: surroundings.folder)
    reader = try Reader(form: arguments.value(.form))
    evaluators = try Evaluators(settings)
    repairer = Repairer(vocabulary: try MarkingJudge.readVocabulary())
    standings = try KnownFindings.judge(
      arguments, surroundings, rules: evaluators.choice, today: try Timestamp.of(arguments, surroundings),
      isNeeded: false)
    writes = arguments.has(.write)
    shows = FixText(
      isDiff: arguments.has(.diff) || !arguments.has(.write) && !arguments.has(.dryRun),
      showsText: arguments.has(.showText))
    threshold =
      switch arguments.value(.failOn) {
      case "never": nil
      case let word?: Severity(rawValue: word)
      case nil: .error
      }
  }

  private mutating func begin(_ path: FilePath, _ arguments: Arguments) throws(UsageError) {
    let timestamp = try Timestamp.of(arguments, surroundings)
    do throws(SystemError) {
      trail = try FixTrail(at: path, timestamp: timestamp, writes: writes)
    } catch {
      throw .outputNotCreated(path.shown, error)
    }
  }

  private mutating func take(_ step: InputWalk.Step) {
    switch step {
    case .standardInput:
      let input = surroundings.input
      repair(named: "-", at: "-", nil) { () throws(InputProblem) in try FileBytes(reading: input) }
    case .file(let path):
      let place = repository.path(of: path).shown
      repair(named: path.shown, at: place, path) { () throws(InputProblem) in try FileBytes(file: path) }
    case .problem(let path, let problem): unread(path.shown, problem.sentence)
    case .unfollowedLink(let path):
      surroundings.note("\(path.shown): it is a link to a folder and was not followed; name it to repair what it holds")
    case .ownReport: break
    }
  }

  private mutating func repair(
    named name: String, at place: String, _ path: FilePath?, _ open: () throws(InputProblem) -> FileBytes
  ) {
    do throws(InputProblem) {
      let status = path.flatMap { try? FileStatus.of($0) }
      let file = try open()
      if let problem = ContentKind.problem(file) { throw problem }
      let bytes = file.withBytes { span in span.indices.map { span[$0] } }
      if file.hasChanged { throw .changed }
      var judge = DocumentJudge(reader, evaluators, standings, at: place)
      let original = try judge.judge(bytes)
      let repaired = try repairer.repair(original, by: &judge) { selection.holds($0.rule) }
      var isWritten = false
      if writes, repaired.isChanged, let path, let status {
        isWritten = write(repaired, name, path, status)
      }
      tally.count(repaired, isDone: isWritten || !writes)
      let last = writes && isWritten || !repaired.isChanged ? repaired.reading : original
      if let threshold, judge.counts(threshold, in: last) || repaired.isChanged && !isWritten {
        tally.hasFindings = true
      }
      // What was to be written and was not is no change.
      if !writes || isWritten || !repaired.isChanged, surroundings.print(shows.text(repaired, name)) != .clean {
        tally.isIncomplete = true
      }
      if let rules = judge.rules { trail?.add(repaired, name, rules, isWritten: isWritten) }
    } catch {
      unread(name, error.sentence)
    }
  }

  private mutating func write(_ repaired: Repaired, _ name: String, _ path: FilePath, _ status: FileStatus) -> Bool {
    do throws(FixedFile.Problem) {
      try FixedFile(path, status).write(repaired.reading.bytes, over: repaired.original.bytes)
    } catch {
      unread(name, error.sentence)
      return false
    }
    if status.names > 1 {
      surroundings.note("\(name): the file has other names (hard links), and they keep what stood there before")
    }
    return true
  }

  private mutating func unread(_ name: String, _ sentence: String) {
    tally.isIncomplete = true
    surroundings.note("\(name): \(sentence)")
    trail?.addUnread(name, sentence)
  }

  private mutating func end() -> ExitCode {
    surroundings.note(tally.sentence(isWritten: writes))
    if shows.isDiff, !shows.showsText, tally.hidden > 0 {
      surroundings.note(
        "\(tally.hidden) of the changes stand in lines with text, which the diff leaves out; --show-text shows them")
    }
    if let problem = trail?.finish() {
      tally.isIncomplete = true
      surroundings.note(problem)
    }
    return tally.isIncomplete ? .incomplete : tally.hasFindings ? .findings : .clean
  }
}

/// The rules of `--select`: ids and families; all without it.
struct RuleSelection {
  private let names: Set<String>

  init(_ names: [String]) { self.names = Set(names) }

  func holds(_ rule: String) -> Bool {
    names.isEmpty || names.contains(rule) || names.contains(String(rule.prefix { $0 != "-" }))
  }
}

/// What a run did.
struct FixTally {
  var documents = 0
  var changed = 0
  var repairs = 0
  var left = 0
  /// Changes in lines that hold text.
  var hidden = 0
  /// Whether something counts that makes the run fail.
  var hasFindings = false
  var isIncomplete = false

  /// - Parameter isDone: whether the changes were written, or only to be shown.
  mutating func count(_ repaired: Repaired, isDone: Bool) {
    documents += 1
    left += repaired.left.count
    guard isDone else { return }
    if repaired.isChanged { changed += 1 }
    repairs += repaired.changes.reduce(0) { $0 + $1.findings.count }
    hidden += FixDiff(repaired, showsText: false).hidden.count
  }

  func sentence(isWritten: Bool) -> String {
    let findings = repairs.counted("finding")
    let verb = isWritten ? "repaired" : "can be repaired"
    let rest = left == 0 ? "" : "; \(left.counted("finding")) with a repair left as it is"
    return "\(findings) \(verb) in \(changed) of \(documents.counted("document"))\(rest)"
  }
}
