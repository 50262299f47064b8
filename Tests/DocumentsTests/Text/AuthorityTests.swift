import MarkingModel
import Testing

@Suite struct AuthorityTests {
  private func block(_ text: String) throws -> MarkingDocument {
    try Telegram(level: "C O N F I D E N T I A L", body: text + "\n\n1. (C) The harbor is deep.\n\n2. (U) It is.")
      .document
  }

  @Test(arguments: [
    ("Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).", "1.4", "b d"),
    ("CLASSIFIED BY: JANE DOE, CONSUL. REASONS: 1.4 (B,D)", "1.4", "b d"),
    ("(U) Classified by DCM John Roe. Reason: E.O. 12958 1.5 (B) and (D).", "1.5", "b d"),
    ("Classified By: Amb. Jane Doe, reasons 1.4 B/D", "1.4", "b d"),
    ("Classified By: Amb. Jane Doe, reasons 1.4.(b)\nand (d). Declassify on: 12/01/2019", "1.4", "b d"),
    ("Classified By: Amb. Jane Doe, reason 1.4(b), 1.4(d)", "1.4", "b d"),
    ("Classified By: Amb. Jane Doe. Reason: (b) and (d)", "", "b d"),
    ("Classified By: Amb. Jane Doe. Reason: 1.4.", "1.4", ""),
    ("Classified By: Amb. Jane Doe. Reason: sensitive.", "", ""),
    ("Classified By: Amb. Jane Doe. 1.4 (k)", "1.4", "k"),
  ])
  func reasons(text: String, paragraph: String, letters: String) throws {
    let document = try block(text)
    #expect(document.table(.authority, .by, .name, .position, .hasReason) == ["true true true true"])
    #expect(document.table(.reason, .paragraph) == [paragraph])
    #expect(document.table(.category, .letter).joined(separator: " ") == letters)
  }

  @Test func aNumberOnALineOfItsOwnIsThePlaceOfTheReason() throws {
    let text = "Classified By: Ambassador Jane Doe for reasons\n1.5 (b) and (d)."
    let document = try block(text)
    let authority = try #require(document.nodes(named: .authority).first)
    let reason = try #require(document.nodes(named: .reason).first)
    #expect(document.nodes[reason].position.line == document.nodes[authority].position.line + 1)
    #expect(document.nodes[reason].position.column == 1)
  }

