import Commands
import FoundationEssentials
import TestSupport
import Testing

/// The fictional documents, repaired by the real command: in parts that run side by side.
struct RepairedDocumentTests {
  private static let parts = 8

  private static func part<Item>(_ number: Int, of all: [Item]) -> [Item] {
    all.enumerated().filter { $0.offset % parts == number }.map(\.element)
  }

  /// Clean documents and right variants of them have no fault, and nothing in them is changed but what an info is about.
  @Test(arguments: 0..<parts) func rightDocumentsStayAsTheyAre(part: Int) throws {
    let variants = try Change.all("variants.tsv").map { (text: $0.text, options: $0.sample.options) }
    let texts = try Sample.all.map { (text: try $0.text, options: $0.options) } + variants
    for fixed in try Fixed.by(Self.part(part, of: texts)) where fixed.after != fixed.before {
      #expect(fixed.report.faults.isEmpty)
      #expect(fixed.trail.contains("severity=\"info\""), "\(fixed.before)\n\(fixed.after)\n\(fixed.trail)")
      #expect(!fixed.trail.contains("severity=\"error\"") && !fixed.trail.contains("severity=\"warning\""))
    }
  }

  /// Broken documents: what a report says how to repair is repaired, no other fault comes, a second run changes nothing.
  @Test(arguments: 0..<parts) func brokenDocumentsAreRepaired(part: Int) throws {
    let changes = Self.part(part, of: try Change.all("broken.tsv"))
    let fixed = try Fixed.by(changes.map { ($0.text, $0.sample.options) })
    let reports = try Report.on(changes.map { ($0.text, $0.sample.options) })
    let again = try Fixed.by(zip(changes, fixed).map { ($1.after, $0.sample.options) })
    var repaired = 0
    for (index, change) in changes.enumerated() {
      let (before, after) = (reports[index], fixed[index])
      #expect(again[index].after == after.after, "\(change): a second run changes something")
      let left = after.report.findings.filter { $0.edits != nil && $0.severity == "error" }
      #expect(left.isEmpty, "\(change): \(left)")
      let known = Set(before.all.map(\.rule))
      let new = after.report.faults.filter { $0.severity == "error" && !known.contains($0.rule) }
      // A cable that turns out to be classified is asked who classified it, and until when.
      #expect(new.allSatisfy { ["EOL-003", "EOL-009"].contains($0.rule) }, "\(change): \(new)")
      for finding in before.findings where finding.edits != nil {
        repaired += 1
        let count = { (findings: [Report.Finding]) in findings.count { $0.assertion == finding.assertion } }
        #expect(count(after.report.findings) < count(before.findings), "\(change): \(after.report.faults)")
      }
    }
    #expect(repaired > 100 / Self.parts, "\(repaired)")
  }
}

/// A document that `caveat fix --write` went over.
struct Fixed {
  var before: String
  var after: String
  /// Its part of the audit trail.
  var trail: String
  /// What `caveat check` says of it then.
  var report: Report.Document

  /// Repairs texts, each with its own options, in order.
  static func by(_ texts: [(text: String, options: [String])]) throws -> [Fixed] {
    let folder = try Scratch()
    var after: [String] = Array(repeating: "", count: texts.count)
    var trails = after
    for options in Set(texts.map(\.options)) {
      let numbers = texts.indices.filter { texts[$0].options == options }
      let files = try numbers.map { try folder.write("\($0).txt", texts[$0].text) }
      let trail = folder.path + "/trail.xml"
      _ = try folder.output(of: ["fix", "--write", "--fail-on", "never", "--trail", trail] + options + files)
      let parts = String(decoding: try Data(contentsOf: URL(filePath: trail)), as: UTF8.self).components(
        before: "<document ")
      #expect(parts.count == numbers.count + 1)
      for (index, number) in numbers.enumerated() {
        after[number] = String(decoding: try Data(contentsOf: URL(filePath: files[index])), as: UTF8.self)
        trails[number] = parts[index + 1]
      }
    }
    let reports = try Report.on(zip(after, texts).map { ($0, $1.options) })
    return texts.indices.map {
      Fixed(before: texts[$0].text, after: after[$0], trail: trails[$0], report: reports[$0])
    }
  }
}

extension String {
  /// Its parts, each but the first beginning with a word.
  fileprivate func components(before word: String) -> [String] {
    var parts: [String] = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: { $0 == " " }).hasPrefix(word) { parts.append("") }
      parts[parts.count - 1] += line + "\n"
    }
    return parts
  }
}
