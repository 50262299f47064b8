/// The command that shows a configuration, and the options about it.
extension Table {
  static let config = CommandRow(
    name: .config, operands: .none,
    summary: "Print what a check in this folder would be told.",
    paragraphs: [
      "A check obeys its command line first, then the environment, then the file caveat.xml of its folder, or the nearest "
        + "one above it up to the root of the repository (docs/ci.md). The file is checked: a word that it may not hold, or "
        + "a rule that is not there, is an error with its line and column."
    ],
    options: [showOriginOption, configOption, noConfigOption, helpOption],
    examples: [.init(line: "caveat config --show-origin", meaning: "See where each setting comes from.")])

  static let configOption = OptionRow(
    name: .config, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Use this configuration. Without it the nearest caveat.xml is used, from this folder up to the root of the "
      + "repository.")

  static let noConfigOption = OptionRow(
    name: .noConfig, value: .none, placeholder: "", isRepeatable: false, help: "Use no configuration.")

  private static let showOriginOption = OptionRow(
    name: .showOrigin, value: .none, placeholder: "", isRepeatable: false,
    help: "Say where each value comes from: the file with line and column, a variable, or the program.")
}
