import Checking
import Documents
import MarkingGrammar
import MarkingModel
import Redaction
import Reporting
import RuleEngine
import StandardRules

/// `caveat redact`: one document in, its released copy and records out, or nothing at all.
struct RedactCommand {
  private let arguments: Arguments
  private let surroundings: Surroundings
  private let files: ReleaseFiles
  private let redactor: Redactor
  private let form: Form?
  private let vocabulary: Vocabulary
  private let timestamp: Int?
  private let detectorsDigest: String
  /// What the lists of terms were taken for.
  private let lists: String?
  /// The rules that the report of the copy is made by.
  private let reportRules: RuleSet?

  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let name = arguments.value(.policy) else { throw .missingOption(.policy, command: "redact") }
    guard arguments.has(.output) != arguments.has(.propose) else { throw .eitherOption(.output, .propose) }
    for option in [OptionName.ledger, .vaughn, .report, .review] where arguments.has(option) && arguments.has(.propose)
    {
      throw .notBeside(option, .propose)
    }
    guard let input = arguments.operands.first else { return .usage }
    let files = try ReleaseFiles(arguments, input: input)
    var (redactor, detectorsDigest, lists) = try UserFiles.redactor(
      name, terms: arguments.all(.terms), detectors: arguments.all(.detectors))
    redactor.key = try UserFiles.key(arguments.bytes(.key))
    redactor.decisions = try UserFiles.decisions(arguments.bytes(.review))
    redactor.unmarked =
      arguments.value(.treatUnmarkedAs).flatMap(Planner.UnmarkedPortions.init(rawValue:)) ?? .refuse
    redactor.given[.case] = arguments.value(.caseNumber)
    redactor.given[.document] = arguments.value(.document)
    if try arguments.day() != nil { redactor.given[.date] = arguments.value(.date) }
    let command = RedactCommand(
      arguments: arguments, surroundings: surroundings, files: files, redactor: redactor,
      form: arguments.value(.form).flatMap(Form.init(rawValue:)), vocabulary: try UserFiles.vocabulary(),
      timestamp: try Timestamp.of(arguments, surroundings), detectorsDigest: detectorsDigest,
      lists: lists,
      reportRules: arguments.has(.report)
        ? try UserFiles.fitness(redactor.fitness?.rules.profile ?? "release").rules : nil)
    return command.release(input)
  }

  private func release(_ input: [UInt8]) -> ExitCode {
    let shown = VisibleText.escaped(input)
    do throws(InputProblem) {
      let isStandardInput = input == [UInt8(ascii: "-")]
      let bytes = isStandardInput ? try FileBytes(reading: surroundings.input) : try FileBytes(file: FilePath(input))
      // GMime reads messages here: it knows more encodings than the reader of `check`, and refuses what it does not know.
      if let problem = ContentKind.problem(bytes), problem != .content(.message) { throw problem }
      return try bytes.withBytes { span throws(InputProblem) in
        let release: Redactor.Release
        let original: [UInt8]
        do throws(Refusal) {
          let text = try MarkedText(span, form: form, vocabulary)
          original = text.file
          if arguments.has(.propose) { return propose(try redactor.proposals(for: text, vocabulary), in: text) }
          release = try redactor.release(text, head: head(input), vocabulary)
        } catch {
          guard error.isOfSettings else { return refuse("\(shown): \(error.sentence); nothing was written") }
          surroundings.note("\(error.sentence); nothing was written")
          return .usage
        }
        if bytes.hasChanged { throw .changed }
        return write(release, original: original, report: try report(release))
      }
    } catch {
      return refuse("\(shown): \(error.sentence); nothing was written")
    }
  }

  /// The compliance report of the copy, where one is asked for.
  private func report(_ release: Redactor.Release) throws(InputProblem) -> ReleaseReport? {
    guard let reportRules else { return nil }
    do throws(EvaluationError) {
      return try ReleaseReport(
        of: release, by: reportRules, file: arguments.bytes(.output).map { VisibleText.escaped($0) } ?? "-",
        reading: DocumentReader.read(release.copy.bytes.span, form: form, vocabulary: vocabulary), timestamp: timestamp)
    } catch {
      throw .notJudged(error)
    }
  }

  private func head(_ input: [UInt8]) -> Ledger.Head {
    var head = Ledger.Head()
    head.tool = "caveat"
    head.version = Version.number
    head.inputName = arguments.value(.document) ?? VisibleText.escaped(Array(FilePath(input).name))
    head.detectorsDigest = detectorsDigest
    head.timestamp = timestamp.map(WrittenTime.text)
    return head
  }

  private func propose(_ withholdings: [Withholding], in text: MarkedText) -> ExitCode {
    let decisions = Decisions(proposing: withholdings, in: text, policyDigest: redactor.policy.digest)
    return write({ _ in decisions.xml() }, proving: { _ in true })
      ?? surroundings.print("\(withholdings.count.counted("withholding")) proposed\n\(listsLine)")
  }

  private func write(
    _ release: Redactor.Release, original: [UInt8], report: ReleaseReport?
  ) -> ExitCode {
    let code = write(
      { content in
        switch content {
        case .copy: release.file
        case .ledger: release.ledger.xml()
        case .vaughn(.xml): release.vaughn.xml()
        case .vaughn(.csv): release.vaughn.csv()
        case .vaughn(.txt): release.vaughn.text()
        case .vaughn(.html): release.vaughn.html()
        case .report(let format): report?.bytes(as: format) ?? []
        case .decisions: []
        }
      },
      proving: { Verification.outcome(copy: $0, original: original, ledger: release.ledger).doubts.isEmpty })
    if code == nil { for doubt in release.unfit { surroundings.note("written all the same: \(doubt.sentence)") } }
    return code ?? surroundings.print(summary(release))
  }

  /// Writes the files; a code where that fails.
  private func write(_ bytes: (ReleaseFiles.Content) -> [UInt8], proving: ([UInt8]) -> Bool) -> ExitCode? {
    do throws(ReleaseProblem) {
      try files.write(bytes, proving: proving)
      return nil
    } catch {
      return refuse(error.sentence)
    }
  }

  private func summary(_ release: Redactor.Release) -> String {
    let copy = release.copy
    let codes = copy.exemptions.isEmpty ? "" : " " + copy.exemptions.text
    let outcome = release.verification
    let dropped = release.ledger.dropped.map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
    let percent = outcome.originalBytes > 0 ? outcome.withheldBytes * 100 / outcome.originalBytes : 0
    return """
      \(copy.disposition.words)\(codes)
      \(copy.withholdings.count) withheld in \(copy.cuts.count.counted("place")), \(percent) percent of the text
      verified: the rest is unchanged, and \(outcome.searched.counted("withheld text was", "withheld texts were")) looked for and not found
      \(listsLine)\(dropped.isEmpty ? "" : "left out of the file: \(dropped)\n")
      """
  }

  private var listsLine: String { lists.map { "\($0)\n" } ?? "" }

  private func refuse(_ sentence: String) -> ExitCode {
    surroundings.note(sentence)
    return .incomplete
  }
}
