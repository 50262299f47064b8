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

  /// HMAC-SHA-256 of RFC 4231, test case 2 has a short key; case 3 fits: twenty bytes 0xaa, fifty bytes 0xdd.
  @Test func digestsAreThoseOfTheStandard() throws {
    let key = DigestKey([UInt8](repeating: 0xAA, count: 20))
    #expect(
      key?.digest(of: [UInt8](repeating: 0xDD, count: 50))
        == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
    #expect(DigestKey([1, 2, 3]) == nil)
  }
}
