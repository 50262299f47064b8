/// The commands that release documents, and their options.
extension Table {
  static let redact = CommandRow(
    name: .redact, operands: .input,
    summary: "Make the copy of a document that may go out, and the records of what was withheld.",
    paragraphs: [
      "A policy says what is withheld and on what ground: portions by their marks, parts of the form, the terms of your "
        + "lists. The copy appears only when it is complete and verified; the document itself is never touched. Whatever "
        + "is not certain (a portion without a mark, a mark that cannot be read, bytes that are no text, a format that is "
        + "not understood) is refused, and nothing is written.",
      "Plain text, pages (HTML), XML, messages (EML) and mailboxes (MBOX) are released. A copy of anything but text is "
        + "written anew: comments, scripts, hidden elements, most attributes and header fields are left out, and the ledger "
        + "says how many of each. Attachments that cannot be read are refused, or withheld by the policy.",
      "With --propose the withholdings are written to a file of decisions; a person accepts, rejects and adds; with "
        + "--review exactly that is done.",
      "All files are for their owner alone (mode 0600). None but the copy holds any text of the document, and the Vaughn index "
        + "from whom, to whom and of which date it is, where the copy says the same.",
    ],
    options: [
      policyOption, copyOption, ledgerOption, vaughnOption, reportOption, termsOption, detectorsOption, keyOption,
      treatUnmarkedAsOption, caseOption, documentOption, releaseDateOption, proposeOption, reviewOption, forceOption,
      formOption, timestampOption,
      helpOption,
    ],
    examples: [
      .init(
        line: "caveat redact --policy public-release in.txt -o out.txt --ledger l.xml",
        meaning: "Release a document, with the ledger of what was withheld."),
      .init(
        line: "caveat redact --policy state-foia cable.txt --propose decisions.xml",
        meaning: "Write down what would be withheld, for a reviewer to decide on."),
    ])

  static let verify = CommandRow(
    name: .verify, operands: .copy,
    summary: "Prove that nothing withheld is left in a released copy.",
    paragraphs: [
      "With --ledger and --original the copy is compared with both: what was not withheld is unchanged, and what was "
        + "withheld is found nowhere, in no common encoding and in no other spelling of its separators. With --terms "
        + "alone the terms are looked for. Any doubt ends with exit code 1."
    ],
    options: [verifyLedgerOption, originalOption, verifyTermsOption, helpOption],
    examples: [
      .init(
        line: "caveat verify released.txt --ledger ledger.xml --original cable.txt",
        meaning: "Check a release again, from its records.")
    ])

  static let ledgerShow = CommandRow(
    name: .ledgerShow, operands: .ledger,
    summary: "Print a ledger: what was withheld where, on what ground.",
    paragraphs: [],
    options: [helpOption],
    examples: [.init(line: "caveat ledger show ledger.xml", meaning: "Read the record of a release.")])

  static let ledgerCheck = CommandRow(
    name: .ledgerCheck, operands: .ledger,
    summary: "Check that a ledger was not changed since it was written.",
    paragraphs: [
      "Every entry carries a digest over itself and the one before; the seal carries the number of them."
    ],
    options: [helpOption],
    examples: [.init(line: "caveat ledger check ledger.xml", meaning: "Check the chain of its entries.")])

  static let policyOption = OptionRow(
    name: .policy, value: .name(policyNames), placeholder: "POLICY", isRepeatable: false,
    help: "Withhold what this policy says: the name of a standard one, or a file (docs/writing-policies.md). It has to "
      + "be given.")

  /// Every policy of `Rules/policies`, sorted.
  package static let policyNames = [
    "cui-decontrol-review", "internal-share", "privacy", "public-release", "state-foia",
  ]

  static let copyOption = OptionRow(
    name: .output, value: .file, placeholder: "OUT", isRepeatable: false,
    help: "Write the released copy to this file. It is read back and proved, so that it cannot go to standard output.")

  static let ledgerOption = OptionRow(
    name: .ledger, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Write the ledger of the release to this file, as XML.")

  static let vaughnOption = OptionRow(
    name: .vaughn, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Write the row of a Vaughn index to this file: as XML, CSV, text or HTML, by its ending .xml, .csv, .txt or "
      + ".html.")

  static let termsOption = OptionRow(
    name: .terms, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Withhold the terms of this list, one on a line, where the policy takes them. Two words or more without "
      + "a kind before them are taken as both.")

  static let detectorsOption = OptionRow(
    name: .detectors, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Use this detector beside the standard ones (docs/writing-policies.md); the policy has to name it, or all. "
      + "Its examples have to hold.")

  static let reportOption = OptionRow(
    name: .report, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Write the compliance report of the copy, by the rules for releases, to this file: as text, XML, SVRL or "
      + "JSON, by its ending .txt, .xml, .svrl or .json.")

  static let keyOption = OptionRow(
    name: .key, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Make keyed digests of what is withheld with the bytes of this file, 16 or more. Without it the ledger holds "
      + "none: digests of short texts without a key can be guessed.")

  static let treatUnmarkedAsOption = OptionRow(
    name: .treatUnmarkedAs, value: .oneOf(["withhold", "release"]), placeholder: "CHOICE", isRepeatable: false,
    help: "Do this with portions that carry no mark, or one that cannot be read, instead of refusing the document. The "
      + "ledger records it.")

  static let caseOption = OptionRow(
    name: .caseNumber, value: .text, placeholder: "NUMBER", isRepeatable: false,
    help: "The case number, for the lines that the policy writes on the copy.")

  static let documentOption = OptionRow(
    name: .document, value: .text, placeholder: "NUMBER", isRepeatable: false,
    help: "The number of the document, for these lines and the Vaughn index; without it the index names the file.")

  static let releaseDateOption = OptionRow(
    name: .date, value: .text, placeholder: "DATE", isRepeatable: false,
    help: "The day of the release, for these lines: 2016-12-31.")

  static let proposeOption = OptionRow(
    name: .propose, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Write what would be withheld to this file instead of making a copy.")

  static let reviewOption = OptionRow(
    name: .review, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Withhold what this file of decisions accepts or adds, and nothing else.")

  static let forceOption = OptionRow(
    name: .force, value: .none, placeholder: "", isRepeatable: false,
    help: "Replace files that exist. Without it nothing is written where one does.")

  static let verifyLedgerOption = OptionRow(
    name: .ledger, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "The ledger of the release.")

  static let originalOption = OptionRow(
    name: .original, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "The document that the copy was made of.")

  static let verifyTermsOption = OptionRow(
    name: .terms, value: .file, placeholder: "FILE", isRepeatable: true,
    help: "Look for the terms of this list, one on a line.")
}
