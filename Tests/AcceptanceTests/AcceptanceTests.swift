import TestSupport
import Testing

/// Fictional documents of every kind, written from the reference and not from the code, through the real command.
///
/// - `clean.tsv`: documents in order. Nothing but an info may be said about them.
/// - `variants.tsv`: a document with one thing said in another right way. Nothing again.
/// - `broken.tsv`: a document with one thing broken. The rule is reported at the place, and no other error is; `rule`
///   names several where the break is more than one, and then the place is that of the first.
struct AcceptanceTests {
  @Test func everyFileIsListed() throws {
    #expect(Sample.all.count > 90)
    for sample in Sample.all { #expect(try !sample.text.isEmpty, "\(sample)") }
  }

  @Test func cleanDocumentsHaveNoFault() throws {
    let reports = try Report.on(try Sample.all.map { (try $0.text, $0.options) })
    for (sample, report) in zip(Sample.all, reports) {
      #expect(report.faults.isEmpty, "\(sample): \(report.faults)")
      #expect(report.form == sample.form, "\(sample)")
      #expect(report.profile == sample.profile, "\(sample)")
      #expect(report.level ?? "none" == sample.level, "\(sample)")
    }
  }

  @Test func rightVariantsHaveNoFault() throws {
    let changes = try Change.all("variants.tsv")
    for (change, report) in zip(changes, try Report.on(changes.map { ($0.text, $0.sample.options) })) {
      #expect(report.faults.isEmpty, "\(change): \(report.faults)")
    }
  }

  /// Every line followed by a blank one, as a text is typed or copied in double spacing.
  @Test func doubleSpacedDocumentsHaveNoFault() throws {
    let texts = try Sample.all.map { (try $0.text, $0.options) }
    let plain = texts.filter { !$0.0.hasPrefix("<") && !$0.0.hasPrefix("From:") && !$0.0.contains("\r") }
    #expect(plain.count > 80)
    for ((text, _), report) in zip(plain, try Report.on(plain.map { ($0.replacing("\n", with: "\n\n"), $1) })) {
      #expect(report.faults.isEmpty, "\(text.prefix(200)): \(report.faults)")
    }
  }

  @Test func brokenDocumentsHaveTheFault() throws {
    let changes = try Change.all("broken.tsv")
    for (change, report) in zip(changes, try Report.on(changes.map { ($0.text, $0.sample.options) })) {
      let wanted = change.rules
      let hits = report.faults.filter { $0.rule == wanted.first }
      #expect(!hits.isEmpty, "\(change): \(report.faults)")
      let others = report.faults.filter { $0.severity == "error" && !wanted.contains($0.rule) }
      #expect(others.isEmpty, "\(change): \(others)")
      guard !change.place.isEmpty, !hits.isEmpty else { continue }
      let lines = change.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(
        hits.contains { lines.indices.contains($0.line - 1) && lines[$0.line - 1].contains(change.place) },
        "\(change): \(hits)")
    }
  }
}

/// No report repeats a word of a document that it does not know, wherever it stands.
struct AcceptanceLeakTests {
  private static let canary = "ZEBRAQUX"

  @Test(arguments: [
    "cables/wire-sbu-2008-aidac.txt", "cables/aad-1975-state-outgoing.txt", "papers/memo-ic-orig-secret.txt",
    "papers/nara-cui-memo-specified.txt",
  ])
  func noReportRepeatsUnknownWords(_ path: String) throws {
    let lines = try #require(Sample.byPath[path]).text.split(separator: "\n", omittingEmptySubsequences: false)
    let folder = try Scratch()
    var files: [String] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      words[words.count / 2] = Self.canary
      for changed in [words.joined(separator: " "), line + " " + Self.canary] {
        let text = lines[..<index].map(String.init) + [changed] + lines[(index + 1)...].map(String.init)
        files.append(try folder.write("\(files.count).txt", text.joined(separator: "\n")))
      }
    }
    for format in ["text", "json", "xml", "svrl"] {
      let output = try folder.output(of: ["check", "--format", format, "--fail-on", "never"] + files)
      let report = String(decoding: output, as: UTF8.self).uppercased()
      #expect(!report.contains(Self.canary), "\(path) as \(format)")
    }
  }
}

/// A document with one thing changed.
struct Change: CustomStringConvertible {
  var sample: Sample
  var text: String
  /// The rules of a broken one, the expected one first, and words of the line where it is reported.
  var rules: [String]
  var place: String
  var description: String

  static func all(_ table: String) throws -> [Change] {
    try Table.rows(table).map { row in
      let sample = try #require(Sample.byPath[row[0]], "\(row[0]) is not in clean.tsv")
      let text = try sample.text
      let range = try #require(text.firstRange(of: row[1]), "\(row[0]) has no \(row[1])")
      return Change(
        sample: sample, text: text.replacingCharacters(in: range, with: row[2]),
        rules: row.count > 3 ? row[3].split(separator: " ").map(String.init) : [], place: row.count > 4 ? row[4] : "",
        description: "\(row[0]): \(row[1].prefix(60)) → \(row[2].prefix(60))")
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