  @Test(arguments: [
    ("Classified By: Jane Doe. Reasons: 1.4 (b).", "true false"),
    ("Classified By: DCM, reasons 1.4 (b).", "false true"),
    ("Classified By: Jane Doe, EUR/NB. Reason: 1.4 (b).", "true true"),
    ("Classified By: Deputy Chief of Mission Jane Doe, 1.4 (b).", "true true"),
    ("Classified By: reasons 1.4 (b).", "false false"),
    // Positions of several words, and none of a name.
    ("Classified By: Under Secretary for Political Affairs. Reasons: 1.4 (b).", "false true"),
    ("Classified By: Minister-Counselor for Economic Affairs. Reasons: 1.4 (b).", "false true"),
    ("CLASSIFIED BY: MINISTER-COUNSELOR FOR HARBOR AND RIVER AFFAIRS. REASONS: 1.4 (B).", "false true"),
    ("Classified By: EUR/RPM Director. Reasons: 1.4 (b).", "false true"),
    ("Classified By: A/S, EUR. Reasons: 1.4 (b).", "false true"),
    ("Classified By: Deputy PolCouns. Reasons: 1.4 (b).", "false true"),
    ("Classified By: Acting Political Minister-Counselor. Reasons: 1.4 (b).", "false true"),
    ("Classified By: Political and Economic Counselor. Reasons: 1.4 (b).", "false true"),
    ("Classified By: Senior Political Officer. Reasons: 1.4 (b).", "false true"),
    ("Classified By: NEA/FO: Reasons: 1.4 (b).", "false false"),
    // The same with a name.
    ("Classified By: Under Secretary for Political Affairs Jane Doe. Reasons: 1.4 (b).", "true true"),
    ("Classified By: EUR/RPM Director J. Roe. Reasons: 1.4 (b).", "true true"),
    ("CLASSIFIED BY: A/S ROE. REASONS: 1.4 (B).", "true true"),
    ("Classified By: DCM LEE. Reasons: 1.4 (b).", "true true"),
    ("Classified By: JOE LEE, DCM. Reasons: 1.4 (b).", "true true"),
    ("Classified By: Ambassador, LEE. Reasons: 1.4 (b).", "true true"),
    ("Classified By: AMBASSADOR, JANE LEE. Reasons: 1.4 (b).", "true true"),
    ("Classified By: Director, Office of River Affairs, Jane Roe. Reasons: 1.4 (b).", "true true"),
    // Positions that no list has.
    ("Classified By: USTR Deputy Jane Roe. Reasons: 1.4 (b).", "true true"),
    ("Classified By: AA/S Jane Roe. Reasons: 1.4 (b).", "true true"),
    ("Classified By: harbor pilot Jane Roe. Reasons: 1.4 (b).", "true true"),
    ("Classified By: Chargeman Third Grade Apprentice Jane Roestone. Reasons: 1.4 (b).", "true true"),
    ("Classified By: Jane Roe - Harbormaster. Reasons: 1.4 (b).", "true true"),
    // A name, and nothing else.
    ("Classified By: Mr. Roe. Reasons: 1.4 (b).", "true false"),
    ("Classified By: J. Q. Public. Reasons: 1.4 (b).", "true false"),
    ("Classified By: Jane Maria van der Roe-Doe. Reasons: 1.4 (b).", "true false"),
    ("CLASSIFIED BY: ISN/CATR - JANE ROE. REASON: 1.4 (C).", "true false"),
    ("(U) Classified by Jane Roe, E.O. 12958, reasons 1.4 (b).", "true false"),
    // The surname first, and where somebody serves.
    ("Classified By: Roe, Jane for reasons 1.4 (b).", "true false"),
    ("Classified By: Roe, Jane Q. Reason: 1.4 (b).", "true false"),
    ("Classified By: Roe, J.Q., reasons 1.4 (b).", "true false"),
    ("Classified By: Jane Roe, Embassy Tallinn, for reasons 1.4 (b).", "true false"),
    ("Classified By: Jane Roe, American Embassy Kuala Lumpur. Reason: 1.4 (b).", "true false"),
    ("Classified By: Pol Chief, Embassy Tallinn, for reasons 1.4 (b).", "false true"),
    ("Classified By: Name: Roe, J.Q.,\nReason: 1.4 (b)", "true false"),
    ("Classified By: Position: Ambassador\nReason: 1.4 (b)", "false true"),
    ("Classified By: Name: Roe, Jane, Position: Lampkeeper\nReason: 1.4 (b)", "true true"),
    // An office or a position behind a surname.
    ("Classified By: Roe, EUR. Reason: 1.4 (b).", "true true"),
    ("Classified By: Roe, Lampkeeper. Reason: 1.4 (b).", "true true"),
    ("Classified By: Jane Roe, M, for reasons 1.4 (b).", "true true"),
    ("Classified By: Jane Roe, Embassy Lampkeeper. Reason: 1.4 (b).", "true true"),
    ("Classified By: Roe, Jane, DCM. Reason: 1.4 (b).", "true true"),
  ])
  func nameAndPosition(text: String, expected: String) throws {
    #expect(try block(text).table(.authority, .name, .position) == [expected])
  }

  @Test func derived() throws {
    let document = try block("Derived From: DSCG 05-01\nDeclassify On: 20190310")
    #expect(
      document.table(.authority, .kind, .by, .derivedFrom, .declassifyOn, .hasReason) == [
        "derivative false true true false"
      ])
  }

  @Test func controlsAreNoReasons() throws {
    #expect(try block("Classified By: Amb. Doe. Reason: SBU.").table(.reason, .control, .letters) == ["true 0"])
  }

  @Test func numberedAsParagraphOne() throws {
    let document = try Telegram(body: "1. (U) Classified by Amb. Doe. Reason 1.4 (b).\n\n2. (C) The harbor is deep.")
      .document
    #expect(document.table(.authority, .numbered, .beforeText, .marked, .rank) == ["true true true 1"])
    #expect(document.table(.paragraph, .n, .expected) == ["2 2"])
  }

  @Test func insideTheText() throws {
    let document = try Telegram(
      body: "1. (C) The harbor is deep.\n\nClassified By: Amb. Doe.\nReason: 1.4 (b).\n\n2. (U) It is."
    ).document
    #expect(document.table(.authority, .beforeText, .numbered) == ["false false"])
    #expect(document.table(.paragraph, .n, .expected) == ["1 1", "2 2"])
  }

  @Test func aSentenceIsNoBlock() throws {
    let document = try Telegram(body: "1. The plan was made and\nclassified by the owners of the harbor.").document
    #expect(document.table(.authority, .by).isEmpty)
  }
}
