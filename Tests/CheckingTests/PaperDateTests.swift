import MarkingModel
import RuleEngine
import Testing

/// The ways in which a paper is dated.
@Suite struct PaperDateTests {
  @Test(
    "the date of a paper",
    arguments: [
      "DATE: (U) March 14, 2017", "(U) DATE: March 14, 2017", "*March 14, 2017*", "_14 March 2017_",
      "DATE, TIME AND PLACE: (U) March 14, 2017, 9:00-9:20 a.m., The Oval Office",
      "DATE AND PLACE: March 14, 2017, Riverton", "Date/Time: 14 March 2017 / 0900", "Effective Date: March 14, 2017",
      "PREPARED: 14 March 2017", "DTG: 141200Z MAR 17", "MAR 1 4 2017",
      "14MAR17", "14MAR2017", "3/14/17", "14-Mar-2017", "14.03.2017", "14th of March 2017", "Draft of 14 March 2017",
      "14 March 2017 0900 EST", "March 14, 2017, 9:00 a.m.", "14 MARCH 2017 | Office of Lamps",
      "Office of Lamps and Wicks, 14 March 2017", "Information cut-off date: 14 March 2017",
      "Ser N2/1234  14 March 2017",
      "Version 2, 14 March 2017", "Draft 3, 14 March 2017", "Updated: 14 March 2017",
    ])
  func date(_ line: String) throws {
    let found = try JudgedPaper(LampMemorandum.text(date: line), profile: "ic")
    #expect(found.document.number(.day, of: 0) == 20_170_314)
    #expect(found.rules() == [])
  }

  @Test("the head of a page of Markdown dates it")
  func frontMatter() throws {
    let text = "---\ntitle: (U) Lamps\ndate: 2017-03-14\n---\n\n" + LampMemorandum.text(date: "Riverton")
    #expect(try JudgedPaper(text, profile: "ic").document.number(.day, of: 0) == 20_170_314)
  }

  @Test(
    "a line that speaks of a day is not the date",
    arguments: ["PREPARED for the visit of March 14, 2017", "DATE AND PLACE of the visit: open", "MAR 1 4 20"])
  func noDate(_ line: String) throws {
    #expect(try JudgedPaper(LampMemorandum.text(date: line), profile: "ic").document.number(.day, of: 0) == nil)
  }

  @Test("the date of a meeting is not that of its record")
  func meeting() throws {
    let text = LampMemorandum.text(
      date: "March 14, 2017\n\nDATE, TIME AND PLACE: March 12, 2017, 9:00-9:20 a.m., Riverton")
    #expect(try JudgedPaper(text, profile: "ic").document.number(.day, of: 0) == 20_170_314)
  }

  @Test("a month dates a paper by its last day", arguments: ["March 2017", "MARCH 2017", "(U) March, 2017"])
  func month(_ line: String) throws {
    let found = try JudgedPaper(LampMemorandum.text(date: line), profile: "ic")
    #expect(found.document.number(.day, of: 0) == 20_170_331)
    #expect(found.rules() == [])
    // A day is surer than a month.
    let dated = LampMemorandum.text(date: line + "\n\n14 March 2017")
    #expect(try JudgedPaper(dated, profile: "ic").document.number(.day, of: 0) == 20_170_314)
  }

  @Test(
    "a number or a name is no date",
    arguments: [
      "1.2.17", "5-3-16", "14.13.2017", "Section 4, 14 March 2017", "March 2017 Survey of the Mole", "17MOL17",
    ])
  func number(_ line: String) throws {
    #expect(try JudgedPaper(LampMemorandum.text(date: line), profile: "ic").document.number(.day, of: 0) == nil)
  }

  @Test(
    "the date of a stamp is not that of the paper",
    arguments: [
      "DECLASSIFIED IN FULL\nAuthority: EO 13526\nChief, Lamp Records\nDate: MAR 14 2013",
      "DECLASSIFIED\nBy: J. Roe\nDate: March 14, 2013",
    ])
  func stamped(_ stamp: String) throws {
    let text =
      "UNCLASSIFIED\n\n\(stamp)\n\nLAMP OFFICE\n\n7 October 1964\n\nThe lamps are short of oil.\n\nUNCLASSIFIED\n"
    #expect(try JudgedPaper(text).document.number(.day, of: 0) == 1964_10_07)
    let own = text.replacing("7 October 1964", with: "Date: October 7, 1964")
    #expect(try JudgedPaper(own).document.number(.day, of: 0) == 1964_10_07)
  }
}
