import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Captions, passing instructions and the E.O. line")
struct HeadingTests {
  private func heading(_ lines: String, level: String = "UNCLAS", date: String? = nil) throws -> MarkingDocument {
    let header = date.map { "\($0)\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC\n\n" } ?? ""
    let text = """
      \(header)\(level) TALLINN 000123

      \(lines)
      TAGS: PREL, EN
      SUBJECT: TALKS

      1. The talks went well.
      MARLOWE
      """
    return try read(text, form: date == nil ? .drafted : .wire)
  }

  @Test(
    "captions",
    arguments: [
      ("SENSITIVE\nSIPDIS", ["SENSITIVE", "SIPDIS"]), ("SENSITIVE SIPDIS", ["SENSITIVE", "SIPDIS"]),
      ("NOFORN, SIPDIS", ["NOFORN", "SIPDIS"]), ("STADIS//////////////////\nEXDIS", ["STADIS", "EXDIS"]),
      ("EXDIS (DISTRIBUTE AS NODIS)", ["EXDIS"]), ("S E N S I T I V E", ["SENSITIVE"]),
      ("C O R R E C T E D  C O P Y (MRN 124 VICE 123)", ["CORRECTED COPY"]), ("ROGER CHANNEL", ["ROGER CHANNEL"]),
      ("AGREMENT CHANNEL", ["AGREMENT CHANNEL"]), ("FOR AMBASSADOR BLAKE ONLY", ["ONLY"]),
      ("CODEL MILLER", ["CODEL"]), ("STATE FOR EUR/NB\n\nEXDIS", ["EXDIS"]), ("BLUEBIRD", ["OTHER"]),
      ("HARBOR CHANNEL", ["OTHER"]), ("NODIS EYES ONLY", ["NODIS", "ONLY"]),
      ("EXDIS FOR AMBASSADOR ONLY", ["EXDIS", "ONLY"]), ("NODIS/HARBOR MEETINGS/PLUS", ["NODIS"]),
      ("EYES ONLY FOR AMBASSADOR BLAKE ONLY", ["ONLY"]), ("UNCLASSIFIED - ROGER CHANNEL", ["ROGER CHANNEL"]),
      ("UNCLASSIFIED", []),
      // What belongs to one ends where the next begins.
      ("AIDAC, NOFORN, SENSITIVE", ["AIDAC", "NOFORN", "SENSITIVE"]),
      ("AIDAC NOFORN SIPDIS", ["AIDAC", "NOFORN", "SIPDIS"]),
      ("CODEL MILLER, SENSITIVE; SIPDIS", ["CODEL", "SENSITIVE", "SIPDIS"]),
      ("VISAS DONKEY NOFORN", ["VISAS DONKEY", "NOFORN"]),
      ("TOSEC 110012, CODEL MILLER", ["TOSEC", "CODEL"]),
      ("OFFICIAL INFORMAL NO. 7 / SENSITIVE", ["OFFICIAL INFORMAL", "SENSITIVE"]),
      ("FOR AMBASSADOR ONLY, NOFORN", ["ONLY", "NOFORN"]), ("NOFORN, FOR AMBASSADOR ONLY", ["NOFORN", "ONLY"]),
      ("NODIS AND EXDIS", ["NODIS", "EXDIS"]),
      ("EXDIS AND STADIS", ["EXDIS", "STADIS"]), ("SENSITIVE NOT FOR INTERNET DISTRIBUTION", ["SENSITIVE"]),
      // Words of a name or of a remark are none.
      ("CORRECTED COPY ADDING SIPDIS", ["CORRECTED COPY"]),
      ("CORRECTED COPY (SENSITIVE CAPTION ADDED)", ["CORRECTED COPY"]),
      ("CORRECTED COPY, SENSITIVE", ["CORRECTED COPY", "SENSITIVE"]), ("CODEL SENSITIVE HARBORS", ["CODEL"]),
      ("AIDAC USAID FOR CODEL MILLER", ["AIDAC"]),
    ])
  func captions(lines: String, names: [String]) throws {
    let document = try heading("\(lines)\n\nE.O. 12958: N/A")
    #expect(document.values(.name, of: .caption) == names)
    #expect(document.root(.captions) == String(names.count))
    #expect(document.root(.hasEO) == "true")
  }

