/// The command that repairs, and its options.
extension Table {
  static let fix = CommandRow(
    name: .fix, operands: .paths,
    summary: "Repair what rules say how to repair, and show it or write it.",
    paragraphs: [
      "Only what is certain is repaired: a banner that is less restrictive than the portions, the canonical form of a "
        + "marking, a caption line that is missing, a total that is wrong (docs/fixing.md has the list). No marking is ever "
        + "lowered, and no text is touched. A repair that does not clear its finding, or that brings another one, is not "
        + "made. Nothing is written without --write.",
      "A file is replaced in one step, with its mode and owner; a link keeps pointing to it. The diff holds lines with "
        + "markings alone, unless --show-text is given, and can be given to patch -p0.",
      "The exit code is 1 where something at or above the --fail-on severity is left, or could be repaired and was not "
        + "written.",
    ],
    options: [
      diffOption, dryRunOption, writeOption, trailOption, profileOption, formOption, failOnOption, fixSelectOption,
      ignoreOption, rulesOption, noStandardRulesOption, baselineOption, suppressionsOption, noSuppressionsOption,
      newSinceOption, fingerprintKeyOption, configOption, noConfigOption, fixShowTextOption, timestampOption,
      helpOption,
    ],
    examples: [
      .init(line: "caveat fix memo.txt", meaning: "Show what would be changed."),
      .init(
        line: "caveat fix --write --trail trail.xml papers/", meaning: "Repair a folder and write down each change."),
      .init(line: "caveat fix --select SYN --write memo.txt", meaning: "Repair nothing but the form of markings."),
    ])

  private static let diffOption = OptionRow(
    name: .diff, value: .none, placeholder: "", isRepeatable: false,
    help: "Print the changes as a diff, which holds without --write and --dry-run, too.")

  private static let dryRunOption = OptionRow(
    name: .dryRun, value: .none, placeholder: "", isRepeatable: false,
    help: "Print a line for each change that would be made, and for each finding that would be left; write nothing.")

  private static let writeOption = OptionRow(
    name: .write, value: .none, placeholder: "", isRepeatable: false,
    help: "Write the repaired files in the place of the others.")

  private static let trailOption = OptionRow(
    name: .trail, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Write down each change in this file, in XML: rule, place, the marking before and after, digests.")

  private static let fixSelectOption = OptionRow(
    name: .select, value: .ruleIDs, placeholder: "IDS", isRepeatable: true,
    help: "Repair only what these rules report: ids (CAP-003) or families (CAP), with commas between them. A repair is "
      + "held against all rules.")

  private static let fixShowTextOption = OptionRow(
    name: .showText, value: .none, placeholder: "", isRepeatable: false,
    help: "Show lines that hold text in the diff, too. Without it a change in such a line is named and left out.")
}
