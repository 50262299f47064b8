import FoundationEssentials
import RuleEngine
import TestSupport

/// The rules as they stand in the project's rule files, with their examples.
enum StandardRuleFiles {
  /// The rules for cables, as the profile `state` has them.
  static func cableRules() throws -> RuleSet { try rules(in: ["cable"]) }

  /// Every rule of the project, in order of id.
  static func rules() throws -> RuleSet {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/Rules").sorted()
    return try rules(in: folders.filter { !$0.contains(".") && $0 != "profiles" && $0 != "vocabulary" })
  }

  private static func rules(in folders: [String]) throws -> RuleSet {
    let vocabulary = try files(in: "Rules/vocabulary", ending: ".tsv")
    let contract = try Contract.read(
      RuleSource(file: "Rules/marking-document.rng", bytes: Golden.bytes("Rules/marking-document.rng"))
    ) { name in vocabulary.first { $0.file.hasSuffix("/" + name) }?.bytes }
    var rules: [Rule] = []
    for folder in folders {
      for source in try files(in: "Rules/" + folder, ending: ".sch") {
        rules.append(try RuleLoader.load(source, contract: contract))
      }
    }
    rules.sort { $0.id < $1.id }
    return RuleSet(rules: rules, profile: "state", digest: String(repeating: "0", count: 64))
  }

  private static func files(in folder: String, ending: String) throws -> [RuleSource] {
    try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/" + folder)
      .filter { $0.hasSuffix(ending) }.sorted()
      .map { RuleSource(file: folder + "/" + $0, bytes: try Golden.bytes(folder + "/" + $0)) }
  }
}
