import Redaction
import Testing

/// What a telegram's paragraphs hold beside their first mark, and the lines around them.
@Suite("Releases of telegrams") struct TelegramReleaseTests {
  static func telegram(_ text: String, subject: String = "SUBJECT: (U) HARBOR DEPTH") -> String {
    """
    VZCZCXYZ0008
    PP RUEHC
    DE RUEHRK #0907 0711402
    ZNY SSSSS ZZH
    P 121402Z MAR 09
    FM AMEMBASSY REYKJAVIK
    TO RUEHC/SECSTATE WASHDC PRIORITY 1444
    BT
    S E C R E T REYKJAVIK 000907

    SIPDIS

    E.O. 12958: DECL: 03/12/2019
    TAGS: PREL, IC
    \(subject)

    Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).

    \(text)

    9. (C) The treaty is read closely.
    QUIMBY
    BT
    #0907
    NNNN

    """
  }

  private static func copy(
    _ text: String, under policy: String = "public-release", unmarked: Planner.UnmarkedPortions = .refuse
  ) throws -> String {
    var redactor = try Releases.redactor(policy)
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// The copy of a telegram with this text; a copy of the copy is the copy.
  private static func released(_ text: String) throws -> String {
    let copy = try copy(telegram(text))
    #expect(try self.copy(copy) == copy)
    return copy
  }

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
    "1. (U) The seekers wait. (S)\n\nIt rains.", "1. (U) The lamps. (S)\n\nThe seekers wait.",
  ]

  @Test(arguments: inner) func whatIsBesideAnotherMarkGoesByIt(_ text: String) throws {
    #expect(try !Self.released(text).lowercased().contains("seekers"))
    for unmarked in [Planner.UnmarkedPortions.withhold, .release] {
      let copy = try Self.copy(Self.telegram(text), unmarked: unmarked)
      #expect(!copy.lowercased().contains("seekers"), "\(copy)")
      let lines = try Self.copy(
        Self.telegram(text).replacing("\n", with: "\r\n"), under: "state-foia", unmarked: unmarked)
      #expect(!lines.lowercased().contains("seekers") || text.contains("SBU"), "\(lines)")
    }
  }

