import MarkingModel
import RuleEngine
import Testing

/// What a paper draws a box around.
@Suite struct PaperBoxTests {
  /// The sides of a box, and the line above and below it.
  private static let boxes = [
    ("|", "+------------------------------+"), ("||", "================================"),
    ("*", "********************************"), ("#", "################################"),
    ("!", "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!"),
    ("\u{2502}", "\u{250C}\u{2500}\u{2500}\u{2500}\u{2500}\u{2510}"), ("|", ""),
  ]

  private static func box(_ text: String, _ box: (side: String, line: String)) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let width = lines.map(\.count).max() ?? 0
    let inner = lines.map { "\(box.side) \($0)\(String(repeating: " ", count: width - $0.count)) \(box.side)" }
    let all = box.line.isEmpty ? inner : [box.line] + inner + [box.line]
    return all.joined(separator: "\n") + "\n\n"
  }

  private static func paper(_ banner: String, _ mark: String, _ notice: String) -> String {
    LampMemorandum.text(banner, notice).replacing("(S//NF) The north", with: "(\(mark)) The north")
  }

  private static let warning = """
    RESTRICTED DATA This document contains
    Restricted Data as defined in the Atomic
    Energy Act of 1954. Unauthorized
    disclosure is subject to administrative
    and criminal sanctions.
    """

  @Test("a warning in a box is one", arguments: boxes)
  func warning(_ box: (String, String)) throws {
    let (banner, mark) = ("SECRET//RD//NOFORN", "S//RD//NF")
    #expect(try JudgedPaper.rules(Self.paper(banner, mark, "")).contains("AEA-013"))
    #expect(try !JudgedPaper.rules(Self.paper(banner, mark, Self.box(Self.warning, box))).contains("AEA-013"))
    // Below a heading and an empty row, too.
    let below = Self.box("READ THIS FIRST\n\n" + Self.warning, box)
    #expect(try !JudgedPaper.rules(Self.paper(banner, mark, below)).contains("AEA-013"))
    // One that says nothing of it is none.
    let other = Self.box("The lamps are lit at dusk and put\nout at dawn on every day of the year.", box)
    #expect(try JudgedPaper.rules(Self.paper(banner, mark, other)).contains("AEA-013"))
  }

  @Test("what a letter is without its enclosure", arguments: boxes)
  func transmittal(_ box: (String, String)) throws {
    let text = """
      SECRET//NOFORN

      DEPARTMENT OF GOOD WORKS

      March 14, 2017

      (U) The book of the lamps is enclosed.

      Enclosure: Lamp book (SECRET//NOFORN)

      \(Self.box("Upon removal of the enclosure,\nthis letter is UNCLASSIFIED", box))SECRET//NOFORN

      """
    #expect(try JudgedPaper.rules(text).isDisjoint(with: ["CAB-029", "CAB-001", "CLS-002"]))
  }

  @Test("an authority block in a box is one", arguments: boxes)
  func block(_ box: (String, String)) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: Self.box(LampMemorandum.block(), box))) == [])
    let late = Self.box(LampMemorandum.block(until: "20150314"), box)
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: late)).contains("CAB-022"))
  }
}
