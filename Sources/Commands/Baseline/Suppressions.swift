import Documents
import MarkingModel
import Reporting
import RuleEngine
import XMLKit

/// A file of findings that somebody has decided to let pass: `Reports/caveat-suppressions.rng`.
///
/// `<suppression rule="CAP-003" file="cables/laguna.txt" place="/document/caption" owner="J. Morris"
/// expires="2027-01-31">The reason.</suppression>`
struct Suppressions {
  struct Entry {
    /// The id of a rule or of an assertion.
    var rule: String
    var file: PathPattern
    /// Where in the marking document; nil for anywhere.
    var place: String?
    var owner: String
    var reason: String
    /// yyyymmdd.
    var expires: Int
    /// Of its name in the file.
    var offset: Int
    /// Whether a document was checked that it is about, by a rule that it names.
    var isAsked = false
    /// Whether something was found that it is about.
    var isUsed = false

    var isExplained: Bool { !reason.isEmpty && !owner.isEmpty }
  }

  static let namespace = "urn:caveat:suppressions:1"

  let source: RuleSource
  private(set) var entries: [Entry] = []
  private let today: Int

  /// - Parameters:
  ///   - rules: the ids of all rules and assertions that a run may use.
  ///   - today: yyyymmdd.
  init(_ source: RuleSource, rules: [String], today: Int) throws(UsageError) {
    self.source = source
    self.today = today
    let root = try SideFile.root(of: source, name: "suppressions", namespace: Self.namespace)
    var file = SideFile(source)
    file.attributes(of: root, known: [])
    file.noText(in: root)
    for child in root.children {
      guard child.name == "suppression", child.namespace == Self.namespace else {
        file.unexpected(child, in: root, known: ["suppression"])
        continue
      }
      if let entry = Self.entry(child, rules: rules, &file) { entries.append(entry) }
    }
    try file.throwIfAny()
  }

  private static func entry(_ element: XMLElement, rules: [String], _ file: inout SideFile) -> Entry? {
    file.attributes(
      of: element, known: ["rule", "file", "place", "owner", "expires"], required: ["rule", "file", "expires"])
    for child in element.children { file.unexpected(child, in: element, known: []) }
    let rule = file.choice("rule", of: element, among: rules, what: "rule")
    var day: Int?
    if let expires = SideFile.value("expires", of: element) {
      day = WrittenDay.number(expires.text)
      if day == nil { file.note("“\(expires.text)” is no day such as 2027-01-31", at: expires.offset) }
    }
    guard let rule, let day, let path = element.attribute("file") else { return nil }
    return Entry(
      rule: rule, file: PathPattern(path), place: element.attribute("place"),
      owner: folded(element.attribute("owner") ?? ""), reason: folded(element.text), expires: day,
      offset: element.offset)
  }

  /// The suppression of a finding; nil where it counts. An entry that has expired, or that gives no reason, suppresses
  /// nothing.
  mutating func suppression(of finding: Finding, in path: String, at place: String) -> Suppression? {
    var found: Suppression?
    for index in entries.indices where entries[index].isAbout(finding, in: path, at: place) {
      entries[index].isUsed = true
      let entry = entries[index]
      guard found == nil, entry.isExplained, entry.expires >= today else { continue }
      found = Suppression(reason: entry.reason, owner: entry.owner, expires: entry.expires)
    }
    return found
  }

  /// Takes note of the rules that judged a document: an entry about one of them is either used or unused now.
  mutating func note(_ path: String, judgedBy rules: Set<String>) {
    for index in entries.indices where !entries[index].isAsked {
      let entry = entries[index]
      let isJudged = rules.contains(entry.rule) || rules.contains { entry.rule.hasPrefix($0 + "-") }
      if isJudged, entry.file.matches(path) { entries[index].isAsked = true }
    }
  }

  func isExpired(_ entry: Entry) -> Bool { entry.expires < today }
}

extension Suppressions.Entry {
  /// A place without numbers stands for all elements of its kind.
  func isAbout(_ finding: Finding, in path: String, at found: String) -> Bool {
    guard finding.rule == rule || finding.assertion == rule, file.matches(path) else { return false }
    guard let place, place != found else { return true }
    return place == Self.unnumbered(found)
  }

  private static func unnumbered(_ place: String) -> String {
    place.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.prefix { $0 != "[" } }.joined(separator: "/")
  }
}
