import Redaction
import RuleEngine
import TestSupport
import Testing

/// The ledger: read back, held against its grammar, and its chain broken by any change.
@Suite("Ledger") struct LedgerTests {
  private static func release() throws -> Redactor.Release {
    var redactor = try Releases.redactor("public-release")
    redactor.key = DigestKey(Array("sixteen bytes or more".utf8))
    return try Releases.release(Releases.cable, by: redactor)
  }

  @Test func itIsReadBack() throws {
    let ledger = try Self.release().ledger
    let read = try LedgerReader.read(.init(file: "l.xml", bytes: ledger.xml()))
    #expect(read == ledger)
    #expect(Verification.chainDoubts(read).isEmpty)
  }

  @Test func recordsAreValid() throws {
    let release = try Self.release()
    for (grammar, bytes) in [
      ("Reports/caveat-ledger.rng", release.ledger.xml()), ("Reports/caveat-vaughn.rng", release.vaughn.xml()),
    ] {
      let problems = try Grammar.problems(of: bytes, by: grammar)
      #expect(problems.isEmpty, "\(problems)")
    }
  }

  @Test func noWordOfTheDocumentIsInARecord() throws {
    let release = try Self.release()
    let records =
      [release.ledger.xml(), release.vaughn.xml(), release.vaughn.csv(), release.vaughn.text()]
      + [release.vaughn.html(), LedgerText.bytes(release.ledger)]
    for record in records {
      let text = String(decoding: record, as: UTF8.self).lowercased()
      for word in ["pilots", "quimby", "treaty", "1444", "basin", "lights"] { #expect(!text.contains(word)) }
    }
  }

  /// Every digit and letter of every value that can be changed is changed, one at a time.
  @Test func anyChangeBreaksIt() throws {
    let xml = try Self.release().ledger.xml()
    // Behind the declaration and the name of the grammar.
    var index = try #require(xml.indices.first { xml[$0...].starts(with: "<policy".utf8) })
    var isInValue = false
    var changed = 0
    while index < xml.count {
      let byte = xml[index]
      if byte == UInt8(ascii: "\"") { isInValue.toggle() }
      if isInValue, byte &- 0x30 < 10 {
        var other = xml
        other[index] = byte == 0x39 ? 0x38 : byte + 1
        let read = try? LedgerReader.read(.init(file: "l.xml", bytes: other))
        #expect(read.map { !Verification.chainDoubts($0).isEmpty } ?? true, "byte \(index)")
        changed += 1
      }
      index += 1
    }
    #expect(changed > 200)
  }

  /// What the chain does not hold is refused: nobody can put a remark beside an entry.
  @Test(arguments: [
    ("<withheld n=\"1\"", "This is void. <withheld n=\"1\""), ("<withheld n=\"1\"", "<!-- x --><withheld n=\"1\""),
    ("<withheld n=\"1\"", "<?x y?><withheld n=\"1\""), ("</withheld>", "void</withheld>"),
    ("</withheld>", "<!-- x --></withheld>"), ("<seal", "\n<seal"), ("</ledger>\n", "</ledger>\n<!-- x -->\n"),
    ("</exemption>", "</exemption><exemption/>"), ("<exemption>", "<exemption a=\"b\">"),
    ("<detectors", "<copy/><detectors"),
    (" copy-at=\"", " copy-at=\"0"),
  ])
  func anythingBetweenTheEntriesIsRefused(old: String, new: String) throws {
    let xml = String(decoding: try Self.release().ledger.xml(), as: UTF8.self)
    let changed = xml.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != xml)
    #expect(throws: RuleError.self) { try LedgerReader.read(.init(file: "l.xml", bytes: Array(changed.utf8))) }
  }

  /// Ends of lines of other systems, and signs that XML writes otherwise, in what was added and in names.
  @Test func everyLedgerIsReadBack() throws {
    let texts = [
      Releases.paper.replacing("\n", with: "\r\n"), Releases.pages, Releases.record.replacing("\n", with: "\r"),
      "<!DOCTYPE html><p>SECRET</p><p>(U) SSN 514-38-7793 &amp; &lt;all&gt;.</p><p>(S) Ice.</p>",
    ]
    for text in texts {
      var ledger = try Releases.release(text, by: try Releases.redactor("public-release")).ledger
      ledger.head.inputName = "a & <b> \"c\"\td"
      ledger.head.timestamp = "2026-01-02T03:04:05Z"
      ledger.chainUp()
      #expect(try LedgerReader.read(.init(file: "l.xml", bytes: ledger.xml())) == ledger)
    }
  }

  /// HMAC-SHA-256 of RFC 4231, test case 2 has a short key; case 3 fits: twenty bytes 0xaa, fifty bytes 0xdd.
  @Test func digestsAreThoseOfTheStandard() throws {
    let key = DigestKey([UInt8](repeating: 0xAA, count: 20))
    #expect(
      key?.digest(of: [UInt8](repeating: 0xDD, count: 50))
        == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
    #expect(DigestKey([1, 2, 3]) == nil)
  }
}
