import MarkingModel
import Testing

@Suite struct ParagraphTests {
  private func body(_ text: String, form: Form = .drafted, day: String = "101430Z MAR 09") throws -> MarkingDocument {
    try Telegram(form: form, day: day, body: text).document
  }

  private func numbers(_ text: String) throws -> [String] { try body(text).table(.paragraph, .n, .expected, .inner) }

  @Test(arguments: [
    "1. One.\n\n2. Two.\n\n3. Three.", "1) One.\n\n2) Two.\n\n3) Three.", "1. One.\n2. Two.\n3. Three.",
    "[1](#)1. One.\n\n[1](#)2. Two.\n\n13. Three.", "¶1. One.\n\n¶ 2. Two.\n\n3. Three.",
    "1.One.\n\n2.Two.\n\n3.Three.",
    "1. One was agreed on March\n3. That was early.\n\n2. Two.\n\n3. Three costs\n4.5 percent more.",
  ])
  func numbersContinue(text: String) throws {
    #expect(try numbers(text) == ["1 1 false", "2 2 false", "3 3 false"])
  }

  @Test func pilcrowsAreRepairedNotRenumbered() throws {
    let document = try body("[1](#)1. One.\n\n[1](#)2. Two.\n\n13. Three.", form: .scrapedWeb)
    #expect(document.table(.paragraph, .written, .n, .repaired) == ["1 1 anchor", "2 2 anchor", "13 3 pilcrow"])
    #expect(document.table(.repair, .kind, .count) == ["anchor 2"])
  }

  @Test func aMarkBeforeALinkIsThatOfItsParagraph() throws {
    let document = try body("[1](#)1. (C) One.\n\n(C) [1](#)2. Two.\n\n(C) ¶3. Three.", form: .scrapedWeb)
    #expect(document.table(.paragraph, .n, .expected, .repaired) == ["1 1 anchor", "2 2 anchor", "3 3 none"])
    #expect(document.table(.repair, .kind, .count) == ["anchor 2"])
  }

  @Test func aTrueThirteenthParagraph() throws {
    let text = (1...14).map { "\($0). Text." }.joined(separator: "\n\n")
    #expect(try body(text).table(.paragraph, .repaired) == Array(repeating: "none", count: 14))
  }

  @Test func aTwentiethParagraphBehindTheNinth() throws {
    let text = (1...9).map { "\($0). Text." }.joined(separator: "\n\n")
    #expect(try body(text + "\n\n20. (U) Text.").table(.paragraph, .n, .repaired).last == "20 none")
  }