  @Test func itemsGoByTheirOwnMarks() throws {
    let copy = try Self.released("1. (U) So:\n\n-- The seekers are old. (S)\n\n-- It rains. (U)\n\n2. (U) It is cold.")
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
      #expect(try !Self.released(text).contains("Seekers"), "\(text)")
    }
    // Behind other text of the same block, where a banner may stand as well.
    guard !mark.hasSuffix("\n") else { return }
    #expect(try !Self.released("1. (U) The lamps are on.\n\(mark) Seekers are old.").contains("Seekers"))
  }

  /// Letters that are no marks: those of lists, plurals and sections.
  @Test(arguments: [
    "1. (U) The lamps: (A) one, (B) two, (C) three, and the seekers.",
    "1. (U) The section 1.4 (B) and (C) of the order says seekers.", "1. (U) The district(S) of the seekers.",
    "1. (U) Section 212(a)(6)(C) is about seekers.", "1. (U) Senator Roe (R) saw the seekers.",
    "1. (U) The U/S for seekers came.\nS/P seekers came too.", "1. (U) Confidential talks of\nSECRET seekers.",
  ])
  func noMark(_ text: String) throws {
    #expect(try Self.released(text).contains("seekers"))
  }

  /// The lines of SMART below the text.
  @Test func smartNamesItsDrafters() throws {
    let text = """
      CONFIDENTIAL

      MRN:          12 REYKJAVIK 907
      Date/DTG:     Mar 12, 2012 / 121402Z MAR 12
      From:         AMEMBASSY REYKJAVIK
      Action:       WASHDC, SECSTATE ROUTINE
      E.O.:         13526
      TAGS:         PREL, IC
      Subject:      (U) Harbor depth

      Classified By: Jane Doe, Ambassador
      Reason: 1.4 (b), (d)
      Declassify On: 2022/03/12

      1. (U) The lamps are on.

      2. (C) The pilots wait for the ice to leave.

      Signature:     QUIMBY

      Drafted By:    Ann Marsh
      Cleared By:    POL: Tobin Ek
                     ECON: Bo Finch
      Approved By:   Carl Roe
      Released By:   REYKJAVIK: Dan Poe
      Dissemination Rule: Archive Copy

      CONFIDENTIAL

      """
    let copy = try Self.copy(text)
    for name in ["Marsh", "Ek", "Finch", "Roe", "Poe", "QUIMBY"] { #expect(!copy.contains(name)) }
    #expect(copy.contains("Dissemination Rule: Archive Copy"))
    let more = text.replacing("Archive Copy\n", with: "Archive Copy\n\nSeekers wait.\n")
    #expect(throws: Refusal.self) { try Self.copy(more) }
  }

  @Test func aPrintNamesItsDrafters() throws {
    let text = """
      LIMITED OFFICIAL USE

      PAGE 01        STATE  010886
      ORIGIN EUR-12

      INFO OCT-01 ISO-00 /013 R

      DRAFTED BY EUR/NB:AMARSH:CW
      APPROVED BY EUR:TEK
      S/S - O:BFINCH
                           ------------------  069010 141612Z /38
      R 141502Z JAN 78
      FM SECSTATE WASHDC
      TO AMEMBASSY LA PAZ

      LIMITED OFFICIAL USE STATE 010886

      E.O. 11652: N/A
      TAGS: ECON, BL
      SUBJECT: HARBOR DUES

      1. (U) THE LAMPS ARE ON. THE LIST IS
      DRAFTED BY THE PILOTS.

      2. (LOU) THE PILOTS WAIT.

      VANCE

      LIMITED OFFICIAL USE

      NNN

                           Message Attributes

      Drafter: AMARSH
      Review Date: 20 MAR 2014

      """
    let copy = try Self.copy(text)
    for name in ["MARSH", "TEK", "FINCH"] { #expect(!copy.contains(name)) }
    #expect(copy.contains("DRAFTED BY [(b)(6)]\nAPPROVED BY [(b)(6)]\n[(b)(6)]\n     "))
    #expect(copy.contains("DRAFTED BY THE PILOTS.") && copy.contains("141612Z /38"))
  }

  /// An unmarked subject of a classified telegram is a portion without a mark; not so before E.O. 12958.
  @Test func anUnmarkedSubject() throws {
    let text = Self.telegram("1. (U) The lamps are on.", subject: "SUBJECT: THE SEEKERS\nARE OLD")
    #expect(throws: Refusal.self) { try Self.copy(text) }
    let withheld = try Self.copy(text, unmarked: .withhold)
    #expect(!withheld.contains("SEEKERS") && !withheld.contains("ARE OLD"))
    #expect(try Self.copy(text, unmarked: .release).contains("SEEKERS"))
    let old = text.replacing("MAR 09", with: "MAR 90").replacing("12958: DECL: 03/12/2019", with: "12356: DECL: OADR")
    #expect(try Self.copy(old).contains("SEEKERS"))
    // Where one mark holds for the entire text it holds for the subject.
    let whole = Self.telegram("1. (S - ENTIRE TEXT)\n\n2. The lamps are on.", subject: "SUBJECT: THE SEEKERS")
    #expect(try !Self.copy(whole).contains("SEEKERS"))
    #expect(try Self.copy(Releases.cable).contains("SUBJECT: HARBOR DEPTH"))
  }

  @Test(arguments: [
    "1. (S - ENTIRE TEXT)", "1. S - ENTIRE TEXT.", "1. SECRET - ENTIRE TEXT.", "1. (S) ENTIRE TEXT.",
    "1. (S - ENTIRE TEXT) So:",
  ])
  func oneMarkForTheEntireText(_ first: String) throws {
    for policy in ["public-release", "state-foia"] {
      let text = Self.telegram("\(first)\n\n2. The seekers are old.\n\n3. The lamps are on.")
      let copy = try Self.copy(text, under: policy)
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
    let copy = try Self.released(text)
    #expect(!copy.contains("seekers") && copy.contains("that the lamps stay;"))
  }

  @Test func aMarkOverTwoLines() throws {
    let copy = try Self.released("1. (S//REL TO USA,\nNOR) The seekers are old.\n\n2. (U) The lamps are on.")
    #expect(copy.contains("1. (S//REL TO USA,\nNOR) [(b)(1) 1.4(d), 1 line withheld]\n\n2. (U) The lamps are on."))
  }

  /// What stands under a colon is a table or a list, not the title of what follows.
  @Test func rowsAreNoTitle() throws {
    let rows = "2007     44 tons\n2008     51 tons"
    #expect(try Self.released("1. (U) The lamps by year:\n\n\(rows)\n\n2. (S) So.").contains(rows))
    let posts = "Oslo: the Consul\nBergen: the Vice Consul"
    #expect(try Self.released("1. (U) The lamps by post:\n\n\(posts)\n\n2. (S) So.").contains(posts))
    #expect(try !Self.released("1. (U) The lamps:\n\nTHE SEEKERS\n\n2. (S) So.").contains("SEEKERS"))
  }

  /// A page heading is of the page, wherever it stands; a title below it is none.
  @Test func aPageHeadingStays() throws {
    let heading = "REYKJAVIK 00000907 002 OF 002"
    let text =
      "1. (U) It rains.\n\n2. (S) The pilots wait.\n\n\(heading)\n\n3. (S) The seekers.\n\n\(heading)\n\n4. (U) So."
    #expect(try Self.released(text).contains("\(heading)\n\n3. (S) [(b)(1) 1.4(d), 1 line withheld]\n\n\(heading)"))
    let title = "1. (U) It rains.\n\n\(heading)\n\nTHE SEEKERS\n\n2. (S) The pilots wait."
    #expect(try !Self.released(title).contains("SEEKERS"))
  }

  @Test func aTelegramInAnotherKeepsItsHeading() throws {
    let quoted = """
      BEGIN TEXT

      C O N F I D E N T I A L OSLO 000118

      E.O. 12958: DECL: 03/01/2019
      TAGS: PREL
      SUBJECT: (C) THE SEEKERS ARE OLD
      REF: OSLO 7

      1. (C) The seekers go.

      2. (U) The lamps are on.

      END TEXT
      """
    let copy = try Self.released("1. (U) Text of Oslo 118:\n\n\(quoted)\n\n2. (U) It rains.")
    #expect(!copy.lowercased().contains("seekers") && copy.contains("TAGS: PREL\nSUBJECT: (C) [(b)(1) 1.4(d)"))
    #expect(copy.contains("BEGIN TEXT") && copy.contains("2. (U) It rains.") && copy.contains("The lamps are on."))
    // Within a paragraph that is withheld it goes with that.
    let whole = try Self.released("1. (S) Text of Oslo 118:\n\n\(quoted)\n\n2. (U) It rains.")
    #expect(!whole.lowercased().contains("seekers") && !whole.contains("lamps") && !whole.contains("OSLO"))
    #expect(whole.contains("2. (U) It rains."))
  }
}
