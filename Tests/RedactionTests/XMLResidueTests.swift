import MarkingModel
import Redaction
import Testing

/// A name and a number in every place of an XML document: none is left of them, and the words around them are.
@Suite("Residue in XML") struct XMLResidueTests {
  /// `@` is where it is planted, `%n` the number of the spelling.
  private static let texts = [
    "<p>BEFORE%n @ AFTER%n</p>", "<p>@ AFTER%n</p>", "<p>BEFORE%n @</p>", "<p>\n  BEFORE%n\n  @\n  AFTER%n\n</p>",
    "<p>BEFORE%n <b>@</b> AFTER%n</p>", "<p><b>BEFORE%n</b> @ <b>AFTER%n</b></p>",
    "<r><a>BEFORE%n</a><b>@</b><c>AFTER%n</c></r>",
    "<r>\n  <a>BEFORE%n</a>\n  <b>@</b>\n  <c>AFTER%n</c>\n</r>", "<x:p xmlns:x=\"urn:x\">BEFORE%n @ AFTER%n</x:p>",
    "<p xmlns=\"urn:y\">BEFORE%n @ AFTER%n</p>", "<a><b><c><d><e>BEFORE%n @ AFTER%n</e></d></c></b></a>",
    "<p xml:space=\"preserve\"> BEFORE%n @ AFTER%n </p>", "<title>BEFORE%n @ AFTER%n</title>",
    "<p>BEFORE%n <i/>@<i/> AFTER%n</p>", "<p>BEFORE%n &lt;b&gt; @ &amp; AFTER%n</p>", "<p>BEFORE%n\t@\tAFTER%n</p>",
    "<t><row><cell>BEFORE%n</cell><cell>@</cell><cell>AFTER%n</cell></row></t>",
    "<p><!-- c -->BEFORE%n @<?q r?> AFTER%n</p>",
  ]

  private static let attributes = [
    "<p a=\"@\">AFTER%n</p>", "<p a='BEFORE%n \"@\" '>AFTER%n</p>", "<p><b a=\"@\"/>AFTER%n</p>",
    "<p id=\"@\" n=\"AFTER%n\"/>",
    "<p xml:lang=\"@\">AFTER%n</p>", "<p xmlns:x=\"urn:x\" x:a=\"@\">AFTER%n</p>", "<p href=\"mailto:@\">AFTER%n</p>",
    "<p a=\"BEFORE%n @ AFTER%n\"/>",
  ]

  private static let dropped = [
    "<p>BEFORE%n<!-- @ -->AFTER%n</p>", "<p>BEFORE%n<?x @ ?>AFTER%n</p>", "<!-- @ --><p>AFTER%n</p>",
    "<?x @ ?><p>AFTER%n</p>",
  ]

  private static let sections = [
    "<p>BEFORE%n <![CDATA[@]]> AFTER%n</p>", "<p><![CDATA[BEFORE%n <b> @ </b> AFTER%n]]></p>",
  ]

  @Test(arguments: texts) func ofText(carrier: String) throws {
    // A dash that parts elements stays one; comments are written in one way.
    try Self.expectNone(carrier, MarkupSecrets.plain + MarkupSecrets.tagged)
  }

  @Test(arguments: attributes) func ofAttributes(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain.filter { !$0.contains("'") })
  }

  @Test(arguments: dropped) func ofWhatIsDropped(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain)
  }

  @Test(arguments: sections) func ofSections(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain.filter { !$0.contains("&") })
  }

  /// Whole documents.
  @Test(arguments: [
    "<!DOCTYPE r [<!ENTITY s \"@\">]><r>BEFORE &s; AFTER</r>",
    "<!DOCTYPE r [<!ENTITY s \"<b>@</b>\">]><r>BEFORE &s; AFTER</r>",
    "<!DOCTYPE r [<!ENTITY s \"@\">]><r a=\"&s;\">AFTER</r>", "<!DOCTYPE r [<!ATTLIST r a CDATA \"@\">]><r>AFTER</r>",
    "<!DOCTYPE r [<!-- @ --><?x @?><!ENTITY unused \"@\">]><r>AFTER</r>", "<!DOCTYPE r SYSTEM \"@\"><r>AFTER</r>",
    "<!DOCTYPE r PUBLIC \"-//X//@\" \"x.dtd\"><r>AFTER</r>",
    "<!DOCTYPE r [<!ENTITY s \"514\"><!ENTITY t \"&s;-38-7793\">]><r>BEFORE SSN &t; Sar <b>Quimby</b>-Kheng AFTER</r>",
    "<r>BEFORE @ AFTER</r>", "<!-- @ --><r>AFTER</r><!-- @ -->", "<?xml-stylesheet href=\"@\"?><r>AFTER</r>",
  ]) func ofTheRest(carrier: String) throws {
    for spelling in ["SSN 514-38-7793", "Sar Quimby-Kheng"] {
      let bytes = Array(("<?xml version=\"1.0\"?>\n" + carrier.replacing("@", with: spelling)).utf8)
      try Self.expectNone(bytes, sentinels: ["BEFORE", "AFTER"].filter(carrier.contains))
    }
  }

  @Test func ofOtherEncodings() throws {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<r>BEFORE S\u{E1}r Quimby-Kh\u{E9}ng AFTER \u{E9}</r>"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    try Self.expectNone(bytes, sentinels: ["BEFORE", "AFTER"])
  }

  /// The document would say it by a name: it is refused.
  @Test(arguments: [
    "<r><Quimby-Kheng/>Sar Quimby-Kheng</r>", "<r Quimby-Kheng=\"1\">x</r>",
    "<q:r xmlns:q=\"urn:Quimby-Kheng\">x</q:r>",
    "<Quimby-Kheng:r xmlns:Quimby-Kheng=\"urn:q\">x</Quimby-Kheng:r>",
  ]) func namesAreNotWithheld(document: String) throws {
    let redactor = try Releases.redactor("privacy", terms: MarkupSecrets.terms)
    do throws(Refusal) {
      _ = try Releases.release("<?xml version=\"1.0\"?>" + document, by: redactor)
      Issue.record("it was released")
    } catch {
      guard case .structure = error else {
        Issue.record("it was refused for something else: \(error.sentence)")
        return
      }
      #expect(!error.sentence.contains("Quimby"))
    }
  }

  private static func expectNone(_ carrier: String, _ spellings: [String]) throws {
    let parts = spellings.enumerated().map { index, spelling in
      carrier.replacing("@", with: spelling).replacing("%n", with: String(index))
    }
    let document = "<?xml version=\"1.0\"?>\n<document>\n" + parts.joined(separator: "\n") + "\n</document>"
    let words = ["BEFORE", "AFTER"].filter(carrier.contains)
    try expectNone(
      Array(document.utf8), sentinels: spellings.indices.flatMap { index in words.map { "\($0)\(index)" } })
  }

  private static func expectNone(_ document: [UInt8], sentinels: [String]) throws {
    let redactor = try Releases.redactor("privacy", terms: MarkupSecrets.terms)
    let release = try Releases.release(document, by: redactor)
    let seen = DeepScan.letters(of: release.file)
    for secret in MarkupSecrets.letters where seen.contains(secret) {
      Issue.record("\(secret) is left: \(String(decoding: release.file, as: UTF8.self))")
    }
    for word in sentinels where !seen.contains(word.lowercased()) { Issue.record("\(word) is gone") }
    let again = try Releases.release(release.file, by: redactor)
    #expect(again.file == release.file, "a copy of the copy is another one")
  }
}
