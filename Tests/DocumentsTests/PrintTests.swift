import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Prints, SMART and transcriptions")
struct PrintTests {
  @Test("page furniture of a database print")
  func furniture() throws {
    let document = try read(Cables.print1974)
    #expect(document.values(.place, of: .designation) == ["page-top", "page-bottom", "page-top", "page-bottom"])
    #expect(document.values(.level, of: .designation) == ["C", "C", "C", "C"])
    #expect(document.values(.current, of: .designation) == ["false", "false", "false", "false"])
    #expect(document.values(.name, of: .caption) == ["STADIS", "EXDIS"])
    #expect(document.values(.style, of: .page) == ["1970s", "1970s"])
    #expect(document.values(.page, of: .page) == ["1", "2"])
    #expect(document.values(.previousPage, of: .page) == ["-", "1"])
    #expect(document.values(.post, of: .page) == ["LISBON", "LISBON"])
    #expect(document.values(.serial, of: .page) == ["1234", "1234"])
    #expect(document.values(.expectedSerial, of: .page) == ["1234", "1234"])
    #expect(document.root(.level) == "C")
    #expect(document.root(.ocr) == "true")
    #expect(document.root(.day) == "19740314")
    #expect(document.nodes(named: .transmission).count == 1)
    #expect(document.values(.hasLines, of: .transmission) == ["false"])
  }

  @Test("the record keeps the original and the present level apart")
  func record() throws {
    let document = try read(Cables.print1974)
    #expect(document.values(.originalLevel, of: .record) == ["C"])
    #expect(document.values(.currentLevel, of: .record) == ["U"])
    #expect(document.values(.previousLevel, of: .record) == ["C"])
    #expect(document.values(.day, of: .record) == ["19740314"])
    #expect(document.values(.locator, of: .record) == ["1974LISBON01234"])
    #expect(document.values(.name, of: .recordCaption) == ["STADIS"])
    #expect(document.values(.inText, of: .recordCaption) == ["true"])
    #expect(document.root(.originalLevel) == "C")
    #expect(document.root(.currentLevel) == "U")
    #expect(document.values(.kind, of: .stamp) == ["declassified", "declassified"])
  }

  @Test("a print without a text has the record alone")
  func recordAlone() throws {
    let start = try #require(Cables.print1974.firstRange(of: "Message Attributes"))
    let document = try read(String(Cables.print1974[start.lowerBound...]))
    #expect(document.root(.form) == "nara-aad")
    #expect(document.root(.level) == "C")
    #expect(document.root(.originalLevel) == "C")
    #expect(document.root(.day) == "19740314")
    #expect(document.root(.dateSource) == "record")
  }

  @Test("names of posts cut down to six letters")
  func shortNames() throws {
    let text = Cables.print1974.replacing("AMEMBASSY LISBON", with: "AMEMBASSY SAN JOSE").replacing(
      "L LISBON 1234", with: "L SAN JOSE 1234"
    ).replacing("LISBON 01234", with: "SAN JO 01234")
    let document = try read(text)
    #expect(document.values(.post, of: .page) == ["SAN JOSE", "SAN JOSE"])
    #expect(document.values(.expectedPost, of: .page) == ["SAN JOSE", "SAN JOSE"])
  }

  @Test("a damaged office in the FM line")
  func damagedOffice() throws {
    let document = try read(Cables.print1974.replacing("FM AMEMBASSY", with: "FM AMEMDASSY"))
    #expect(document.values(.post, of: .from) == ["LISBON"])
    #expect(document.values(.kind, of: .repair) == ["ocr"])
  }

  private static let reviewers = ["Sheryl P. Walter", "Jane Q. Doe", "Mary Ann O'Neil-Roe", "J. R. Doe, Jr."]

  @Test("a stamp in the middle of a sentence is cut out with the name of its reviewer", arguments: reviewers)
  func stampInText(reviewer: String) throws {
    let stamp = "\(reviewer) Declassified/Released US Department of State EO Systematic Review 20 Mar 2014"
    let document = try read(Cables.print1974.replacing("TWO WEEKS.", with: "TWO \(stamp) WEEKS."))
    #expect(document.values(.inText, of: .stamp) == ["false", "true", "false"])
    let node = document.nodes(named: .stamp)[1]
    #expect(document.nodes[node].range.count == stamp.utf8.count)
  }

  @Test("a line of the stamp is one, whoever reviewed the telegram", arguments: reviewers)
  func stampLines(reviewer: String) throws {
    let review = "Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n"
    let stamp = "            \(reviewer) \(review)"
    let count = try read(Cables.print1974).nodes(named: .stamp).count
    let document = try read(stamp + Cables.print1974 + stamp)
    #expect(document.nodes(named: .stamp).count == count + 2)
    #expect(try read("\(reviewer)\n\(review)" + Cables.print1974).nodes(named: .stamp).count == count + 2)
    let text = try read(stamp.replacing("/", with: " and ") + Cables.print1974)
    #expect(text.nodes(named: .stamp).count == count)
  }

