/// Texts written by hand after the detectors were made, with « » around what is to be found, each with the entity before it
/// ("SSN«…»"). Letters, forms, notes and lists, as people write them; nobody in them exists.
enum HandWritten {
  static let texts: [String] = [
    """
    To whom it may concern: I lost my wallet on the ferry. My Social Security card (SSN«514-38-7793») and my driver's
    license from Franklin (DRIVERS-LICENSE«F471-0288-3360») were in it. Please call PHONE«(312) 555-0184» or write to
    EMAIL«g.hollis@example.net». I live at ADDRESS«62 Quarry Lane, Riverton, IL 62704».
    """,
    """
    APPLICANT: HOLLIS, GRETA M.
    DOB: DATE-OF-BIRTH«14 FEB 1971»    POB: HARBOR CITY
    SSN: SSN«514387793»                PPT: PASSPORT«493817265»
    A-NUMBER: A-NUMBER«A078-542-913»   VISA NO.: VISA«K4827193»
    """,
    """
    1. (SBU) Post issued 412 visas in May, 9 percent more than in May 2008. Refusals under 214(b) rose. REF: 09 RIVERTON 907.
    2. (SBU) The consul met Ms. Varga, born DATE-OF-BIRTH«3/9/1964», who holds U.S. passport PASSPORT«C10482261».
    3. (U) POC: Econ officer, tel. PHONE«+855 23 728 000», ext. 41.
    """,
    """
    Wire instructions: Harbor Bank, ABA routing no. ABA-ROUTING«021000021», acct BANK-ACCOUNT«8830471026», for the account of
    the fund. European payers use IBAN«DE89 3704 0044 0532 0130 00». Tax id EIN«47-3150928».
    """,
    """
    Please charge my Visa, CREDIT-CARD«4111-1111-1111-1111», exp. 09/29. If it is declined use the American Express card
    ending in 0005 (CREDIT-CARD«3782 822463 10005»). Order 112-4417730-2290612 came to $1,204.50.
    """,
    """
    Log: 2019-04-02 11:20:31 login failed for user ghollis from IP-ADDRESS«198.51.100.23» (host MAC-ADDRESS«00:1b:44:11:3a:b7»),
    then from IP-ADDRESS«2001:db8:85a3::8a2e:370:7334»; see URL«https://wiki.example.org/logins?day=2». Agent version 4.2.1.17.
    """,
    """
    The vessel was last seen at COORDINATES«38°53'51"N 77°02'11"W», then at COORDINATES«18S UJ 23480 06470». Another report
    gives COORDINATES«38.8977, -77.0365». Speed 12.5 knots, 3.2 m seas.
    """,
    """
    Staff list. Lee, DoD ID DOD-ID«1284637705», cell PHONE«808-555-0127». Costa, EDIPI DOD-ID«1099483726», DSN PHONE«315-555-0199».
    Mail: ADDRESS«PSC 473 Box 12, FPO AP 96349».
    """,
    """
    He was born on DATE-OF-BIRTH«May 12, 1961», joined in June 1985, and retired on May 12, 2011. Spouse: DOB
    DATE-OF-BIRTH«1963-08-30». Taxpayer identification number ITIN«912-74-3862».
    """,
    """
    Section 3.2.1.4 of the guide, 22 U.S.C. 2778 and 9 FAM 303.3 apply. E.O. 13526, section 1.4(d). See also 5 CFR 2635.101.
    DE RUEHRV 0907 3480233 R 140233Z DEC 09. The vote was 412-19. Lot 514387793 was sold for $88,000.
    """,
    """
    Contact our press office at EMAIL«press@harbor.example.org», PHONE«202.555.0166» (fax PHONE«202.555.0167»), or visit
    URL«www.harbor.example.org». Office hours 9-5, room 4471.
    """,
    """
    Ship to: G. Hollis, ADDRESS«P.O. Box 771, Harbor City, CA 90710». Return label: tracking 9400 1118 9922 3817 4410 22.
    Invoice 20190402-17, part no. 514-38-7793, quantity 12.
    """,
    """
    SSN«514-38-7793», SSN«362-04-0839» and SSN«219-09-9998» are the members' SSNs. Case 1:09-cv-04341. Docket 88-3310.
    """,
    """
    My account number is BANK-ACCOUNT«000123456789». My account of the trip is three pages long. On account of rain we left.
    """,
    """
    Kontakt: PHONE«+49 30 8305 1200», EMAIL«m.vogel@beispiel.example.de». IBAN IBAN«GB29NWBK60161331926819».
    UK office: PHONE«+44 (0)20 7946 0958».
    """,
    """
    Reminder: the driver must carry a license. DL: DRIVERS-LICENSE«S530 4601 7722». The dl command prints a list. License
    plate HX-4471 is no license number that we keep.
    """,
  ]

  /// One of the texts without its marks, and what they say.
  static func read(_ marked: String) -> LabelledText {
    var text = LabelledText()
    var rest = marked[...]
    while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
      let before = rest[..<open]
      let entity = before.reversed().prefix { $0.isUppercase || $0 == "-" }.reversed()
      text.text += before.dropLast(entity.count)
      text.add("@", value: String(rest[rest.index(after: open)..<close]), as: "by hand", entity: String(entity))
      rest = rest[rest.index(after: close)...]
    }
    text.text += rest
    return text
  }
}
