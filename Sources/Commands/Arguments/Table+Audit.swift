import Audit

/// The commands that audit archives, and their options.
extension Table {
  static let audit = CommandRow(
    name: .audit, operands: .audited,
    summary: "Check all documents of an archive and keep what is found in an audit file.",
    paragraphs: [
      "A PATH is a file or a folder, which is walked with everything in it, in order of the bytes of the names; links to "
        + "folders are not followed. ZIP and TAR archives (also behind gzip, xz, zstd or bzip2) and mailboxes are read "
        + "without unpacking them; a member is named archive!member.",
      "Everything that is found is in the audit file with what became of it: checked, not-applicable (no text), "
        + "unreadable, over-limit, timed-out or crashed. The file is a SQLite database for its owner alone, and holds no "
        + "text of a document: see caveat audit report, and docs/audit-file.md.",
      "Documents are judged by worker processes. One that ends its worker, or takes too long, costs that document alone. "
        + "An audit that was stopped, in whatever way, goes on with --resume, and ends with the same file.",
      "An audit is told by its options alone: no configuration is looked for, in audited folders or elsewhere, and no "
        + "variable of the environment is asked.",
    ],
    options: [
      intoOption, profileOption, formOption, jobsOption, shardOption, filesFrom0Option, resumeOption, replaceOption,
      includeOption, excludeOption, maxFileSizeOption, timeoutOption, failOnOption, selectOption, ignoreOption,
      rulesOption, noStandardRulesOption, evaluatorOption, quietOption, helpOption,
    ],
    examples: [
      .init(line: "caveat audit --into audit.sqlite cables.tar.gz", meaning: "Audit an archive."),
      .init(line: "caveat audit --into audit.sqlite --resume cables.tar.gz", meaning: "Go on where it was stopped."),
      .init(
        line: "caveat audit --into part-3.sqlite --shard 3/16 /archive",
        meaning: "Audit the third of sixteen parts; caveat audit merge puts them together."),
    ])

  static let auditReport = CommandRow(
    name: .auditReport, operands: .auditFile,
    summary: "Print the report of an audit file.",
    paragraphs: [
      "text and html are summaries with charts and tables; html is one file that needs nothing else, and works without "
        + "JavaScript. xml and json hold every document with its findings, csv a line for each finding."
    ],
    options: [
      formatOption(
        ["text", "html", "xml", "json", "csv"], isRepeatable: false, help: "Write this form; text without it."),
      auditOutputOption, helpOption,
    ],
    examples: [
      .init(
        line: "caveat audit report audit.sqlite --format html --output audit.html",
        meaning: "Write the report for a browser.")
    ])

  static let auditDiff = CommandRow(
    name: .auditDiff, operands: .auditFiles,
    summary: "Compare two audits: findings that are new, fixed and unchanged.",
    paragraphs: [
      "Documents are the same where their paths are; findings are, where document, rule and message are, whatever the line."
    ],
    options: [
      formatOption(["text", "json"], isRepeatable: false, help: "Write this form; text without it."), newFailOnOption,
      helpOption,
    ],
    examples: [.init(line: "caveat audit diff march.sqlite april.sqlite", meaning: "What is new since March?")])

  static let auditQuery = CommandRow(
    name: .auditQuery, operands: .auditView,
    summary: "Answer one of the standing questions from an audit file.",
    paragraphs: [
      "Without NAME the names are printed with their questions. The views stand in the file, for any program."
    ],
    options: [
      formatOption(["text", "csv", "json"], isRepeatable: false, help: "Write this form; text without it."), helpOption,
    ],
    examples: [
      .init(line: "caveat audit query audit.sqlite by-rule", meaning: "How often was each rule broken?"),
      .init(
        line: "caveat audit query audit.sqlite without-level --format csv", meaning: "Which documents have no level?"),
    ])

  static let auditMerge = CommandRow(
    name: .auditMerge, operands: .shards,
    summary: "Put the shards of one audit together.",
    paragraphs: [
      "The file is the one that an audit without shards would have made. What is in it already is left as it is, so that "
        + "merging again, or more shards later, does no harm."
    ],
    options: [mergeIntoOption, quietOption, helpOption],
    examples: [.init(line: "caveat audit merge --into audit.sqlite part-*.sqlite", meaning: "Put all parts together.")])

  static let worker = CommandRow(
    name: .worker, operands: .none,
    summary: "Judge documents for another program, over standard input and output.",
    paragraphs: [
      "Frames with a length before them come in and go out, as docs/worker.md describes. caveat audit uses workers, and so "
        + "can other programs. A worker ends when its input does, or when nobody reads what it writes."
    ],
    options: [
      profileOption, formOption, selectOption, ignoreOption, rulesOption, noStandardRulesOption, evaluatorOption,
      helpOption,
    ],
    examples: [.init(line: "caveat worker --profile state", meaning: "Judge cables for a program that sends them.")])

  static let intoOption = OptionRow(
    name: .into, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "The audit file. One that exists is never replaced unasked.")

  static let mergeIntoOption = OptionRow(
    name: .into, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "The audit file to make, or to add to.")

  static let jobsOption = OptionRow(
    name: .jobs, value: .text, placeholder: "N", isRepeatable: false,
    help: "So many workers side by side; without it one for each processor.")

  static let shardOption = OptionRow(
    name: .shard, value: .text, placeholder: "I/N", isRepeatable: false,
    help: "Audit only part I of N, by the digest of the paths.")

  static let filesFrom0Option = OptionRow(
    name: .filesFrom0, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Read more paths from this file, or from - (standard input), each ended by a zero byte (find -print0).")

  static let resumeOption = OptionRow(
    name: .resume, value: .none, placeholder: "", isRepeatable: false,
    help: "Go on with an audit that was stopped, or begin it. Everything else has to be said as before.")

  static let replaceOption = OptionRow(
    name: .force, value: .none, placeholder: "", isRepeatable: false, help: "Replace an audit file that exists.")

  static let includeOption = OptionRow(
    name: .include, value: .text, placeholder: "GLOB", isRepeatable: true,
    help: "Audit only documents whose path or name fits the pattern (* fits slashes too).")

  static let excludeOption = OptionRow(
    name: .exclude, value: .text, placeholder: "GLOB", isRepeatable: true,
    help: "Leave out what fits the pattern, and all in a folder or an archive that does.")

  static let maxFileSizeOption = OptionRow(
    name: .maxFileSize, value: .text, placeholder: "SIZE", isRepeatable: false,
    help: "Documents of more bytes are over-limit: 500K, 32M (without it), 1G at most.")

  static let timeoutOption = OptionRow(
    name: .timeoutPerDocument, value: .text, placeholder: "SECONDS", isRepeatable: false,
    help: "A document that takes longer is timed-out; 30 without it.")

  static let quietOption = OptionRow(
    name: .quiet, value: .none, placeholder: "", isRepeatable: false, help: "Print nothing but errors.")

  static let auditOutputOption = OptionRow(
    name: .output, value: .file, placeholder: "FILE", isRepeatable: false,
    help: "Write the report to this file, which appears only when it is complete.")

  static let newFailOnOption = OptionRow(
    name: .failOn, value: .oneOf(["error", "warning", "info", "never"]), placeholder: "SEVERITY", isRepeatable: false,
    help: "End with exit code 1 where a finding of this severity or a higher one is new; error without it.")
}
