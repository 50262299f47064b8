import FoundationEssentials
import RuleEngine
import TestSupport

/// The rules as they stand in the project's rule files, with their examples.
enum StandardRuleFiles {
  static func rules() throws -> RuleSet {
    let vocabulary = try files(in: "Rules/vocabulary", ending: ".tsv")
    let contract = try Contract.read(
      RuleSource(file: "Rules/marking-document.rng", bytes: Golden.bytes("Rules/marking-document.rng"))
    ) { name in vocabulary.first { $0.file.hasSuffix("/" + name) }?.bytes }
    var rules: [Rule] = []
    for source in try files(in: "Rules/cable", ending: ".sch") {
      rules.append(try RuleLoader.load(source, contract: contract))
    }
    return RuleSet(rules: rules, profile: "state", digest: String(repeating: "0", count: 64))
  }

  private static func files(in folder: String, ending: String) throws -> [RuleSource] {
    try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + folder)
      .filter { $0.hasSuffix(ending) }.sorted()
      .map { RuleSource(file: folder + "/" + $0, bytes: try Golden.bytes(folder + "/" + $0)) }
  }
}