  @Test func aGapIsOneGap() throws {
    #expect(
      try numbers("1. One.\n\n2. Two.\n\n4. Four.\n\n5. Five.") == ["1 1 false", "2 2 false", "4 3 false", "5 5 false"])
  }

  @Test(arguments: [
    ("1. (U) One.\n4. (S) Four.", "4 2 false"), ("1. (U) One.\n1. (U) One.\n4. (S) Four.", "4 2 false"),
    ("1. (U) One is a line as long as lines of a telegram are and\n3. (C) Three.", "3 2 false"),
    ("1. (U) One is said to be opened\n12. (S) Two.", "2 2 false"), ("1. (U) One.\n30. (S) Thirty.", "30 2 false"),
    ("1. (U) One.\n2. (U) Two.\n2. (C) Two.", "2 3 false"), ("1. (U) One.\n3 (C) Three.", "3 2 false"),
    ("1. (U) One.\n(C) 3. Three.", "3 2 false"), ("1. (U) Two:\n  1) (U) one;\n  3) (C) three.", "3 3 true"),
  ])
  func aMarkShowsAParagraphWithoutABlankLine(text: String, last: String) throws {
    #expect(try numbers(text).last == last)
    #expect(try body(text).table(.paragraph, .mark).last != "U")
  }

  @Test(arguments: [
    "1. (U) One is a line as long as lines of a telegram are, as article\n3 (C) says.",
    "1. (U) One is a line as long as lines of a telegram are; 2. (b) and\n3. (c) follow.",
    "1. (U) One was agreed on March\n3. That was early.", "1. (U) One has weapons worth\n3.2 (C) says nothing.",
    "1. (U) He saw them on the road in the year of\n1995 (C) and later.",
  ])
  func whatIsNoParagraphWithoutABlankLine(text: String) throws {
    #expect(try numbers(text) == ["1 1 false"])
  }

  @Test func innerLists() throws {
    let text = "1. Three things:\n   1. one;\n   2. two;\n   3. three.\n\n2. The harbor.\n\n1) a\n\n2) b\n\n3. The end."
    let document = try body(text)
    #expect(
      document.table(.paragraph, .n, .inner, .restart) == [
        "1 false false", "1 true true", "2 true false", "3 true false", "2 false false", "1 true true", "2 true false",
        "3 false false",
      ])
    #expect(document.root(.paragraphs) == "3")
  }

  @Test(arguments: [
    ("1. See. BEGIN TEXT:\n\n1. One.\n\n2. Two.\n\nEND TEXT.\n\n3. Three.", "3 2 false"),
    ("1. See.\n\nQUOTE\n1. One.\n2. Two.\nUNQUOTE\n\n3. Three.", "3 2 false"),
    ("1. See. BEGIN TEXT:\n\n1. One.\n\n2. Two. END\nTEXT.\n\n3. Three.", "3 2 false"),
    ("1. See. BEGIN TEXT:\n\n1. One.\n\n2. Two.\n\nEND TEXT.\n\n2. Two.", "2 2 false"),
    ("1. Two:\n\n1) one. BEGIN TEXT: Text. END TEXT.\n\n2) two.", "2 2 true"),
  ])
  func aQuotedListEndsWithItsText(text: String, last: String) throws {
    #expect(try numbers(text).last == last)
  }

  @Test func aDateThatIsTheNextNumber() throws {
    let text = "1. (C) One on June\n2. (Nothing else.)\na. (U) One.\n2. (C) Two."
    let document = try body(text)
    #expect(document.table(.paragraph, .n, .expected, .mark) == ["1 1 C", "2 2 C"])
    #expect(document.table(.subparagraph, .mark, .parentRank) == ["U 2"])
    let bytes = Array(Telegram(body: text).text.utf8)
    let first = document.nodes[document.nodes(named: .paragraph)[0]].range
    #expect(String(decoding: bytes[first.start..<first.end], as: UTF8.self) == String(text.dropLast(12)))
    // A numbered Classified-By block has taken the next number.
    let block = "1. (C) One on June\n2. Two.\n\n3. Classified By: Charge John Roe, 1.4 (b).\n\n3. (C) Three."
    #expect(try numbers(block).count == 3)
    // Without a mark, or where a sentence ends before it, it is a paragraph.
    #expect(try numbers("1. (C) One on June\n2. Two.\n3. (C) Three.").count == 3)
    #expect(try numbers("1. (C) One.\n2. Two.\n2. (C) Three.") == ["1 1 false", "2 2 false", "2 3 false"])
  }

  @Test(arguments: [
    "1. (C) One.\n\n----\n1. ROADS\n----\n\n2. (C) Two.\n\n----\n2. TRUCKS\n----\n\n3. (C) Three.",
    "----\n1. ROADS\n----\n\n1. One.\n\n2. Two.\n\n====\n3. TRUCKS\n====\n3. Three.",
    "----\n1. ROADS\n----\nOne.\n\n----\n2. TRUCKS\n----\nTwo.\n\n3. Three.",
    "----\n1. (C) ROADS\n----\nOne.\n\n----\n2. (C) TRUCKS\n----\nTwo.\n\n3. (C) Three.",
  ])
  func headingsBetweenRules(text: String) throws {
    #expect(try numbers(text) == ["1 1 false", "2 2 false", "3 3 false"])
  }

  @Test func unnumberedTexts() throws {
    #expect(try body("The harbor is deep.").table(.paragraph, .n).isEmpty)
    let marked = try body("(SBU) The harbor is deep.\n\n(U) It is.")
    #expect(marked.table(.paragraph, .n, .numbered, .mark, .markPlace) == ["0 false SBU before", "0 false U before"])
  }

  @Test(arguments: [
    ("1. (SBU) Text.", "SBU after none"), ("1.(U) Text.", "U after spacing"), ("1. (C )Text.", "C after spacing"),
    ("1. (sbu) Text.", "SBU after case"), ("1) (U) Text.", "U after missing-period"),
    ("1 (U) Text.", "U after missing-period"), ("1. (C)(NF) Text.", "C/NF after doubled"),
    ("(SBU) 1. Text.", "SBU before none"), ("(SBU) ¶1. Text.", "SBU before none"),
    ("(C) [1](#)1. Text.", "C before none"), ("(C) &para; 1. Text.", "C before none"),
    ("[1](#)(C) 1. Text.", "C before none"), ("1. Summary: (SBU) Text.", "SBU inside none"),
    ("1. BACKGROUND. (C) Text.", "C inside none"), ("1. Summary (U): Text.", "U inside none"),
    ("1. Text.", "- none none"), ("1. (Ref A) Text.", "- none none"),
    ("1. The district(s) and the ship (C).", "- none none"), ("1. (C)ompanies too.", "- none none"),
    ("1. (s)he who sells.", "- none none"), ("1. (C)Text.", "C after none"), ("1. (C) 2009 saw.", "C after none"),
  ])
  func marks(text: String, expected: String) throws {
    #expect(try body(text).table(.paragraph, .mark, .markPlace, .markDefect) == [expected])
  }

  @Test func listsOfLetters() throws {
    let document = try body("1. (A) One.\n\n2. (B) Two.\n\n3. (C) Three.")
    #expect(document.table(.paragraph, .listLike, .marked, .markLegal) == Array(repeating: "true false -", count: 3))
    let lines = try body("(A) One.\n\n(B) Two.\n\n(C) Three.")
    #expect(lines.table(.paragraph, .mark).isEmpty)
  }

  @Test func subparagraphs() throws {
    let document = try body("1. (C) Two things:\n   a. (U) one;\n   - (S) two;\n   (1) (C) three.\n\n2. (U) The end.")
    #expect(
      document.table(.subparagraph, .label, .mark, .rank, .parentRank) == ["A U 1 2", " S 3 2", "1 C 2 2"])
    #expect(document.root(.marked, .portionRank, .markVariety) == "5 3 3")
  }

  @Test(arguments: [
    ("2.1 (S)", "2.1"), ("2.1. (S)", "2.1"), ("2.1.3 (S)", "2.1.3"), ("2a. (S)", "2a"), ("2a) (S)", "2a"),
    ("2.a. (S)", "2.a"),
    ("a/ (S)", "a"), ("A/ (S)", "A"), ("-- a. (S)", "a"), ("- (1) (S)", "1"), ("* b) (S)", "b"), ("o (S)", ""),
    ("o\t(S)", ""),
    ("(ii) (S)", "ii"),
  ])
  func labelsOfSubparagraphs(start: String, label: String) throws {
    for lead in ["1. (U) One.\n\n2. (C) Two:\n\n", "1. (U) One.\n\n2. (C) Two of\nthe things here.\n"] {
      let document = try body(lead + start + " it is so.\n\n3. (U) Three.")
      #expect(document.table(.subparagraph, .label, .mark) == ["\(label.uppercased()) S"], "\(lead)")
      #expect(document.table(.paragraph, .n, .inner) == ["1 false", "2 false", "3 false"], "\(lead)")
    }
  }

  @Test(arguments: [
    "reasons\n1.4 (C) and (D).", "reasons\n\n1.4 (C).", "a rate of\n2.1 (C) and more.", "a rate.\n2.5 (c) and more.",
    "a rate.\n\n20th (C) of it.", "a paper.\no (c)ompanies.", "a paper.\n3.5 (C) of it.",
  ])
  func numbersThatAreNoLabels(end: String) throws {
    #expect(try body("1. (U) One.\n\n2. (C) Two has " + end).table(.subparagraph, .mark).isEmpty)
  }

  @Test func numbersOfATextWithoutBlankLines() throws {
    let long = "The harbor is deep and the lamps are on, as they were in the year before."
    let text = { (numbers: [Int]) in numbers.map { "\($0). \(long)" }.joined(separator: "\n") }
    for wrong in [[1, 2, 2, 3], [1, 2, 4], [1, 2, 3, 5, 6]] {
      #expect(try body(text(wrong)).table(.paragraph, .n) == wrong.map(String.init))
    }
    // A date that a wrapped line begins with: no sentence ends before it.
    let date =
      "1. \(long)\n2. \(long)\nThe lamps will be off, as the master of the harbor said, from March\n3. The rest waits."
    #expect(try body(date).table(.paragraph, .n) == ["1", "2"])
  }

  @Test func numbersGluedToTheEndOfAPassage() throws {
    let document = try body(
      "SUMMARY: One (Ref A). END SUMMARY.1. (S) One.\n\n2. (C) SUMMARY: Two. END SUMMARY.3. (U) Three, see Ref B.\n\n4. Four."
    )
    #expect(document.table(.paragraph, .n, .mark) == ["1 S", "2 C", "3 U", "4 -"])
    #expect(document.table(.citation, .letter) == ["A", "B"])
    #expect(try body("1. Out. End summary.2.5 tons.").root(.paragraphs) == "1")
  }

  @Test func aParagraphReachesToItsEnd() throws {
    let telegram = Telegram(body: "1. One\ngoes on.\n\n2. Two.")
    let document = try telegram.document
    let ranges = document.nodes(named: .paragraph).map { document.nodes[$0].range }
    let bytes = Array(telegram.text.utf8)
    #expect(
      ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } == ["1. One\ngoes on.", "2. Two."])
  }

  @Test("one wrong number is one fault: the next goes on from where it should stand")
  func oneSlip() throws {
    #expect(
      try numbers("1. (C) One.\n\n2. (C) Two.\n\n4. (C) Three.\n\n4. (C) Four.\n\n5. (C) Five.")
        == ["1 1 false", "2 2 false", "4 3 false", "4 4 false", "5 5 false"])
    #expect(
      try numbers("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Three.\n\n4. (C) Four.")
        == ["1 1 false", "2 2 false", "2 3 false", "4 4 false"])
    #expect(try numbers("1. (C) One.\n\n3. (C) Three.\n\n4. (C) Four.").last == "4 4 false")
  }
}
