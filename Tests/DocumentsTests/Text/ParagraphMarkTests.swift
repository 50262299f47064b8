import MarkingModel
import Testing

@Suite struct ParagraphMarkTests {
  private func body(_ text: String, form: Form = .drafted, day: String = "101430Z MAR 09") throws -> MarkingDocument {
    try Telegram(form: form, day: day, body: text).document
  }

  private func numbers(_ text: String) throws -> [String] { try body(text).table(.paragraph, .n, .expected, .inner) }
  @Test func marksBelowTheNumber() throws {
    for text in [
      "1. (U) One.\n\n2.\n(C) Two\ngoes on.\n\n3. (U) Three.", "1. (U) One.\n\n2.\n\n  (C) Two.\n3. (U) Three.",
    ] {
      let document = try body(text)
      #expect(
        document.table(.paragraph, .n, .mark, .markPlace, .markDefect) == [
          "1 U after none", "2 C after spacing", "3 U after none",
        ])
    }
    #expect(try body("1. (U) One.\n\n2. Two\n(C) goes on.").table(.paragraph, .mark) == ["U", "-"])
  }

  @Test func marksWithoutParenthesesNeedOthers() throws {
    #expect(try body("1. (U) One.\n\n2. SBU Two.").table(.paragraph, .mark) == ["U", "SBU"])
    #expect(try body("1. U Nu came.\n\n2. C Company left.").table(.paragraph, .mark) == ["-", "-"])
  }

  @Test(arguments: [
    "(S)he who sells pays.", "(S)HE WHO SELLS PAYS.", "(C)ompanies too.", "(C) 2009 Acme. All rights reserved.",
    "(c) 2007-2009 by the author.", "(C) Copyright Acme.", "(C) 2009, Acme.", "- (S)he who sells.", "a. (C)ompanies.",
  ])
  func wordsThatAreNoMarks(line: String) throws {
    let document = try body("1. (U) The draft says:\n\n\(line)\n\n2. (U) The end.")
    #expect(document.table(.paragraph, .mark) == ["U", "U"])
    #expect(document.table(.subparagraph, .mark).isEmpty)
  }

  @Test(arguments: [
    "(S) He who sells pays.", "(C) 2009 was dry.", "(S)The draft.", "(SBU)the draft.", "- (S) he sold.",
  ])
  func wordsBehindMarks(line: String) throws {
    #expect(try body("1. (U) The draft says:\n\n\(line)\n\n2. (U) The end.").root(.marked) == "3")
  }

  @Test(arguments: [
    "TWO BRIDGES (S)\n-----------", "Two Bridges (S)\n=====\n", "-----------\nTWO BRIDGES (S)\n-----------",
    "TWO BRIDGES (S)\n", "Comment (S)", "JORDAN, IRAQ: WHAT NEXT? (S)", "U.S. POLICY (S)\r\n-------\r",
  ])
  func marksBehindHeadings(heading: String) throws {
    let document = try body("1. (C) One.\n\n\(heading)\n2. (C) Two.")
    #expect(
      document.table(.paragraph, .n, .numbered, .mark, .markPlace) == [
        "1 true C after", "0 false S inside", "2 true C after",
      ])
    #expect(document.root(.paragraphs, .marked, .portionRank) == "2 3 3")
  }

  @Test(arguments: [
    "1. (U) Ratings:\n\nSmith (S)\n\n2. (U) Two.", "1. (U) Ratings.\n\nSmith (S)\nChan (C)\n\n2. (U) Two.",
    "1. (U) One.\n\nOption (C)\n\n2. (U) Two.", "1. (U) One.\n\nThe district(S)\n\n2. (U) Two.",
    "1. (U) One.\n\nREASON 1.4 (C)\n\n2. (U) Two.", "1. (U) One.\n\nThe ship (c)\n\n2. (U) Two.",
    "1. (U) One.\nThe ship (C)\n\n2. (U) Two.", "1. (U) One.\n\nBridges (A) and (C)\n\n2. (U) Two.",
  ])
  func linesThatEndLikeMarksAndAreNoHeadings(text: String) throws {
    #expect(try body(text).table(.paragraph, .n, .mark) == ["1 U", "2 U"])
  }

  @Test func marksThatAreNone() throws {
    let document = try body("1. (SBU) One.\n\n2. (SUB) Two.\n\n3. (X) Three.")
    #expect(document.table(.paragraph, .marked, .markLegal) == ["true true", "false false", "false false"])
    #expect(document.nodes(named: .paragraph).map { document.nodes[$0].excerpt.count } == [8, 2, 2])
  }

  @Test func ofTwoMarksTheHigherOneCounts() throws {
    let document = try body("1. (U) (C) One.\n\n2. (C)(U) Two.\n\n3. (C) (NF) Three.")
    #expect(document.table(.paragraph, .mark) == ["C", "C", "C/NF"])
  }

  @Test func entireText() throws {
    for text in [
      "1. (C - ENTIRE TEXT).\n\n2. Two.", "1. C - ENTIRE TEXT\n\n2. Two.", "1. (CONFIDENTIAL - ENTIRE TEXT)\n\n2. Two.",
      "1. (C - ENTIRE TEXT.)\n\n2. Two.", "1. (C\u{2014}Entire text.)\n\n2. Two.",
      "1. (C \u{2013} Entire Text)\n\n2. Two.", "1. (ENTIRE TEXT - C)\n\n2. Two.", "1. (C - ENTIRE MESSAGE)\n\n2. Two.",
      "1. C \u{2014} ENTIRE TEXT.\n\n2. Two.",
    ] {
      let document = try body(text, day: "101430Z MAR 85")
      #expect(document.root(.entireText, .marked, .portionRank) == "true 1 2", "\(text)")
    }
    #expect(try body("1. (C) One.").root(.entireText) == "-")
  }

  @Test func limitedOfficialUseHadALetter() throws {
    #expect(try body("1. (L) One.\n\n2. (U) Two.", day: "101430Z MAR 79").table(.paragraph, .mark) == ["LOU", "U"])
    #expect(try body("1. (L) One.\n\n2. (U) Two.").table(.paragraph, .mark, .markLegal) == ["- false", "U true"])
  }

  @Test func portionsAreCounted() throws {
    let document = try body("1. (SBU/NF) One.\n\n2. (CUI) Two.\n\n3. (LOU) Three.")
    #expect(document.root(.controlledPortions, .nofornPortions, .cuiPortions, .markVariety) == "2 1 1 3")
  }
}
