import Redaction
import Testing

/// What a telegram's paragraphs hold beside their first mark, and the lines around them.
@Suite("Releases of telegrams") struct TelegramReleaseTests {
  private static let inner = [
    "1. (U) The lamps are on. (S) The seekers are old.", "1. (U) The lamps are on. (S//NF) The seekers are old.",
    "1. (U) The lamps are on. (SBU) The seekers are old.", "1. (U) The lamps are on (C/NF) where seekers stand.",
    "1. (U) The lamps are on.\n(C) COMMENT: The seekers are old.\nEND COMMENT.",
    "1. (U) The lamps are on. (S) The pilots\nwait.\n\nThe seekers are old.",
    "1. (U) The lamps are on. (S//REL TO USA,\nNOR) The seekers are old.",
    "1. (U) The lamps:\n\n-- The seekers are old. (S)\n\n-- It rains. (U)",
    "1. (U) The lamps:\n\n-- The old pilots and\nthe seekers wait. (S//NF)\n-- It rains. (U)",
    "1. (U) The lamps:\n-- (U) It rains.\n-- (TS//SI//NF) The seekers are old.",
    "1. (U) The lamps.\n\nTHE SEEKERS (S)\n\n2. (U) It rains.", "1. (U) The old seekers wait. (S) It rains. (U)",
    "1. (U) The lamps.\n\nTHE SEEKERS (S)\n-----------\n\n2. (U) It rains.",
    "1. (U) The lamps.\n\n-----------\nTHE SEEKERS (S//NF)\n-----------\n\n2. (U) It rains.",
    "1. (U) The lamps.\n\nWINTER (S)\n-----------\n\nThe seekers wait.\n\n2. (U) It rains.",
    "1. (U) The lamps.\n\nTHE SEEKERS (S)\n-----------\n\nThe seekers\nwait.\n\n2. (U) It rains.",
    "1. (U) SUMMARY: The lamps. END SUMMARY.2. (S) The seekers wait.\n\n3. (U) It rains.",
    "1. (U) The seekers wait. (S)\n\nIt rains.", "1. (U) The lamps. (S)\n\nThe seekers wait.",
  ]

  @Test(arguments: inner) func whatIsBesideAnotherMarkGoesByIt(_ text: String) throws {
    #expect(try !FictionalTelegram.released(text).lowercased().contains("seekers"))
    for unmarked in [Planner.UnmarkedPortions.withhold, .release] {
      let copy = try FictionalTelegram.copy(FictionalTelegram.text(text), unmarked: unmarked)
      #expect(!copy.lowercased().contains("seekers"), "\(copy)")
      let lines = try FictionalTelegram.copy(
        FictionalTelegram.text(text).replacing("\n", with: "\r\n"), under: "state-foia", unmarked: unmarked)
      #expect(!lines.lowercased().contains("seekers") || text.contains("SBU"), "\(lines)")
    }
  }

  @Test func itemsGoByTheirOwnMarks() throws {
    let items = "-- The seekers are old. (S)\n\n-- It rains. (U)"
    let copy = try FictionalTelegram.released("1. (U) So:\n\n\(items)\n\n2. (U) It is cold.")
    #expect(copy.contains("-- [(b)(1) 1.4(d), 1 line withheld] (S)\n\n-- It rains. (U)\n\n2. (U) It is cold."))
  }

  @Test(arguments: [
    "[S]", "{S//NF}", "（S//NF）", "(CONF)", "SECRET:", "Confidential --", "S E C R E T", "S//NF", "TS//SI//NF",
    "C/NF", "-- [C]", "a. (CONFID)", "T O P  S E C R E T\n", "S E C R E T\n",
  ])
  func aDamagedMarkIsOne(_ mark: String) throws {
    for text in [
      "1. (U) The lamps:\n\n\(mark) Seekers are old.", "1. (U) The lamps are on.\n\n\(mark) Seekers are\nold.",
    ] {
      #expect(try !FictionalTelegram.released(text).contains("Seekers"), "\(text)")
    }
    // Behind other text of the same block, where a banner may stand as well.
    guard !mark.hasSuffix("\n") else { return }
    #expect(try !FictionalTelegram.released("1. (U) The lamps are on.\n\(mark) Seekers are old.").contains("Seekers"))
  }

