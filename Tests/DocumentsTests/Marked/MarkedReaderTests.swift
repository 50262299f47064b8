import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Marked documents")
struct MarkedReaderTests {
  @Test("banners and portions of a memorandum, each in its place")
  func memorandum() throws {
    let document = try read(Papers.memorandum)
    #expect(document.root(.form) == "marked")
    #expect(document.root(.level) == "S")
    #expect(document.root(.day) == "20160503")
    #expect(document.root(.pages) == "2")
    #expect(document.root(.banners) == "4")
    #expect(document.root(.era) == "current")
    #expect(
      document.values(.place, of: .marking) == [
        "header", "subject", "item", "item", "item", "cell", "cell", "caption", "footer", "header", "item", "item",
        "footer",
      ])
    #expect(document.values(.overall, of: .marking).filter { $0 == "true" }.count == 1)
    #expect(document.values(.page, of: .marking) == ["1", "1", "1", "1", "1", "1", "1", "1", "1", "2", "2", "2", "2"])
    #expect(document.values(.kind, of: .unmarked).isEmpty)
    #expect(document.values(.portionRank, of: .sheet) == ["3", "1"])
    #expect(document.values(.header, of: .sheet) == ["true", "true"])
    #expect(document.values(.footer, of: .sheet) == ["true", "true"])
    #expect(document.placeFaults(length: Papers.memorandum.utf8.count).isEmpty)
  }

  @Test("its authority block")
  func block() throws {
    let document = try read(Papers.memorandum)
    #expect(document.values(.kind, of: .authorityBlock) == ["derivative"])
    #expect(document.values(.agency, of: .authorityBlock) == ["true"])
    #expect(document.values(.value, of: .authorityBlock) == ["date"])
    #expect(document.values(.declDay, of: .authorityBlock) == ["20400503"])
    #expect(document.values(.years, of: .authorityBlock) == ["24"])
    #expect(document.values(.place, of: .authorityBlock) == ["end"])
    #expect(document.values(.page, of: .authorityBlock) == ["2"])
  }

  @Test("an e-mail with CUI and its designation indicator")
  func email() throws {
    let document = try read(Papers.email)
    #expect(document.root(.form) == "email")
    #expect(document.root(.cui) == "true")
    #expect(document.root(.day) == "20160503")
    #expect(document.values(.place, of: .marking) == ["subject", "header", "paragraph", "paragraph", "footer"])
    #expect(document.values(.control, of: .designationIndicator) == ["true"])
    #expect(document.values(.person, of: .contact) == ["true"])
    #expect(document.values(.category, of: .designationIndicator) == ["true"])
  }

  @Test("the examples of a paper about markings are not its own")
  func manual() throws {
    let document = try read(Papers.manual)
    #expect(document.root(.form) == "marked")
    #expect(document.root(.level) == "U")
    #expect(document.root(.portionRank) == "1")
    #expect(document.values(.rank, of: .marking).allSatisfy { $0 == "1" })
  }

  @Test("prose holds no markings")
  func prose() throws {
    let document = try read(Papers.prose)
    #expect(document.root(.form) == "unknown")
    #expect(document.nodes(named: .marking).isEmpty)
  }

  @Test(
    "values of Declassify On",
    arguments: [
      ("20400503", "date"), ("05/03/2040", "date"), ("25X1, 20660503", "25x"), ("50X1-HUM", "lasting"),
      ("50X4, 20900101", "50x"), ("25X1-human", "human"), ("OADR", "oadr"), ("MR", "mr"), ("Manual Review", "mr"),
      ("X4", "x"), ("Source Marked OADR", "oadr"), ("DNI Only", "director-only"), ("Completion of Operation", "event"),
      ("When no longer sensitive", "vague"), ("subject to treaty or international agreement", "treaty"),
      ("N/A to RD portions. See source list for NSI portions.", "na"),
    ])
  func declassifyOn(_ text: String, _ kind: String) throws {
    let document = try read(Papers.memorandum.replacing("On: 20400503", with: "On: " + text))
    #expect(document.values(.value, of: .authorityBlock) == [kind])
  }

  @Test("stamps, codes and redactions of a release")
  func release() throws {
    let text = """
      RELEASED IN PART
      B6

      Approved for release by the Department on 07-07-2021, Case D-2019-1

      Date: 1990-05-03

      The captain is [REDACTED (b)(6)] and lives in the harbor, see 5 U.S.C. 552(b)(6) for the reason.

      The mate is ██████ (b)(7)(C) and does not.

      [Non-responsive]
      """
    let document = try read(text)
    #expect(document.root(.form) == "marked")
    #expect(document.root(.released) == "true")
    #expect(document.root(.old) == "true")
    #expect(document.values(.kind, of: .stamp) == ["released-part", "case-number"])
    #expect(document.values(.number, of: .exemption) == ["6", "6", "7"])
    #expect(document.values(.letter, of: .exemption) == ["-", "-", "C"])
    #expect(document.values(.kind, of: .redaction) == ["word", "box", "non-responsive"])
    #expect(document.values(.coded, of: .redaction) == ["true", "true", "false"])
  }

  /// A line in capitals above it is a title: without a blank line between them the mark begins a portion all the same.
  @Test("a portion behind its title")
  func titled() throws {
    let text = """
      SENSITIVE BUT UNCLASSIFIED

      (SBU) The ice left the basin early this year.

      PILOTS TO RECEIVE A NEW BOOK
      (SBU) The harbor master will build a house, and the
      pilots of the second line are in its text.

      SENSITIVE BUT UNCLASSIFIED
      """
    #expect(try read(text).nodes.filter { $0.name == .marking }.map(\.position.line) == [3, 6])
  }

  /// Beside `(I)` and `(V)`, `(C)` may be a hundred; `(U)` and `(S)` are no numbers. Beside `(A)` and `(B)` each may be a letter.
  @Test(
    "letters of a list are no marks",
    arguments: [
      ("(I) a\n(V) b\n(X) c\n(C) d", "U S"), ("(A) a\n(B) b\n(C) c\n(D) d\n(E) e\n(F) f", ""),
    ])
  func listLetters(list: String, levels: String) throws {
    let document = try read(
      "SECRET//NOFORN\n\n(S//NF) He wanted five things:\n\n\(list)\n\n(U) Every captain may read it.\n\n(S) The ice is thick.\n\n"
        + "SECRET//NOFORN\n")
    let marks = document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "portion" }.dropFirst()
    #expect(marks.compactMap { document.word(.level, of: $0) }.joined(separator: " ") == levels)
  }

  @Test("a footer with a header below it ends a page")
  func inferredPages() throws {
    let text = """
      SECRET

      The harbor master wrote that the ice left.
      The basin was free by the end of the month.
      Nobody had thought so in the winter.
      The lights were put up again.
      Two ships came in on the same day.

      SECRET

      - 2 -

      SECRET

      The customs house keeps a copy of that book.
      It may be read by everyone who asks for it.
      The pilots have a book of their own.
      It is kept elsewhere.
      Nobody knows where that is.

      SECRET
      """
    let document = try read(text)
    #expect(document.values(.place, of: .marking) == ["header", "footer", "header", "footer"])
    #expect(document.root(.pages) == "2")
  }

  @Test("a struck banner is one")
  func struck() throws {
    let document = try read(
      "~~SECRET~~\n\nDeclassified by David Smith, Chief, August 17, 2008\n\nThe ice left.\n\n~~SECRET~~")
    #expect(document.root(.struck) == "true")
    #expect(document.values(.authority, of: .stamp) == ["true"])
    #expect(document.values(.dated, of: .stamp) == ["true"])
  }
}
