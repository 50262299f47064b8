import MarkingModel
import RuleEngine

/// The options, each once; the commands take their pick.
extension Table {
  static let helpOption = OptionRow(
    name: .help, value: .none, placeholder: "", isRepeatable: false, help: "Print this help and end.")

  static let profileOption = OptionRow(
    name: .profile, value: .name(profileNames), placeholder: "NAME", isRepeatable: false,
    help: "Use the rules of this profile. Without it the profile is chosen by what the document is.")

  static let formOption = OptionRow(
    name: .form, value: .oneOf(forms), placeholder: "NAME", isRepeatable: false,
    help: "Read every input as this form of document. Without it the form is recognised.")

  /// Every profile of `Rules/profiles`, sorted: a shell offers them without reading the rules.
  package static let profileNames = [
    "au", "dod", "dod-cui", "ic", "nara-cui", "nato", "nz", "release", "state", "state-papers", "uk",
  ]

  /// Every form that a whole document can have.
  static let forms = Form.allCases.filter { $0 != .quoted && $0 != .unknown }.map(\.rawValue)

  static func formatOption(_ formats: [String], isRepeatable: Bool, help: String) -> OptionRow {
    OptionRow(
      name: .format, value: .oneOf(formats), placeholder: "FORMAT", isRepeatable: isRepeatable, help: help)
  }

  static let outputOption = OptionRow(
    name: .output, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Write the report to this file, which appears only when it is complete. Each --output goes with a "
      + "--format, in order; one --format may be left without, and goes to standard output.")

  static let failOnOption = OptionRow(
    name: .failOn, value: .oneOf(["error", "warning", "info", "never"]), placeholder: "SEVERITY", isRepeatable: false,
    help: "End with exit code 1 from this severity on; error without it.")

  static let selectOption = OptionRow(
    name: .select, value: .ruleIDs, placeholder: "IDS", isRepeatable: true,
    help: "Use only these rules: ids (CAP-003) or families (CAP), with commas between them.")

  static let ignoreOption = OptionRow(
    name: .ignore, value: .ruleIDs, placeholder: "IDS", isRepeatable: true,
    help: "Leave these rules out: ids or families, with commas between them.")

  static let rulesOption = OptionRow(
    name: .rules, value: .folder, placeholder: "FOLDER", isRepeatable: true,
    help: "Use the rule files (*.sch) of this folder beside the standard rules.")

  static let noStandardRulesOption = OptionRow(
    name: .noStandardRules, value: .none, placeholder: "", isRepeatable: false,
    help: "Use only the rules of --rules, instead of the standard ones.")

  static let evaluatorOption = OptionRow(
    name: .evaluator, value: .oneOf(Evaluator.Kind.allCases.map(\.rawValue)), placeholder: "NAME", isRepeatable: false,
    help: "Evaluate the rules by this: compiled, which holds without it, or libxml2, to compare. Both find the same.")

  static let showTextOption = OptionRow(
    name: .showText, value: .none, placeholder: "", isRepeatable: false,
    help: "Quote whole lines of the documents in the text report. Without it only markings are shown, so that the "
      + "report may go where the document may not.")

  static let timestampOption = OptionRow(
    name: .timestamp, value: .text, placeholder: "TIME", isRepeatable: false,
    help: "Give this time in the reports: 2009-12-14T02:33:00Z, seconds since 1970, or now.")

  static let kindOption = OptionRow(
    name: .kind, value: .oneOf(["banner", "portion"]), placeholder: "KIND", isRepeatable: false,
    help: "Read every marking as this. Without it parentheses mean a portion mark.")

  static let fromISMOption = OptionRow(
    name: .fromISM, value: .none, placeholder: "", isRepeatable: false,
    help: "Read IC ISM attributes instead of markings, 'classification=S; ownerProducer=USA' or as in XML, and print "
      + "the banner, the portion mark and the authority block that they stand for. Nothing is judged.")

  static let explainOption = OptionRow(
    name: .explain, value: .none, placeholder: "", isRepeatable: false,
    help: "Say of each token what it means, on whose authority, and how a banner and a portion write it.")

  static let dateOption = OptionRow(
    name: .date, value: .text, placeholder: "DATE", isRepeatable: false,
    help: "Judge the markings as of this day: 2016-12-31. Without it rules that depend on a date are not applied.")

  static let bannerOption = OptionRow(
    name: .banner, value: .text, placeholder: "TEXT", isRepeatable: false,
    help: "Compare this banner with the one that the portions require.")

  static let analyticProductOption = OptionRow(
    name: .analyticProduct, value: .none, placeholder: "", isRepeatable: false,
    help: "The document is a disseminated analytic product: every classified portion counts for foreign release.")

  static let colorOption = OptionRow(
    name: .color, value: .oneOf(["auto", "always", "never"]), placeholder: "WHEN", isRepeatable: false,
    help: "Colour what is printed. auto, which holds without it: only on a terminal.")
}
