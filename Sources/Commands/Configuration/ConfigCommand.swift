import MarkingModel
import Reporting
import RuleEngine

/// `caveat config`: what a check would be told, and by whom.
enum ConfigCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let settings = try Settings(arguments, surroundings)
    // Names of rules are checked as a check would.
    _ = try settings.pathRules(RuleChoice(settings.arguments))
    let lines = lines(settings)
    guard arguments.has(.showOrigin) else { return surroundings.print(lines.map { $0.text + "\n" }.joined()) }
    let width = lines.map(\.text.count).max() ?? 0
    let padded = lines.map { $0.text + String(repeating: " ", count: width - $0.text.count + 2) + $0.origin + "\n" }
    return surroundings.print(padded.joined())
  }

  private static func lines(_ settings: Settings) -> [(text: String, origin: String)] {
    var lines: [(text: String, origin: String)] = []
    for name in Configuration.options {
      if let value = settings.values.first(where: { $0.name == name }) {
        lines.append(("\(name.rawValue) = \(VisibleText.escaped(value.value))", value.origin))
      } else {
        lines.append(("\(name.rawValue) = \(name == .failOn ? "error" : "")".trimmed, "default"))
      }
    }
    guard let configuration = settings.configuration else { return lines }
    for folder in configuration.rules {
      let path = VisibleText.escaped(configuration.path(folder.value))
      lines.append(("rules = \(path)", configuration.origin(folder.position)))
    }
    for section in configuration.sections {
      let scope = section.pattern.map { "\(VisibleText.escaped($0.text.utf8)): " } ?? ""
      if let profile = section.profile {
        lines.append((scope + "profile = \(profile.value)", configuration.origin(profile.position)))
      }
      for change in section.changes {
        let place = configuration.source.position(of: change.offset)
        let text = change.severity.map { "severity of \(change.id) = \($0.rawValue)" } ?? "ignore \(change.id)"
        lines.append((scope + text, configuration.origin(place)))
      }
    }
    return lines
  }
}

extension String {
  /// Without blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
