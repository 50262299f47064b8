import Redaction
import TestSupport
import Testing

/// Marks that stand further on in a line: what is behind them does not go out with what is before.
@Suite struct InnerMarkTests {
  /// A paper with a paragraph that holds `seekers` where it must not go out, and `lamps` where it may.
  private static func paper(_ text: String, banner: String = "SECRET//NOFORN") -> String {
    FictionalPaper.text(
      text, first: "1. (U) The harbor master wrote that the ice left the basin early this year.", banner: banner)
  }

  private static func copy(_ text: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  private static let withheld = [
    "(U) Item | (U) Number\n(S//NF) seekers | (U) 40",
    "(U) Item\t(U) Number\n(S//NF) seekers\t(U) 40",
    "(U) Item            (U) Number\n(S//NF) seekers       (U) 40\n(U) lamps       (S//NF) seekers",
    "2. BACKGROUND. (S//NF) The seekers were put up there last year.",
    "2. seekers: (S//NF) They were put up there last year.",
    "2. (U) The lamps are new. (S//NF) The seekers are old.",
    "2. (U) The lamps are new.\n   They are good. (S//NF) The seekers are old.",
    "2. (S//NF) The seekers are old. (U//FOUO) It rains a lot here.",
    "2. (S//NF) Some\nseekers are old. (U//FOUO) It rains a lot here.",
    "2. (U) The lamps are on (S//NF) where the seekers stand.",
    "2. (S//REL TO USA, AUS,\nCAN) The seekers will be there next week.",
    "2. (SECRET) The seekers will be there next week.",
    "2. [S//NF] The seekers will be there next week.",
    "2. (s//nf) The seekers will be there next week.",
    "Source: (S//NF) The pilots keep a book of seekers.",
    "2. (U) The lamps are new.\nThe seekers are old. (S//NF)",
    "2. (U) The lamps are new.\nThe seekers\nare old. (S//NF).",
    "2. (U) The lamps are here:\n\n   - The seekers are old. (S//NF)\n   - The lamps are new. (U)",
    "2. (U) The lamps are here:\n   1) The lamps are new. (U)\n   2) The seekers are old. (S)",
    "* The lamps are new. (U)\n* The seekers are old. (S//NF)",
    "2. (U) The lamps are here:\n   - The seekers\n     are old and were there. (S//NF)\n   - The lamps are new. (U)",
    "2. (U) The lamps are new.\n\n   Table 2: The seekers by year (S//NF)",
    "2. (U) Contents\n   The seekers ....... (S//NF) 4",
    "2. (U) The lamps are new. (S//NF)\nThe seekers are old.",
  ]

  @Test(arguments: withheld) func whatIsBehindAMarkGoesByIt(_ text: String) throws {
    for unmarked in [Planner.UnmarkedPortions.withhold, .release] {
      let copy = try Self.copy(Self.paper(text), unmarked: unmarked)
      #expect(!copy.contains("seekers"), "\(copy)")
    }
    // As it is: withheld or refused.
    let copy = try? Self.copy(Self.paper(text))
    #expect(copy?.contains("seekers") != true)
  }

  /// Number, mark and text without blanks.
  @Test func aMarkIsGluedToItsText() throws {
    let text = "2.(S//NF)The seekers are old.\n\n3.(C)So are seekers.\n\n4.(U)The lamps are on."
    let copy = try Self.copy(Self.paper(text))
    #expect(copy.contains("4.(U)The lamps are on.") && !copy.contains("seekers"))
  }

  /// A lower mark within a portion lowers nothing, whatever the policy withholds.
  @Test func aLowerMarkLowersNothing() throws {
    let text = "2. (TS//NF) The seekers are old, as (S//NF) says, and the seekers are many."
    #expect(try !Self.copy(Self.paper(text)).contains("seekers"))
  }

  /// A mark that has lost its parentheses within a portion is for a person to mend.
  @Test(arguments: [
    "S//NF The seekers are old.", "[SECRET] The seekers are old.", "\u{FF08}S//NF\u{FF09} The seekers.",
  ])
  func aDamagedMarkIsRefused(_ text: String) {
    #expect(throws: Refusal.self) { try Self.copy(Self.paper("2. (U) The lamps are new.\n\(text)")) }
  }

  @Test func itemsGoByTheMarksAtTheirEnds() throws {
    let text = """
      2. (U) The lamps are here:

         - The seekers are old. (S//NF)
         - The lamps are new. (U)
      """
    let copy = try Self.copy(Self.paper(text))
    #expect(!copy.contains("seekers") && copy.contains("- [(b)(1) 1.4(d), 1 line withheld] (S//NF)"), "\(copy)")
    #expect(copy.contains("- The lamps are new. (U)"), "\(copy)")
    #expect(try Self.copy(copy) == copy)
  }

  @Test(arguments: ["See section 501 (C)", "The word is in annex (S)", "He read (see part 3)."])
  func whatIsNoMarkClosesNothing(_ text: String) throws {
    #expect(try Self.copy(Self.paper("2. (U) The lamps are new.\n\(text)\nand more.")).contains(text))
  }

  @Test func columnsGoByTheirOwnMarks() throws {
    let text = "(U) Item            (U) Number\n(S//NF) seekers       (U) 40\n(U) lamps       (U) 3"
    let copy = try Self.copy(Self.paper(text))
    #expect(copy.contains("(U) 40\n(U) lamps       (U) 3") && !copy.contains("seekers"))
  }

  /// A copy of the copy is the copy, where a banner stands on two lines.
  @Test func aBannerOnTwoLinesIsLinedThroughOnce() throws {
    let text = Self.paper(
      "2. (S//REL TO USA, AUS, CAN, GBR) The seekers are old.",
      banner: "SECRET//REL TO USA, AUS, CAN,\n          GBR")
    let copy = try Self.copy(text)
    #expect(copy.contains("~~SECRET//REL TO USA, AUS, CAN,\n          GBR~~"))
    #expect(try Self.copy(copy) == copy)
  }
}
