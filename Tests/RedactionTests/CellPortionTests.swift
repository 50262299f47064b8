import Redaction
import TestSupport
import Testing

/// Cells of a page's table without marks, and texts that have nothing but marked lines.
@Suite("Cells without marks, and lines with them") struct CellPortionTests {
  private static func page(_ rows: String) -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>(U) T</title></head><body><p>SECRET//NOFORN</p>\
    <p>(U) The quay is open.</p><table>\(rows)</table><p>(U) The end.</p><p>SECRET//NOFORN</p></body></html>
    """
  }

  private static func mail(_ page: String) -> String {
    "From: a@example.org\r\nTo: b@example.org\r\nSubject: (U) T\r\nDate: Tue, 3 May 2016 10:00:00 +0000\r\n"
      + "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(page)\r\n"
  }

  /// Withheld by the mark of its column, whatever stands before it.
  @Test(arguments: [
    "<tr><th>(U) Item</th><th>(S//NF) Fish</th></tr><tr><td>(U) a</td><td>zebrafish</td></tr>",
    "<tr><th>(U) Item</th><th>(S//NF) Fish</th><th>(U) B</th></tr><tr><td>(U) a</td><td>zebrafish</td><td>(U) c</td></tr>",
  ]) func byTheMarkOfTheColumn(rows: String) throws {
    let copy = try MarkupReleaseTests.copy(Self.page(rows), "public-release")
    #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
    let mail = try MarkupReleaseTests.copy(Self.mail(Self.page(rows)), "public-release").replacing("=\r\n", with: "")
    #expect(!mail.contains("zebrafish") && mail.contains("(U) The end."), "\(mail)")
  }

  @Test(arguments: [
    "<tr><td>(U) a</td><td>zebrafish</td></tr>",
    "<tr><th>(U) Item</th><th>(U) Fish</th></tr><tr><td>(U) a</td><td>zebrafish</td></tr>",
  ]) func refused(rows: String) throws {
    #expect(throws: Refusal.self) { try MarkupReleaseTests.copy(Self.page(rows), "public-release") }
    #expect(throws: Refusal.self) { try MarkupReleaseTests.copy(Self.mail(Self.page(rows)), "public-release") }
  }

  private static func released(_ text: String) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .release
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// Several rows of heads, cells over several rows and columns, captions.
  @Test(arguments: [
    "<tr><th>(U) Id<th>(S//NF) Fish<th>(U) B<tr><td rowspan=2>One<td>aa<td>lantern<tr><td>zebrafish<td>lantern",
    "<tr><th>(U) Id<th>(S//NF) Fish<th>(U) B<tr><td rowspan=0>One<td>aa<td>b<tr><td>zebrafish<td>c<tr><td>zebrafish<td>lantern",
    "<tr><th colspan=2>(U) Fish<tr><th>(S//NF) Fish<th>(U) B<tr><td>zebrafish<td>lantern",
    "<tr><td colspan=2>Fish<tr><td>(S//NF) Fish<td>(U) B<tr><td>zebrafish<td>lantern",
    "<thead><tr><td>(U) A<td>(U) B<tr><td>(S//NF) Fish<td>C</thead><tr><td>zebrafish<td>lantern",
    "<tr><th>(U) Id<th colspan=20>(S//NF) Fish<tr><td>lantern<td colspan=18>a<td>zebrafish",
    "<tr><th>(U) Id<th colspan=1001>(S//NF) Fish<tr><td colspan=999>zebrafish<td>zebrafish",
    "<caption>(S//NF) Fish</caption><tr><th>A<th>B<tr><td>zebrafish<td>zebrafish",
    "<tr><th>Name<th>Fish (S//NF)<tr><td>lantern<td>zebrafish",
    "<tr><th>Name (U)<th>Fish (S)<tr><td>lantern<td>zebrafish",
    "<tr><th>(U) A<th>(U) B<tr><td>zebrafish (S//NF)<td>b",
    "<tr><th rowspan=2>(S//NF) Fish<td>a<tr><td>zebrafish", "<tr><th>(S//NF) Fish<tr><td>zebrafish",
    "<tr><th>(S//NF) A<th>(U) B<tr><td>a<td>b<tr><td colspan=2>zebrafish",
  ]) func byTheMarksOfItsHeads(rows: String) throws {
    let copy = try Self.released(Self.page(rows))
    #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
    #expect(!rows.contains("lantern") || copy.contains("lantern"), "\(copy)")
    let mail = try Self.released(Self.mail(Self.page(rows))).replacing("=\r\n", with: "")
    #expect(!mail.contains("zebrafish"), "\(mail)")
  }

  @Test(
    "Tables of Markdown and of tabs",
    arguments: [
      "| (S//NF) Fish | (U) B |\n|---|---|\n| zebrafish | lantern |", "(S//NF) Fish | B\n:--|--:\nzebrafish | b",
      "| (U) B | **(S//NF)** Fish |\n| - | - |\n| lantern | zebrafish |\n| lantern | zebrafish \\| a |",
      "| A | Fish (S//NF) |\n|---|---|\n| lantern | zebrafish |",
      "> | (S//NF) Fish | (U) B |\n> |---|---|\n> | zebrafish | lantern |",
      "(S//NF) Fish\t(U) B\nzebrafish\tlantern\nzebrafish\tlantern",
      "| (S//NF) Fish | (U) B |\n|---|---|\n| a | b | zebrafish |",
    ]) func inText(table: String) throws
  {
    let text = "SECRET//NOFORN\n\n1. (U) One.\n\n\(table)\n\n9. (U) The end.\n\nSECRET//NOFORN\n"
    let copy = try Self.released(text)
    #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
    #expect(!table.contains("lantern") || copy.contains("lantern"), "\(copy)")
  }

  /// Nothing heads it that would withhold it.
  @Test(arguments: [
    "| (U) A | (U) B |\n|---|---|\n| lantern | (S//NF) two |", "1.\t(S//NF) One\n2.\t(U) Two\n\tlantern",
    "(S//NF) The ice left the quay.\tTwo\n\n(U) a\tlantern",
    "| Depth (C) | B |\n|---|---|\n| lantern | lantern |",
  ]) func noHeadOfText(table: String) throws {
    let text = "SECRET//NOFORN\n\n1. (U) One.\n\n\(table)\n\n9. (U) The end.\n\nSECRET//NOFORN\n"
    #expect(try Self.released(text).contains("lantern"))
  }

  @Test(arguments: [
    "<tr><th>(U) A<th>Depth (C)<tr><td>a<td>lantern", "<tr><th>(U) A<th>(S//NF) B<tr><td>lantern<td>b",
    "<thead><tr><td rowspan=9>(U) A<td>(S//NF) B</thead><tr><td>lantern<td>b",
    "<tr><th colspan=2>(U) A<th>(S//NF) B<tr><td>a<td>lantern<td>b",
  ]) func noHead(rows: String) throws { #expect(try Self.released(Self.page(rows)).contains("lantern")) }

  /// A cell may stand in a thousand columns and go on over all rows.
  @Test func spansCostWhatTheyAreLong() throws {
    let cost = try growth(ofTenfold: 100) { count in
      let rows = (0..<count).map { "<tr><th colspan=1000 rowspan=60000>(U) \($0)" }.joined()
      _ = try Self.released(Self.page(rows))
    }
    #expect(cost < linearGrowth)
    let steps = (0..<2000).map { "<td rowspan=\($0 + 2)>" }.joined()
    #expect(throws: Refusal.self) { try Self.released(Self.page("<tr>\(steps)<tr><td>")) }
  }

  /// Without a banner, and too short to be a document for its reader.
  @Test(arguments: ["(U) fine", "(U) fine\n\n(U) good", "(U) The ice left.\n"]) func everyLineIsMarked(text: String)
    throws
  {
    #expect(try MarkupReleaseTests.copy(text, "public-release").hasSuffix(text))
    let mail =
      "From: a@example.org\r\nTo: b@example.org\r\nSubject: (U) T\r\nDate: Tue, 3 May 2016 10:00:00 +0000\r\n"
      + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(text)\r\n"
    #expect(try MarkupReleaseTests.copy(mail, "public-release").contains("(U)"))
  }

  @Test func aMarkedLineIsWithheld() throws {
    #expect(!(try MarkupReleaseTests.copy("(U) fine\n\n(S) zebrafish", "public-release")).contains("zebrafish"))
    for text in ["fine (S) zebrafish", "(U) fine (S) zebrafish", "(U) fine\n\nzebrafish"] {
      #expect(try !Releases.leaves("zebrafish") { try MarkupReleaseTests.copy(text, "public-release") })
    }
  }
}
