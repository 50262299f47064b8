import Checking
import Reporting
import RuleEngine
import StandardRules

/// The rules that a command line asks for.
struct RuleChoice {
  /// All rules of the program, read when somebody asks for them: most runs need those of a profile or two.
  private final class Everything {
    lazy var library = StandardRules.library()
  }

  private enum Source {
    case embedded(Everything)
    /// From their files, with their examples; or none, where the user's stand instead of them.
    case read(RuleLibrary)
  }

  private let source: Source
  /// The user's.
  let own: RuleLibrary

  /// The rules of the program; empty where the user's stand instead of them.
  var standard: RuleLibrary {
    switch source {
    case .embedded(let everything): everything.library
    case .read(let library): library
    }
  }

  /// Those that a profile may take.
  private func standard(for profile: Profile) -> RuleLibrary {
    switch source {
    case .embedded: StandardRules.library(of: profile.folders)
    case .read(let library): library
    }
  }

  /// - Parameter withExamples: whether the program's own rules are read from their files, which takes longer.
  init(_ arguments: Arguments, withExamples: Bool = false) throws(UsageError) {
    let folders = arguments.all(.rules)
    if folders.isEmpty, arguments.has(.noStandardRules) { throw .rulesOnlyMissing }
    if arguments.has(.noStandardRules) {
      source = .read(RuleLibrary())
    } else {
      source = withExamples ? .read(try Self.standardWithExamples()) : .embedded(Everything())
    }
    guard !folders.isEmpty else {
      own = RuleLibrary()
      return
    }
    var sources: [RuleSource] = []
    for folder in folders { sources += try RuleFiles.sources(in: folder) }
    let library =
      switch source {
      case .embedded(let everything): everything.library
      case .read(let library): library
      }
    own = try Self.loading(sources, beside: library)
  }

  /// The rules of one run: those of the profile and the user's, of which `--select` and `--ignore` choose.
  static func rules(
    _ arguments: Arguments, defaultProfile: String = cableProfile
  ) throws(UsageError) -> RuleSet {
    let choice = try RuleChoice(arguments)
    let set = try choice.set(profile: arguments.value(.profile) ?? defaultProfile)
    let chosen = [OptionName.select, .ignore].flatMap { option in arguments.words(option).map { (option, $0) } }
    if chosen.isEmpty { return set }
    let ids = set.rules.flatMap { [$0.id, $0.family] }
    if let (option, id) = chosen.first(where: { !ids.contains($0.1) }) { throw unknown(id, of: option, in: set.rules) }
    return try failing { () throws(RuleError) in
      try set.selecting(arguments.words(.select), ignoring: arguments.words(.ignore))
    }
  }

  /// What is wrong with a name that no rule and no family has.
  static func unknown(_ id: String, of option: OptionName, in rules: [Rule]) -> UsageError {
    let shown = VisibleText.escaped(id.utf8)
    if let rule = rules.first(where: { $0.clauses.flatMap(\.assertions).contains { $0.id == id } }) {
      return .assertionGiven(option, id: shown, rule: rule.id)
    }
    return .unknownRule(option, id: shown, nearest: Nearest.word(to: id, among: rules.flatMap { [$0.id, $0.family] }))
  }

  /// The rules under a profile; without a name under the one for cables.
  func set(profile name: String?) throws(UsageError) -> RuleSet {
    let known = StandardRules.profileNames
    let name = name ?? Self.cableProfile
    guard known.contains(name) else { throw .unknownProfile(VisibleText.escaped(name.utf8), known: known) }
    return try Self.failing { () throws(RuleError) in
      let profile = try StandardRules.profile(name)
      return try RuleSet(profile: profile, library: standard(for: profile), own: own)
    }
  }

  /// The same, of which only those in `selected` and not in `ignored` judge. Names of rules that the profile does not
  /// have say nothing of it: where none of those that were selected is there, none of its rules judges.
  func set(profile name: String, selecting selected: [String], ignoring ignored: [String]) throws(UsageError) -> RuleSet
  {
    var set = try set(profile: name)
    let ids = Set(set.rules.flatMap { [$0.id, $0.family] })
    let known = selected.filter(ids.contains)
    let out = ignored.filter(ids.contains)
    if !selected.isEmpty, known.isEmpty {
      set.unselected = Set(set.rules.map(\.id))
      return set
    }
    if known.isEmpty, out.isEmpty { return set }
    return try Self.failing { () throws(RuleError) in try set.selecting(known, ignoring: out) }
  }

  /// The ids of all rules, families of rules and assertions, each once, in that order.
  var names: [String] { rules.map(\.id) + Set(rules.map(\.family)).sorted() + assertions }

  /// The ids of all rules and assertions: what a finding names.
  var ids: [String] { rules.map(\.id) + assertions }

  private var rules: [Rule] { standard.rules + own.rules }
  private var assertions: [String] { rules.flatMap { $0.clauses.flatMap(\.assertions).map(\.id) } }

  /// The names of the profiles that use a rule, in order: every one uses the user's.
  func profiles(of rule: String) throws(UsageError) -> [String] {
    if own.rule(rule) != nil { return StandardRules.profileNames }
    guard let folder = standard.rule(rule)?.folder else { return [] }
    var names: [String] = []
    for name in StandardRules.profileNames {
      let profile = try Self.failing { () throws(RuleError) in try StandardRules.profile(name) }
      let family = rule.prefix { $0 != "-" }
      let isIgnored = profile.ignored.contains { $0.id == rule || $0.id == family }
      if profile.folders.contains(folder), !isIgnored { names.append(name) }
    }
    return names
  }

  /// One rule, with its examples; nil where there is none of that id.
  func ruleWithExamples(_ id: String) throws(UsageError) -> Rule? {
    if let rule = SuppressionRules.rules.first(where: { $0.id == id }) { return rule }
    guard let rule = standard.rule(id), let bytes = StandardRules.file(rule.file) else { return own.rule(id) }
    let source = RuleSource(file: rule.file, bytes: bytes)
    return try Self.loading([source], beside: RuleLibrary()).rule(id)
  }

  /// The page of one rule in Markdown; nil where there is none of that id, or it cannot be made.
  func page(of id: String) -> String? {
    guard let rule = try? ruleWithExamples(id), let profiles = try? profiles(of: id) else { return nil }
    return RulePage(rule, profiles: profiles).markdown
  }

  /// Loads rule files beside rules whose ids they may not use.
  static func loading(_ sources: [RuleSource], beside library: RuleLibrary) throws(UsageError) -> RuleLibrary {
    try failing { () throws(RuleError) in
      try RuleLibrary(loading: sources, contract: StandardRules.contract(), beside: library)
    }
  }

  static let cableProfile = DocumentProfile.cables
  /// The profile for markings of no document.
  static let markingProfile = "ic"

  private static func standardWithExamples() throws(UsageError) -> RuleLibrary {
    let sources = StandardRules.paths.filter { $0.hasSuffix(".sch") }.map { path in
      RuleSource(file: path, bytes: StandardRules.file(path) ?? [])
    }
    return try loading(sources, beside: RuleLibrary())
  }

  private static func failing<Value>(_ body: () throws(RuleError) -> Value) throws(UsageError) -> Value {
    do throws(RuleError) {
      return try body()
    } catch {
      throw .rules(error.description.split(separator: "\n").map(String.init))
    }
  }
}
