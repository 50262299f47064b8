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
    "2. (U) The lamps are new. (TS/SCI) The seekers are old.",
    "2. (U) The lamps are new. (S/SPECAT) The seekers are old.",
    "2. (U) The lamps are new. They are lit. (TS/CODEWORD) The seekers\nare old.",
    "2. (U) The lamps are new.\n\na. Table 1 (S): The seekers by year.",
    "2. (U) The lamps are new.\n\nb. Option (C): The seekers come.",
    "2. (U) The lamps are new. Figures are in section 4 (S) Seekers and seekers came.",
    "2. (U) The lamps are new, as in part 2 (S) the seekers are.",
    "(U) The lamps are new.\n\nA. Item (S): The seekers of the quay.",
    "(U) The lamps are new.\n\n1. Section (S): The seekers of the quay.",
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

  /// Offices, sections that are cited and copyright.
  @Test(arguments: [
    "2. (U) The lamps are new, and Coordinator Roe (S/CT) likes lamps.",
    "2. (U) The lamps fall under section 501 (C) of the order, as all lamps do.",
    "2. (U) The lamps fall under section 501 (c) of the order, as all lamps do.",
  ]) func whatIsNoMark(_ text: String) throws {
    let copy = try Self.copy(Self.paper(text + "\n\n3. (S//NF) The seekers."))
    #expect(copy.contains(text), "\(copy)")
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
  @Test(arguments: ["S//NF The seekers are old.", "[SECRET] The seekers are old."])
  func aDamagedMarkIsRefused(_ text: String) {
    #expect(throws: Refusal.self) { try Self.copy(Self.paper("2. (U) The lamps are new.\n\(text)")) }
  }

  /// One with other parentheses than a keyboard has is read as what it is seen as.
  @Test func aMarkOfFullWidthIsRead() throws {
    let copy = try Self.copy(Self.paper("2. (U) The lamps are new.\n\u{FF08}S//NF\u{FF09} The seekers."))
    #expect(copy.contains("The lamps are new.") && !copy.contains("seekers"))
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

  @Test(arguments: ["See section 501 (C)", "The word is in annex (C)", "He read (see part 3)."])
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

/// Marks of few letters anywhere in a text, where no sentence ends before them.
@Suite struct StrayMarkTests {
  private static func copy(_ text: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    try release(FictionalPaper.text(text, first: "1. (U) The ice left the basin early this year."), unmarked: unmarked)
  }

  private static func release(_ paper: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(paper, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "2. (U) The lamps, and (S) seekers met the buyer.", "2. (U) The lamps -- (TS) seekers met the buyer.",
    "2. (U) The lamps (S/NF) seekers met the buyer.", "2. (U) The lamps are lit; (C) the seekers are not.",
    "(U) The lamps: (1) (U) fish, (2) (S) the seekers, and (3) (U) ice.",
    "(U) Participants: (U) Hale, (C) Seekers, (U) Wynn.", "2. (U) The lamps.(S) seekers",
    "2. (U)(S) The seekers. The lamps", "2. (U)/(S) The seekers.", "2. (U) The lamps.1 (S) Seekers",
    "2. (U) The lamps [(S) seekers].", "2. (U) The lamps (and (S) seekers are not).",
    "2. (U) The lamps are open (S)\nthe seekers are not.", "2. (U) The seekers are open (S)\nand more.",
    "2. (U) The open text (FOUO) The seekers.", "2. (U) The lamps \u{2022} (S) seekers \u{2022} (U) more",
    "(U) The basin is free.            (S//NF) The survey is\n(U) The lamps are lit.            not for seekers.",
    "(U) The lamps are lit\n- Hale: (S) the seekers", "> (U) The lamps are lit; (S) the seekers are not.",
  ])
  func whatIsBehindThemIsNotReleased(_ text: String) throws {
    let text = text + "\n\n3. (U) It rains."
    let copy = try Self.copy(text, unmarked: .withhold)
    #expect(!copy.lowercased().contains("seekers") && copy.contains("3. (U) It rains."), "\(copy)")
    // As it is: the same, or refused.
    #expect(try !Releases.leaves("seekers") { try Self.copy(text) })
  }

  @Test(arguments: [
    "2. (U) The lamps, and (S) seekers met the buyer.",
    "(U) The lamps: (1) (U) fish, (2) (S) the seekers, and (3) (U) ice.",
    "2. (U) The lamps are open (S)\nthe seekers are not.",
  ])
  func theyPartATextThatIsReleased(_ text: String) throws {
    let copy = try Self.copy(text + "\n\n3. (U) It rains.")
    #expect(!copy.contains("seekers") && copy.contains("3. (U) It rains."), "\(copy)")
    #expect(try Self.release(copy) == copy)
  }

  @Test(arguments: [
    "2. (U) The lamps of section 501 (C) are lit.", "2. (U) The lamps (A), (B) and (C) are lit.",
    "2. (U) The lamp(s) of title 10(C) are lit.",
  ])
  func lettersOfNamesAreNone(_ text: String) throws {
    #expect(try Self.copy(text).contains(text))
  }
}
