import Detection
import Documents
import MarkingGrammar
import Redaction
import RuleEngine
import StandardRules
import Testing

/// Makes releases for the tests.
enum Releases {
  static func vocabulary() throws -> Vocabulary { try #require(loaded) }

  /// Read once: it takes longer than a release.
  private static let loaded: Vocabulary? = try? StandardRules.vocabulary()

  /// Those that are shipped, made ready once.
  static let detectors: DetectorSet? = try? StandardRules.detectors()

  static func redactor(_ policy: String, terms: String = "") throws -> Redactor {
    try redactor(try #require(StandardRules.policy(policy)), terms)
  }

  private static func redactor(_ source: RuleSource, _ terms: String) throws -> Redactor {
    let detectors = try #require(Self.detectors)
    let policy = try Policy.load(source, detectors: Set(detectors.detectors.map(\.id)))
    let finder = try TextFinder(
      policy, detectors: detectors, terms: TermList(reading: Array(terms.utf8), kind: .name),
      ordinaryNames: StandardRules.ordinarySurnames)
    return Redactor(policy, finder: finder)
  }

  static func redactor(file: String, terms: String = "") throws -> Redactor {
    let text = """
      <policy name="test" xmlns="urn:caveat:policy"><title>Test</title>
      <exemption code="(b)(1) 1.4(d)"><justification>a</justification><harm>b</harm></exemption>
      <exemption code="(b)(5)"><justification>a</justification><harm>b</harm></exemption>
      <exemption code="(b)(6)"><justification>a</justification><harm>b</harm></exemption>
      \(file)
      </policy>
      """
    return try redactor(RuleSource(file: "test.xml", bytes: Array(text.utf8)), terms)
  }

  static func release(_ text: String, by redactor: Redactor) throws(Refusal) -> Redactor.Release {
    try release(Array(text.utf8), by: redactor)
  }

  static func release(_ bytes: [UInt8], by redactor: Redactor) throws(Refusal) -> Redactor.Release {
    guard let vocabulary = try? vocabulary() else { throw .decisions("no vocabulary") }
    let text = try MarkedText(bytes.span, vocabulary)
    var head = Ledger.Head()
    head.tool = "caveat"
    head.version = "test"
    head.inputName = "document"
    return try redactor.release(text, of: bytes.span, head: head, vocabulary)
  }

  static let cable = """
    VZCZCXRO4788
    OO RUEHC
    DE RUEHRK #0907/01 3480233
    ZNR UUUUU ZZH
    O 140233Z DEC 09
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC IMMEDIATE 1444

    UNCLAS REYKJAVIK 000907

    SENSITIVE
    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL, IC
    SUBJECT: HARBOR DEPTH

    1. (U) The ice left the basin early this year and the lights are on.

    2. (SBU) The harbor master told us that the pilots were asked to wait
    for the ice to leave, and that nobody knows why.

    3. (SBU) Comment: We think that the treaty is read closely here. End
    comment.
    QUIMBY

    """

  static let paper = """
    SECRET//NOFORN

    DEPARTMENT OF GOOD WORKS

    Date: 2016-05-03

    SUBJECT: (U) Harbor depth

    1. (U) The ice left the basin.

    2. (S//NF) The harbor master wrote that the pilots
    were asked to wait for the ice to leave.

       a. (C) First the lights, then the pilots, then the ice.

       b. (U) The lights are on.

    Classified By: Jane Doe, Director
    Derived From: Harbor Guide, 1 May 2016
    Declassify On: 20410503

    SECRET//NOFORN

    """
}