  @Test("a line that begins with an order is the text of an open block")
  func orderInText() throws {
    let level = "C O N F I D E N T I A L"
    let lines = [
      "SUBJECT: (U) LAMPS AND THE\nE.O. 13224 DESIGNATIONS", "SUBJECT: (U) LAMPS UNDER\nE.O. 12958 AND OTHER ORDERS",
      "SUBJECT: (U) LAMPS\n\nREF: A. TALLINN 98\n     B. LISBON 12 (LISTS UNDER\n     E.O. 13224)",
      "SUBJECT: (U) LAMPS\n\nClassified By: Consul Jane Doe for reasons\nE.O. 12958 1.4 (b) and (d).",
      "SUBJECT: (U) LAMPS\n\nClassified By: Consul Jane Doe under\nE.O. 12958, as amended, Reason 1.4 (b).",
    ]
    for line in lines {
      let text =
        "\(level) TALLINN 123\n\nE.O. 12958: DECL: 12/14/2019\nTAGS: PREL, EN\n\(line)\n\n1. (C) The talks went well.\n"
      let document = try read(text, form: .drafted)
      #expect(document.values(.number, of: .executiveOrder) == ["12958"])
      #expect(document.values(.value, of: .executiveOrder) == ["decl"])
    }
    let passing = try heading("E.O. 13224 TEAM AT TREASURY\n\nE.O. 12958: N/A")
    #expect(passing.values(.number, of: .executiveOrder) == ["12958"])
    // A second E.O. line says what one says.
    for line in [
      "E.O. 12356: DECL: OADR", "E.O. 12356 DECL: OADR", "E.O. 12356 DECL: UPON COMPLETION OF TALKS", "E.O. 13224: N/A",
    ] {
      let text =
        "\(level) TALLINN 123\n\nE.O. 12958: DECL: 12/14/2019\nTAGS: PREL, EN\nSUBJECT: LAMPS\n\(line)\n\n1. (C) One.\n"
      #expect(try read(text, form: .drafted).values(.number, of: .executiveOrder).count == 2)
    }
  }

  @Test("the off-line encryption may be stated among the captions")
  func offlineInHeading() throws {
    let document = try heading("SENSITIVE\n\nTHIS MESSAGE WAS ENCRYPTED OFF-LINE\n\nE.O. 12958: N/A")
    #expect(document.root(.offlineEncrypted, .captions) == "true 1")
  }

  @Test("what is said of captions")
  func attributes() throws {
    let document = try heading("SENSITIVE\nNODIS EXDIS\nSENSITIVE\n\nE.O. 12958: N/A", date: "R 101430Z MAR 09")
    #expect(document.values(.order, of: .caption) == ["7", "2", "3", "7"])
    #expect(document.values(.after, of: .caption) == ["0", "7", "7", "7"])
    #expect(document.values(.companions, of: .caption) == ["0", "1", "1", "0"])
    #expect(document.values(.duplicate, of: .caption) == ["false", "false", "false", "true"])
    #expect(document.values(.restrictive, of: .caption) == ["false", "true", "true", "false"])
    #expect(document.root(.captions) == "3")
    #expect(document.root(.restrictions) == "2")
    #expect(document.root(.sensitive) == "true")
  }

  @Test("captions of another time")
  func times() throws {
    let early = try heading("SIPDIS\nLIMDIS\n\nE.O. 12356: N/A", date: "R 101430Z MAR 94")
    #expect(early.values(.tooEarly, of: .caption) == ["true", "false"])
    let late = try heading("SIPDIS\nLIMDIS\n\nE.O. 13526: N/A", date: "R 101430Z MAR 14")
    #expect(late.values(.obsolete, of: .caption) == ["false", "true"])
  }

  @Test(
    "passing instructions",
    arguments: [
      ("STATE FOR EUR/NB, DRL", "for"), ("STATE PASS TO USAID", "pass"), ("DEPT PASS DOD", "pass"),
      ("FOR: IPS/IBS", "for"), ("FOR AMBASSADOR FROM MILLER", "for"), ("WHITE HOUSE FOR JANE ROE", "for"),
      ("INFORM CONSULS", "inform"), ("ALSO FOR AID", "for"),
    ])
  func passing(line: String, kind: String) throws {
    let document = try heading("\(line)\n\nE.O. 12958: N/A")
    #expect(document.values(.kind, of: .passing).first ?? document.values(.name, of: .caption).first == kind)
  }

