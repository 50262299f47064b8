import Redaction
import Testing

/// A signer whose name is an ordinary word as well: the person goes, the word stays.
@Suite("Signers whose names are words") struct OrdinarySignerTests {
  private static func cable(_ text: String, signer: String, authority: String = "") -> String {
    """
    UNCLAS REYKJAVIK 000907

    SENSITIVE
    SIPDIS

    E.O. 12958: N/A
    TAGS: PREL IC
    SUBJECT: ICE
    \(authority)
    1. (U) \(text)

    2. (SBU) The seekers wait.
    \(signer)

    """
  }

  private static func copy(_ text: String) throws -> String {
    String(decoding: try Releases.release(text, by: try Releases.redactor("public-release")).file, as: UTF8.self)
  }

  @Test(arguments: [
    ("Dale Wood met the pilots. Mr. Wood said little. Dale P. Wood left by the wood.", "WOOD"),
    ("Assistant Secretary Dale Green met the pilots under green lamps. D. Green left.", "GREEN"),
    ("The pilots met Ida Young and young men. Ambassador Young left.", "YOUNG"),
  ]) func theNameGoes(_ text: String, _ signer: String) throws {
    let copy = try Self.copy(Self.cable(text, signer: signer))
    let name = signer.prefix(1) + signer.dropFirst().lowercased()
    #expect(!copy.contains(name) && !copy.contains("Dale") && !copy.contains("Ida"), "\(copy)")
    for word in ["by the wood", "under green lamps", "young men"] where text.contains(word) {
      #expect(copy.contains(word), "\(copy)")
    }
  }

  @Test(arguments: [
    ("The minister spoke of green lamps.", "GREEN"), ("The White House and the white ice are far.", "WHITE"),
    ("Young pilots came. The young are many.", "YOUNG"), ("The price of rice fell, and the Rice Board met.", "RICE"),
    ("The pilots went up the Hill.", "HILL"), ("Long nights; a long ice.", "LONG"),
  ]) func theWordStays(_ text: String, _ signer: String) throws {
    let copy = try Self.copy(Self.cable(text, signer: signer))
    #expect(copy.contains(text) && !copy.contains("\n\(signer)\n"), "\(copy)")
  }

  /// A name without anything beside it that shows whose it is.
  @Test(arguments: [
    ("Green said little.", "GREEN"), ("The pilots saw Rice at the quay.", "RICE"),
    ("The letter of Bell is here.", "BELL"),
  ]) func aLoneNameIsRefused(_ text: String, _ signer: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(Self.cable(text, signer: signer)) }
  }
}
