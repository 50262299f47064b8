/// The findings that were there when somebody began to use the program, or accepted them: a file that is kept with the
/// documents.
///
/// The first line says how the fingerprints are made; each other one is a fingerprint, the rule and the path of the
/// document, in order of path, rule and fingerprint. A line depends on no other, so that two versions of the file are
/// merged line by line. No text of a document stands in it.
package struct Baseline: Sendable, Hashable {
  package struct Entry: Sendable, Hashable, Comparable {
    package var fingerprint: String
    package var rule: String
    package var path: String

    package init(fingerprint: String, rule: String, path: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
    }

    package static func < (a: Entry, b: Entry) -> Bool {
      (a.path, a.rule, a.fingerprint) < (b.path, b.rule, b.fingerprint)
    }
  }

  /// What is wrong with a line.
  package struct Problem: Error, Hashable, CustomStringConvertible {
    /// From 1.
    package var line: Int
    package var sentence: String

    package var description: String { "\(line):1: \(sentence)" }
  }

  /// See `Fingerprinter.scheme`.
  package var scheme: String
  package var entries: Set<Entry>

  private static let title = "caveat-baseline 1 "

  package init(scheme: String, entries: Set<Entry> = []) {
    self.scheme = scheme
    self.entries = entries
  }

  /// Reads a file. Empty lines, and the first line where it is repeated by a merge, say nothing.
  package init(reading bytes: [UInt8]) throws(Problem) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
    guard lines[0].hasPrefix(Self.title) else {
      throw Problem(line: 1, sentence: "a baseline begins with “\(Self.title)” and how its fingerprints are made")
    }
    scheme = String(lines[0].dropFirst(Self.title.count))
    entries = []
    for (index, line) in lines.enumerated() where !line.isEmpty && line != lines[0] {
      guard let entry = Entry(line) else {
        throw Problem(line: index + 1, sentence: "a line is a fingerprint of 64 digits, a rule and a path")
      }
      entries.insert(entry)
    }
  }

  /// The file.
  package var bytes: [UInt8] {
    var out = ReportBuffer()
    out.write("\(Self.title)\(scheme)\n")
    for entry in entries.sorted() { out.write("\(entry.fingerprint) \(entry.rule) \(entry.path)\n") }
    return out.take()
  }
}

extension Baseline.Entry {
  /// "fingerprint RULE path"; the path may hold blanks.
  fileprivate init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].utf8.count == 64, parts[0].utf8.allSatisfy(Self.isDigit), !parts[1].isEmpty,
      !parts[2].isEmpty
    else { return nil }
    self.init(fingerprint: parts[0], rule: parts[1], path: parts[2])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
