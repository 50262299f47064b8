package import MarkingModel

/// The rules of one run, in order of id.
package struct RuleSet: Sendable {
  package var rules: [Rule]
  /// The name of the profile they were chosen by.
  package var profile: String
  /// SHA-256 over the files of the rules and the profile, in hexadecimal.
  package var digest: String
  /// The ids of those that the profile or the user left out: they stay in the set, so that a report can say so.
  package var unselected: Set<String> = []
  /// The form that a single marking is read as.
  package var markings = Form.marking

  package init(rules: [Rule], profile: String, digest: String) {
    self.rules = rules
    self.profile = profile
    self.digest = digest
  }

  /// The rules of `library` that a profile takes, with its weights, and all rules of the user's own.
  ///
  /// Where the user's rules stand instead of ours `library` is empty; what the profile says of rules that are not
  /// there is then of no account, and otherwise a problem.
  package init(profile: Profile, library: RuleLibrary, own: RuleLibrary = RuleLibrary()) throws(RuleError) {
    let chosen = library.rules.map { (rule: $0, folder: $0.folder) }.filter { profile.folders.contains($0.folder) }
    rules = (chosen.map(\.rule) + own.rules).sorted { $0.id < $1.id }
    self.profile = profile.name
    markings = profile.markings
    digest = Self.digest(
      [("profile/" + profile.name, profile.digest)]
        + chosen.map { ("\($0.folder)/\($0.rule.id)", library.digests[$0.rule.id] ?? "") }
        + own.rules.map { ("own/" + $0.id, own.digests[$0.id] ?? "") })
    try apply(profile, isStrict: !library.rules.isEmpty)
  }

  /// A manifest as `sha256sum` would write it, in order of name, and the digest of that: it depends on what the files
  /// hold and not on where they lie.
  private static func digest(_ files: [(name: String, digest: String)]) -> String {
    var digest = Digest()
    for file in files.sorted(by: { $0.name < $1.name }) { digest.update("\(file.digest)  \(file.name)\n") }
    return digest.hex()
  }

  private mutating func apply(_ profile: Profile, isStrict: Bool) throws(RuleError) {
    var problems: [RuleProblem] = []
    for weight in profile.weights where !weigh(weight.reference.id, as: weight.severity) && isStrict {
      problems.append(weight.reference.problem(in: profile))
    }
    for reference in profile.ignored {
      let named = ids(named: reference.id)
      if named.isEmpty, !drop(reference.id), isStrict { problems.append(reference.problem(in: profile)) }
      unselected.formUnion(named)
    }
    if !problems.isEmpty { throw .problems(problems) }
  }

  /// Changes the severity of a rule, of every rule of a family, or of one assertion; false where there is none.
  private mutating func weigh(_ id: String, as severity: Severity) -> Bool {
    var isFound = false
    for rule in rules.indices {
      let isWhole = rules[rule].id == id || rules[rule].family == id
      for clause in rules[rule].clauses.indices {
        for assertion in rules[rule].clauses[clause].assertions.indices
        where isWhole || rules[rule].clauses[clause].assertions[assertion].id == id {
          rules[rule].clauses[clause].assertions[assertion].severity = severity
          isFound = true
        }
      }
    }
    return isFound
  }

  /// Takes one assertion out; false where there is none of that id.
  private mutating func drop(_ assertion: String) -> Bool {
    for rule in rules.indices {
      for clause in rules[rule].clauses.indices {
        let index = rules[rule].clauses[clause].assertions.firstIndex { $0.id == assertion }
        guard let index else { continue }
        // The clause stays, so that what it is about does not fall to the next one.
        rules[rule].clauses[clause].assertions.remove(at: index)
        return true
      }
    }
    return false
  }

  /// The same rules with other severities, and without those that have none (nil). Names stand for rules, families and
  /// assertions; a name that the set does not have says nothing. The digest tells the set from the one before.
  package func adjusted(_ changes: [(id: String, severity: Severity?)]) -> RuleSet {
    var set = self
    var digest = Digest()
    digest.update(self.digest + "\n")
    for change in changes {
      digest.update("\(change.id) \(change.severity?.rawValue ?? "ignored")\n")
      if let severity = change.severity {
        _ = set.weigh(change.id, as: severity)
      } else if set.ids(named: change.id).isEmpty {
        _ = set.drop(change.id)
      } else {
        set.unselected.formUnion(set.ids(named: change.id))
      }
    }
    set.digest = digest.hex()
    return set
  }

  /// The same rules, of which only those in `selected` and not in `ignored` judge. Both hold ids of rules ("CAP-003")
  /// and families ("CAP"); nothing selected means all. Throws the names that no rule has.
  package func selecting(_ selected: [String], ignoring ignored: [String] = []) throws(RuleError) -> RuleSet {
    let unknown = (selected + ignored).filter { ids(named: $0).isEmpty }
    if !unknown.isEmpty { throw .unknown(names: unknown) }
    var set = self
    if !selected.isEmpty {
      let kept = selected.reduce(into: Set<String>()) { $0.formUnion(ids(named: $1)) }
      // Who asks for a rule by name gets it, whatever the profile leaves out.
      set.unselected = Set(rules.map(\.id)).subtracting(kept)
    }
    for name in ignored { set.unselected.formUnion(ids(named: name)) }
    return set
  }

  /// The ids of the rules that a name stands for: its own or its family's.
  private func ids(named name: String) -> [String] {
    rules.filter { $0.id == name || $0.family == name }.map(\.id)
  }
}

extension Profile.Reference {
  fileprivate func problem(in profile: Profile) -> RuleProblem {
    RuleProblem(file: profile.file, position: position, mistake: .unknownName(id))
  }
}

extension Rule {
  /// The folder of its file, below the folder of all rules ("cable"); empty where it has none.
  package var folder: String {
    // By bytes: it is asked for every rule at every start, and characters take twenty times as long.
    guard let end = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    let path = file[..<end]
    guard let start = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(path) }
    return String(path[path.utf8.index(after: start)...])
  }
}