  /// Letters that are no marks: those of lists, plurals and sections.
  @Test(arguments: [
    "1. (U) The lamps: (A) one, (B) two, (C) three, and the seekers.",
    "1. (U) The section 1.4 (B) and (C) of the order says seekers.", "1. (U) The district(S) of the seekers.",
    "1. (U) Section 212(a)(6)(C) is about seekers.", "1. (U) Senator Roe (R) saw the seekers.",
    "1. (U) The U/S for seekers came.\nS/P seekers came too.", "1. (U) Confidential talks of\nSECRET seekers.",
  ])
  func noMark(_ text: String) throws {
    #expect(try FictionalTelegram.released(text).contains("seekers"))
  }

  /// The lines of SMART below the text.
  @Test(arguments: [
    "1. (S - ENTIRE TEXT)", "1. S - ENTIRE TEXT.", "1. SECRET - ENTIRE TEXT.", "1. (S) ENTIRE TEXT.",
    "1. (S - ENTIRE TEXT) So:",
  ])
  func oneMarkForTheEntireText(_ first: String) throws {
    for policy in ["public-release", "state-foia"] {
      let text = FictionalTelegram.text("\(first)\n\n2. The seekers are old.\n\n3. The lamps are on.")
      let copy = try FictionalTelegram.copy(text, under: policy)
      #expect(!copy.contains("seekers") && !copy.contains("lamps"))
    }
  }

  @Test(arguments: [
    "1. (U) It rains.\n\n2. (S) The pilots ask\n\n   (a) (S) that the seekers go;\n\n   (b) (U) that the lamps stay;",
    "1. (U) It rains.\n\n2. (S) The pilots ask\n(A) (S) that the seekers go;\n(B) (U) that the lamps stay;",
    "1. (U) It rains.\n\n2. (U) The pilots ask\na. (S) that the seekers go;\nb. (U) that the lamps stay;",
    "1. (U) It rains.\n\n2. (S) Pilots ask\n  -- (S) that the seekers go;\n  -- (U) that the lamps stay;",
  ])
  func subparagraphs(_ text: String) throws {
    let copy = try FictionalTelegram.released(text)
    #expect(!copy.contains("seekers") && copy.contains("that the lamps stay;"))
  }

  @Test func aMarkOverTwoLines() throws {
    let copy = try FictionalTelegram.released(
      "1. (S//REL TO USA,\nNOR) The seekers are old.\n\n2. (U) The lamps are on.")
    #expect(copy.contains("1. (S//REL TO USA,\nNOR) [(b)(1) 1.4(d), 1 line withheld]\n\n2. (U) The lamps are on."))
  }

  /// A letter above a telegram goes by the marks and levels that stand in it.
  @Test(arguments: [
    "From: Roe\nTo: Doe\nSubject: (S) The seekers\n\nSee below.",
    "MEMORANDUM\n\nFrom: Roe\nSubject: Cable\n\n(S) The seekers wait.",
    "SECRET\n\nMEMORANDUM\n\nFrom: Roe\nSubject: Cable\n\n1. The seekers wait.\n\nSECRET",
  ])
  func whatCoversATelegram(_ cover: String) throws {
    let text = cover + "\n\n" + FictionalTelegram.text("1. (U) The lamps are on.\n\n2. (U) It rains.")
    for policy in ["public-release", "state-foia"] {
      for unmarked in [Planner.UnmarkedPortions.withhold, .release] {
        #expect(
          try !Releases.leaves("seekers") {
            try FictionalTelegram.copy(text, under: policy, unmarked: unmarked)
          })
      }
    }
  }
}
