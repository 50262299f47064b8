import Documents
import MarkingModel
import TestSupport
import Testing

/// Where papers write their date, and what only looks like it.
@Suite("The date of a marked document")
struct HeadDateTests {
  private func paper(_ head: String, banner: String = "SECRET//NOFORN") -> String {
    FictionalPaper.text("", head: head, banner: banner, footer: "SECRET//NOFORN")
  }

  @Test(
    "layouts of its line",
    arguments: [
      "3 May 2016", "3rd May 2016", "May 3rd, 2016", "Tuesday, May 3, 2016", "031200Z MAY 16", "3 May 2016, Washington",
      "Washington, DC, May 3, 2016", "U.S. Embassy Lampton, 3 May 2016", "As of: 3 May 2016",
      "Information as of 3 May 2016", "DATE OF REPORT: 20160503", "Report No. 12-345          3 May 2016",
      "AFZX-WB                                         3 May 2016", "AFZX-WB (25-50r)\t\t\t3 May 2016",
      "Prepared by: Jane Doe            May 3, 2016", "(U) 3 May 2016", "(U) Date: 3 May 2016",
      "(U) Current as of 3 May 2016",
    ])
  func layouts(_ head: String) throws { #expect(try read(paper(head)).root(.day) == "20160503") }

  @Test(
    "the other end of a banner",
    arguments: [
      "SECRET//NOFORN                 3 May 2016", "SECRET//NOFORN\(String(repeating: " ", count: 60))3 May 2016",
      "SECRET//NOFORN          3 May 2016          Page 1",
    ])
  func banner(_ line: String) throws {
    #expect(try read(paper("Office of Harbors", banner: line)).root(.day) == "20160503")
  }

  @Test(
    "what is no date of the document",
    arguments: [
      "Office of Harbors", "The ice left the basin on 3 May 2016", "(U) The ice of Lampton left, as of 3 May 2016",
      "Ref:   (a) Harbor Guide of 3 May 2016",
      "Ref:   (a) Harbor Guide\n       (b) Works Order,       3 May 2016",
      "Suspense:          3 May 2016", "Item     Lamps     3 May 2016", "Date of information: 3 May 2016",
      "Works begin          3 May 2016\nWorks end          9 May 2016",
      "(U) The works began in all of Lampton on\nMay 3, 2016\nand ended soon.",
    ])
  func others(_ head: String) throws { #expect(try read(paper(head)).root(.day) == "-") }

  @Test("a date label is surer than a date alone, and that one than a date beside a place")
  func surest() throws {
    #expect(try read(paper("Lampton, May 1, 2016\n\n2 May 2016\n\nReport date: 3 May 2016")).root(.day) == "20160503")
    #expect(try read(paper("Lampton, May 1, 2016\n\n3 May 2016\n\n4 May 2016")).root(.day) == "20160503")
  }

  @Test("a date below the first paragraphs is of the text")
  func below() throws {
    let text = paper("Office of Harbors").replacing(
      "Classified By:",
      with: "2. (U) Every captain may read the depth of each berth in a book.\n\nLampton, May 3, 2016\n\nClassified By:"
    )
    #expect(try read(text).root(.day) == "-")
  }
}
