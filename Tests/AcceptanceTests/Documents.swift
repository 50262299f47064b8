import Commands
import FoundationEssentials
import Glibc
import TestSupport

/// A document of the set: a file below `Tests/AcceptanceTests/Documents`, and how `caveat check` is asked to judge it.
struct Sample: Sendable, CustomStringConvertible {
  /// Relative to the folder.
  var path: String
  /// Options of `caveat check`.
  var options: [String]
  var form: String
  var profile: String
  var level: String

  var description: String { path }

  var text: String {
    get throws { String(decoding: try Golden.bytes(Table.folder + "Documents/" + path), as: UTF8.self) }
  }

  /// Everything in `clean.tsv`.
  static let all: [Sample] = Table.rows("clean.tsv").map { row in
    Sample(
      path: row[0], options: row[1].split(separator: " ").map(String.init), form: row[2], profile: row[3],
      level: row[4])
  }

  static let byPath = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })
}

/// A table of the set: a line of names, then rows of cells between tabs, with `\n`, `\t` and `\\` for what a cell cannot
/// hold.
enum Table {
  static let folder = "Tests/AcceptanceTests/"

  static func rows(_ name: String) -> [[String]] {
    guard let bytes = try? Golden.bytes(folder + name) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
    }
  }

  private static func unescaped(_ cell: Substring) -> String {
    var text = ""
    var isEscape = false
    for character in cell {
      if isEscape {
        text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}

/// The JSON report of `caveat check`, as far as the tests look at it.
struct Report: Decodable {
  struct Document: Decodable {
    var file: String
    var form: String
    var profile: String
    var level: String?
    var findings: [Finding]
    /// The telegrams in it and behind it.
    var quoted: [Inner]

    var all: [Finding] { findings + quoted.flatMap(\.all) }
    var faults: [Finding] { all.filter { $0.severity != "info" } }
  }

  struct Inner: Decodable {
    var findings: [Finding]
    var quoted: [Inner]

    var all: [Finding] { findings + quoted.flatMap(\.all) }
  }

  struct Finding: Decodable, CustomStringConvertible {
    var rule: String
    var assertion: String
    var severity: String
    var message: String
    var line: Int
    var column: Int
    var offset: Int
    var length: Int
    /// How it is repaired; nil where that is not certain.
    var edits: [Edit]?

    struct Edit: Decodable {
      var offset: Int
      var length: Int
      var text: String
    }

    var description: String { "\(severity) \(rule) \(line):\(column)" }
  }

  var documents: [Document]

  /// The reports on texts, each judged by the real command with its own options, in order.
  static func on(_ texts: [(text: String, options: [String])]) throws -> [Document] {
    let folder = try Scratch()
    var reports: [Document?] = Array(repeating: nil, count: texts.count)
    for options in Set(texts.map(\.options)) {
      let numbers = texts.indices.filter { texts[$0].options == options }
      let files = try numbers.map { try folder.write("\($0).txt", texts[$0].text) }
      let found = try run(["check", "--format", "json", "--fail-on", "never"] + options + files, in: folder)
      for (number, document) in zip(numbers, found.documents) { reports[number] = document }
    }
    return reports.compactMap(\.self)
  }

  private static func run(_ words: [String], in folder: Scratch) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(folder.output(of: words)))
  }
}

/// A folder that goes with its value.
final class Scratch {
  let path: String

  init() throws {
    path = "/tmp/caveat-acceptance-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  /// What a command line prints.
  func output(of words: [String], input: String = "") throws -> [UInt8] {
    let files = (try write("in", input), try write("out", ""), try write("err", ""))
    let input = unsafe open(files.0, O_RDONLY)
    let output = unsafe open(files.1, O_WRONLY)
    let errors = unsafe open(files.2, O_WRONLY)
    _ = Command.run(
      words.map { Array($0.utf8) }, in: Surroundings(input: input, output: output, errors: errors) { _ in nil })
    for descriptor in [input, output, errors] { close(descriptor) }
    return [UInt8](try Data(contentsOf: URL(filePath: files.1)))
  }
}