  @Test(
    "modern page headings",
    arguments: [
      ("TALLINN 00000123  002 OF 002", "2", "-", "false"), ("TALLINN 00000123  001.2 OF 002", "1", "2", "false"),
      ("TALLINN 00000123  0O2 0F 0O2", "2", "-", "true"),
    ])
  func pages(line: String, section: String, page: String, repaired: String) throws {
    let document = try read(Cables.wire.replacing("TALLINN 00000123  002 OF 002", with: line))
    #expect(document.values(.style, of: .page) == ["modern"])
    #expect(document.values(.section, of: .page) == [section])
    #expect(document.values(.previousSection, of: .page) == ["1"])
    #expect(document.values(.sections, of: .page) == ["2"])
    #expect(document.values(.expectedSections, of: .page) == ["2"])
    #expect(document.values(.page, of: .page) == [page])
    #expect(document.values(.repaired, of: .page) == [repaired])
    #expect(document.root(.sectionsFound) == section)
  }

  @Test("the heading of a printed page with the level")
  func printHeading() throws {
    let text = Cables.wire.replacing("AMEMBASSY TALLINN", with: "SECSTATE WASHDC").replacing(
      "UNCLAS SECTION 01 OF 02 TALLINN 000123", with: "UNCLAS STATE 053577"
    ).replacing("TALLINN 00000123  002 OF 002", with: "UNCLAS  SECSTATE 53577")
    let document = try read(text)
    #expect(document.values(.place, of: .designation) == ["print"])
    #expect(document.nodes(named: .classification).count == 1)
  }

  @Test("SMART fields inside an e-mail")
  func smart() throws {
    let document = try read(Cables.smart)
    #expect(document.root(.form) == "smart")
    #expect(document.root(.level) == "U")
    #expect(document.root(.header) == "false")
    #expect(document.root(.day) == "20090310")
    #expect(document.root(.currentLevel) == "U")
    #expect(document.values(.place, of: .designation) == ["smart", "smart", "smart", "smart"])
    #expect(document.values(.control, of: .designation) == ["none", "SBU", "none", "SBU"])
    #expect(document.values(.name, of: .caption) == ["SENSITIVE"])
    #expect(document.values(.place, of: .caption) == ["record"])
    #expect(document.values(.post, of: .from) == ["TALLINN"])
    #expect(document.values(.mrnPost, of: .from) == ["TALLINN"])
    #expect(document.values(.role, of: .addressee) == ["action", "info", "info"])
    #expect(document.values(.state, of: .addressee).first == "yes")
    #expect(document.values(.number, of: .executiveOrder) == ["12958"])
    #expect(document.values(.valueSource, of: .executiveOrder) == ["smart"])
    #expect(document.values(.kind, of: .passing) == ["for", "other"])
    #expect(document.values(.kind, of: .stamp) == ["case-number", "released-full"])
    #expect(document.nodes(named: .classification).isEmpty)
    #expect(document.values(.complete, of: .transmission) == ["true"])
  }

  @Test("recognition reads the slash before a date-time group as a 1")
  func smartDate() throws {
    let document = try read(Cables.smart.replacing("2009 / 101430Z", with: "2009 1101430Z"))
    #expect(document.values(.day, of: .dtg) == ["20090310"])
    #expect(document.values(.minuteOfDay, of: .dtg) == ["870"])
    #expect(document.values(.kind, of: .repair) == ["ocr"])
  }

  @Test("the source note of a transcription")
  func edited() throws {
    let document = try read(Cables.edited)
    #expect(document.root(.level) == "C")
    #expect(document.root(.day) == "19580715")
    #expect(document.root(.dateSource) == "text")
    #expect(document.values(.name, of: .caption) == ["LIMDIS"])
  }

  @Test("the same as a page with markup")
  func markup() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <div type="document">
        <head>114. Telegram From the <gloss type="from">Embassy in Estonia</gloss> to the <gloss>Department</gloss>
          <note type="source">Source: Department of State, Central Files, 787.00. Secret; Exdis.</note></head>
        <opener><dateline>Tallinn, <date>July 15, 1958</date></dateline></opener>
        <p>41. The harbor master received me.</p>
      </div>
      """
    let document = try read(text)
    #expect(document.root(.form) == "frus")
    #expect(document.root(.level) == "S")
    #expect(document.values(.name, of: .caption) == ["EXDIS"])
    let caption = try #require(document.nodes(named: .caption).first)
    #expect(document.nodes[caption].position == Position(line: 4, column: 85))
    #expect(document.placeFaults(length: text.utf8.count).isEmpty)
  }

  @Test("whose eyes a source note names is no part of the caption")
  func eyesOnly() throws {
    let text = """
      114. Telegram From the Embassy in Estonia to the Department of State

      Tallinn, March 10, 1969, 2 p.m.

      The ice is thin.

      Source: National Archives, RG 59. Secret; Nodis; Eyes Only for the Ambassador. Drafted by Marlowe.
      """
    #expect(try read(text, form: .frus).values(.name, of: .caption) == ["NODIS", "ONLY"])
  }
}
