import MarkingModel
import RuleEngine
import XMLKit

/// A file `caveat.xml`, as `Reports/caveat-configuration.rng` describes it.
///
/// XML because the program has a strict reader for it that knows the place of every word, and because its other files are
/// XML: whoever writes a rule can write this.
struct Configuration {
  /// A value and where it stands.
  struct Setting: Sendable {
    var name: OptionName
    var value: String
    var position: Position
  }

  /// What holds for the documents of a pattern; of the whole where there is no pattern.
  struct Section: Sendable {
    var pattern: PathPattern?
    var profile: Setting?
    var changes: [RuleChange] = []
    var position: Position
  }

  static let name = "caveat.xml"
  static let namespace = "urn:caveat:configuration:1"
  /// The attributes of the root that are options of the command line.
  static let options: [OptionName] = [.profile, .failOn, .baseline, .suppressions, .fingerprintKey]

  let source: RuleSource
  /// What names of files in it are relative to.
  let folder: FilePath
  private(set) var settings: [Setting] = []
  /// The folders with rules of the user's own.
  private(set) var rules: [Setting] = []
  /// That of the whole, then those of patterns, in order.
  private(set) var sections: [Section] = []

  init(_ source: RuleSource, in folder: FilePath) throws(UsageError) {
    self.source = source
    self.folder = folder
    let root = try SideFile.root(of: source, name: "caveat", namespace: Self.namespace)
    var file = SideFile(source)
    file.attributes(of: root, known: Self.options.map(\.rawValue))
    file.noText(in: root)
    for name in Self.options {
      if let setting = Self.setting(name, of: root, &file) { settings.append(setting) }
    }
    var whole = Section(position: source.position(of: root.offset))
    var patterns: [Section] = []
    for child in root.children {
      switch (child.namespace, child.name) {
      case (Self.namespace, "rules"):
        file.attributes(of: child, known: ["folder"], required: ["folder"])
        file.nothing(in: child)
        guard let folder = SideFile.value("folder", of: child) else { continue }
        rules.append(Setting(name: .rules, value: folder.text, position: source.position(of: folder.offset)))
      case (Self.namespace, "path"): patterns.append(Self.section(child, &file))
      default:
        if let change = RuleChange(child, &file, in: root, known: ["rules", "path"]) { whole.changes.append(change) }
      }
    }
    sections = [whole] + patterns
    try file.throwIfAny()
  }

  private static func section(_ element: XMLElement, _ file: inout SideFile) -> Section {
    file.attributes(of: element, known: ["match", "profile"], required: ["match"])
    file.noText(in: element)
    var section = Section(
      pattern: PathPattern(element.attribute("match") ?? ""), profile: setting(.profile, of: element, &file),
      position: file.source.position(of: element.offset))
    for child in element.children {
      if let change = RuleChange(child, &file, in: element, known: []) { section.changes.append(change) }
    }
    return section
  }

  private static func setting(_ name: OptionName, of element: XMLElement, _ file: inout SideFile) -> Setting? {
    guard let value = SideFile.value(name.rawValue, of: element) else { return nil }
    let setting = Setting(name: name, value: value.text, position: file.source.position(of: value.offset))
    switch name {
    case .profile:
      return file.choice("profile", of: element, among: Table.profileNames, what: "profile") == nil ? nil : setting
    case .failOn:
      guard case .oneOf(let words) = Table.failOnOption.value else { return setting }
      return file.choice("fail-on", of: element, among: words, what: "severity") == nil ? nil : setting
    default:
      if value.text.isEmpty { file.note("“\(name.rawValue)” is empty", at: value.offset) }
      return setting
    }
  }

  /// Refuses names that no rule has, with their places.
  func check(_ known: [String]) throws(UsageError) {
    var file = SideFile(source)
    for change in sections.flatMap(\.changes) { file.check(change.id, at: change.offset, among: known, what: "rule") }
    try file.throwIfAny()
  }

  /// The name of a file in it, from the folder of the process.
  func path(_ name: String) -> [UInt8] {
    name.hasPrefix("/") ? Array(name.utf8) : folder.appending(name.utf8).bytes
  }

  /// "caveat.xml:3:12".
  func origin(_ position: Position) -> String { "\(source.file):\(position.line):\(position.column)" }
}
