/// The commands that read an audit file.
enum AuditReading {
  static func report(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode { .clean }
  static func diff(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode { .clean }
  static func query(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode { .clean }
}
enum AuditMergeCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode { .clean }
}
