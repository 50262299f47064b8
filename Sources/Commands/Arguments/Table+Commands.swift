/// The commands.
extension Table {
  static let check = CommandRow(
    name: .check, operands: .paths,
    summary: "Check documents against the marking rules and report what contradicts them.",
    paragraphs: [
      "A PATH is a file, a folder or - for standard input. A folder is read with all its folders, in order of the "
        + "bytes of the names; names that begin with a dot are left out, and links to folders are not followed.",
      "A text that is no known form of document gets the verdict \"unmarked\" and a note, and does not change the "
        + "exit code. An input that cannot be read as text (empty, unreadable, binary, a device) is listed as unread.",
      "The reports repeat markings, numbers and places, never the text of a document, unless --show-text is given.",
    ],
    options: [
      profileOption, formOption,
      formatOption(
        ["text", "xml", "svrl", "json"], isRepeatable: true,
        help: "Write this form of report. Without it a short text for the screen is written; text is the complete one, "
          + "to be filed."),
      outputOption, failOnOption, selectOption, ignoreOption, rulesOption, noStandardRulesOption, evaluatorOption,
      showTextOption, timestampOption, colorOption, helpOption,
    ],
    examples: [
      .init(line: "caveat check cable.txt", meaning: "Check one cable and print the report."),
      .init(
        line: "caveat check --format text --format xml --output report.xml cables/",
        meaning: "Check a folder, print the text report and write the XML report."),
      .init(line: "caveat check --fail-on warning --ignore NRM,BOD-004 -", meaning: "Check standard input."),
    ])

  static let parse = CommandRow(
    name: .parse, operands: .path,
    summary: "Print the markings that were found in a document, as the rules see them.",
    paragraphs: [
      "Every element has its byte offset, length, line and column. The text of the document is not repeated. The XML "
        + "is valid against Rules/marking-document.rng, the contract that rules are written against."
    ],
    options: [
      formOption,
      formatOption(["text", "xml", "json"], isRepeatable: false, help: "Print it in this form; text without it."),
      helpOption,
    ],
    examples: [.init(line: "caveat parse --format xml cable.txt", meaning: "Show what a rule can ask about.")])

  static let rules = CommandRow(
    name: .rules, operands: .none,
    summary: "List the rules.",
    paragraphs: [],
    options: [
      profileOption,
      formatOption(["text", "json"], isRepeatable: false, help: "List them in this form; text without it."),
      rulesOption, noStandardRulesOption, colorOption, helpOption,
    ],
    examples: [.init(line: "caveat rules --profile state", meaning: "List the rules for State Department cables.")])

  static let rulesTest = CommandRow(
    name: .rulesTest, operands: .folder,
    summary: "Run the examples in the rule files of a folder.",
    paragraphs: [
      "Every accepted example must give no finding, and every rejected one must give findings at its marked places "
        + "and nowhere else. What failed is printed with the file and line."
    ],
    options: [helpOption],
    examples: [.init(line: "caveat rules test my-rules", meaning: "Test your own rules.")])

  static let rule = CommandRow(
    name: .rule, operands: .ruleID,
    summary: "Print the page of one rule: what it wants, why, on whose authority, and its examples.",
    paragraphs: [],
    options: [rulesOption, noStandardRulesOption, colorOption, helpOption],
    examples: [.init(line: "caveat rule CAP-003", meaning: "Explain a finding of that rule.")])

  static let marking = CommandRow(
    name: .marking, operands: .markings,
    summary: "Check single markings: banner lines, and portion marks in their parentheses.",
    paragraphs: [
      "With - a marking is read from each line of standard input, which may begin with its kind (banner or portion) and "
        + "a tab, and a line of JSON is written for each, in order. A marking is valid where no finding is an error.",
      "Offsets count bytes from the start of the marking.",
      "With --from-ism a STRING is a set of attributes of ISM-v2022-DEC. The profile says whose way of writing is used "
        + "(ic, nara-cui, dod, dod-cui); without it the attributes do. In JSON the lines of one text have | between them.",
    ],
    options: [
      profileOption, kindOption, dateOption, explainOption, fromISMOption,
      formatOption(
        ["text", "json"], isRepeatable: false,
        help: "Write the result in this form; without it text, and for standard input JSON."),
      selectOption, ignoreOption, rulesOption, noStandardRulesOption, evaluatorOption, helpOption,
    ],
    examples: [
      .init(line: "caveat marking 'SECRET//NOFORN' '(S//NF)'", meaning: "Check a banner line and a portion mark."),
      .init(line: "caveat marking --profile ic - < markings.txt", meaning: "Check one marking a line."),
      .init(
        line: "caveat marking --from-ism 'classification=S; ownerProducer=USA'",
        meaning: "Print what attributes stand for."),
    ])

  static let rollup = CommandRow(
    name: .rollup, operands: .portions,
    summary: "Print the banner that portion marks require, and why.",
    paragraphs: [
      "Each part of the banner is printed with the portions that it comes from, numbered from 1. With --banner, that "
        + "banner is compared with the one that is required.",
      "With - a line of standard input is portion ; portion or portion ; portion => BANNER, and a line of JSON is written "
        + "for each, in order. Offsets count bytes from the start of the line.",
    ],
    options: [
      profileOption, bannerOption, dateOption, analyticProductOption,
      formatOption(
        ["text", "json"], isRepeatable: false,
        help: "Write the result in this form; without it text, and for standard input JSON."),
      selectOption, ignoreOption, rulesOption, noStandardRulesOption, evaluatorOption, helpOption,
    ],
    examples: [
      .init(line: "caveat rollup '(S//REL TO USA, FVEY)' '(C//NF)'", meaning: "Print the banner over two portions."),
      .init(
        line: "caveat rollup --banner SECRET '(S//NF)' '(U)'", meaning: "Check the banner SECRET over two portions."),
    ])

  static let help = CommandRow(
    name: .help, operands: .command,
    summary: "Print the help of the program or of one command.",
    paragraphs: [],
    options: [helpOption],
    examples: [])
}
