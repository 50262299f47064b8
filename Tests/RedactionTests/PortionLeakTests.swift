import MarkingModel
import Redaction
import Testing

/// A word under a SECRET mark, or under none, in every line that a paper or a telegram may have: it is in no copy under a
/// policy that withholds by marks. Either it is withheld or the document is refused.
@Suite("Portions that look like something else") struct PortionLeakTests {
  private static func expectNone(_ document: String, _ redactor: Redactor) {
    guard let release = try? Releases.release(document, by: redactor) else { return }
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(!copy.uppercased().contains("CANARY"), "\(copy)")
  }

  /// Whole telegrams, with the lines of the transmission behind the text: these once made all of it a part of the form.
  private static let telegram = """
    VZCZCXRO4788
    OO RUEHC
    DE RUEHRK #0907/01 3480233
    ZNY SSSSS ZZH
    O 140233Z DEC 09
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC IMMEDIATE 1444

    S E C R E T REYKJAVIK 000907

    SIPDIS

    E.O. 12958: DECL: 12/14/2019
    TAGS: PREL, IC
    SUBJECT: (U) HARBOR DEPTH

    Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

    @
    #0907

    NNNN

    """

  private static let inside = [
    "CANARY pilots wait.", "DECLASSIFIED BY CANARY PILOTS ON 3 MAY 2015", "RELEASED IN FULL CANARY PILOTS",
    "Approved for release by CANARY on 07-07-2021", "Classified By: CANARY pilots for reasons 1.4 (b).",
    "Derived From: CANARY guide", "SUBJECT: CANARY PILOTS", "TAGS: CANARY", "REF: CANARY PILOTS",
    "FM AMEMBASSY CANARY", "TO CANARY", "STATE FOR CANARY PILOTS", "E.O. 12958: CANARY", "SIPDIS CANARY",
    "Controlled by: CANARY pilots", "DISTRIBUTION STATEMENT D. Distribution authorized to CANARY pilots.",
    "WARNING: This document contains CANARY data whose export is restricted.", "SECRET CANARY", "(b)(6) CANARY",
    "[REDACTED] CANARY", "From: CANARY pilots", "Page 4 of 5   CANARY", "-- CANARY pilots", "CANARY: 202-555-0143",
  ]

  @Test(arguments: inside)
  func aLineOfAWithheldParagraph(line: String) throws {
    let redactor = try Releases.redactor("public-release")
    for text in [
      "1. (U) The ice left.\n\n2. (S) The plan is known.\n\(line)\nand more.\n",
      "1. (U) The ice left.\n\n2. (S) \(line)\nand more.\n", "1. (S) \(line)\n\n2. (U) The ice left.\n",
      "(U) The ice left.\n\n(S) The plan is known.\n\(line)\n",
    ] {
      Self.expectNone(Self.telegram.replacing("@", with: text + "QUIMBY\n"), redactor)
      Self.expectNone(Self.telegram.replacing("@", with: text).replacing("\n", with: "\r\n"), redactor)
      Self.expectNone(Releases.paper.replacing("1. (U) The ice left the basin.", with: text), redactor)
    }
  }

  /// The same behind blank lines, where lines of the form stay.
  @Test(
    arguments: inside + [
      "CANARY 00000907 002 OF 002", "PAGE 02 CANARY PILOTS 00907", "DECLASSIFY ON: CANARY AT NIGHT",
    ])
  func aLineAloneInAWithheldParagraph(line: String) throws {
    let redactor = try Releases.redactor("public-release")
    for text in [
      "1. (U) The ice left.\n\n2. (S) The plan is known.\n\n\(line)\n\nand more.\n",
      "1. (U) The ice left.\n\n2. (S) The plan is on\n\(line)\nAND MORE.\n",
      "1. (U) The ice left.\n\n2. (S) The plan is known.\n\n\(line)\n\n3. (U) The lights are on.\n",
    ] {
      Self.expectNone(Self.telegram.replacing("@", with: text + "QUIMBY\n"), redactor)
    }
  }

  /// What pages have within the text.
  @Test(arguments: [
    "REYKJAVIK 00000907 002 OF 002", "REYKJAVI 00000907 002 OF 002", "PAGE 02        REYKJAVIK 00907 02 OF 02 140233Z",
    "S E C R E T SECTION 02 OF 02 REYKJAVIK 000907", "RELEASED IN PART B1,1.4(D)", "SECRET", "TAGS: PREL, IC",
    "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005",
    "UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05770206 Date: 08/31/2015",
  ])
  func aLineOfThePageStays(line: String) throws {
    let text = "1. (U) The ice left.\n\n2. (S) The CANARY plan\n\n\(line)\n\nis known.\n"
    let release = try Releases.release(
      Self.telegram.replacing("@", with: text + "QUIMBY\n"), by: try Releases.redactor("public-release"))
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(copy.contains(line) && !copy.contains("CANARY"), "\(copy)")
  }

