/// The commands that live with findings, and their options.
extension Table {
  static let baselineWrite = CommandRow(
    name: .baselineWrite, operands: .paths,
    summary: "Write down the findings that are there, so that only new ones count.",
    paragraphs: [
      "The file holds a fingerprint, the rule and the path of each finding, one on a line, and no text of a document. It "
        + "is kept with the documents and given to caveat check --baseline. Findings that are suppressed are left out; "
        + "what cannot be read keeps the lines that it had."
    ],
    options: baselineOptions,
    examples: [
      .init(line: "caveat baseline write --baseline caveat.baseline cables/", meaning: "Accept what is there today.")
    ])

  static let baselinePrune = CommandRow(
    name: .baselinePrune, operands: .paths,
    summary: "Take findings out of a baseline that are there no more.",
    paragraphs: [
      "Lines of documents that are not checked stay, unless the document is gone, and so do those of rules that are left "
        + "out, as by --select. Nothing is added."
    ],
    options: baselineOptions,
    examples: [
      .init(
        line: "caveat baseline prune --baseline caveat.baseline cables/", meaning: "Forget what has been corrected.")
    ])

  private static let baselineOptions = [
    baselineFileOption, profileOption, formOption, selectOption, ignoreOption, rulesOption, noStandardRulesOption,
    suppressionsOption, noSuppressionsOption, fingerprintKeyOption, timestampOption, configOption, noConfigOption,
    helpOption,
  ]

  static let baselineOption = OptionRow(
    name: .baseline, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Take the findings of this file, which caveat baseline write made, for known: they do not count.")

  private static let baselineFileOption = OptionRow(
    name: .baseline, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Write this file; caveat.baseline without it.")

  static let suppressionsOption = OptionRow(
    name: .suppressions, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Let pass the findings that this file names, with the reason, the owner and the last day of each "
      + "(docs/ci.md). Entries that have expired, are not used or give no reason are findings themselves.")

  static let noSuppressionsOption = OptionRow(
    name: .noSuppressions, value: .none, placeholder: "", isRepeatable: false,
    help: "Let nothing pass, whatever --suppressions or the configuration say: for auditors.")

  static let newSinceOption = OptionRow(
    name: .newSince, value: .text, placeholder: "REVISION", isRepeatable: false,
    help: "Count only findings in files that have changed since this revision of the git repository, or that git does "
      + "not know.")

  static let fingerprintKeyOption = OptionRow(
    name: .fingerprintKey, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Make the fingerprints of findings with the bytes of this file, 16 or more. Without it they are plain "
      + "digests of the rule, the path and the place, which can be guessed.")
}
