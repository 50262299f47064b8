import RuleEngine
import StandardRules

/// The rules of the project, and what their authorities cite.
enum ProjectRules {
  static func all() -> [Rule] { StandardRules.library().rules }

  /// The numbers of ODNI's rules that a text cites, in its order: `ISM-ID-00047`.
  static func numbers(in authority: String) -> [String] {
    authority.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
      .filter { $0.hasPrefix("ISM-ID-") && $0.utf8.count == 12 }
  }

  /// The rules that cite each of ODNI's numbers, in order of id.
  static func byNumber() -> [String: [Rule]] {
    var result: [String: [Rule]] = [:]
    for rule in all() {
      let cited = Set(rule.clauses.flatMap(\.assertions).flatMap { numbers(in: $0.authority) })
      for number in cited { result[number, default: []].append(rule) }
    }
    return result
  }
}
