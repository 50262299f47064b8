import Redaction
import TestSupport
import Testing

/// A column of marks: each says it of its row, of which the other cells have none.
@Suite("Rows that a cell marks") struct RowMarkTests {
  private static func text(_ table: String) -> String {
    "SECRET\n\n1. (U) One.\n\n\(table)\n\n9. (U) The end.\n\nSECRET\n"
  }

  private static func copy(_ text: String, releasingUnmarked: Bool) throws -> String {
    var redactor = try Releases.redactor("public-release")
    if releasingUnmarked { redactor.unmarked = .release }
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// Between strokes, tabs and blanks, with heads and without, the mark in any place.
  @Test(
    arguments: [
      "| Item | Class | Remark |\n|------|-------|--------|\n| zebrafish | (S) | zebrafish |\n| lantern | (U) | lantern |",
      "| Class | Item | Remark |\n|---|---|---|\n| (S) | zebrafish | zebrafish |\n| (U) | lantern | lantern |",
      "| zebrafish | 4 May | (S//NF) |\n| lantern | 5 May | (U) |",
      "zebrafish\t(S)\tzebrafish\nA lantern\t(U)\tA lantern",
      "Item               Class   Remark\nThe zebrafish      (S)     zebrafish in the\n"
        + "                           zebrafish bay\nA lantern          (U)     A lantern",
    ], [false, true])
  func ofText(table: String, releasingUnmarked: Bool) throws {
    let copy = try Self.copy(Self.text(table), releasingUnmarked: releasingUnmarked)
    #expect(!copy.contains("zebrafish") && copy.contains("9. (U) The end."), "\(copy)")
    #expect(copy.split(separator: "lantern", omittingEmptySubsequences: false).count >= 2, "\(copy)")
    #expect(
      copy.split(separator: "\n").count { $0.contains("|") } == table.split(separator: "\n").count { $0.contains("|") })
  }

  @Test(
    arguments: [
      "<tr><th>Item<th>Class<th>Remark<tr><td>zebrafish<td>(S)<td>zebrafish<tr><td>lantern<td>(U)<td>lantern",
      "<tr><td>zebrafish<td>zebrafish<td>(S)<tr><td>lantern<td>lantern<td>(U)",
      "<tr><th>(U) Class<th>(U) Item<th>(U) Remark<tr><td>(S)<td>zebrafish<td>zebrafish<tr><td>(U)<td>lantern<td>lantern",
    ]) func ofAPage(rows: String) throws
  {
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>(U) T</title></head><body><p>SECRET</p>\
      <p>(U) The quay is open.</p><table>\(rows)</table><p>(U) The end.</p><p>SECRET</p></body></html>
      """
    let copy = try Self.copy(page, releasingUnmarked: true)
    #expect(!copy.contains("zebrafish") && copy.contains("lantern") && copy.contains("(U) The end."), "\(copy)")
  }

  /// Each mark is of its own cell where there are more on the line, or more stands beside it.
  @Test func ofItsCell() throws {
    let copy = try Self.copy(Self.text("| (U) A lantern | (S) The zebrafish |"), releasingUnmarked: true)
    #expect(!copy.contains("zebrafish") && copy.contains("lantern"), "\(copy)")
    let two = Self.text("| (U) A lantern | (S) | The zebrafish |\n| (U) A lantern | (U) | A lantern |")
    #expect(try !Releases.leaves("zebrafish") { try Self.copy(two, releasingUnmarked: true) })
  }

  private static let tables = [
    "Class   Quay         Depth\nS       zebrafish    12\nU       lantern      8",
    "Class   Quay         Depth\n-----   ----         -----\nS//NF   zebrafish    12\nU       lantern      8",
    "Quay         Depth  Classification\nzebrafish    12     SECRET\nlantern      8      UNCLASSIFIED",
    "U       lantern      8\nTS      zebrafish    12\n        zebrafish",
    "Class\tQuay\tDepth\nU\tlantern\t8\nC\tzebrafish\t12",
  ]

  /// Letters without parentheses, in a column that says it has the levels, or in all rows.
  @Test(arguments: tables) func lettersOfAPaper(table: String) throws {
    for gap in ["\n", "\n\n"] {
      let text = Self.text("2. (U) The quays are:\(gap)\(table)\n\n3. (S) The zebrafish.")
      for releasing in [false, true] {
        #expect(try !Releases.leaves("zebrafish") { try Self.copy(text, releasingUnmarked: releasing) }, "\(text)")
      }
    }
    let text = Self.text("2. (U) The quays are:\n\(table)\n\n3. (S) The zebrafish.")
    #expect(try Self.copy(text, releasingUnmarked: false).contains("lantern"))
  }

  @Test(arguments: tables) func lettersOfATelegram(table: String) throws {
    let cable = """
      S E C R E T REYKJAVIK 000907

      SIPDIS

      E.O. 12958: DECL: 12/14/2019
      TAGS: PREL, IC
      SUBJECT: (U) HARBOR DEPTH

      Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

      1. (S) The zebrafish came.

      2. (U) The quays are:

      \(table)

      The lanterns are new.

      3. (U) The end.
      QUIMBY

      """
    let copy = try Self.copy(cable, releasingUnmarked: false)
    #expect(!copy.contains("zebrafish") && copy.contains("The lanterns are new."), "\(copy)")
  }

  /// Letters that are no levels.
  @Test(arguments: [
    "Grade   Quay      Depth\nA       lantern   12\nC       lantern   8", "N    lantern   12\nS    lantern   8",
    "Unit   Quay      Depth\nC      lantern   12\nK      lantern   8",
  ]) func lettersThatAreNone(table: String) throws {
    let text = Self.text("2. (U) The quays are:\n\(table)\n\n3. (S) The zebrafish.")
    #expect(try Self.copy(text, releasingUnmarked: false).contains(table))
  }

  /// The heads of columns are no name of a signer's.
  @Test func headsAreNoSigner() throws {
    let text = Self.text("A lantern   (U)   Lantern").replacing("9. (U) The end.", with: "Item\tClass\tRemark")
    #expect(try Self.copy(text, releasingUnmarked: true).contains("Item\tClass\tRemark"))
  }

  /// What is quoted or set in below a portion without a mark of its own goes with it.
  @Test(arguments: [
    "- (S) The zebrafish.\n\n  It was seen by a zebrafish.\n\n- (U) The lantern.\n\n  It was seen by a lantern.",
    "(S) The report says:\n\n> The zebrafish is thin.\n\n(U) The report says:\n\n> The lantern is thin.",
    "(S) The report says:\n> The zebrafish is thin.\n\n(U) The lantern.",
  ]) func setIn(text: String) throws {
    let copy = try Self.copy(Self.text(text), releasingUnmarked: true)
    #expect(!copy.contains("zebrafish") && copy.contains("lantern"), "\(copy)")
  }
}
