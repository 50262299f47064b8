import MarkingModel
import Reporting
import RuleEngine

/// A small fictional cable with a marking document, rules and findings made by hand, so that the reports are tested
/// without a reader and a rule engine.
enum Sample {
  /// Every portion holds the word CANARY; no report may.
  static let text = """
    UNCLAS LAGUNA 000123

    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL
    SUBJECT: CANARY IN THE SUBJECT

    1. (SBU) CANARY one.
    2. (CONFUSED CANARY) CANARY two.

    BEGIN TEXT OF TELEGRAM
    SECRET LAGUNA 000100
    1. (S) CANARY three.
    END TEXT
    CANARY

    """

  static var bytes: [UInt8] { Array(text.utf8) }

  /// A place in the text: the first occurrence of a string from an offset on.
  static func range(of needle: String, from start: Int = 0) -> ByteRange {
    let bytes = bytes
    let wanted = Array(needle.utf8)
    let at = (start...(bytes.count - wanted.count)).first { Array(bytes[$0..<($0 + wanted.count)]) == wanted } ?? 0
    return ByteRange(at, at + wanted.count)
  }

  static func position(_ offset: Int) -> Position {
    let before = bytes[..<offset]
    let line = before.count { $0 == 10 }
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return Position(line: line + 1, column: offset - start + 1)
  }

  static var document: MarkingDocument {
    var document = MarkingDocument()
    let root = document.add(.document, to: -1, at: ByteRange(0, bytes.count), position(0))
    document.set(.form, "drafted")
    document.set(.day, 2_009_12_14)
    document.set(.dateSource, "text")
    document.set(.level, "U")
    document.set(.originalLevel, "C")
    document.set(.currentLevel, "U")
    document.set(.sensitive, false)
    add(.classification, "UNCLAS LAGUNA 000123", excerpt: "UNCLAS", to: root, in: &document)
    document.set(.level, "U")
    add(.caption, "SIPDIS", excerpt: "SIPDIS", to: root, in: &document)
    document.set(.name, "SIPDIS")
    document.set(.known, true)
    let tags = add(.tags, "TAGS: PREL", excerpt: "TAGS", to: root, in: &document)
    document.set(.count, 1)
    add(.tag, "PREL", excerpt: "PREL", to: tags, in: &document)
    document.set(.code, "PREL")
    add(.paragraph, "1. (SBU) CANARY one.", excerpt: "(SBU)", to: root, in: &document)
    document.set(.n, 1)
    document.set(.mark, "SBU")
    add(.paragraph, "2. (CONFUSED CANARY) CANARY two.", excerpt: nil, to: root, in: &document)
    document.set(.n, 2)
    var quoted = MarkingDocument()
    let start = range(of: "SECRET LAGUNA").start
    let end = range(of: "END TEXT").start
    let inner = quoted.add(.document, to: -1, at: ByteRange(start, end), position(start))
    quoted.set(.form, "quoted")
    quoted.set(.level, "S")
    add(.paragraph, "1. (S) CANARY three.", excerpt: "(S)", to: inner, in: &quoted)
    quoted.set(.n, 1)
    quoted.set(.mark, "S")
    document.quoted = [quoted]
    return document
  }

  @discardableResult
  private static func add(
    _ name: ElementName, _ text: String, excerpt: String?, to parent: Int, in document: inout MarkingDocument
  ) -> Int {
    let range = range(of: text)
    let shown = excerpt.map { self.range(of: $0, from: range.start) } ?? ByteRange(0, 0)
    return document.add(name, to: parent, at: range, position(range.start), excerpt: shown)
  }

  static var rules: RuleSet {
    func rule(_ id: String, _ title: String, _ severity: Severity, context: String, test: String) -> Rule {
      let assertion = Rule.Assertion(
        id: id + "-a", severity: severity, authority: "5 FAH-2 H-999", test: test,
        message: [.text("Paragraph "), .value("@n"), .text(" is marked "), .value("@mark"), .text(".")])
      return Rule(
        id: id, title: title, why: "A reader would be misled.", notes: ["Only where <numbers> & marks are found."],
        isUnverified: id == "CAP-003", reach: Rule.Reach(forms: ["drafted"], from: 1_995_10_01),
        clauses: [Rule.Clause(context: context, assertions: [assertion])],
        examples: [
          Rule.Example(name: "marked", text: "1. (U) Text.\n", marks: [], form: nil, line: 9, isAccepted: true),
          Rule.Example(name: "unmarked", text: "1. Text.\n", marks: [0], form: "drafted", line: 12, isAccepted: false),
        ], file: "Rules/\(id).sch")
    }
    return RuleSet(
      rules: [
        rule("CAP-001", "Captions are known", .warning, context: "/document/caption", test: "@known = 'true'"),
        rule("CAP-002", "Captions are in order", .warning, context: "/document/caption", test: "@after < @order"),
        rule("CAP-003", "No caption is repeated", .info, context: "/document/caption", test: "@duplicate = 'false'"),
        rule("PAR-001", "Marks fit the level", .error, context: "/document/paragraph[@mark]", test: "@mark != 'SBU'"),
        rule("PAR-002", "Every paragraph has a legal mark", .warning, context: "/document/paragraph", test: "@mark"),
        rule("SEC-001", "Sections are complete", .error, context: "/document", test: "@sections = @sections-found"),
      ], profile: "state", digest: String(repeating: "0123456789abcdef", count: 4))
  }

