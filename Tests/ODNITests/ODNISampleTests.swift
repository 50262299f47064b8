import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import Testing

/// Thirty-four of ODNI's rules, drawn by lot from those that ours cite, each with a text that breaks what its description
/// asks and one that does not: a rule of ours that cites it reports the one and not the other. (Forty were drawn; of the
/// lists of 00190, 00196, 00210, 00481, 00483 and 00515 no token has a last day, so that nothing can break them yet.)
@Suite struct ODNISampleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var number: String
    var form: Form
    var wrong: String
    var right: String
    var profile = "ic"
    var testDescription: String { number }

    init(_ number: String, _ form: Form, _ wrong: String, _ right: String, _ profile: String = "ic") {
      (self.number, self.form, self.wrong, self.right, self.profile) = (number, form, wrong, right, profile)
    }
  }

  private static func memo(_ banner: String, _ mark: String, _ notice: String, block: String = "") -> String {
    """
    \(banner)

    DEPARTMENT OF GOOD WORKS

    Date: 2016-05-03

    SUBJECT: (U) Harbor depth

    \(notice)

    1. \(mark) The harbor master wrote that the ice left the basin early this year.

    2. (U) Every captain may read it.

    \(block)

    \(banner)

    """
  }

  private static func block(_ instruction: String) -> String {
    """
    Classified By: Jane Doe, Chief, Office of Harbors, Department of Good Works
    Derived From: Harbor Guide No. 1, Department of Good Works, dated 20150110
    Declassify On: \(instruction)
    """
  }

  private static func xml(_ resource: String, _ inside: String = "") -> String {
    """
    <report xmlns:ism="urn:us:gov:ic:ism"><resource ism:resourceElement="true" \(resource)>
    <para ism:classification="U" ism:ownerProducer="USA">The gauge was read twice.</para>\(inside)
    </resource></report>
    """
  }

  private static let secret =
    "ism:createDate=\"2023-03-14\" ism:compliesWith=\"USGov USIC\" ism:classification=\"S\" ism:ownerProducer=\"USA\""
  private static let controlled =
    "ism:createDate=\"2023-03-14\" ism:compliesWith=\"USA-CUI-ONLY\" ism:cuiControlledBy=\"Harbor Office\""

  private static func notice(_ type: String) -> String {
    "<n ism:classification=\"U\" ism:ownerProducer=\"USA\" ism:noticeType=\"\(type)\">Read it.</n>"
  }

  private static let rd =
    "WARNING: RESTRICTED DATA. This document contains Restricted Data as defined in the Atomic Energy Act of 1954."
  private static let fisa =
    "FISA WARNING: This document contains FISA information. It may be used with the approval of the Attorney General only."
  private static let statement =
    "DISTRIBUTION STATEMENT C. Distribution authorized to U.S. Government agencies and their contractors; critical technology"

  static let rows: [Row] = [
    Row("00033", .marking, "(S//NF/REL TO USA, GBR)", "(S//NF)"),
    Row("00045", .marking, "(TS//SI-G WXYZ//NF)", "(TS//SI-G WXYZ//OC/NF)"),
    Row("00049", .marking, "(S//HCS-P//RELIDO)", "(S//HCS-P//NF)"),
    Row("00058", .rollup, "(S//NF) => CONFIDENTIAL//NOFORN", "(S//NF) => SECRET//NOFORN"),
    Row(
      "00064", .rollup, "(//DEU S//NF) ; (S//NF) => SECRET//NOFORN",
      "(//DEU S//NF) ; (S//NF) => SECRET//FGI DEU//NOFORN"),
    Row("00067", .rollup, "(S//OC/NF) => SECRET//NOFORN", "(S//OC/NF) => SECRET//ORCON/NOFORN"),
    Row("00079", .rollup, "(U//UCNI) => UNCLASSIFIED", "(U//UCNI) => UNCLASSIFIED//DOE UCNI"),
    Row("00107", .marking, "(C//IMC/NF)", "(S//IMC/NF)"),
    Row("00110", .rollup, "(U) ; (U) => CONFIDENTIAL//NOFORN", "(C//NF) ; (U) => CONFIDENTIAL//NOFORN"),
    Row(
      "00118", .ismXML, xml("ism:compliesWith=\"USGov\" ism:classification=\"U\" ism:ownerProducer=\"USA\""),
      xml(secret)
    ),
    Row("00124", .marking, "(//DEU S//RELIDO)", "(//DEU S//NF)"),
    Row(
      "00133", .marked, memo("SECRET//NOFORN", "(S//NF)", "", block: block("50X1-HUM, 20401231")),
      memo("SECRET//NOFORN", "(S//NF)", "", block: block("50X1-HUM"))),
    Row("00135", .marked, memo("SECRET//NOFORN", "(S//NF)", rd), memo("SECRET//RD//NOFORN", "(S//RD//NF)", rd)),
    Row(
      "00139", .marked, memo("SECRET//NOFORN", "(S//NF)", fisa), memo("SECRET//NOFORN/FISA", "(S//NF/FISA)", fisa)),
    Row(
      "00141", .marked, memo("SECRET//NOFORN", "(S//NF)", "", block: block("25X1")),
      memo("SECRET//NOFORN", "(S//NF)", "", block: block("25X1, 20601231"))),
    Row(
      "00143", .ismXML, xml(secret + " ism:derivativelyClassifiedBy=\"Jane Doe\""),
      xml(secret + " ism:derivativelyClassifiedBy=\"Jane Doe\" ism:derivedFrom=\"Harbor Guide\"")),
    Row(
      "00153", .ismXML, xml(secret, notice("LES-NF")),
      xml(
        secret,
        notice("LES-NF") + "<p ism:classification=\"U\" ism:ownerProducer=\"USA\" ism:nonICmarkings=\"LES-NF\">It.</p>")
    ),
    Row(
      "00158", .marked, memo("SECRET//NOFORN", "(S//NF)", "DISTRIBUTION STATEMENT A. Approved for public release."),
      memo("SECRET//NOFORN", "(S//NF)", statement + "; 3 May 2016. Other requests shall be referred to the Office."),
      "dod"),
    Row("00169", .marking, "(S//NF/RELIDO)", "(S//RELIDO)"),
    Row(
      "00237", .marked, memo("UNCLASSIFIED", "(U)", statement + ". Other requests shall be referred to the Office."),
      memo("UNCLASSIFIED", "(U)", statement + "; 3 May 2016. Other requests shall be referred to the Office."), "dod"),
    Row(
      "00239", .marked,
      memo("UNCLASSIFIED//PROPIN", "(U//PR)", "DISTRIBUTION STATEMENT A. Approved for public release."),
      memo("UNCLASSIFIED", "(U)", "DISTRIBUTION STATEMENT A. Approved for public release."), "dod"),
    Row(
      "00240", .marked,
      memo("UNCLASSIFIED//DOE UCNI", "(U//UCNI)", "DISTRIBUTION STATEMENT A. Approved for public release."),
      memo("UNCLASSIFIED", "(U)", "DISTRIBUTION STATEMENT A. Approved for public release."), "dod"),
    Row(
      "00244", .marked, memo("SECRET//RD-CNWDI//NOFORN", "(S//RD-CNWDI//NF)", rd),
      memo(
        "SECRET//RD-CNWDI//NOFORN", "(S//RD-CNWDI//NF)",
        rd + "\n\nCritical Nuclear Weapon Design Information, DoD Directive 5210.2 applies.")),
    Row(
      "00261", .ismXML, xml(secret + " ism:nonICmarkings=\"ZZZ\""), xml(secret + " ism:nonICmarkings=\"LES\"")),
    Row("00298", .rollup, "(S//TFNI//NF) => SECRET//NOFORN", "(S//TFNI//NF) => SECRET//TFNI//NOFORN"),
    Row("00314", .marking, "(S//REL TO USA, GBR//XD)", "(S//NF//XD)"),
    Row("00327", .marking, "(U//FOUO/PR)", "(U//PR)"),
    Row("00328", .marking, "(U//FOUO//LES)", "(U//LES)"),
    Row("00388", .marking, "(TS//BLFH//NF)", "(TS//TK-BLFH//NF)"),
    Row("00389", .rollup, "(S//NF/RAWFISA) => SECRET//NOFORN", "(S//NF/RAWFISA) => SECRET//NOFORN/RAWFISA"),
    Row("00468", .marking, "(S//KLM-R ABC//NF)", "(TS//KLM-R ABC//OC/NF)"),
    Row("00474", .marking, "(S//HCS//NF)", "(S//HCS-P//NF)"),
    Row(
      "00488", .ismXML, xml(controlled + " ism:cuiBasic=\"PRVCY\"", notice("FISA")),
      xml(controlled + " ism:cuiSpecified=\"FISA\"", notice("FISA") + "<p ism:cuiSpecified=\"FISA\">It.</p>")),
    Row(
      "00495", .ismXML,
      xml(controlled + " ism:cuiBasic=\"PRVCY\" ism:classification=\"U\" ism:ownerProducer=\"USA\""),
      xml(controlled + " ism:cuiBasic=\"PRVCY\"")),
  ]

  @Test(arguments: rows) func isCovered(_ row: Row) throws {
    #expect(try cites(row.wrong, row), "what is wrong is not reported")
    #expect(try !cites(row.right, row), "what is right is reported")
  }

  private func cites(_ text: String, _ row: Row) throws -> Bool {
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: row.profile))
    let bytes = Array(text.utf8)
    let document = DocumentReader.read(bytes.span, form: row.form, vocabulary: try StandardRules.vocabulary())
    let result = try evaluator.check(document, recordingJudgements: false)
    return (result.findings + result.quoted.flatMap(\.findings)).contains {
      ProjectRules.numbers(in: $0.authority).contains("ISM-ID-" + row.number)
    }
  }
}
