import MarkingGrammar
import Reporting

/// `caveat rollup`: the banner that portion marks require, and whether one that is given is it.
enum RollUpCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let profile = arguments.value(.profile) ?? RuleChoice.markingProfile
    let policy = RollUpPolicy(
      scheme(of: profile), day: try arguments.day(), isAnalyticProduct: arguments.has(.analyticProduct))
    let rules = try RuleChoice.rules(arguments, defaultProfile: RuleChoice.markingProfile)
    var judge = try RollUpJudge(rules, policy: policy, by: arguments.evaluator)
    let format = arguments.value(.format)
    if arguments.operands == [[UInt8(ascii: "-")]] {
      return try lines(&judge, isJSON: format != "text", surroundings)
    }
    let judged = try judge.judge(line(arguments))
    let code = surroundings.print(format == "json" ? RollUpJSON.line(judged) : RollUpText.bytes(judged))
    return code != .clean ? code : judged.isValid ? .clean : .findings
  }

  /// Whose customs a profile's banners follow.
  private static func scheme(of profile: String) -> RollUpPolicy.Scheme {
    switch profile {
    case "nara-cui": .nara
    case "dod", "dod-cui": .dod
    default: .ic
    }
  }

  /// The portions of the command line, and its banner, as one line.
  private static func line(_ arguments: Arguments) -> [UInt8] {
    var line = Array(arguments.operands.joined(separator: Array(" ; ".utf8)))
    if let banner = arguments.value(.banner) { line += Array(" => \(banner)".utf8) }
    return line
  }

  /// A line of output for each of standard input, in order.
  private static func lines(
    _ judge: inout RollUpJudge, isJSON: Bool, _ surroundings: Surroundings
  ) throws(UsageError) -> ExitCode {
    try AnsweredLines.run(in: surroundings) { line throws(UsageError) in
      let judged = try judge.judge(line)
      return AnsweredLines.Answer(
        text: isJSON ? RollUpJSON.line(judged) : RollUpText.bytes(judged), isValid: judged.isValid)
    }
  }
}
