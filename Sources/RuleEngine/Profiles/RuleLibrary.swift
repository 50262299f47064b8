/// Rules with the digests of their files, before a profile chooses among them.
package struct RuleLibrary: Sendable {
  /// In order of id; no id twice.
  package private(set) var rules: [Rule]
  /// SHA-256 of each rule's file in hexadecimal, by rule id.
  package private(set) var digests: [String: String]

  /// Rules that have been loaded and checked before, in order of id.
  package init(rules: [Rule] = [], digests: [String: String] = [:]) {
    self.rules = rules
    self.digests = digests
  }

  /// Loads rule files, in whatever order. Throws the problems of all of them together, in order of file.
  ///
  /// An id that two files give, or that `library` has already, is a problem of the later file.
  package init(
    loading sources: [RuleSource], contract: Contract, beside library: RuleLibrary = RuleLibrary()
  ) throws(RuleError) {
    self.init()
    var owners: [String: String] = [:]
    for rule in library.rules { owners[rule.id] = rule.file }
    var problems: [RuleProblem] = []
    for source in sources.sorted(by: { $0.file < $1.file }) {
      do throws(RuleError) {
        let rule = try RuleLoader.load(source, contract: contract, taken: owners)
        owners[rule.id] = source.file
        rules.append(rule)
        digests[rule.id] = Digest.hex(of: source.bytes.span)
      } catch {
        if case .problems(let found) = error { problems += found } else { throw error }
      }
    }
    if !problems.isEmpty { throw .problems(problems) }
    rules.sort { $0.id < $1.id }
  }

  package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
