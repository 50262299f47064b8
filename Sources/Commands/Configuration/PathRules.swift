import RuleEngine

/// How the rules of a run differ from one path to another.
struct PathRules: Sendable {
  /// What holds for one path. Equal ones share an evaluator.
  struct Adjustment: Sendable, Hashable {
    /// Nil where the path has no profile of its own.
    var profile: String?
    var changes: [RuleChange] = []
  }

  private let sections: [Configuration.Section]
  /// From the root of the repository to the folder of the configuration, with a slash at its end.
  private let prefix: String

  /// Without a configuration: no path differs.
  init() {
    sections = []
    prefix = ""
  }

  /// - Parameter hasProfile: whether a profile was named that comes before those of a configuration.
  init(_ configuration: Configuration, in repository: Repository, hasProfile: Bool) {
    sections = configuration.sections.map { section in
      var section = section
      if hasProfile { section.profile = nil }
      return section
    }
    let folder = repository.path(of: configuration.folder).shown
    prefix = configuration.folder == repository.root ? "" : folder + "/"
  }

  /// - Parameter path: that of the document, from the root of the repository.
  func adjustment(for path: String) -> Adjustment {
    var adjustment = Adjustment()
    guard !sections.isEmpty else { return adjustment }
    let below = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
    for section in sections {
      if let pattern = section.pattern {
        guard let below, pattern.matches(below) else { continue }
      }
      adjustment.profile = section.profile?.value ?? adjustment.profile
      adjustment.changes += section.changes
    }
    return adjustment
  }
}

extension RuleSet {
  /// The rules as a configuration changes them.
  func adjusted(by changes: [RuleChange]) -> RuleSet {
    guard !changes.isEmpty else { return self }
    return adjusted(changes.map { (id: $0.id, severity: $0.severity) })
  }
}
