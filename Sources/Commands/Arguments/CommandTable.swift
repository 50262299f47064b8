/// The names of the options, without their dashes.
package enum OptionName: String, Sendable, CaseIterable {
  case profile
  case form
  case format
  case output
  case failOn = "fail-on"
  case select
  case ignore
  case rules
  case noStandardRules = "no-standard-rules"
  case evaluator
  case showText = "show-text"
  case timestamp
  case kind
  case fromISM = "from-ism"
  case explain
  case date
  case banner
  case analyticProduct = "analytic-product"
  case color
  case policy
  case ledger
  case vaughn
  case terms
  case detectors
  case report
  case key
  case treatUnmarkedAs = "treat-unmarked-as"
  case caseNumber = "case"
  case document
  case propose
  case review
  case force
  case into
  case jobs
  case shard
  case filesFrom0 = "files-from0"
  case resume
  case include
  case exclude
  case maxFileSize = "max-file-size"
  case timeoutPerDocument = "timeout-per-document"
  case quiet
  case original
  case baseline
  case suppressions
  case noSuppressions = "no-suppressions"
  case newSince = "new-since"
  case fingerprintKey = "fingerprint-key"
  case config
  case noConfig = "no-config"
  case showOrigin = "show-origin"
  case diff
  case dryRun = "dry-run"
  case stdio
  case write
  case trail
  case help
  case version

  /// As it is typed.
  package var typed: String { "--" + rawValue }

  /// The short form, where it has one.
  package var short: String? {
    switch self {
    case .help: "-h"
    case .output: "-o"
    default: nil
    }
  }
}

/// One option: what the parser takes, what the help says and what a shell offers.
package struct OptionRow: Sendable {
  /// What follows the option.
  package enum Value: Sendable, Hashable {
    case none
    /// One of these words and no other.
    case oneOf([String])
    /// A name; these are the ones that a shell offers.
    case name([String])
    case file
    case folder
    /// Ids or families of rules, with commas between them.
    case ruleIDs
    case text
  }

  package var name: OptionName
  package var value: Value
  /// What stands for the value in the help ("FILE"); empty without one.
  package var placeholder: String
  package var isRepeatable: Bool
  /// One sentence, or two.
  package var help: String

  /// "--format FORMAT".
  package var synopsis: String { placeholder.isEmpty ? name.typed : name.typed + " " + placeholder }
  package var takesValue: Bool { value != .none }
  /// As it can be typed, the short form first.
  package var words: [String] { [name.short, name.typed].compactMap(\.self) }
}

/// The commands.
package enum CommandName: String, Sendable, CaseIterable {
  case check
  case fix
  case baselineWrite = "baseline write"
  case baselinePrune = "baseline prune"
  case config
  case parse
  case rules
  case rulesTest = "rules test"
  case rule
  case marking
  case rollup
  case redact
  case verify
  case ledgerShow = "ledger show"
  case ledgerCheck = "ledger check"
  case audit
  case auditReport = "audit report"
  case auditDiff = "audit diff"
  case auditQuery = "audit query"
  case auditMerge = "audit merge"
  case worker
  case lsp
  case help
}

extension CommandName {
  /// Its first word, and its second where it has one.
  package var first: String { String(rawValue.prefix { $0 != " " }) }
  package var second: String? { rawValue.contains(" ") ? String(rawValue.drop { $0 != " " }.dropFirst()) : nil }
}

/// One command: its words, its options and what the help says.
package struct CommandRow: Sendable {
  /// What follows besides options.
  package enum Operands: Sendable, Hashable {
    case none
    case paths
    case path
    case folder
    case ruleID
    case markings
    case portions
    case input
    case copy
    case ledger
    case audited
    case auditFile
    case auditFiles
    case auditView
    case shards
    case command
  }

  package var name: CommandName
  package var operands: Operands
  /// One sentence.
  package var summary: String
  package var paragraphs: [String]
  package var options: [OptionRow]
  /// A line to type and what it does.
  package var examples: [Example]

  package struct Example: Sendable {
    package var line: String
    package var meaning: String
  }

  /// The row of one option, where the command takes it.
  package func option(_ name: String) -> OptionRow? { options.first { $0.name.rawValue == name } }

  /// "caveat check [OPTION]… PATH…".
  package var synopsis: String {
    (["caveat", name.rawValue, "[OPTION]…"] + operands.placeholder).joined(separator: " ")
  }
}

extension CommandRow.Operands {
  /// As the synopsis shows them.
  package var placeholder: [String] {
    switch self {
    case .none: []
    case .paths: ["PATH…"]
    case .path: ["PATH"]
    case .folder: ["FOLDER"]
    case .ruleID: ["ID"]
    case .markings: ["STRING…"]
    case .portions: ["PORTION…"]
    case .input: ["IN"]
    case .copy: ["RELEASED"]
    case .ledger: ["LEDGER"]
    case .audited: ["PATH…"]
    case .auditFile: ["FILE"]
    case .auditFiles: ["OLD", "NEW"]
    case .auditView: ["FILE", "[NAME]"]
    case .shards: ["SHARD…"]
    case .command: ["[COMMAND]"]
    }
  }

  /// How few and how many there may be.
  package var count: ClosedRange<Int> {
    switch self {
    case .none: 0...0
    case .paths, .markings, .portions, .shards: 1...Int.max
    // Or a list of them.
    case .audited: 0...Int.max
    case .path, .folder, .ruleID, .input, .copy, .ledger, .auditFile: 1...1
    case .auditFiles: 2...2
    case .auditView: 1...2
    case .command: 0...2
    }
  }
}
