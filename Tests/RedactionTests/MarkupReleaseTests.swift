import MarkingModel
import Redaction
import RuleEngine
import Testing
import XMLKit

/// Pages and XML as wholes: what drives a release, what a copy keeps, and what is refused.
@Suite("Releases of pages and XML") struct MarkupReleaseTests {
  static func copy(_ text: String, _ policy: String = "privacy", terms: String = "") throws -> String {
    let release = try Releases.release(text, by: try Releases.redactor(policy, terms: terms))
    return String(decoding: release.file, as: UTF8.self)
  }

  static func refusal(_ bytes: [UInt8], _ policy: String = "privacy") throws -> Refusal? {
    let redactor = try Releases.redactor(policy)
    do throws(Refusal) {
      _ = try Releases.release(bytes, by: redactor)
      return nil
    } catch {
      return error
    }
  }

  // MARK: Markings

  private static let page = """
    <!DOCTYPE html><html><head><title>Harbor depth</title></head><body>
    <p align=center><b>SECRET//NOFORN</b></p><p>DEPARTMENT OF GOOD WORKS</p><p>Date: 2016-05-03</p>
    <p>SUBJECT: (U) Harbor depth</p>
    <p>1. (U) The ice left the <a href="https://example.org/basin">basin</a>.</p>
    <p>2. (S//NF) The harbor <b>master</b> wrote that the pilots<br>wait for the ice. <img src=x alt="The pilots"></p>
    <p>3. (U) The lights are on. <img src=y alt="The lights"></p>
    <p>Classified By: Jane Doe, Director<br>Derived From: Harbor Guide, 1 May 2016<br>Declassify On: 20410503</p>
    <p><b>SECRET//NOFORN</b></p></body></html>
    """

  /// What is too much is told as that, and two hundred elements in one another are not.
  @Test func limitsAreToldAsTheyAre() throws {
    func nested(_ count: Int, _ name: String) -> String {
      String(repeating: "<\(name)>", count: count) + "Lamps." + String(repeating: "</\(name)>", count: count)
    }
    let page = "<!DOCTYPE html><html><body>"
    #expect(try Self.refusal(Array((page + nested(190, "div") + "</body></html>").utf8)) == nil)
    let deep = try Self.refusal(Array((page + nested(210, "div") + "</body></html>").utf8))
    #expect(deep?.sentence.contains("more than 200 deep") == true, "\(deep?.sentence ?? "")")
    let xml = "<?xml version=\"1.0\"?>"
    let sentences = try [
      xml + nested(300, "a"), xml + "<a" + (0..<600).map { " a\($0)=\"x\"" }.joined() + "/>",
      xml + "<!DOCTYPE a [<!ENTITY a0 \"haha\">"
        + (1...30).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined() + "]><a>&a30;</a>",
      xml + "<a>\n<b></a>",
    ].map { try Self.refusal(Array($0.utf8))?.sentence ?? "" }
    for (sentence, words) in zip(
      sentences, ["256 deep", "512 attributes", "entities", "line 2 is not well-formed XML"])
    {
      #expect(sentence.contains(words), "\(sentence)")
    }
  }

