import TestSupport
import Testing

/// Banners and blocks as they stand on pages: beside numbers and dates, in brackets and boxes, quoted, in a column.
@Suite struct PaperLayoutTests {
  private let body = "2. (U) It is so."

  private static let banners = [
    "DGW/OA/16-0123                BANNER                3 May 2016", "DRAFT                    BANNER",
    "BANNER                    DRAFT", "DRAFT BANNER", "DRAFT - BANNER", "BANNER  DRAFT", "BANNER - DRAFT",
    "BANNER | Page 1", "BANNER - 1 -", "BANNER Page 1 of 3", "Page 1 | BANNER", "BANNER | 3 May 2016 | Page 1",
    "COPY 3 OF 5          BANNER", "[BANNER]", "(BANNER)", "<BANNER>", "\"BANNER\"", "| BANNER |", "BANNER.",
    "\u{FEFF}BANNER", "&nbsp;BANNER&nbsp;", "OVERALL CLASSIFICATION: BANNER", "Overall Classification: BANNER",
    "The overall classification of this briefing is: BANNER", "THIS DOCUMENT IS CLASSIFIED BANNER", "> BANNER",
  ]

  @Test(arguments: banners) func aBannerIsRead(_ line: String) throws {
    let good = line.replacing("BANNER", with: "SECRET//NOFORN")
    #expect(try JudgedPaper.rules(FictionalPaper.text(body, banner: good)) == [])
    let low = line.replacing("BANNER", with: "CONFIDENTIAL//NOFORN")
    #expect(try JudgedPaper.rules(FictionalPaper.text(body, banner: low)) == ["CLS-001"])
  }

  /// Rows and words that are no banner.
  @Test(arguments: [
    "Paper 1        SECRET        2016\nPaper 2        SECRET        2017",
    "Paper 1 | SECRET | 2016\nPaper 2 | SECRET | 2017", "Level:        CONFIDENTIAL",
    "| CONFIDENTIAL | 12 |", "[CONFIDENTIAL]", "This is classified CONFIDENTIAL",
  ]) func otherLinesAreNone(_ line: String) throws {
    let text = FictionalPaper.text(
      "2. (U) Papers of the file are these, by their level:\n\n\(line)\n\n3. (U) It is so.")
    #expect(try JudgedPaper.rules(text) == [])
  }

  @Test func whatIsQuotedIsReadAsItStood() throws {
    let text = FictionalPaper.text(body)
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }.joined(separator: "\n")
    #expect(try JudgedPaper.rules(quoted) == [])
    #expect(try JudgedPaper.rules(quoted.replacing("SECRET//", with: "CONFIDENTIAL//")) == ["CLS-001"])
  }

  private let block = "Classified By: Jane Doe, Chief, Office of Harbors, Department of Good Works"
  private let rest = """
    Derived From: Harbor Guide No. 1, Department of Good Works, dated 20150110
    Declassify On: 20400503
    """

  @Test func aBlockInABoxIsRead() throws {
    let text = FictionalPaper.text(body)
    let lines = (block + "\n" + rest).split(separator: "\n")
    let border = "+" + String(repeating: "-", count: 80) + "+"
    let box = ([border] + lines.map { "| \($0) |" } + [border]).joined(separator: "\n")
    #expect(try JudgedPaper.rules(text.replacing(block + "\n" + rest, with: box)) == [])
    let table = lines.map { "| " + $0.replacing(": ", with: ": | ") + " |" }.joined(separator: "\n")
    #expect(try JudgedPaper.rules(text.replacing(block + "\n" + rest, with: table)) == [])
  }

  @Test func aBlockBesideTextIsRead() throws {
    let columns = """
      3. (U) The lights were put up      Classified By: Jane Doe, Chief, Office of Harbors,
      again in the month of June.        Department of Good Works
                                         Derived From: Harbor Guide No. 1, Department of
                                           Good Works, dated 20150110
                                         Declassify On: 20400503
      """
    let text = FictionalPaper.text(body).replacing(block + "\n" + rest, with: columns)
    #expect(try JudgedPaper.rules(text) == [])
  }

  @Test func marksOfOtherStyles() throws {
    let foreign = FictionalPaper.text(
      "2. (GBR-S) The British paper lists four routes.", banner: "SECRET//FGI GBR//NOFORN")
    #expect(try JudgedPaper.rules(foreign).isDisjoint(with: ["SYN-025", "FGI-004"]))
    #expect(try JudgedPaper.rules(FictionalPaper.text("2. (S//NF The British paper lists four routes.")) == ["SYN-014"])
  }
}
