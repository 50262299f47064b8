import Documents
import MarkingModel
import TestSupport
import Testing

/// The values of the CUI designation indicator (32 CFR 2002.20(d); DoDI 5200.48).
@Suite struct DesignationIndicatorTests {
  private func indicator(_ lines: String) throws -> MarkingDocument {
    try read(
      """
      CUI

      Date: 2021-05-03

      1. (CUI) The harbor master wrote that the ice left the basin.

      Controlled by: Department of the Navy, Office of Harbors
      \(lines)
      POC: Jane Doe, 703-555-0135

      CUI
      """)
  }

  @Test(
    "a control is one of the Registry, wherever it stands among others",
    arguments: [
      ("LDC: FEDCON", "true"), ("LDC: FEDCON/REL TO USA, GBR", "true"), ("LDC: REL USA, GBR", "true"),
      ("LDC: FED ONLY; NOCON", "true true"), ("LDC: NOFORN, FEDCONN", "true false"), ("LDC: DL_ONLY", ""),
      ("LDC: N/A", ""), ("LDC: Federal employees only", ""), ("LDC: DISPLAY ONLY GBR, FRA", ""),
      ("Distribution/Dissemination Control: NOCONN", "false"), ("Distribution/Dissemination Control: NF", "true"),
      ("LDC: FEDX ONLY (see below)", "false"), ("LDC: FEDCON\nPARAKEETS", "true"),
      ("LDC: FEDCON,\nPARAKEETS", "true false"),
    ])
  func controls(_ line: String, _ known: String) throws {
    let document = try indicator(line)
    #expect(document.values(.known, of: .indicatorValue).joined(separator: " ") == known)
    #expect(document.values(.label, of: .indicatorValue).allSatisfy { $0 == "control" })
  }

  @Test(
    "a category is an abbreviation or a name of the Registry",
    arguments: [
      ("CTI, EXPT", "true true"), ("SP-CTI/PRVCY", "true true"), ("PRIVACY", "true"), ("EXPORT CONTROL", "true"),
      ("LAW ENFORCEMENT", "true"), ("OTHER", "false"), ("INFORMATION", "false"), ("SECRET SAUCE", "false"),
      ("CTI,\n  TEAPOT", "true false"), ("Budget of the harbor", ""), ("None", ""),
    ])
  func categories(_ value: String, _ known: String) throws {
    let document = try indicator("CUI Category: " + value)
    #expect(document.values(.known, of: .indicatorValue).joined(separator: " ") == known)
  }

  @Test("each value has its own place")
  func places() throws {
    let document = try indicator("CUI Category: CTI,\n  TEAPOT")
    let places = document.nodes(named: .indicatorValue).map { document.nodes[$0].position }
    #expect(places == [Position(line: 8, column: 15), Position(line: 9, column: 3)])
  }

  @Test(
    "the letter of a distribution statement is no letter of a word",
    arguments: [
      ("Distribution Statement: D", "D"), ("Distribution Statement: D. Distribution authorized to the Navy", "D"),
      ("Distribution: Distribution Statement C", "C"), ("Distribution/Dissemination Control: B", "B"),
      ("Distribution Statement: A Approved for public release", "A"), ("Distribution Statement: N/A", "-"),
      ("Distribution: A copy to each division", "-"), ("Distribution Statement: C-130 crews", "-"),
    ])
  func letters(_ line: String, _ letter: String) throws {
    #expect(try indicator(line).values(.letter, of: .designationIndicator).joined() == letter)
  }
}