  @Test func portionsOfAPageAreThoseOfAText() throws {
    let copy = try Self.copy(Self.page, "public-release")
    for kept in [
      "<p>1. (U) The ice left the <a href=\"https://example.org/basin\">basin</a>.</p>",
      "<p>2. (S//NF) [(b)(1) 1.4(d), 2 lines withheld]<img alt=\"[(b)(1) 1.4(d), 1 line withheld]\"/></p>",
      "<p>3. (U) The lights are on.<img alt=\"The lights\"/></p>", "<p><b>~~SECRET//NOFORN~~</b></p>",
      "<body><p>RELEASED IN PART (b)(1) 1.4(d)</p>", "<title>[(b)(1) 1.4(d), 1 line withheld]</title>",
    ] { #expect(copy.contains(kept), "\(kept) is not in \(copy)") }
    for withheld in ["pilots", "harbor <b>", "Harbor depth</title>"] { #expect(!copy.contains(withheld)) }
    #expect(try Self.copy(copy, "public-release") == copy)
  }

  /// Mail programs write a blank that does not break behind a mark.
  @Test(arguments: ["&nbsp;", "&nbsp; ", "&#160;&#160;", "&#12288;"]) func aBlankOfAnyKindStandsBehindAMark(
    blank: String
  ) throws {
    let copy = try Self.copy(Self.page.replacing("(S//NF) ", with: "(S//NF)" + blank), "public-release")
    #expect(!copy.contains("pilots") && copy.contains("(S//NF)"))
    #expect(try Self.copy(copy, "public-release") == copy)
  }

  /// A link of which nothing is left to see keeps its place, and its target the label of its portion.
  @Test func aLinkInAWithheldPortionGoesWithIt() throws {
    let page = Self.page.replacing("wrote that", with: "<a href=\"https://example.org/moles\">wrote</a> that")
      .replacing("The lights are on.", with: "The lights are on.<a href=\"https://example.org/lights\"></a>")
    let copy = try Self.copy(page, "public-release")
    for kept in [
      "<p>2. (S//NF) [(b)(1) 1.4(d), 2 lines withheld]<a href=\"[(b)(1) 1.4(d), 1 line withheld]\"></a>",
      "<p>3. (U) The lights are on.<a href=\"https://example.org/lights\"></a>",
    ] { #expect(copy.contains(kept), "\(kept) is not in \(copy)") }
    #expect(!copy.contains("moles"))
    #expect(try Self.copy(copy, "public-release") == copy)
  }

  @Test func aMarkedTitleIsJudgedByItsMark() throws {
    let page = Self.page.replacing("<title>", with: "<title>(U) ")
    #expect(try Self.copy(page, "public-release").contains("<title>(U) Harbor depth</title>"))
  }

  @Test(arguments: [
    "<p>The pilots wait.</p>", "<table><tr><td>Pilots<td>wait</table>",
  ])
  func aBlockWithoutAMarkIsRefused(block: String) throws {
    let page = Self.page.replacing("<p>3. (U)", with: block + "<p>3. (U)")
    guard case .unmarked = try Self.refusal(Array(page.utf8), "public-release") else {
      Issue.record("it was released")
      return
    }
  }

  // MARK: What a copy is

  @Test func theWordsAroundStayAsTheyAre() throws {
    let copy = try Self.copy("<!DOCTYPE html><p>His SSN is 514-<b>38</b>-7793, <i>and</i> that is all.</p>")
    #expect(copy.contains("<p>His SSN is [(b)(6)], <i>and</i> that is all.</p>"), "\(copy)")
    let xml = try Self.copy(
      "<?xml version='1.0'?><r xmlns='urn:a' xmlns:b='urn:b'>\n  <b:p a='1' b:c='d'>SSN 514-<b>38</b>-7793 &amp; <![CDATA[<x>]]></b:p>\n</r>"
    )
    #expect(
      xml.hasSuffix(
        "<r xmlns=\"urn:a\" xmlns:b=\"urn:b\">\n  <b:p a=\"1\" b:c=\"d\">SSN [(b)(6)]<b/> &amp; &lt;x&gt;</b:p>\n</r>\n"
      ),
      "\(xml)")
  }

  @Test func namespacesSurvive() throws {
    let text =
      "<?xml version='1.0'?><a:r xmlns:a='urn:a' xmlns='urn:d' a:x='1'><p b:y='2' xmlns:b='urn:b'>t</p><p xmlns=''>u</p></a:r>"
    let copy = try Self.copy(text)
    func names(_ element: XMLElement) -> [String] {
      [element.namespace + " " + element.name]
        + element.attributes.map { $0.namespace + " " + $0.name + "=" + $0.value }
        + element.children.flatMap(names)
    }
    #expect(names(try XMLElement.parse(Array(copy.utf8))) == names(try XMLElement.parse(Array(text.utf8))))
    #expect(copy.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
  }

  @Test func whatIsDroppedIsCounted() throws {
    let page =
      "<!DOCTYPE html><!-- a --><p id=b onclick=c>d<script>e</script><style>f</style><svg/><input value=g><i hidden>h</i></p>"
    let release = try Releases.release(page, by: try Releases.redactor("privacy"))
    let counts = release.ledger.dropped.map { "\($0.name) \($0.count)" }
    #expect(
      counts == [
        "attribute 2", "comment 1", "foreign content 1", "form value 1", "hidden element 1", "script 1", "style 1",
      ])
    #expect(try Grammar.problems(of: release.ledger.xml(), by: "Reports/caveat-ledger.rng").isEmpty)
    #expect(try LedgerReader.read(.init(file: "l.xml", bytes: release.ledger.xml())) == release.ledger)
  }

  @Test(arguments: [page, ISMReleaseTests.ism]) func itIsVerifiedLater(text: String) throws {
    let release = try Releases.release(text, by: try Releases.redactor("public-release"))
    let original = Array(text.utf8)
    let outcome = Verification.outcome(copy: release.file, original: original, ledger: release.ledger)
    #expect(outcome.doubts.isEmpty && outcome.searched > 0)
    for index in release.file.indices {
      var changed = release.file
      changed[index] ^= 1
      let doubts = Verification.outcome(copy: changed, original: original, ledger: release.ledger).doubts
      #expect(doubts.contains(.otherCopy))
    }
    // Something put back is noticed without the digest of the copy, too.
    for (place, secret) in [
      ("</body>", "<p>The harbor master wrote</p></body>"), ("<body>", "<body><!-- c -->"), ("</doc>", "x</doc>"),
      ("<head>", "<head><script>c</script>"), ("<p>", "<p id=\"c\">"), ("</title>", "</title><?c d?>e"),
    ] where text.contains(place) || place == "<body>" {
      let changed = String(decoding: release.file, as: UTF8.self).replacing(place, with: secret)
      guard changed.utf8.count > release.file.count else { continue }
      var ledger = release.ledger
      ledger.head.copy.digest = Digest.hex(of: Array(changed.utf8).span)
      ledger.chainUp()
      let doubts = Verification.outcome(copy: Array(changed.utf8), original: original, ledger: ledger).doubts
      #expect(!doubts.isEmpty, "\(secret)")
    }
  }

  // MARK: What is refused

  @Test(arguments: [
    "<!DOCTYPE html><frameset><frame src=a></frameset>", "<!DOCTYPE html><p><bdo dir=rtl>3977-83-415</bdo>",
    "<!DOCTYPE html><p style='unicode-bidi:bidi-override;direction:rtl'>3977",
    "<!DOCTYPE html><style>p{unicode-bidi : bidi-override}</style><p>a",
    "<!DOCTYPE html><meta charset=utf-7><p>+AGE-",
    "<!DOCTYPE html><meta charset=iso-2022-jp><p>a", "<!DOCTYPE html><meta charset=utf-8><meta charset=latin1><p>a",
    "<!DOCTYPE html><meta http-equiv=Content-Type content='text/html; charset=shift_jis'><p>a",
    "<!DOCTYPE html><p>a\0b",
    "<!DOCTYPE html>" + String(repeating: "<div>", count: 300) + "a",
    "<!DOCTYPE html>" + String(repeating: "<b>", count: 100_000) + "a",
    "<?xml version='1.0'?><r>", "<?xml version='1.0'?><r>&a;</r>", "<?xml version='1.0'?><r/><r/>",
    "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r>&a;</r>",
    "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY % a SYSTEM 'file:///etc/hostname'> %a;]><r/>",
    "<?xml version='1.0'?><!DOCTYPE r SYSTEM 'a.dtd'><r>&a;</r>",
    "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY % p ''> %p;]><r b='&a;'/>",
    "<?xml version='1.0'?><p:r/>", "<?xml version='1.0' encoding='no-such'?><r/>",
    "<?xml version='1.0'?>" + String(repeating: "<r>", count: 300) + String(repeating: "</r>", count: 300),
    "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a0 'aaaaaaaaaa'>"
      + (1...9).map { "<!ENTITY a\($0) '" + String(repeating: "&a\($0 - 1);", count: 10) + "'>" }.joined()
      + "]><r>&a9;</r>",
  ])
  func whatIsNotCertain(text: String) throws {
    guard case .structure(let sentence) = try Self.refusal(Array(text.utf8)) else {
      Issue.record("it was released")
      return
    }
    #expect(!sentence.isEmpty && !sentence.contains("3977") && !sentence.contains("hostname"))
  }

  @Test func windows1252IsReadAsABrowserDoes() throws {
    let page = "<!DOCTYPE html><meta charset=ISO-8859-1><p>\u{93}SSN 514\u{96}38\u{96}7793\u{94} caf\u{E9}</p>"
    let release = try Releases.release(
      page.unicodeScalars.map { UInt8($0.value) }, by: try Releases.redactor("privacy"))
    #expect(String(decoding: release.file, as: UTF8.self).contains("<p>\u{201C}SSN [(b)(6)]\u{201D} caf\u{E9}</p>"))
  }

  @Test(arguments: [
    ("<!doctype html><p>a", DocumentFormat.html), ("\u{FEFF} <html>", .html), ("<p>a</p>", .html),
    ("<div>a</div>\n", .html),
    ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html/>", .html), ("<?xml version='1.0'?><html/>", .html),
    ("<!-- c --><table></table>", .html), ("<?xml version='1.0'?><r/>", .xml), ("<r a='b'>c</r>", .xml),
    ("<!DOCTYPE r [<!ENTITY a '<html>'>]><r/>", .xml), ("<h1>Markdown</h1>\n\n# Title\n\ntext", .text),
    ("a < b", .text),
    ("<ann@example.org> wrote", .text), ("< b", .text), ("<3", .text),
  ])
  func formatsAreTold(text: String, format: DocumentFormat) {
    #expect(DocumentFormat.of(Array(text.utf8).span) == format)
  }
}