  @Test("an instruction goes on below, and may stand after SUBJECT")
  func passingLines() throws {
    let document = try heading("MONTREAL FOR ICAO; ROME FOR FODAG; VIENNA FOR\nUNIDO.\n\nE.O. 12958: N/A")
    #expect(document.values(.kind, of: .passing) == ["for"])
    let after = try read(
      "UNCLAS TALLINN 123\n\nE.O. 12958: N/A\nTAGS: PREL, EN\nSUBJ: TALKS\n\nFOR ASSISTANT SECRETARY MILLER\n\n1. WELL.\n",
      form: .drafted)
    #expect(after.values(.kind, of: .passing) == ["for"])
    let text = try read(
      "UNCLAS TALLINN 123\n\nE.O. 12958: N/A\nTAGS: PREL, EN\nSUBJ: TALKS\n\nFOR MANY YEARS THE HARBOR WAS SMALL. IT\nGREW LATER.\n",
      form: .drafted)
    #expect(text.nodes(named: .passing).isEmpty)
  }

  @Test(
    "values of the E.O. line",
    arguments: [
      ("E.O. 12958: N/A", "12958", "na", "-", "-", "ok"), ("E.O. 12958: NA", "12958", "na", "-", "-", "ok"),
      ("EO 12065; NA", "12065", "na", "-", "-", "slip"), ("E.OM 11652: GDS", "11652", "gds", "-", "GDS", "slip"),
      ("MO. 11652: N/A", "11652", "na", "-", "-", "slip"), ("E.0. 11652 N/A", "11652", "na", "-", "-", "slip"),
      ("E. O. 11652: N/A", "11652", "na", "-", "-", "slip"), ("E.O. 116528 GDS", "11652", "gds", "-", "GDS", "slip"),
      ("E.O. 12958: M/A", "12958", "na", "-", "-", "slip"), ("E.O. 11652:", "11652", "empty", "-", "-", "ok"),
      ("E.O. 12958: DECL: 12/14/2019", "12958", "decl", "20191214", "DECL", "ok"),
      ("E.O. 12958: DECL: 2019/12/14", "12958", "decl", "20191214", "DECL", "ok"),
      ("E.O. 12958: DECL: 14 DEC 2019", "12958", "decl", "20191214", "DECL", "ok"),
      ("E.O. 12958: DECL 02/18/09", "12958", "decl", "20090218", "DECL", "ok"),
      ("E.O. 12958: DECL:\n12/14/2019", "12958", "decl", "20191214", "DECL", "ok"),
      ("E.O. 12356: DECL: OADR", "12356", "oadr", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: X1", "12958", "x", "-", "DECL", "ok"), ("E.O. 12958: MR", "12958", "mr", "-", "-", "ok"),
      ("E.O. 12958: 25X1-HUMAN", "12958", "25x", "-", "-", "ok"),
      ("E.O. 13526: DECL: 50X1-HUM", "13526", "50x", "-", "DECL", "ok"),
      ("E.O. 13526: DECL: UPON COMPLETION OF TALKS", "13526", "event", "-", "DECL", "ok"),
      ("E.O. 12065: GDS 3/14/85 (DOE, JANE) OR-M", "12065", "gds", "19850314", "GDS", "ok"),
      ("E.O. 12065: XGDS-1 (DOE, JANE)", "12065", "xgds", "-", "XGDS", "ok"),
      ("EO 12065: XDS-1 10/6/99 (DOE)", "12065", "xgds", "19991006", "XGDS", "slip"),
      ("E.O. 12065: RDS-3 1/1/99", "12065", "rds", "19990101", "RDS", "ok"),
      ("E.O. 12958: SBU", "12958", "control", "-", "-", "ok"),
      ("E.O. 12958: DECL: 02/30/2019", "12958", "decl", "-", "DECL", "ok"),
      ("E.O. 12958: DNG: 12/14/2015", "12958", "decl", "20151214", "DNG", "ok"),
      // Codes that no order has, and one that no order has any more.
      ("E.O. 12958: DECL: X9", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: NONE", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: TBD.", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: Indefinite", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: TO BE DETERMINED", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: NEVER MIND THE ICE", "12958", "event", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: 25X10, 12/14/2035", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: 26X1", "12958", "unknown", "-", "DECL", "ok"),
      ("E.O. 13526: DECL: 50X0", "13526", "unknown", "-", "DECL", "ok"),
      ("E.O. 11652: XGDS-9", "11652", "unknown", "-", "-", "ok"),
      ("E.O. 11652: XGDS-4", "11652", "xgds", "-", "XGDS", "ok"),
      ("E.O. 13526: DECL: DNI ONLY", "13526", "only", "-", "DECL", "ok"),
      ("E.O. 12958: DCI Only", "12958", "only", "-", "-", "ok"),
      ("E.O. 12958: DECL: MANUAL REVIEW", "12958", "mr", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: GDS", "12958", "gds", "-", "DECL", "ok"),
      // Events, which are told in words.
      ("E.O. 12958: DECL: AFTER 2017 ELECTION", "12958", "event", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: COMPLETION OF G8 TALKS", "12958", "event", "-", "DECL", "ok"),
      ("E.O. 12958: DECL: FEBUARY 12, 2017 (DOE, JANE)", "12958", "decl", "-", "DECL", "ok"),
    ])
  func orders(line: String, number: String, value: String, day: String, keyword: String, typography: String) throws {
    let document = try heading(line)
    #expect(document.values(.number, of: .executiveOrder) == [number])
    #expect(document.values(.value, of: .executiveOrder) == [value])
    #expect(document.values(.declDay, of: .executiveOrder) == [day])
    #expect(document.values(.keyword, of: .executiveOrder) == [keyword])
    #expect(document.values(.typography, of: .executiveOrder) == [typography])
  }

  @Test("a date that there is none")
  func dateDefects() throws {
    #expect(try heading("E.O. 12958: DECL: 02/30/2019").values(.dateDefect, of: .executiveOrder) == ["impossible"])
    #expect(try heading("E.O. 12958: DECL: 12142019X").values(.dateDefect, of: .executiveOrder) == ["impossible"])
    #expect(try heading("E.O. 12958: DECL: 2019-13").values(.dateDefect, of: .executiveOrder) == ["shape"])
    #expect(try heading("E.O. 12958: DECL: 12/14/2019").values(.dateDefect, of: .executiveOrder) == ["none"])
  }

  @Test(
    "the orders that fit a day",
    arguments: [
      ("R 301430Z NOV 78", "11652"), ("R 011430Z DEC 78", "12065"), ("R 131430Z OCT 95", "12356"),
      ("R 141430Z OCT 95", "12958"), ("R 101430Z MAR 09", "12958"), ("R 101430Z MAY 10", "12958 13526"),
      ("R 101430Z AUG 10", "12958 13526"), ("R 101430Z DEC 10", "13526"), ("R 101430Z MAR 71", ""),
    ])
  func expected(date: String, numbers: String) throws {
    let document = try heading("E.O. 12958: N/A", date: date)
    #expect(document.values(.expected, of: .executiveOrder) == [numbers])
  }

  @Test("days that the dates are compared with")
  func comparisons() throws {
    let document = try heading("E.O. 12958: DECL: 03/10/2019", date: "R 291430Z FEB 08")
    #expect(document.values(.documentDay, of: .executiveOrder) == ["20080229"])
    #expect(document.values(.tenYears, of: .executiveOrder) == ["20180228"])
    #expect(document.values(.twentyFiveYears, of: .executiveOrder) == ["20330228"])
  }

  @Test("the customary order")
  func order() throws {
    let text = "UNCLAS TALLINN 000123\n\nTAGS: PREL, EN\nE.O. 12958: N/A\nSUBJECT: TALKS\n\n1. The talks went well.\n"
    let document = try read(text, form: .drafted)
    #expect(document.values(.after, of: .executiveOrder) == ["2"])
  }

  @Test("a body banner is a designation of the body")
  func bodyBanner() throws {
    let text =
      "UNCLAS TALLINN 000123\n\nE.O. 12958: N/A\nTAGS: PREL, EN\nSUBJECT: TALKS\n\nSENSITIVE BUT UNCLASSIFIED\n\n1. (SBU) Well.\n"
    let document = try read(text, form: .drafted)
    #expect(document.values(.place, of: .designation) == ["body"])
    #expect(document.values(.control, of: .designation) == ["SBU"])
    #expect(document.values(.level, of: .designation) == ["none"])
  }

  @Test("CUI banners")
  func cui() throws {
    let document = try read("CUI//SP-PRVCY//NOFORN\n\n" + Cables.drafted, form: .drafted)
    #expect(document.values(.cuiForm, of: .designation) == ["CUI//SP-PRVCY//NOFORN"])
    #expect(document.values(.control, of: .designation) == ["CUI"])
  }
}
