import Redaction
import TestSupport
import Testing

/// Layouts that good papers have: they are released, `seekers` is withheld, `lamps` stays, and a copy of the copy is the
/// copy.
@Suite struct PaperLayoutTests {
  private static let page = "                    SECRET//NOFORN\n"

  private static let bodies = [
    "2. (S//NF) The seekers of the north quay will be held by\n\n\(page)\(page)\nseekers of the guard.\n\n3. (U) The lamps.",
    "2. (S//NF) The seekers are held by\n\(page)\nseekers of the guard.\n\n3. (U) The lamps.",
    "2. (S//NF) The seekers are old.\n\n\(page)          2\n\(page)\n3. (U) The lamps.",
    "2. (S//NF) The seekers are old.\n\(page)          12\n\(page)3. (U) The lamps.",
    "2. (S//NF) The seekers.[1]\n\n[1] (U) Yearbook of lamps, 2015.",
    "2. (S//NF) The seekers.\n\n1 (U) Yearbook of lamps, 2015.",
    "Issue: (U) The lamps are new.\n\nBackground: (S//NF) The seekers are old.",
    "Q: (U) Where are the lamps?\n\nA: (C) The seekers know.",
    "2. (S//NF) The seekers.\n\n3.(U)The lamps.\n\n4.(C)The seekers.",
    "2. (U) Copyright of the lamps is old.\n\n3. (S//NF) Copyright of the seekers.",
    "(U) Table of lamps\n\nItem            Date\n(U) lamps       3 May\n(S//NF) seekers  4 May",
    "2. (U) The lamps.\n\nReferences:\n(a) (U) Order 12\n(b) (S//NF) Study of seekers\n(c) (U) Order 14",
    "2. (S//NF) The seekers.\n\n3. (U) The lamps.\n\nEnclosure:\nAs stated\n\ncc:\nHarbor Master",
    "2. (S//NF) The seekers.\n\n3. (U) The lamps.\n\nAnnex A\n\n(S//NF) The seekers.",
    "2. (S//RD//NF) The seekers.\n\n3. (U) The lamps.",
    "2. (S//NF) The seekers are old\n(as before) seekers.\n\n3. (U) The lamps are lit\n(Ref A).",
    "2. (U) The lamps of the Port Authority\n(PA) are lit by Senator Roe\n(D-MD) and (R-DE).\n\n3. (S//NF) The seekers.",
  ]

  @Test(arguments: bodies) func areReleased(_ body: String) throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text(body, first: "1. (U) The ice left the basin early this year.")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(!copy.contains("seekers") && copy.contains("lamps"), "\(copy)")
    if body.contains("   2\n") { #expect(copy.contains("   2\n"), "\(copy)") }
    if body.contains("   12\n") { #expect(copy.contains("   12\n"), "\(copy)") }
    let again = String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self)
    #expect(again == copy)
  }

  /// What begins with a capital behind a page, and heads of columns that read like text, are paragraphs of their own.
  @Test(arguments: [
    "2. (U) The lamps are held by\n\n\(page)\(page)\nSeekers of the guard are here.",
    "2. (U) The lamps are held.\n\n\(page)\(page)\nseekers of the guard are here.",
    "(U) Table of lamps\n\nwhere the seekers   will go\n(U) lamps       3 May",
    "2. (U) The lamps.\n\nEnclosure:\nPlan of the seekers for winter\n\n(U) The lamps.",
  ])
  func areRefused(_ body: String) throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text(body, first: "1. (U) The ice left the basin early this year.")
    #expect(throws: Refusal.self) { try Releases.release(text, by: redactor) }
  }

  /// A line in the head that nobody marked, directly above the first portion, is the title of what stands below it.
  @Test func aTitleGoesByTheFirstPortion() throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text("2. (U) The lamps.", subject: "Seekers of the North Quay")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(!copy.contains("Seekers") && copy.contains("lamps") && copy.contains("DEPARTMENT OF GOOD WORKS"), "\(copy)")
    let again = String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self)
    #expect(again == copy)
  }

  /// Above one that says nothing it may be any text: it is refused where the paper says more.
  @Test func aTitleAboveUnclassifiedTextIsRefused() throws {
    let redactor = try Releases.redactor("public-release")
    let first = "1. (U) The ice left the basin early this year."
    let paper = { (title: String, banner: String, body: String) in
      FictionalPaper.text(body, subject: title, first: first, banner: banner)
    }
    let text = paper("Seekers of the North Quay", "SECRET//NOFORN", "2. (S//NF) The seekers.")
    #expect(throws: Refusal.self) { try Releases.release(text, by: redactor) }
    let plain = paper("Lamps of the North Quay", "UNCLASSIFIED", "2. (U) The lamps.")
    let copy = String(decoding: try Releases.release(plain, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("Lamps of the North Quay"), "\(copy)")
  }

  /// Who wrote it and when, or the first heading, may stand between.
  @Test(arguments: [
    "Seekers of the North Quay\n\n3 May 2016", "Seekers of the North Quay\n\nPrepared by the Lamp Room",
    "Seekers of the North Quay\n\nBy Jane Q. Roe\n\nMay 2016", "Seekers of the North Quay\n\nJane Q. Roe\n\n3 May 2016",
    "Seekers of the North Quay\n\nEXECUTIVE SUMMARY", "Seekers of the North Quay\n\nI. Introduction\n\nA. Background",
    "Operation Seekers\n\nJane Q. Roe", "By Sea to the Seekers",
  ])
  func aTitleFurtherUpGoesByTheFirstPortion(_ head: String) throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text("2. (U) The lamps.", subject: head)
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(!copy.contains("Seekers") && copy.contains("lamps") && copy.contains("DEPARTMENT OF GOOD WORKS"), "\(copy)")
  }

  /// Words that any head has, and who is spoken to, are no title.
  @Test(arguments: [
    "INFORMATION MEMORANDUM", "Office of Intelligence and Research\nWashington, D.C.", "3 May 2016",
    "EXECUTIVE SUMMARY",
    "I. Background", "Dear Mr. Roe:", "MEMORANDUM FOR THE HARBOR MASTER", "Harbor Watch Office\n\n3 May 2016",
    "MEMORANDUM FOR THE HARBOR MASTER\n\n3 May 2016", "Bo,", "Colleagues,", "Bo & Ida,", "Good morning, Bo,", "Team:",
  ])
  func wordsOfHeadsStay(_ head: String) throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text("2. (U) The lamps.", subject: head)
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(copy.contains(head), "\(copy)")
  }

  /// Of the signs around a mark both stay, as in Markdown.
  @Test(arguments: ["**", "_", "***"]) func emphasisOfAMarkStaysWhole(_ sign: String) throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text("\(sign)(S)\(sign) The seekers are old.\n\n2. (U) The lamps.")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("\n\(sign)(S)\(sign) [(b)(1)") && !copy.contains("seekers"), "\(copy)")
  }

  /// What a page cuts is withheld on both sides of it, whatever stamps stand between and whatever becomes of other text.
  @Test(arguments: ["Copy 3 of 5 copies", "MORI DocID: 1234567", "Harbor Watch, Study 12"])
  func theRestOfASentenceBehindAStamp(_ stamp: String) throws {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .release
    let text = FictionalPaper.text(
      "2. (S//NF) The ice was thick on the quay and the\n\n\(Self.page)\(stamp)\n\(Self.page)\n"
        + "seekers were told at night. The seekers left.\n\n3. (U) The lamps.")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(!copy.contains("seekers") && copy.contains("The lamps."), "\(copy)")
  }
}
