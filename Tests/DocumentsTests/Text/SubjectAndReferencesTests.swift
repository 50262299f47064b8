import MarkingModel
import Testing

@Suite struct SubjectTests {
  private func subject(_ text: String) throws -> [String] {
    try Telegram(subject: text, body: "1. Deep.").document.table(.subject, .marked, .mark, .rank, .markPlace, .lines)
  }

  @Test(arguments: [
    ("HARBOR TALKS", "false - 0 none 1"), ("(C) HARBOR TALKS", "true C 2 before 1"),
    ("HARBOR TALKS (U)", "true U 1 after 1"), ("HARBOR TALKS GO ON\nAND ON (SBU/NF)", "true SBU/NF 1 after 2"),
    ("DISTRICT(S)", "false - 0 none 1"), ("PLAN (A)", "false - 0 none 1"), ("", "false - 0 none 0"),
    ("(C) HARBOR TALKS (S)", "true S 3 before 1"), ("(C) HARBOR TALKS (U)", "true C 2 before 1"),
  ])
  func marks(text: String, expected: String) throws { #expect(try subject(text) == [expected]) }

  @Test func lengthIsWithoutTheLabel() throws {
    #expect(try Telegram(subject: "HARBOR TALKS\nGO ON").document.table(.subject, .longest, .empty) == ["12 false"])
    #expect(try Telegram(subject: "", body: "1. Deep.").document.table(.subject, .longest, .empty) == ["0 true"])
    #expect(try Telegram(subject: "(C)", body: "1. Deep.").document.table(.subject, .mark, .empty) == ["C true"])
  }

  @Test func officialInformal() throws {
    #expect(try Telegram(subject: "OFFICIAL-INFORMAL NO. 12").document.table(.subject, .officialInformal) == ["true"])
  }
}

@Suite struct ReferencesTests {
  private func references(_ text: String, body: String = "Text.", form: Form = .drafted) throws -> MarkingDocument {
    try Telegram(form: form, references: text, body: body).document
  }

  private func shape(_ text: String) throws -> [String] {
    try references(text).table(.reference, .letter, .expectedLetter, .kind, .wellFormed, .serial)
  }

  @Test(arguments: [
    "A. TALLINN 98\nB. 08 STATE 12345", "(A) TALLINN 98\n(B) 08 STATE 12345", "A) TALLINN 98\nB) 08 STATE 12345",
    "A. TALLINN 98 B. 08 STATE 12345", "(A) TALLINN 98; (B) 08 STATE 12345", "A. TALLINN 98\n[1](#)B. 08 STATE 12345",
    "A. TALLINN 98\n1B. 08 STATE 12345", "A. TALLINN\n98\nB. 08 STATE 12345",
    "A. TALLINN 98\n¶B. 08 STATE 12345", "A. TALLINN 98\n&para;B. 08 STATE 12345", "A. TALLINN 98\n¶ B. 08 STATE 12345",
    "¶A. TALLINN 98\n\n¶B. 08 STATE 12345",
  ])
  func letters(text: String) throws {
    #expect(try shape(text) == ["A A telegram true 98", "B B telegram true 12345"])
    #expect(try references(text).table(.reference, .year) == ["-", "8"])
    #expect(try references(text).table(.references, .count, .lettered) == ["2 true"])
  }

  @Test func withoutLetters() throws {
    #expect(try shape("TALLINN 98") == ["  telegram true 98"])
    #expect(try shape("STATE 194486 AND PREVIOUS") == ["  telegram true 194486"])
    #expect(try shape("TALLINN 98, STATE 12345") == ["  telegram true 98", "  telegram true 12345"])
    #expect(try shape("TALLINN 98, 99 AND STATE 12") == ["  telegram true 98", "  telegram true 12"])
    #expect(try shape("TALLINN 980, 991") == ["  telegram true 980", "  telegram true 991"])
  }

  @Test func otherPapers() throws {
    #expect(
      try shape("A. MARLOWE-DOE E-MAIL OF 12/01/09\nB. TALLINN A-62\nC. DOE TELCON MARCH 8\nD. DOE@EXAMPLE.GOV") == [
        "A A other false -", "B B other false -", "C C other false -", "D D other false -",
      ])
  }

  @Test func shapesThatAreWrong() throws {
    #expect(try shape("744 LISBON") == ["  telegram false 744"])
    #expect(try shape("A. LISBON\nB. STATE 1") == ["A A telegram false -", "B B telegram true 1"])
  }

  @Test func gapsAndRepeats() throws {
    #expect(
      try references("A. TALLINN 98\nC. STATE 1\nC. STATE 2").table(.reference, .letter, .expectedLetter) == [
        "A A", "C B", "C D",
      ])
  }

  @Test func notal() throws {
    #expect(try references("A. TALLINN 98 (NOTAL)\nB. STATE 1").table(.reference, .notal) == ["true", "false"])
  }

  @Test func damagedLettersOfAScan() throws {
    let document = try references("(AL TALLINN 98; (8) STATE 1", form: .foiaPaper)
    #expect(document.table(.reference, .letter, .serial) == ["A 98", "B 1"])
    #expect(document.table(.repair, .kind, .count) == ["ocr 2"])
  }

  @Test func headingsBelowTheBlockAreNoReferences() throws {
    let document = try references("A. TALLINN 98\nB. STATE 1", body: "A. The setting\n\nThe harbor is deep.")
    #expect(document.table(.reference, .letter) == ["A", "B"])
    #expect(try references("TALLINN 98", body: "(C) The harbor is deep.").table(.reference, .serial) == ["98"])
  }

  @Test func citations() throws {
    let body = "1. As ref A said (Ref (B)), see refs A and C, REFTELS B/C and\nREF\nA. A reference to refugees."
    let document = try references("A. TALLINN 98\nB. STATE 1", body: body)
    #expect(
      document.table(.citation, .letter, .resolved) == [
        "A true", "B true", "A true", "C false", "B true", "C false", "A true",
      ])
    #expect(document.table(.reference, .cited) == ["true", "true"])
  }

  @Test func quotedPapersHaveReferencesOfTheirOwn() throws {
    let paper = "BEGIN TEXT:\n\nREF: your note 112\n\nReftel asked, and ref C.\n\nEND TEXT."
    let body = "1. See Ref B.\n\n\(paper)\n\n2. Ref D asked."
    #expect(try references("A. TALLINN 98\nB. STATE 1", body: body).table(.citation, .letter) == ["B", "", "D"])
    #expect(try references("", body: body).table(.citation, .letter) == ["B", "D"])
    // Without an end word it is not known how far the paper goes.
    let open = "1. BEGIN TEXT:\n\nReftel asked."
    #expect(try references("", body: open).table(.citation, .resolved) == ["false"])
    #expect(try references("", body: "1. It says REF: none, and refs: none.").table(.citation, .letter).isEmpty)
  }

  @Test func reftelWithoutABlock() throws {
    let document = try references("", body: "1. Reftel asked.\n\n2. It is deep.")
    #expect(document.table(.citation, .letter, .resolved) == [" false"])
    #expect(try references("TALLINN 98", body: "Reftel asked.").table(.reference, .cited) == ["true"])
    #expect(try references("TALLINN 98", body: "Nobody asked.").table(.reference, .cited) == ["false"])
  }
}
