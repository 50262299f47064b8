import MarkingModel
import RuleEngine

/// What the names of the contract are called in a text that people read.
enum Wording {
  static func level(_ level: Level) -> String {
    switch level {
    case .none: "none found"
    case .unclassified: "UNCLASSIFIED"
    case .limitedOfficialUse: "LIMITED OFFICIAL USE"
    case .confidential: "CONFIDENTIAL"
    case .secret: "SECRET"
    case .topSecret: "TOP SECRET"
    }
  }

  /// A form with what it means. A name that the program does not know stays as it is.
  static func form(_ name: String) -> String {
    guard let form = Form(rawValue: name) else { return name }
    let meaning =
      switch form {
      case .wire: "copy of a whole transmission"
      case .wire1970s: "copy of a whole transmission, 1970s"
      case .naraAAD: "print of the Access to Archival Databases"
      case .foiaPaper: "scanned print of a release"
      case .scrapedWeb: "copy from a web site"
      case .drafted: "the text as drafted"
      case .smart: "SMART message with labelled fields"
      case .frus: "edited transcription with a source note"
      case .marked: "document with banners and portion marks"
      case .email: "e-mail with markings"
      case .quoted: "a telegram repeated in another one"
      case .marking: "one marking"
      case .ukMarking: "markings of the United Kingdom"
      case .auMarking: "markings of Australia"
      case .nzMarking: "markings of New Zealand"
      case .uk: "paper or e-mail of the United Kingdom"
      case .au: "paper or e-mail of Australia"
      case .nz: "paper or e-mail of New Zealand"
      case .rollup: "portion marks and their banner"
      case .ismXML: "XML with ISM attributes"
      case .natoXML: "XML with labels of STANAG 4774"
      case .unknown: "no telegram and no marked document was recognised"
      }
    return "\(name) (\(meaning))"
  }

  /// What a document inside another one is called: a telegram that is quoted or that follows, or what the labels of an XML
  /// document stand for as banner and portion marks.
  static func inner(_ form: String) -> String {
    if isOfLabels(form) { return "markings of labels" }
    return form == Form.quoted.rawValue ? "quoted telegram" : "further telegram"
  }

  /// The same as a heading.
  static func innerHeading(_ form: String) -> String {
    if isOfLabels(form) { return "Markings of labels" }
    return form == Form.quoted.rawValue ? "Quoted telegram" : "Further telegram"
  }

  private static func isOfLabels(_ form: String) -> Bool {
    form == Form.rollup.rawValue || form == Form.marking.rawValue
  }

  static func dateSource(_ name: String) -> String {
    switch name {
    case "dtg": "from the date-time group"
    case "record": "from the release record"
    case "text": "from the text"
    case "given": "as given"
    default: name
    }
  }

  /// What the rules of a family are about. A family that the program does not know keeps its letters.
  static func family(_ letters: String) -> String {
    switch letters {
    case "WIR": "Wire header"
    case "LIN": "Classification line"
    case "CAP": "Captions"
    case "EOL": "E.O. line and classification authority"
    case "TAG": "TAGS, SUBJECT, REF"
    case "PAR": "Paragraphs and portion marks"
    case "SEC": "Sections and pages"
    case "BOD": "Structure of the body"
    case "SBU": "SBU and CUI"
    case "NRM": "Artefacts of the copy"
    case "SYN": "Syntax of a marking"
    case "CLS": "Classification"
    case "SCI": "Sensitive compartmented information"
    case "SAP": "Special access programs"
    case "AEA": "Atomic energy"
    case "FGI": "Foreign government information"
    case "JNT": "JOINT classification"
    case "NAT": "NATO"
    case "DIS": "Dissemination controls"
    case "FDR": "Foreign disclosure and release"
    case "NIC": "Non-IC dissemination controls"
    case "CAB": "Classification authority block"
    case "CUI": "Controlled unclassified information"
    case "DST": "DoD distribution statements"
    case "DCL": "Declassification and release"
    case "FOI": "Exemptions of a redacted release"
    case "ISM": "IC ISM attributes"
    case "N47": "NATO labels (ADatP-4774, 4778)"
    case "UK": "United Kingdom"
    case "AU": "Australia"
    case "NZ": "New Zealand"
    case "SUP": "Suppressions"
    default: letters
    }
  }

  /// What is said of a finding that a baseline knows, or that stands in a file unchanged since.
  static let known = "known"

  /// What is said of a finding that somebody suppressed.
  static func suppressed(_ suppression: Suppression) -> String {
    "suppressed until \(TelegramFacts.date(suppression.expires)) by \(suppression.owner): \(suppression.reason)"
  }

  /// The word for a rule's result in XML and JSON.
  static func outcome(_ outcome: RuleResult.Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed: "failed"
    case .notApplicable: "not-applicable"
    }
  }

  /// The word for why a rule did not judge, in XML and JSON.
  static func reason(_ reason: RuleResult.Reason) -> String {
    switch reason {
    case .form: "form"
    case .date: "date"
    case .unknownDate: "unknown-date"
    case .nothingToJudge: "nothing-to-judge"
    case .notSelected: "not-selected"
    }
  }
}

/// How the rules of one result came out.
struct OutcomeCounts {
  var passed = 0
  var failed = 0
  var notApplicable = 0

  init(_ rules: [RuleResult]) {
    for rule in rules {
      switch rule.outcome {
      case .passed: passed += 1
      case .failed: failed += 1
      case .notApplicable: notApplicable += 1
      }
    }
  }
}

/// How many findings each rule gave.
func findingCounts(_ findings: [Finding]) -> [String: Int] {
  findings.reduce(into: [:]) { counts, finding in counts[finding.rule, default: 0] += 1 }
}

/// How the documents of a run came out.
struct RunTotals {
  private(set) var documents = 0
  private var counts: [Verdict: Int] = [:]

  mutating func count(_ verdict: Verdict) {
    if verdict != .notRead { documents += 1 }
    counts[verdict, default: 0] += 1
  }

  subscript(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// "3 documents: 2 passed, 1 failed; 1 input not read"
  var sentence: String {
    let names: [(Verdict, String)] = [
      (.passed, "passed"), (.passedWithWarnings, "passed with warnings"), (.failed, "failed"),
      (.unmarked, "unmarked"),
    ]
    let parts = names.filter { self[$0.0] > 0 }.map { "\(self[$0.0]) \($0.1)" }
    let read = documents == 0 ? "No document checked" : documents.counted("document") + " checked"
    let unread = self[.notRead] > 0 ? "; \(self[.notRead].counted("input")) not read" : ""
    return (parts.isEmpty ? read : read + ": " + parts.joined(separator: ", ")) + unread + "."
  }
}
