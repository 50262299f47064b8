/// What the program takes: the one place where commands and options are written down.
///
/// The parser, every `--help`, the man page and the completions are made from it.
package enum Table {
  package static let summary = "checks classification and handling markings in documents, and redacts them"

  package static let commands: [CommandRow] = [
    check, fix, baselineWrite, baselinePrune, config, parse, rules, rulesTest, rule, marking, rollup, redact, verify,
    ledgerShow, ledgerCheck, audit, auditReport, auditDiff, auditQuery, auditMerge, worker, lsp, help,
  ]

  package static func row(_ name: CommandName) -> CommandRow {
    switch name {
    case .check: check
    case .fix: fix
    case .baselineWrite: baselineWrite
    case .baselinePrune: baselinePrune
    case .config: config
    case .parse: parse
    case .rules: rules
    case .rulesTest: rulesTest
    case .rule: rule
    case .marking: marking
    case .rollup: rollup
    case .redact: redact
    case .verify: verify
    case .ledgerShow: ledgerShow
    case .ledgerCheck: ledgerCheck
    case .audit: audit
    case .auditReport: auditReport
    case .auditDiff: auditDiff
    case .auditQuery: auditQuery
    case .auditMerge: auditMerge
    case .worker: worker
    case .lsp: lsp
    case .help: help
    }
  }

  /// The words that a command line begins with, each once, with what they are for.
  package static var firstWords: [(word: String, summary: String)] {
    var words: [(word: String, summary: String)] = []
    for row in commands where !words.contains(where: { $0.word == row.name.first }) {
      words.append((row.name.first, row.summary))
    }
    return words
  }

  /// The words that can come behind a first one.
  package static func secondWords(_ first: String) -> [CommandRow] {
    commands.filter { $0.name.first == first && $0.name.second != nil }
  }

  /// The first words that are no command by themselves.
  package static var bareWords: [String] {
    firstWords.map(\.word).filter { CommandName(rawValue: $0) == nil }
  }

  /// Before a command, or without one.
  package static let globalOptions: [OptionRow] = [
    helpOption,
    OptionRow(
      name: .version, value: .none, placeholder: "", isRepeatable: false, help: "Print the version and end."),
  ]

  /// What the exit codes mean, in order of the code.
  package static let exitCodes: [(code: ExitCode, meaning: String)] = [
    (
      .clean,
      "Everything was read, and nothing at or above the --fail-on severity was found that counts, or is left after caveat "
        + "fix --write."
    ),
    (
      .findings,
      "Something at or above the --fail-on severity was found that is neither known nor suppressed, or caveat fix could "
        + "repair something that it did not write."
    ),
    (.usage, "Wrong use, a wrong configuration or a rule file that does not load. Nothing was checked."),
    (
      .incomplete,
      "Some input could not be read or some report could not be written. It comes before 1, and what was found is "
        + "reported all the same."
    ),
  ]

  /// What it reads from its surroundings.
  package static let environment: [(name: String, meaning: String)] = [
    ("NO_COLOR", "When it is set and not empty, nothing is coloured unless --color=always is given."),
    (
      "SOURCE_DATE_EPOCH",
      "Seconds since 1970 that the reports give as their time, where --timestamp is not given. Without both, the "
        + "reports give no time."
    ),
    ("CAVEAT_CONFIG", "The configuration, where --config is not given."),
    ("CAVEAT_NO_CONFIG", "When it is set and not empty, no configuration is looked for."),
    (
      Configuration.options.map(Settings.variable).joined(separator: ", "),
      "What the option of the same name says, where it is not given. The environment comes before a configuration."
    ),
  ]
}
