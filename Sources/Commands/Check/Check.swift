import Documents
import MarkingModel
import Repair
import Reporting
import RuleEngine

/// `caveat check`: reads inputs one after the other, judges each and tells every report.
struct Check: ~Copyable {
  private let surroundings: Surroundings
  private var reader: Reader
  private let channels: [ReportChannel]
  private let needsJudgements: Bool
  /// What makes the edits of repairs; nil where no report wants them.
  private let repairer: Repairer?
  /// The severity from which a finding makes the run fail; nil for never.
  private let threshold: Severity?
  private var evaluators: Evaluators
  private var judge: StandingJudge
  private let repository: Repository
  private var hasFailed = false
  private var isIncomplete = false

  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let settings = try Settings(arguments, surroundings)
    let plan = try OutputPlan(settings.arguments)
    return try run(settings, plan, in: surroundings) { rules in
      plan.reports.map { ReportWriters.writer($0, settings.arguments, rules, surroundings) }
    }
  }

  /// Runs with the reports of a plan.
  /// - Parameter makeWriters: makes the writers of the reports, in order.
  static func run(
    _ settings: Settings, _ plan: OutputPlan, in surroundings: Surroundings,
    _ makeWriters: (RuleChoice) -> [any ReportWriter]
  ) throws(UsageError) -> ExitCode {
    let arguments = settings.arguments
    let standardInput = [UInt8(ascii: "-")]
    if arguments.operands.count(where: { $0 == standardInput }) > 1 { throw .standardInputTwice }
    let read = FilesRead.identities(arguments, settings.configuration)
    let replaced = try OutputConflicts.replaced(by: plan, operands: arguments.operands, beside: read)
    let timestamp = try Timestamp.of(arguments, surroundings)
    let evaluators = try Evaluators(settings)
    let reader = try Reader(form: arguments.value(.form))
    let writers = makeWriters(evaluators.choice)
    let judge = try KnownFindings.judge(
      arguments, surroundings, rules: evaluators.choice, today: timestamp,
      isNeeded: writers.contains { type(of: $0).needsFingerprints })
    let channels = try channels(plan, writers, surroundings)
    var header = RunHeader(
      tool: "caveat", version: Version.number, rules: evaluators.first, timestamp: timestamp)
    header.failsFrom = threshold(arguments.value(.failOn))
    header.hasSuppressions = judge.hasSuppressions
    var check = Check(
      surroundings: surroundings, reader: reader, channels: channels,
      needsJudgements: writers.contains { type(of: $0).needsJudgements },
      repairer: writers.contains { type(of: $0).needsRepairs }
        ? Repairer(vocabulary: try MarkingJudge.readVocabulary()) : nil, threshold: header.failsFrom,
      evaluators: evaluators, judge: judge, repository: Repository(around: surroundings.folder))
    for channel in channels { channel.begin(header) }
    var walk = InputWalk(arguments.operands, reports: replaced.union(read))
    while let step = walk.next() { try check.take(step) }
    return check.end()
  }

  private static func threshold(_ word: String?) -> Severity? {
    switch word {
    case "never": nil
    case let word?: Severity(rawValue: word)
    case nil: .error
    }
  }

  private static func channels(
    _ plan: OutputPlan, _ writers: [any ReportWriter], _ surroundings: Surroundings
  ) throws(UsageError) -> [ReportChannel] {
    let output = Descriptor(number: surroundings.output)
    var channels: [ReportChannel] = []
    for (report, writer) in zip(plan.reports, writers) {
      do throws(SystemError) {
        channels.append(try ReportChannel(writer, to: report.destination, standardOutput: output))
      } catch {
        throw .outputNotCreated(report.destination.shown, error)
      }
    }
    return channels
  }

  private mutating func take(_ step: InputWalk.Step) throws(UsageError) {
    switch step {
    case .standardInput:
      let input = surroundings.input
      check(named: "-", at: "-") { () throws(InputProblem) in try FileBytes(reading: input) }
    case .file(let path):
      let place = repository.path(of: path).shown
      check(named: path.shown, at: place) { () throws(InputProblem) in try FileBytes(file: path) }
    case .problem(let path, let problem): unread(path.shown, at: repository.path(of: path).shown, problem)
    case .unfollowedLink(let path):
      surroundings.note("\(path.shown): it is a link to a folder and was not followed; name it to check what it holds")
    case .ownReport(let path): try refuseToReplaceACable(path)
    }
  }

  /// Judges one input and tells every report.
  private mutating func check(named name: String, at path: String, _ open: () throws(InputProblem) -> FileBytes) {
    do throws(InputProblem) {
      let bytes = try open()
      if let problem = ContentKind.problem(bytes) { throw problem }
      let document = try bytes.withBytes { span throws(InputProblem) in try judge(span, named: name, at: path) }
      if bytes.hasChanged { throw .changed }
      if document.document.isNoCable {
        surroundings.note("\(name): it is neither a cable nor a marked document; no rule fits it")
      }
      hasFailed = hasFailed || threshold.map(document.counts) ?? false
      bytes.withBytes { span in
        for channel in channels { channel.add(document, bytes: span) }
      }
      // Reports look at the bytes again, for what they show of them.
      if bytes.hasChanged { throw .changed }
    } catch {
      unread(name, at: path, error)
    }
  }

  private mutating func judge(
    _ bytes: Span<UInt8>, named name: String, at path: String
  ) throws(InputProblem) -> CheckedDocument {
    let document = reader.read(bytes, orAs: try evaluators.paper(at: path))
    var (rules, result) = try evaluators.check(document, at: path, recordingJudgements: needsJudgements)
    if let repairer {
      let reading = Reading(bytes: bytes.indices.map { bytes[$0] }, document: document, result: result)
      var judge = DocumentJudge(reader, evaluators, nil, at: path)
      try repairer.propose(in: &result, of: reading, by: &judge)
    }
    var checked = CheckedDocument(
      file: name, digest: Digest.hex(of: bytes), bytes: bytes.count, document: document, result: result)
    checked.path = path
    checked.rules = rules
    judge.judge(&checked)
    return checked
  }

  private mutating func unread(_ name: String, at path: String, _ problem: InputProblem) {
    isIncomplete = true
    surroundings.note("\(name): \(problem.sentence)")
    let sentence = problem.sentence.prefix(1).uppercased() + problem.sentence.dropFirst() + "."
    for channel in channels { channel.add(UnreadInput(file: name, path: path, problem: sentence)) }
  }

  /// A report of an earlier run, in a folder that is checked, is left out and replaced; a cable never is.
  private mutating func refuseToReplaceACable(_ path: FilePath) throws(UsageError) {
    guard let bytes = try? FileBytes(file: path) else { return }
    let isCable = bytes.withBytes { span in !reader.read(span).isNoCable }
    if isCable { throw .outputIsInput(path.shown) }
  }

  /// Completes the reports.
  private consuming func end() -> ExitCode {
    if let (checked, bytes) = judge.audit() {
      hasFailed = hasFailed || threshold.map(checked.counts) ?? false
      for channel in channels { channel.add(checked, bytes: bytes.span) }
    }
    for channel in channels {
      channel.end()
      guard let failure = channel.failure else { continue }
      isIncomplete = true
      surroundings.note(Surroundings.unwritten(channel.fileName, failure))
    }
    return isIncomplete ? .incomplete : hasFailed ? .findings : .clean
  }
}
