import Redaction
import Testing

/// A telegram of several sections repeats its heading: what stands behind it goes by the paragraph that it cuts.
@Suite("Text behind the heading of a section") struct ContinuationTests {
  private static let repeated = """
    SIPDIS

    E.O. 12958: DECL: 03/12/2019
    TAGS: ECON SENV IC
    SUBJECT: @

    """

  private static func telegram(
    _ text: String, level: String = "S E C R E T", subject: String = "(U) BOATS AND ICE", caption: String = "NOFORN"
  ) -> String {
    """
    VZCZCXYZ0008
    PP RUEHC
    DE RUEHRK #0214/01 0711402
    ZNR UUUUU ZZH
    P 121402Z MAR 09
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC PRIORITY 3921
    BT
    \(level) SECTION 01 OF 02 REYKJAVIK 000214

    SIPDIS

    \(caption)

    E.O. 12958: DECL: 03/12/2019
    TAGS: ECON SENV IC
    SUBJECT: \(subject)

    Classified By: CDA Ann Finch for reasons 1.4 (b) and (d).

    1. (U) SUMMARY: The harbor is open. END SUMMARY.

    \(text)

    9. (U) The festival ended on a Sunday.

    HOBBS
    BT
    #0214
    NNNN

    """
  }

  private static func heading(_ subject: String, level: String = "S E C R E T") -> String {
    "\(level) SECTION 02 OF 02 REYKJAVIK 000214\n\n\(repeated.replacing("@", with: subject))"
  }

  private static let wire = FictionalTelegram.transmissionBreak(from: "REYKJAVIK")

  private static func expectNone(_ text: String, _ policy: String, stays: String = "9. (U) The festival ended") throws {
    let copy = try FictionalTelegram.copy(text, under: policy)
    #expect(!copy.lowercased().contains("zebrafish"), "\(copy)")
    #expect(copy.contains(stays), "\(copy)")
  }

  @Test(arguments: ["state-foia", "public-release"], ["(U) BOATS AND ICE", "(S) BOATS AND ICE"])
  func aParagraphThatASectionCuts(policy: String, subject: String) throws {
    for mark in ["(S)", "(C)"] {
      for rest in [
        "zebrafish in the basin.", "zebrafish", "zebrafish in it.\n\nThe zebrafish is blue.", "ZEBRAFISH BASIN",
        "a. (U) Boats.\n\nThe zebrafish.",
      ] {
        for lead in ["2. \(mark) The harbor master keeps a", "2. \(mark) The master:\n\n   a. (U) Boats and"] {
          let text = "\(lead)\n\n\(Self.heading(subject))\n\(rest)"
          try Self.expectNone(Self.telegram(text), policy)
          try Self.expectNone(Self.telegram(text.replacing("BOATS AND ICE\n\n", with: "BOATS AND ICE\n")), policy)
          if policy == "state-foia" {
            try Self.expectNone(Self.telegram("\(lead)\n\(Self.wire)\(Self.heading(subject))\n\(rest)"), policy)
          }
        }
      }
    }
  }

  /// A mark within the paragraph holds behind the heading as well, and so does a lower one for a paragraph that is released.
  @Test func whatTheParagraphSays() throws {
    let heading = Self.heading("(U) BOATS AND ICE")
    try Self.expectNone(
      Self.telegram("2. (U) The boats. (S) The master keeps a\n\n\(heading)\nzebrafish."), "state-foia")
    let copy = try FictionalTelegram.copy(
      Self.telegram("2. (U) The harbor master keeps a\n\n\(heading)\nbook of boats.\n\n3. (S) The zebrafish."),
      under: "state-foia")
    #expect(copy.contains("book of boats.\n\n3. (S) [(b)"))
    #expect(copy.contains("SUBJECT: (U) BOATS AND ICE\n\nbook"))
    #expect(!copy.contains("zebrafish"))
    // A title below the heading goes with the paragraph below it.
    try Self.expectNone(
      Self.telegram("2. (U) The boats.\n\n\(heading)\nThe Zebrafish\n\n3. (S) The plan."), "state-foia")
    try Self.expectNone(
      Self.telegram("2. (U) The boats.\n\nThe Zebrafish\n\n\(heading)\n3. (S) The plan."), "state-foia")
  }

  @Test(arguments: ["BOATS AND ICE", "(SBU) BOATS AND ICE", "(U) BOATS AND ICE"])
  func unclassified(subject: String) throws {
    for end in ["\n\n", "\n"] {
      let heading = Self.heading(subject, level: "UNCLAS").replacing(
        "DECL: 03/12/2019", with: "N/A")
      let text = Self.telegram(
        "2. (SBU) The harbor master keeps a\n\n\(heading)\nzebrafish.".replacing("ICE\n\n", with: "ICE\(end)"),
        level: "UNCLAS", subject: subject, caption: "SENSITIVE"
      ).replacing("DECL: 03/12/2019", with: "N/A")
        .replacing("Classified By: CDA Ann Finch for reasons 1.4 (b) and (d).\n\n", with: "")
      try Self.expectNone(text, "public-release")
    }
  }

  /// A quotation in a paragraph, and what stands behind it or behind an item.
  @Test(arguments: [
    "2. (S) Text follows:\n\nBEGIN TEXT.\n\n1. (U) Boats.\n\nEND TEXT.\n\nZebrafish more.",
    "2. (S) Text follows:\n\nBEGIN TEXT.\n\n1. (U) Boats.\nEND TEXT.\nZebrafish more.",
    "2. (S) Text follows:\n\nBEGIN QUOTE\n\n1. (U) Boats.\n\nEND QUOTE\n\nZebrafish more.",
    "2. (S) The plan:\n\na. (U) Boats.\n\nThe zebrafish came back.",
    "2. (S) The plan:\n\n   a. (U) Boats.\n\nThe zebrafish came back.",
    "2. (S) The plan:\n\n   a. (U) Boats\n   and ice.\nThe zebrafish came back.",
    "2. (S) The plan:\n\n   a. (U) Boats.\nThe zebrafish came back.",
    "2. (S) The plan:\n\n   (a) (U) Boats.\n\n   (b) (U) Ice.\n\nThe zebrafish came back.\n\nZebrafish again.",
    "2. (S) The plan:\n\n-- (U) Boats.\n\nThe zebrafish came back.",
  ])
  func behindAnItem(text: String) throws {
    for policy in ["state-foia", "public-release"] {
      let copy = try FictionalTelegram.copy(FictionalTelegram.text(text), under: policy)
      #expect(!copy.lowercased().contains("zebrafish"), "\(copy)")
      #expect(copy.contains("Boats"), "\(copy)")
    }
  }

  @Test func anItemKeepsItsText() throws {
    let copy = try FictionalTelegram.copy(
      FictionalTelegram.text(
        "2. (S) The plan:\n\n   a. (U) Boats\nand ice.\n\n      - one is red\n\n      More of boats.\n\n   b. (S) Fish.\n\n3. (U) End."
      ))
    #expect(copy.contains("a. (U) Boats\nand ice.\n\n      - one is red\n\n      More of boats."), "\(copy)")
    #expect(copy.contains("3. (U) End."))
  }
}
