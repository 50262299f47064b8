import Reporting

/// `caveat baseline write` and `prune`: a run whose only report is a baseline.
enum BaselineCommand {
  private static let standardName = "caveat.baseline"

  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    var settings = try Settings(arguments, surroundings)
    let arguments = settings.arguments
    let path = arguments.bytes(.baseline) ?? Array(standardName.utf8)
    let fingerprinter = try KnownFindings.fingerprinter(arguments)
    let isPruned = arguments.command == .baselinePrune
    let isThere = (try? FileStatus.of(FilePath(path))) != nil
    let before =
      isPruned || isThere
      ? try KnownFindings.baseline(path, for: fingerprinter) : Baseline(scheme: fingerprinter.scheme)
    let root = Repository(around: surroundings.folder).root
    let report = BaselineReport(isPruned ? .prune : .write, before: before) { name in
      let path = name.hasPrefix("/") ? FilePath(name) : root.appending(name.utf8)
      return (try? FileStatus.of(path)) != nil
    }
    let plan = OutputPlan(reports: [OutputPlan.Report(format: .text, destination: .file(FilePath(path)))])
    // The run itself compares with nothing, and nothing makes it fail.
    settings.set(.baseline, to: nil)
    settings.set(.failOn, to: "never")
    return try Check.run(settings, plan, in: surroundings) { _ in [report] }
  }
}
