import Audit
import Commands
import FoundationEssentials
import Glibc
import SQLiteKit
import TestSupport

/// A folder of its own, in which the program audits what a test puts there.
final class AuditFolder {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/caveat-audit-\(UUID().uuidString)"
    _ = unsafe mkdir(path, 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)
    try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  struct Outcome {
    var code: ExitCode
    var output: String
    var errors: String
  }

  /// Runs a command line in this process; workers are the program that was built beside the tests.
  func run(_ words: String..., input: String? = nil) throws -> Outcome { try run(words, input: input) }

  func run(_ words: [String], input: String? = nil, from start: String? = nil) throws -> Outcome {
    let id = UUID().uuidString
    func open(_ name: String, _ flags: Int32) -> Int32 {
      unsafe Glibc.open(path + "/.\(name)-\(id)", flags | O_CREAT | O_CLOEXEC, 0o600)
    }
    if let input { try Data(input.utf8).write(to: URL(filePath: path + "/.in-\(id)")) }
    let descriptors = (open("in", O_RDONLY), open("out", O_WRONLY), open("err", O_WRONLY))
    let surroundings = Surroundings(
      input: descriptors.0, output: descriptors.1, errors: descriptors.2, folder: start.map { FilePath($0) },
      program: FilePath(Self.program)
    ) { _ in nil }
    let code = Command.run(words.map { Array($0.utf8) }, in: surroundings)
    for descriptor in [descriptors.0, descriptors.1, descriptors.2] { close(descriptor) }
    defer {
      for name in ["in", "out", "err"] { try? FileManager.default.removeItem(atPath: path + "/.\(name)-\(id)") }
    }
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: path + "/.\(name)-\(id)")), as: UTF8.self)
    }
    return Outcome(code: code, output: try text("out"), errors: try text("err"))
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

/// Fictional cables.
enum Cable {
  /// Without a finding above info.
  static let clean = """
    UNCLAS TALLINN 000123

    E.O. 13526: N/A
    TAGS: PREL, EN
    SUBJECT: HARBOR TALKS

    1. (U) The talks went well.

    2. (U) Their length surprised us.
    ALDER

    """

  /// With an error on line 3.
  static let wrong = clean.replacing("UNCLAS", with: "S E C R E T").replacing("(U)", with: "(S)")
}
