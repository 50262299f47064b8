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
    let policy = try Policy.load(
      source, detectors: Set(detectors.detectors.map(\.id)), profiles: StandardRules.profileNames,
      codes: PortionCodes(try vocabulary()))
    let finder = try TextFinder(
      policy, detectors: detectors, terms: TermList(reading: Array(terms.utf8), kind: .name),
      ordinaryNames: StandardRules.ordinarySurnames)
    var redactor = Redactor(policy, finder: finder)
    redactor.fitness = try policy.copy.profile.map { Fitness(try StandardRules.ruleSet(profile: $0)) }
    return redactor
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

  static func release(
    _ text: String, by redactor: Redactor, name: String = "document"
  ) throws(Refusal) -> Redactor.Release {
    try release(Array(text.utf8), by: redactor, name: name)
  }

  static func release(
    _ bytes: [UInt8], by redactor: Redactor, name: String = "document"
  ) throws(Refusal) -> Redactor.Release {
    guard let vocabulary = try? vocabulary() else { throw .decisions("no vocabulary") }
    let text = try MarkedText(bytes.span, vocabulary)
    var head = Ledger.Head()
    head.tool = "caveat"
    head.version = "test"
    head.inputName = name
    return try redactor.release(text, head: head, vocabulary)
  }

  /// Whether a word is in clear in what a release makes; false where it is refused. Any other error is one.
  static func leaves(_ word: String, _ copy: () throws -> String) throws -> Bool {
    do { return try copy().lowercased().contains(word) } catch is Refusal { return false }
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

  /// What a personnel office keeps; persons and numbers are invented.
  static let record = """
    CUI//SP-PRVCY

    DEPARTMENT OF GOOD WORKS

    Date: 2021-05-03

    SUBJECT: (U) Claim of the harbor pilots

    1. (U) The office received the claim on 3 May 2021 and answered it.

    2. (CUI//SP-PRVCY) The claimant, Ellen Marsh-Aldous, SSN 219-40-1188, born 14 March 1961, asked that the
    sum be paid to the account of Tobin Ek. Ms. Marsh-Aldous can be called at (202) 555-0143.

    3. (U) Mr. Ek (tobin.ek@example.org) signed for her at 1200 Harbor Street, Baltimore, MD 21201.

    4. (CUI) The office asked EK, TOBIN P. for the lists of 2020.

    Controlled by: Department of Good Works
    Controlled by: Office of Harbors
    CUI Category: PRVCY
    Limited Dissemination Control: none
    POC: Office of Harbors, 202-555-0100

    CUI//SP-PRVCY

    """

  /// Three pages, nothing of the second is for the public.
  static let pages = """
    SECRET//NOFORN

    DEPARTMENT OF GOOD WORKS

    Date: 2016-05-03

    SUBJECT: (U) Harbor depth

    1. (U) The ice left the basin.

    2. (S//NF) The harbor master wrote that the pilots were asked to wait.

    SECRET//NOFORN
    \u{0C}SECRET//NOFORN

    3. (S//NF) First the lights, then the pilots, then the ice.

    4. (C) The treaty is read closely here.

    Page 2 of 3
    SECRET//NOFORN
    \u{0C}SECRET//NOFORN

    5. (U) The lights are on.

    SECRET//NOFORN

    """
}
