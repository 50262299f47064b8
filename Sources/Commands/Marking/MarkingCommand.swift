import MarkingGrammar
import Reporting

/// `caveat marking`: judges markings that are given as words of the command line, or a line each on standard input.
enum MarkingCommand {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    if arguments.has(.fromISM) { return try MarkingFromISM.run(arguments, in: surroundings) }
    let kind = arguments.value(.kind).flatMap(WrittenMarking.Kind.init(rawValue:))
    let day = try arguments.day()
    let rules = try RuleChoice.rules(arguments, defaultProfile: RuleChoice.markingProfile)
    var judge = try MarkingJudge(
      rules, day: day, style: MarkingStyle(profile: arguments.value(.profile)) ?? .ic,
      explains: arguments.has(.explain), by: arguments.evaluator)
    let isJSON = arguments.value(.format) == "json"
    if arguments.operands == [[UInt8(ascii: "-")]] {
      return try lines(&judge, kind, isJSON: arguments.value(.format) != "text", surroundings)
    }
    var isValid = true
    for text in arguments.operands {
      let marking = try judge.judge(text, kind: kind)
      isValid = isValid && marking.isValid
      let code = surroundings.print(isJSON ? MarkingJSON.line(marking) : MarkingText.bytes(marking))
      if code != .clean { return code }
    }
    return isValid ? .clean : .findings
  }

  /// `kind<TAB>text` or `text` on each line: one line of output for each, in order.
  private static func lines(
    _ judge: inout MarkingJudge, _ kind: WrittenMarking.Kind?, isJSON: Bool, _ surroundings: Surroundings
  ) throws(UsageError) -> ExitCode {
    try AnsweredLines.run(in: surroundings) { line throws(UsageError) in
      let (given, text) = split(line)
      let marking = try judge.judge(text, kind: given ?? kind)
      return AnsweredLines.Answer(
        text: isJSON ? MarkingJSON.line(marking) : MarkingText.bytes(marking), isValid: marking.isValid)
    }
  }

  private static func split(_ line: [UInt8]) -> (WrittenMarking.Kind?, [UInt8]) {
    guard let tab = line.firstIndex(of: 0x09),
      let kind = WrittenMarking.Kind(rawValue: String(decoding: line[..<tab], as: UTF8.self))
    else { return (nil, line) }
    return (kind, Array(line[(tab + 1)...]))
  }
}
