import MarkingModel
import RuleEngine

/// The report in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), as code scanning services take it.
///
/// There is one run. Rules are listed where something was found by them, with their pages as help. Findings that are known
/// or suppressed are results with `baselineState` and `suppressions`. Where there are more results than a service
/// takes, those that weigh least are left out, and a notification says how many (`SARIFResults`).
package struct SARIFReport: ReportWriter {
  package static var needsFingerprints: Bool { true }
  package static var needsRepairs: Bool { true }
  /// The name of our fingerprints; the number changes when they are made in another way.
  static let fingerprint = "caveat/v1"
  /// What GitHub tells findings of one file and rule apart by. Others hash the text of the line.
  static let lineHash = "primaryLocationLineHash"

  private var out = JSONText()
  private var run: RunHeader?
  private let page: (String) -> String?
  private var rules: [Rule] = []
  private var numbers: [String: Int] = [:]
  private var results: SARIFResults
  private var unread: [UnreadInput] = []

  /// - Parameters:
  ///   - limit: how many results the file may hold; those of GitHub.
  ///   - page: the page of the rule with this id, in Markdown; nil where it has none.
  package init(limit: Int = 25_000, page: @escaping (String) -> String?) {
    results = SARIFResults(limit: limit)
    self.page = page
  }

  package mutating func takeOutput() -> [UInt8] { out.take() }
  package mutating func begin(_ run: RunHeader) { self.run = run }
  package mutating func add(_ unread: UnreadInput) { self.unread.append(unread) }

  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    let set = document.rules?.rules ?? run?.rules.rules ?? []
    var regions = SARIFRegions(bytes)
    for reported in document.reported {
      let rule = number(of: reported.finding.rule, in: set)
      let weight = SARIFResults.Weight(counts: reported.counts, severity: reported.finding.severity)
      guard results.takes(weight) else {
        results.leaveOut()
        continue
      }
      let region = regions.region(of: reported.finding, in: bytes)
      results.add(
        SARIFResult(
          reported, rule: rule, path: document.path, region: region,
          editRegions: regions.regions(of: reported.finding.edits, in: bytes)
        )
        .json(hasSuppressions: run?.hasSuppressions ?? false), weight)
    }
  }

  /// The number of a rule in the list of those that found something.
  private mutating func number(of id: String, in set: [Rule]) -> Int? {
    if let number = numbers[id] { return number }
    guard let rule = set.first(where: { $0.id == id }) else { return nil }
    numbers[id] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  package mutating func end() {
    results.finish()
    out.open(.object)
    out.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    out.member("version", "2.1.0")
    out.open(.array, "runs")
    out.open(.object)
    writeTool()
    writeInvocation()
    out.open(.object, "originalUriBaseIds", inline: true)
    out.open(.object, SARIFResult.base)
    out.open(.object, "description")
    out.member("text", "The root of the repository.")
    for _ in 0..<3 { out.close() }
    out.member("columnKind", "utf16CodeUnits")
    out.open(.array, "results")
    for result in results.inOrder { out.member(json: result) }
    for _ in 0..<4 { out.close() }
  }

  private mutating func writeTool() {
    out.open(.object, "tool")
    out.open(.object, "driver")
    out.member("name", run?.tool ?? "")
    out.member("semanticVersion", run?.version ?? "")
    out.member("language", "en")
    out.open(.array, "rules")
    for rule in rules { SARIFRule(rule, page: page(rule.id)).write(to: &out) }
    out.close()
    out.open(.array, "notifications")
    for (id, text) in [
      ("not-read", "An input could not be read."), ("left-out", "Results were left out because there are too many."),
    ] {
      out.open(.object, inline: true)
      out.member("id", id)
      out.text("shortDescription", text)
      out.close()
    }
    for _ in 0..<3 { out.close() }
  }

  private mutating func writeInvocation() {
    out.open(.array, "invocations")
    out.open(.object)
    out.member("executionSuccessful", unread.isEmpty)
    if let time = run?.timestamp { out.member("endTimeUtc", WrittenTime.text(time)) }
    out.open(.array, "toolExecutionNotifications")
    if results.leftOut > 0 {
      let sentence =
        "\(results.leftOut) of \(results.leftOut + results.count) results were left out, those that weigh least: "
        + "code scanning takes \(results.count) in a run."
      writeNotification("left-out", level: "warning", sentence, path: nil)
    }
    for input in unread { writeNotification("not-read", level: "error", input.problem, path: input.path) }
    for _ in 0..<3 { out.close() }
  }

  private mutating func writeNotification(_ id: String, level: String, _ text: String, path: String?) {
    out.open(.object)
    out.open(.object, "descriptor", inline: true)
    out.member("id", id)
    out.member("index", id == "not-read" ? 0 : 1)
    out.close()
    out.member("level", level)
    out.text("message", SARIFResult.plain(text))
    if let path {
      out.open(.array, "locations", inline: true)
      out.open(.object)
      out.open(.object, "physicalLocation")
      SARIFResult.writeArtifact(path, to: &out)
      for _ in 0..<3 { out.close() }
    }
    out.close()
  }
}
