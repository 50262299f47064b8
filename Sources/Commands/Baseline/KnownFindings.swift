import Glibc
import Reporting
import RuleEngine

/// Reads what is known of findings before a run, as the command line names it.
enum KnownFindings {
  /// The largest file of suppressions, in bytes.
  private static let limit = 16 << 20

  static func judge(
    _ arguments: Arguments, _ surroundings: Surroundings, rules: RuleChoice, today timestamp: Int?, isNeeded: Bool
  ) throws(UsageError) -> StandingJudge {
    let repository = Repository(around: surroundings.folder)
    let fingerprinter = try fingerprinter(arguments)
    var suppressions: Suppressions?
    if let path = arguments.bytes(.suppressions), !arguments.has(.noSuppressions) {
      let today = WrittenTime.day(timestamp ?? Int(time(nil)))
      suppressions = try Suppressions(file(path), rules: rules.ids, today: today)
    }
    var baseline: Baseline?
    if let path = arguments.bytes(.baseline) { baseline = try self.baseline(path, for: fingerprinter) }
    var changes: ChangedFiles?
    if let revision = arguments.bytes(.newSince) { changes = try ChangedFiles(since: revision, in: repository) }
    return StandingJudge(
      in: repository, fingerprinter: fingerprinter, baseline: baseline, suppressions: suppressions, changes: changes,
      isNeeded: isNeeded)
  }

  static func fingerprinter(_ arguments: Arguments) throws(UsageError) -> Fingerprinter {
    guard let path = arguments.bytes(.fingerprintKey) else { return Fingerprinter() }
    guard let key = DigestKey(try file(path).bytes) else { throw .shortKey(.fingerprintKey) }
    return Fingerprinter(key: key)
  }

  /// The baseline in a file, which has to be made with the same key.
  static func baseline(_ path: [UInt8], for fingerprinter: Fingerprinter) throws(UsageError) -> Baseline {
    let source = try file(path)
    let baseline: Baseline
    do throws(Baseline.Problem) {
      baseline = try Baseline(reading: source.bytes)
    } catch {
      throw .rules(["\(source.file):\(error)"])
    }
    guard baseline.scheme == fingerprinter.scheme else { throw .otherKey(source.file) }
    return baseline
  }

  private static func file(_ path: [UInt8]) throws(UsageError) -> RuleSource {
    do throws(InputProblem) {
      return try RuleFiles.source(FilePath(path), limit: limit)
    } catch {
      throw .unreadFile(VisibleText.escaped(path), error)
    }
  }
}
