import Detection
import Redaction
import RuleEngine
import StandardRules
import Testing

/// Policies: those that are shipped, and what is refused with its place.
@Suite("Policies") struct PolicyTests {
  private static let detectors = Set((Releases.detectors?.detectors ?? []).map(\.id))

  private static func codes() throws -> PortionCodes { PortionCodes(try Releases.vocabulary()) }

  @Test(arguments: StandardRules.policyNames)
  func shippedOnesLoadAndAreValid(name: String) throws {
    let source = try #require(StandardRules.policy(name))
    let policy = try Policy.load(
      source, detectors: Self.detectors, profiles: StandardRules.profileNames, codes: Self.codes())
    #expect(policy.name == name)
    #expect(!policy.notes.isEmpty)
    #expect(policy.digest.count == 64)
    #expect(try Grammar.problems(of: source.bytes, by: "Rules/policy.rng").isEmpty)
  }

  /// Each withholding of a shipped policy that claims an exemption has the words for a Vaughn index.
  @Test(arguments: StandardRules.policyNames)
  func everyExemptionHasItsGround(name: String) throws {
    let policy = try Policy.load(
      try #require(StandardRules.policy(name)), detectors: Self.detectors, profiles: StandardRules.profileNames,
      codes: Self.codes())
    let used = policy.portions.flatMap(\.exemptions) + policy.elements.flatMap(\.exemptions)
    for exemption in used {
      let ground = try #require(policy.ground(of: exemption))
      #expect(!ground.justification.isEmpty && !ground.harm.isEmpty)
    }
  }

  @Test(arguments: [
    ("<portions above='U' exemption='(b)(10)'/>", "4:32: “(b)(10)”: the law has no exemption of this number"),
    ("<portions above='U' exemption='(b)(5)'/>", "4:32: there is no <exemption code=\"(b)(5)\"> that says why"),
    ("<label amount='lines'/><label amount='words'/>", "4:25: <label> stands here a second time"),
    ("<copy/><copy banners='strike'/>", "4:9: <copy> stands here a second time"),
    ("<portions exemption='(b)(6)'/>", "4:2: <portions> says which: above, level, control or category is missing"),
    ("<portions above='X' exemption='(b)(6)'/>", "4:18: “X” is no above; known are U, controlled, C, S, TS"),
    ("<portions above='U'/>", "4:2: <portions> lacks the attribute “exemption”"),
    ("<portions control='NOFORN' exemption='(b)(6)'/>", "4:20: “NOFORN” is the code of no control; did you mean “NF”?"),
    ("<portions control='nf' exemption='(b)(6)'/>", "4:20: “nf” is the code of no control; did you mean “NF”?"),
    ("<portions control='ORCON' exemption='(b)(6)'/>", "4:20: “ORCON” is the code of no control; did you mean “OC”?"),
    (
      "<portions control='REL TO' exemption='(b)(6)'/>", "4:20: “REL TO” is the code of no control; did you mean “REL”?"
    ),
    ("<portions control='QQQQQQ' exemption='(b)(6)'/>", "4:20: “QQQQQQ” is the code of no control"),
    ("<portions control='ZZ' exemption='(b)(6)'/>", "4:20: “ZZ” is the code of no control"),
    ("<portions control='FOUUO' exemption='(b)(6)'/>", "4:20: “FOUUO” is the code of no control; did you mean “FOUO”?"),
    ("<portions control='PRVCY' exemption='(b)(6)'/>", "4:20: “PRVCY” is a CUI category and no control"),
    (
      "<portions category='SP-PRVCY' exemption='(b)(6)'/>",
      "4:21: “SP-PRVCY” is the code of no CUI category; did you mean “PRVCY”?"
    ),
    (
      "<portions category='privacy' exemption='(b)(6)'/>",
      "4:21: “privacy” is the code of no CUI category; did you mean “PRVCY”?"
    ),
    (
      "<portions category='ANY' exemption='(b)(6)'/>", "4:21: “ANY” is the code of no CUI category; did you mean “any”?"
    ),
    ("<portions category='XXXX' exemption='(b)(6)'/>", "4:21: “XXXX” is the code of no CUI category"),
    ("<element name='signatures'/>", "4:16: “signatures” is no name; known are transmission"),
    ("<element name='header'/>", "4:2: <element> lacks the attribute “field”"),
    ("<element name='header' field='Received'/>", "4:31: “Received” is no field; known are From, Sender"),
    ("<element name='header' field='all' keep='yes'/>", "4:2: what is kept is one field, and has no exemption"),
    ("<element name='signature' field='To'/>", "4:27: "),
    ("<detect detector='no-such'/>", "4:19: there is no “no-such”"),
    ("<detect detector='all' confidence='120'/>", "4:36: a confidence is a number from 0 to 100"),
    ("<withhold what='all'/>", "4:2: <withhold> is not allowed in <policy>"),
    ("<copy profile='releases'/>", "4:16: “releases” is no profile; known are "),
    ("<copy><line place='top'>{nonsense}</line></copy>", "4:8: {nonsense} stands for nothing"),
    ("<p>Nothing.</p>", "2:2: the policy withholds nothing"),
  ])
  func wrongOnesAreRefusedWithTheirPlace(element: String, expected: String) throws {
    let problems = try Self.problems(in: Self.file(element))
    #expect(problems.contains { $0.hasPrefix("wrong.xml:" + expected) }, "\(problems)")
  }

