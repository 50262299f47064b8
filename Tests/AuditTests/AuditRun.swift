import CommandTestSupport
import Commands
import FoundationEssentials
import SQLiteKit

/// A folder of its own, in which the program audits what a test puts there.
final class AuditFolder {
  private let folder = TemporaryFolder()

  var path: String { folder.path }

  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = folder.path(name)
    let above = file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)
    try FileManager.default.createDirectory(atPath: String(above), withIntermediateDirectories: true)
    return folder.write(name, Array(bytes))
  }

  /// Runs a command line in this process; workers are the program that was built beside the tests.
  func run(_ words: String..., input: String = "") -> Run { run(words, input: input) }

  func run(_ words: [String], input: String = "", from start: String? = nil) -> Run {
    Run(words, input: Array(input.utf8), folder: start, program: Self.program)
  }

  /// The program: it stands beside the tests.
  static var program: String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.endIndex) + "/caveat"
  }

  /// The rows of a query, values with | between them.
  func rows(_ file: String, _ sql: String) throws -> [String] {
    let database = try Database(path: Array(file.utf8), .readOnly)
    let statement = try database.prepare(sql)
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<statement.columns).map { statement.text($0) ?? "" }.joined(separator: "|"))
    }
    return rows
  }

  /// Everything but the runs.
  func everything(_ file: String) throws -> [String] {
    try ["settings", "rule_sets", "rules", "archives", "documents", "findings"].flatMap { table in
      try rows(file, "SELECT * FROM \(table)").map { table + ": " + $0 }
    }
  }
}