  /// Text that is in no portion: before the first one, between two, behind the last.
  @Test(arguments: ["CANARY pilots wait.", "CANARY pilots wait", "CANARY PILOTS WAIT\n------------------"])
  func aLineWithoutAPortion(line: String) throws {
    let redactor = try Releases.redactor("public-release")
    var texts = ["\(line)\n\n1. (U) The ice left.\n\n2. (S) The plan.\n"]
    // A sentence goes on with the paragraph above it; a title belongs to the one below.
    if !line.hasSuffix(".") { texts.append("1. (U) The ice left.\n\n\(line)\n\n2. (S) The plan.\n") }
    for text in texts {
      Self.expectNone(Self.telegram.replacing("@", with: text + "QUIMBY\n"), redactor)
    }
    Self.expectNone(
      Self.telegram.replacing("@", with: "1. (U) The ice left.\n\n2. (S) So.\n") + "\n\(line)\n", redactor)
    if line.contains("pilots") {
      Self.expectNone(
        Releases.paper.replacing("SUBJECT:", with: "\(line)\n\nSUBJECT:"), redactor)
    }
  }

  /// The same telegram with what stays: everything that is marked (U).
  @Test func whatIsReleasedStays() throws {
    let text = "1. (U) The ice left.\n\n2. (S) The plan is known.\n\n3. (U) The lights are on.\nQUIMBY\n"
    let release = try Releases.release(
      Self.telegram.replacing("@", with: text), by: try Releases.redactor("public-release"))
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(
      copy.contains("1. (U) The ice left.\n\n2. (S) [(b)(1) 1.4(d), 1 line withheld]\n\n3. (U) The lights are on."))
    #expect(copy.hasSuffix("#0907\n\nNNNN\n"))
  }

  /// The mark in a cell holds for the cell: what else stands in the row has marks of its own, or none.
  @Test func aTable() throws {
    let redactor = try Releases.redactor("public-release")
    let withheld = "(S) [(b)(1) 1.4(d), 1 line withheld] |"
    let table = "1. (U) The ice left.\n\n| (U) Berth | (S) CANARY depth |\n|---|---|\n| (U) 12 | (S) CANARY fathoms |"
    let paper = Releases.paper.replacing("1. (U) The ice left the basin.", with: table)
    let copy = String(decoding: try Releases.release(paper, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("| (U) Berth | \(withheld)\n|---|---|\n| (U) 12 | \(withheld)"))
    for row in ["| CANARY | (U) x |", "| (U) x | CANARY |", "| CANARY | pilots |"] {
      Self.expectNone(paper.replacing("|---|---|", with: row), redactor)
    }
    // Nor does that of a title hold for the first row.
    for row in ["| CANARY | (S) x |", "| CANARY | (U) x | (S) y |", "CANARY | (U) x |"] {
      let titled = "1. (U) The ice left.\n\n(U) Table 1. Depths\n\n\(row)\n|---|---|\n| (U) 12 | (S) 14 |"
      Self.expectNone(Releases.paper.replacing("1. (U) The ice left the basin.", with: titled), redactor)
    }
  }

  /// Nobody can say whether a short block before a paragraph is its title or the end of the one above.
  @Test(arguments: ["(S)", "(U)"]) func aTitleGoesWithEither(mark: String) throws {
    let redactor = try Releases.redactor("public-release")
    let other = mark == "(S)" ? "(U)" : "(S)"
    let text = "1. \(mark) The schedule:\n\nJuly 4\n0900 CANARY departs\n\n2. \(other) The lights are on.\n"
    let release = try Releases.release(Self.telegram.replacing("@", with: text + "QUIMBY\n"), by: redactor)
    #expect(!String(decoding: release.file, as: UTF8.self).contains("CANARY"))
  }

  /// Among the lines of the heading, where no paragraph is.
  @Test(arguments: ["SIPDIS", "S E C R E T REYKJAVIK 000907", "TAGS: PREL, IC"])
  func textInTheHeading(line: String) throws {
    let text = Self.telegram.replacing("@", with: "1. (U) The ice left.\nQUIMBY\n")
    Self.expectNone(
      text.replacing(line, with: "\(line)\n\nThe CANARY pilots wait here.\n"),
      try Releases.redactor("public-release"))
  }

  /// Lines of the transmission are withheld one by one, not with everything between the first and the last.
  @Test func theTransmissionIsItsLines() throws {
    let text = "1. (U) The ice left.\nQUIMBY\n"
    let redactor = try Releases.redactor(file: "<element name='transmission'/>")
    let copy = String(
      decoding: try Releases.release(Self.telegram.replacing("@", with: text), by: redactor).file, as: UTF8.self)
    #expect(copy.contains("1. (U) The ice left.\nQUIMBY\n"))
    for word in ["VZCZC", "RUEHC", "140233Z", "FM AMEMBASSY", "#0907", "NNNN"] { #expect(!copy.contains(word)) }
  }
}
