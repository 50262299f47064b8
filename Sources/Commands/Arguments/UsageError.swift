package import Audit
import Glibc

/// What was wrong with the arguments. Each message is one sentence, or one for each problem of a rule file.
package enum UsageError: Error, Sendable, Hashable {
  case noCommand
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, command: String, nearest: String?)
  case misplacedOption(OptionName, commands: [String])
  case missingValue(OptionName, placeholder: String)
  case unwantedValue(OptionName)
  case wrongValue(OptionName, given: String, allowed: [String], nearest: String?)
  case repeatedOption(OptionName)
  case missingOperand(String, placeholder: String)
  case extraOperand(String, command: String)
  case unpairedOutput(outputs: Int, formats: Int)
  case standardOutputTwice
  case standardInputTwice
  case outputTwice(String)
  case outputIsInput(String)
  case outputIsNoFile(String)
  case outputNotCreated(String, SystemError)
  /// A file that is read back, or kept open, for which standard output was named.
  case noStandardOutput(OptionName)
  case wrongTime(OptionName?)
  case wrongDay(OptionName)
  case wrongAttributes(String)
  case unknownRule(OptionName?, id: String, nearest: String?)
  /// An option that takes rules was given an assertion of one.
  case assertionGiven(OptionName, id: String, rule: String)
  case unknownProfile(String, known: [String])
  case noRules(String)
  /// What rule files, the profile or the contract are refused for: a line each.
  case rules([String])
  case rulesOnlyMissing
  case missingOption(OptionName, command: String)
  /// Two options of which just one can be given.
  case eitherOption(OptionName, OptionName)
  case unknownPolicy(String, known: [String])
  case unknownEnding(OptionName, String, known: [String])
  /// An option that has no meaning beside another.
  case notBeside(OptionName, OptionName)
  case outputExists(String)
  case shortKey(OptionName)
  /// A baseline whose fingerprints were made with another key, or with none.
  case otherKey(String)
  /// Two options that contradict each other.
  case exclusive(OptionName, OptionName)
  case standardInputWritten
  case noRepository
  case git(String)
  /// A variable of the environment whose value is none of those that its option takes.
  case wrongVariable(String, given: String, allowed: [String], nearest: String?)
  case unreadFile(String, InputProblem)
  case auditExists(String)
  case nothingToAudit
  /// With what it takes.
  case wrongAmount(OptionName, String)
  case audit(String, AuditError)

  package var message: String {
    switch self {
    case .noCommand: "a command is missing; try: caveat check FILE"
    case .unknownCommand(let given, let nearest): "there is no command '\(given)'\(Self.suggest(nearest))"
    case .unknownOption(let given, let command, let nearest):
      "\(command) has no option '\(given)'\(Self.suggest(nearest))"
    case .misplacedOption(let name, let commands):
      "\(name.typed) comes after the command: \(Self.list(commands.map { "caveat " + $0 }))"
    case .missingValue(let name, let placeholder): "\(name.typed) needs a value: \(name.typed) \(placeholder)"
    case .unwantedValue(let name): "\(name.typed) takes no value"
    case .wrongValue(let name, let given, let allowed, let nearest):
      "\(name.typed) takes \(Self.list(allowed)), not '\(given)'\(Self.suggest(nearest))"
    case .repeatedOption(let name): "\(name.typed) can be given only once"
    case .missingOperand(let command, let placeholder): "\(command) needs \(placeholder) after its options"
    case .extraOperand(let given, let command): "\(command) does not take '\(given)' as well"
    case .unpairedOutput(let outputs, let formats):
      outputs > formats
        ? "there are more --output than --format, so that it is not clear what to write"
        : "only one --format can be without an --output, because only one report fits on standard output"
    case .standardOutputTwice: "only one report can go to standard output"
    case .standardInputTwice: "standard input (-) can be read only once"
    case .outputTwice(let path): "--output names '\(path)' twice; give every report its own file"
    case .outputIsInput(let path): "the report would replace '\(path)', which is an input; give it another name"
    case .outputIsNoFile(let path): "--output needs the name of a file, and '\(path)' is something else"
    case .outputNotCreated(let path, let error):
      "\(path) could not be created (\(error.text)), so that nothing was done"
    case .noStandardOutput(let option):
      "\(option.typed) needs the name of a file, and standard output (-) is none: what is written is read again"
    case .wrongTime(let option):
      "\(option?.typed ?? "SOURCE_DATE_EPOCH") takes "
        + (option == nil ? "seconds since 1970" : "a time such as 2009-12-14T02:33:00Z, seconds since 1970, or now")
    case .wrongAttributes(let text):
      "'\(text)' is no set of ISM attributes, such as 'classification=S; ownerProducer=USA'"
    case .wrongDay(let option): "\(option.typed) takes a day such as 2016-12-31"
    case .unknownRule(let option, let id, let nearest):
      "\(option.map { $0.typed + ": " } ?? "")there is no rule '\(id)'\(Self.suggest(nearest))"
    case .assertionGiven(let option, let id, let rule):
      "\(option.typed) takes rules, and '\(id)' is an assertion of '\(rule)'; name the rule, or <ignore> the assertion in a "
        + "configuration"
    case .unknownProfile(let given, let known): "there is no profile '\(given)'; there is \(Self.list(known))"
    case .noRules(let folder): "there are no rule files (*.sch) in '\(folder)'"
    case .rules(let problems): problems.joined(separator: "\ncaveat: ")
    case .missingOption(let option, let command): "\(command) needs \(option.typed)"
    case .eitherOption(let one, let other): "either \(one.typed) or \(other.typed) has to be given"
    case .unknownPolicy(let given, let known):
      "there is no policy '\(given)'; there is \(Self.list(known)), or the path of a file, with a slash or ending in .xml"
    case .unknownEnding(let option, let path, let known):
      "\(option.typed): '\(path)' ends in none of \(known.joined(separator: ", "))"
    case .notBeside(let option, let other): "\(option.typed) cannot be given with \(other.typed), which makes no copy"
    case .outputExists(let path): "'\(path)' exists; give another name, or say --force to replace it"
    case .auditExists(let path):
      "'\(path)' exists; go on with it by --resume, give another name, or say --force to replace it"
    case .nothingToAudit: "caveat audit needs PATH… or --files-from0"
    case .wrongAmount(let option, let example): "\(option.typed) takes \(example)"
    case .audit(let path, let error): "\(path): \(error.sentence)"
    case .wrongVariable(let name, let given, let allowed, let nearest):
      "\(name) takes \(Self.list(allowed)), not '\(given)'\(Self.suggest(nearest))"
    case .otherKey(let path):
      "\(path): its fingerprints were made with another --fingerprint-key, or one was given to only one of both"
    case .exclusive(let one, let other): "only one of \(one.typed) and \(other.typed) can be given"
    case .standardInputWritten: "--write needs the names of files; standard input (-) has none"
    case .noRepository: "--new-since needs a git repository around the folder that it is run in"
    case .git(let sentence): "--new-since: \(sentence)"
    case .shortKey(let option): "\(option.typed) needs a file of 16 bytes or more (head -c 32 /dev/urandom > FILE)"
    case .unreadFile(let path, let problem): "\(path): \(problem.sentence)"
    case .rulesOnlyMissing: "--no-standard-rules needs --rules FOLDER, or there would be no rules"
    }
  }

  /// How the run ends: a report that cannot be written is no mistake in the arguments, but for a folder that is not there.
  var code: ExitCode {
    guard case .outputNotCreated(_, let error) = self, error.code != ENOENT, error.code != ENOTDIR else {
      return .usage
    }
    return .incomplete
  }

  private static func suggest(_ nearest: String?) -> String { nearest.map { "; did you mean '\($0)'?" } ?? "" }

  /// "a, b or c".
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