  /// Every code that a mark can have may be asked for, and those of the tables have a mark that they withhold.
  @Test(arguments: [
    ("control='NF'", "(S//NF)"), ("control='OC'", "(S//OC/NF)"), ("control='SI'", "(TS//SI-G ABCD//NF)"),
    ("control='SI-G'", "(TS//SI-G ABCD//NF)"), ("control='SI-G ABCD'", "(TS//SI-G ABCD//OC/NF)"),
    ("control='RD'", "(S//RD//NF)"),
    ("control='CNWDI'", "(S//RD-CNWDI//NF)"), ("control='FGI'", "(S//FGI GBR//REL TO USA, GBR)"),
    ("control='FGI'", "(S//FGI//NF)"), ("control='GBR'", "(S//FGI GBR//REL TO USA, GBR)"),
    ("control='REL'", "(S//REL TO USA, GBR)"), ("control='SBU'", "(SBU)"), ("control='LES'", "(U//LES)"),
    ("control='FOUO'", "(U//FOUO)"), ("control='CUI'", "(CUI)"), ("control='SAR'", "(TS//SAR-BP//NF)"),
    ("control='ACCM'", "(S//ACCM-PALM)"), ("control='XD'", "(S//XD)"), ("category='PRVCY'", "(CUI//PRVCY)"),
    ("category='CTI'", "(CUI//SP-CTI)"), ("category='any'", "(CUI)"),
  ])
  func knownCodesWithholdTheirMarks(clause: String, mark: String) throws {
    let redactor = try Releases.redactor(file: "<portions \(clause) exemption='(b)(5)'/>")
    let text = try MarkedText(Array("(U) Fine.\n\n\(mark) The quay is sold.\n".utf8).span, try Releases.vocabulary())
    let copy = try redactor.release(text, head: Ledger.Head(), Releases.vocabulary()).file
    #expect(!String(decoding: copy, as: UTF8.self).contains("quay"))
  }

  @Test func whatIsNoXMLIsRefused() throws {
    #expect(try !Self.problems(in: "<policy").isEmpty)
    #expect(try !Self.problems(in: "").isEmpty)
    #expect(try !Self.problems(in: "<!DOCTYPE policy [<!ENTITY a 'b'>]><policy/>").isEmpty)
  }

  private static func file(_ element: String) -> String {
    """
    <?xml version="1.0"?>
    <policy name="wrong" xmlns="urn:caveat:policy"><title>Wrong</title><exemption code="(b)(6)"><justification>a</justification>
    <harm>b</harm></exemption>
    \(element)
    </policy>
    """
  }

  private static func problems(in text: String) throws -> [String] {
    let codes = try codes()
    do throws(RuleError) {
      _ = try Policy.load(
        RuleSource(file: "wrong.xml", bytes: Array(text.utf8)), detectors: ["us-ssn"], codes: codes)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }
}