  static var checked: CheckedDocument {
    let document = document
    let outer = document.nodes(named: .paragraph)
    func finding(_ rule: String, _ severity: Severity, _ message: String, _ node: Int, _ from: MarkingDocument)
      -> Finding
    {
      let at = from.nodes[node]
      return Finding(
        rule: rule, assertion: rule + "-a", severity: severity, message: message, authority: "5 FAH-2 H-999",
        range: at.range, position: at.position, excerpt: at.excerpt, node: node)
    }
    let quoted = CheckResult(
      rules: [
        RuleResult(rule: "CAP-001", outcome: .notApplicable(.form), judged: 0),
        RuleResult(rule: "CAP-002", outcome: .notApplicable(.form), judged: 0),
        RuleResult(rule: "CAP-003", outcome: .notApplicable(.form), judged: 0),
        RuleResult(rule: "PAR-001", outcome: .failed, judged: 1),
        RuleResult(rule: "PAR-002", outcome: .passed, judged: 1),
        RuleResult(rule: "SEC-001", outcome: .notApplicable(.unknownDate), judged: 0),
      ],
      findings: [finding("PAR-001", .error, "Paragraph 1 is marked S.", 1, document.quoted[0])],
      judgements: [Judgement(rule: 3, clause: 0, node: 1), Judgement(rule: 4, clause: 0, node: 1)])
    let result = CheckResult(
      rules: [
        RuleResult(rule: "CAP-001", outcome: .passed, judged: 1),
        RuleResult(rule: "CAP-002", outcome: .notApplicable(.date), judged: 0),
        RuleResult(rule: "CAP-003", outcome: .notApplicable(.notSelected), judged: 0),
        RuleResult(rule: "PAR-001", outcome: .failed, judged: 1),
        RuleResult(rule: "PAR-002", outcome: .failed, judged: 2),
        RuleResult(rule: "SEC-001", outcome: .notApplicable(.nothingToJudge), judged: 0),
      ],
      findings: [
        finding(
          "PAR-001", .error,
          "Paragraph 1 is marked SBU, but the cable has no SENSITIVE caption and nothing else says that it is sensitive.",
          outer[0], document),
        finding("PAR-002", .warning, "Paragraph 2 carries no legal mark.", outer[1], document),
      ],
      judgements: [
        Judgement(rule: 0, clause: 0, node: 2), Judgement(rule: 3, clause: 0, node: outer[0]),
        Judgement(rule: 4, clause: 0, node: outer[0]), Judgement(rule: 4, clause: 0, node: outer[1]),
      ], quoted: [quoted])
    return CheckedDocument(
      file: "cables/laguna.txt", digest: String(repeating: "ab", count: 32), bytes: bytes.count, document: document,
      result: result)
  }

  /// The same with one finding suppressed, one known and one new.
  static var standing: CheckedDocument {
    var checked = checked
    checked.standings = Fingerprinter().standings(of: checked.document, checked.result, path: checked.path)
    checked.standings.update { $0.comparison = .new }
    checked.standings.findings[0].suppression = Suppression(
      reason: "The post asked for another caption.", owner: "J. Morris", expires: 2_027_01_31)
    checked.standings.findings[1].comparison = .unchanged
    return checked
  }

  /// The same cable with nothing wrong.
  static var clean: CheckedDocument {
    var document = document
    document.quoted = []
    let result = CheckResult(
      rules: rules.rules.map { RuleResult(rule: $0.id, outcome: .passed, judged: 1) }, findings: [])
    return CheckedDocument(
      file: "cables/clean.txt", digest: String(repeating: "cd", count: 32), bytes: bytes.count, document: document,
      result: result)
  }

  static let unread = UnreadInput(file: "cables/locked.txt", problem: "It may not be read.")
}
