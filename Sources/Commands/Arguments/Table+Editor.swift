/// The command that serves editors.
extension Table {
  static let lsp = CommandRow(
    name: .lsp, operands: .none,
    summary: "Serve an editor: findings while typing, explanations, and repairs.",
    paragraphs: [
      "An editor starts it and speaks the Language Server Protocol with it on standard input and output; docs/editors.md "
        + "says how to tell an editor. Texts are judged as caveat check in the same folder would judge the files: by the "
        + "configuration, without what is suppressed or known from before. It reads and writes none of the files."
    ],
    options: [
      profileOption, selectOption, ignoreOption, rulesOption, noStandardRulesOption, evaluatorOption, baselineOption,
      suppressionsOption, noSuppressionsOption, fingerprintKeyOption, configOption, noConfigOption, stdioOption,
      helpOption,
    ],
    examples: [.init(line: "caveat lsp", meaning: "Wait for an editor on standard input.")])

  private static let stdioOption = OptionRow(
    name: .stdio, value: .none, placeholder: "", isRepeatable: false,
    help: "Speak on standard input and output. It does so without this too, which many editors add by themselves.")
}
