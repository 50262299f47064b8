import Reporting
import RuleEngine

/// What a run is told: by the command line, by the environment, by a configuration. The first one that says something
/// counts.
struct Settings {
  /// One value and who gave it.
  struct Value {
    var name: OptionName
    var value: [UInt8]
    /// "--profile", "CAVEAT_PROFILE", "caveat.xml:2:10", "default".
    var origin: String
    /// Whether that is the configuration.
    var isConfigured = false
  }

  /// The command line with what the others add.
  private(set) var arguments: Arguments
  let configuration: Configuration?
  /// Every option that a configuration can hold and that has a value, in their order.
  private(set) var values: [Value] = []
  private let repository: Repository
  private var hasProfile = false

  init(_ arguments: Arguments, _ surroundings: Surroundings) throws(UsageError) {
    self.arguments = arguments
    repository = Repository(around: surroundings.folder)
    configuration = try Self.configuration(arguments, surroundings, repository)
    let row = Table.row(arguments.command)
    for name in Configuration.options where row.option(name.rawValue) != nil || arguments.command == .config {
      guard let value = try value(of: name, surroundings) else { continue }
      values.append(value)
      if name == .profile { hasProfile = !value.isConfigured }
      if !arguments.has(name) { self.arguments.options.append(Arguments.Given(name: name, value: value.value)) }
    }
    for folder in configuration?.rules ?? [] {
      self.arguments.options.append(Arguments.Given(name: .rules, value: configuration?.path(folder.value) ?? []))
    }
  }

  /// Gives an option another value, or none, whoever gave one.
  mutating func set(_ name: OptionName, to value: String?) {
    arguments.options.removeAll { $0.name == name }
    if let value { arguments.options.append(Arguments.Given(name: name, value: Array(value.utf8))) }
  }

  /// How the rules differ between paths, checked against the rules that there are.
  func pathRules(_ choice: RuleChoice) throws(UsageError) -> PathRules {
    guard let configuration else { return PathRules() }
    try configuration.check(choice.names)
    return PathRules(configuration, in: repository, hasProfile: hasProfile)
  }

  private func value(of name: OptionName, _ surroundings: Surroundings) throws(UsageError) -> Value? {
    if let given = arguments.bytes(name) { return Value(name: name, value: given, origin: name.typed) }
    let variable = Self.variable(name)
    if let given = surroundings.variable(variable), !given.isEmpty {
      try Self.check(given, name, variable)
      return Value(name: name, value: Array(given.utf8), origin: variable)
    }
    guard let configuration, let setting = configuration.settings.first(where: { $0.name == name }) else { return nil }
    let isFile = name != .profile && name != .failOn
    return Value(
      name: name, value: isFile ? configuration.path(setting.value) : Array(setting.value.utf8),
      origin: configuration.origin(setting.position), isConfigured: true)
  }

  /// "CAVEAT_FAIL_ON".
  static func variable(_ name: OptionName) -> String {
    "CAVEAT_" + name.rawValue.replacing("-", with: "_").uppercased()
  }

  private static func check(_ given: String, _ name: OptionName, _ variable: String) throws(UsageError) {
    let known: [String]
    switch (name, Table.failOnOption.value) {
    case (.profile, _): known = Table.profileNames
    case (.failOn, .oneOf(let words)): known = words
    default: return
    }
    guard !known.contains(given) else { return }
    let shown = VisibleText.escaped(given.utf8)
    throw .wrongVariable(variable, given: shown, allowed: known, nearest: Nearest.word(to: given, among: known))
  }

  /// The configuration that is named, or else the nearest one from the folder of the run up to the root of the
  /// repository; outside of a repository the folder alone is looked at.
  private static func configuration(
    _ arguments: Arguments, _ surroundings: Surroundings, _ repository: Repository
  ) throws(UsageError) -> Configuration? {
    if arguments.has(.noConfig) { return nil }
    if let path = arguments.bytes(.config) { return try read(FilePath(path)) }
    if !(surroundings.variable("CAVEAT_NO_CONFIG") ?? "").isEmpty { return nil }
    if let path = surroundings.variable("CAVEAT_CONFIG"), !path.isEmpty { return try read(FilePath(path)) }
    let folders = repository.isRepository ? repository.folders(from: surroundings.folder) : [surroundings.folder]
    for folder in folders {
      let path = folder.appending(Configuration.name.utf8)
      if (try? FileStatus.of(path)) != nil { return try read(path) }
    }
    return nil
  }

  private static func read(_ path: FilePath) throws(UsageError) -> Configuration {
    let source: RuleSource
    do throws(InputProblem) { source = try RuleFiles.source(path) } catch { throw .unreadFile(path.shown, error) }
    return try Configuration(source, in: path.folder.resolved ?? path.folder)
  }
}
