import Redaction
import Testing

/// The lines around the paragraphs of a telegram: subjects, drafters, headings of pages, telegrams within it.
@Suite("Lines of a telegram in a release") struct TelegramFormTests {
  @Test func smartNamesItsDrafters() throws {
    let text = FictionalTelegram.smart(
      """
      POL: Tobin Ek
                     ECON: Bo Finch
      Approved By:   Carl Roe
      Released By:   REYKJAVIK: Dan Poe
      Info:          LISBON COLLECTIVE ROUTINE
      """)
    let copy = try FictionalTelegram.copy(text)
    for name in ["Marsh", "Ek", "Finch", "Roe", "Poe", "QUIMBY"] { #expect(!copy.contains(name)) }
    #expect(copy.contains("Dissemination Rule: Archive Copy"))
    let more = text.replacing("Archive Copy\n", with: "Archive Copy\n\nSeekers wait.\n")
    #expect(throws: Refusal.self) { try FictionalTelegram.copy(more) }
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
    let copy = try FictionalTelegram.copy(text)
    for name in ["MARSH", "TEK", "FINCH"] { #expect(!copy.contains(name)) }
    #expect(copy.contains("DRAFTED BY [(b)(6)]\nAPPROVED BY [(b)(6)]\n[(b)(6)]\n     "))
    #expect(copy.contains("DRAFTED BY THE PILOTS.") && copy.contains("141612Z /38"))
    let double = try FictionalTelegram.copy(text.replacing("\n", with: "\n\n"))
    for name in ["MARSH", "TEK", "FINCH"] { #expect(!double.contains(name), "\(double)") }
    #expect(double.contains("DRAFTED BY THE PILOTS.") && double.contains("141612Z /38"))
  }

  /// What stands between the head of the first page of a print and the addressees.
  private static let printHeader = """
    ACTION ARA-15

    INFO OCT-01 ISO-00 /013 R
                         ------------------  069010 141612Z /38
    R 141502Z JAN 79
    FM AMEMBASSY LA PAZ
    TO SECSTATE WASHDC 6161
    """

  /// The attributes of a print repeat the subject: it goes there, too.
  @Test func theSubjectOfTheAttributes() throws {
    let text = """
      CONFIDENTIAL

      PAGE 01        LA PAZ  01088  141612Z
      \(Self.printHeader)

      C O N F I D E N T I A L LA PAZ 1088

      E.O. 12065: GDS 1/14/85 (ROE, ANN)
      TAGS: ECON, BL
      SUBJECT: (C) THE SEEKERS AND THEIR QUARTERS

      1. (U) THE LAMPS ARE ON.

      2. (C) SO ARE THE SEEKERS.
      ROE

      CONFIDENTIAL

      NNN

                           Message Attributes

      Review Date: 20 MAR 2014
      Subject: (C) THE SEEKERS AND
      THEIR QUARTERS
      TAGS: ECON, BL

      """
    for attributes in [text, text.replacing("Subject: (C) THE", with: "Subject: THE")] {
      let copy = try FictionalTelegram.copy(attributes)
      #expect(!copy.contains("SEEKERS") && !copy.contains("QUARTERS"))
      #expect(copy.contains("20 MAR 2014\nSubject: ") && copy.contains("\nTAGS: ECON, BL\n"))
    }
    let open = text.replacing("(C) THE", with: "(U) THE").replacing("SO ARE THE SEEKERS", with: "THE ICE LEFT")
    #expect(try FictionalTelegram.copy(open).contains("Subject: (U) THE SEEKERS AND\nTHEIR QUARTERS\nTAGS"))
  }

  /// An unmarked subject of a classified telegram is a portion without a mark; not so before E.O. 12958.
  @Test func anUnmarkedSubject() throws {
    let text = FictionalTelegram.text("1. (U) The lamps are on.", subject: "SUBJECT: THE SEEKERS\nARE OLD")
    #expect(throws: Refusal.self) { try FictionalTelegram.copy(text) }
    let withheld = try FictionalTelegram.copy(text, unmarked: .withhold)
    #expect(!withheld.contains("SEEKERS") && !withheld.contains("ARE OLD"))
    #expect(try FictionalTelegram.copy(text, unmarked: .release).contains("SEEKERS"))
    let old = text.replacing("MAR 09", with: "MAR 90").replacing("12958: DECL: 03/12/2019", with: "12356: DECL: OADR")
    #expect(try FictionalTelegram.copy(old).contains("SEEKERS"))
    // Where one mark holds for the entire text it holds for the subject.
    let whole = FictionalTelegram.text("1. (S - ENTIRE TEXT)\n\n2. The lamps are on.", subject: "SUBJECT: THE SEEKERS")
    #expect(try !FictionalTelegram.copy(whole).contains("SEEKERS"))
    #expect(try FictionalTelegram.copy(Releases.cable).contains("SUBJECT: HARBOR DEPTH"))
  }

  /// What stands under a colon is a table or a list, not the title of what follows.
  @Test func rowsAreNoTitle() throws {
    let rows = "2007     44 tons\n2008     51 tons"
    #expect(try FictionalTelegram.released("1. (U) The lamps by year:\n\n\(rows)\n\n2. (S) So.").contains(rows))
    let posts = "Oslo: the Consul\nBergen: the Vice Consul"
    #expect(try FictionalTelegram.released("1. (U) The lamps by post:\n\n\(posts)\n\n2. (S) So.").contains(posts))
    let items = "-- Jane Roe, lamps of the quay\n\n-- Ann Quimby, lamps\nof the pier"
    let copy = try FictionalTelegram.released("1. (U) The lamps:\n\n\(items)\n\n2. (S) So.")
    #expect(copy.contains("lamps\nof the pier"))
    #expect(try !FictionalTelegram.released("1. (U) It rains.\n\n-- THE SEEKERS\n\n2. (S) So.").contains("SEEKERS"))
    #expect(try !FictionalTelegram.released("1. (U) The lamps:\n\nTHE SEEKERS\n\n2. (S) So.").contains("SEEKERS"))
  }

  /// A page heading is of the page, wherever it stands; a title below it is none.
  @Test func aPageHeadingStays() throws {
    let heading = "REYKJAVIK 00000907 002 OF 002"
    let text =
      "1. (U) It rains.\n\n2. (S) The pilots wait.\n\n\(heading)\n\n3. (S) The seekers.\n\n\(heading)\n\n4. (U) So."
    let paragraph = "\(heading)\n\n3. (S) [(b)(1) 1.4(d), 1 line withheld]\n\n\(heading)"
    #expect(try FictionalTelegram.released(text).contains(paragraph))
    let title = "1. (U) It rains.\n\n\(heading)\n\nTHE SEEKERS\n\n2. (S) The pilots wait."
    #expect(try !FictionalTelegram.released(title).contains("SEEKERS"))
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
    let copy = try FictionalTelegram.released("1. (U) Text of Oslo 118:\n\n\(quoted)\n\n2. (U) It rains.")
    #expect(!copy.lowercased().contains("seekers") && copy.contains("TAGS: PREL\nSUBJECT: (C) [(b)(1) 1.4(d)"))
    #expect(copy.contains("BEGIN TEXT") && copy.contains("2. (U) It rains.") && copy.contains("The lamps are on."))
    // Within a paragraph that is withheld it goes with that.
    let whole = try FictionalTelegram.released("1. (S) Text of Oslo 118:\n\n\(quoted)\n\n2. (U) It rains.")
    #expect(!whole.lowercased().contains("seekers") && !whole.contains("lamps") && !whole.contains("OSLO"))
    #expect(whole.contains("2. (U) It rains."))
  }

  /// The header of a further section of a print stands within a paragraph and is of the page.
  @Test func aPrintKeepsTheHeadersOfItsSections() throws {
    let header = """
      PAGE 01        LA PAZ  01088  @ OF 02  141612Z
      \(Self.printHeader)
      INFO AMEMBASSY LIMA
      DIA WASHDC

      C O N F I D E N T I A L SECTION @ OF 02 LA PAZ 1088

      """
    let text = """
      CONFIDENTIAL

      \(header.replacing("@", with: "01"))
      E.O. 12065: GDS 1/14/85 (ROE, ANN)
      TAGS: ECON, BL
      SUBJECT: HARBOR DUES

      1. C - ENTIRE TEXT

      2. THE LAMPS ARE ON AND THE SEEKERS
      WAIT FOR THE
      CONFIDENTIAL

      CONFIDENTIAL

      \(header.replacing("@", with: "02"))
      ICE TO LEAVE THE BASIN.

      3. SO DO THE PILOTS.
      ROE

      CONFIDENTIAL

      NNN

      """
    let copy = try FictionalTelegram.copy(text, under: "state-foia")
    #expect(!copy.contains("SEEKERS") && !copy.contains("BASIN") && !copy.contains("PILOTS"))
    #expect(copy.contains(header.replacing("@", with: "02")))
  }
}
