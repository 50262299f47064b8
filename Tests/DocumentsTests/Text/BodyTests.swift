import MarkingModel
import Testing

@Suite struct BodyTests {
  @Test(arguments: [
    ("MARLOWE", "true"), ("DE LA CRUZ", "true"), ("O'HARA-SMITH", "true"), ("MARLOWE ACTING", "false"),
    ("Marlowe", "false"),
  ])
  func signatures(name: String, wellFormed: String) throws {
    #expect(try Telegram(signature: name).document.table(.signature, .wellFormed) == [wellFormed])
  }

  @Test func aSignatureBehindTheLastSentence() throws {
    let document = try Telegram(body: "1. THE HARBOR IS", signature: "DEEP. MARLOWE").document
    #expect(document.table(.signature, .wellFormed) == ["true"])
  }

  @Test func aSentenceIsNoSignature() throws {
    #expect(try Telegram(signature: "").document.table(.signature, .wellFormed).isEmpty)
  }

  @Test(arguments: [
    ("1. Ambassador Marlowe spoke.", "true"), ("1. The Ambassador spoke.", "unknown"),
    ("1. Later that day Ambassador Roe spoke.", "false"), ("1. The Utopian Ambassador Roe spoke.", "unknown"),
    ("Classified By: Charge John Marlowe, 1.4 (b).\n\n1. (C) One.", "true"),
  ])
  func signers(body: String, plausible: String) throws {
    #expect(try Telegram(body: body).document.table(.signature, .plausible) == [plausible])
  }

  @Test func secretariesSignForTheDepartment() throws {
    let state = Telegram(day: "101430Z MAR 02", post: "STATE", from: "SECSTATE WASHDC", signature: "POWELL")
    #expect(try state.document.table(.signature, .plausible) == ["true"])
  }

  @Test func notesBelowTheSignatureAreNoText() throws {
    let document = try Telegram(signature: "MARLOWE\n\n\nNOTE BY OC/T: PASSED.").document
    #expect(document.table(.signature, .wellFormed) == ["true"])
  }

  @Test(arguments: [
    ("1. The harbor is\n\nTALLINN 00000123  002 OF 002\n\ndeep.", "sentence"),
    ("1. The harbor is deep.\n\nTALLINN 00000123  002 OF 002\n\nIt is.", "paragraph"),
    ("1. The har-\n\nTALLINN 00000123  002 OF 002\n\nbor is deep.", "word"),
    ("1. The harbor is deep.\n\nTALLINN 00000123  002 OF 002\n\n2. It is.", "none"),
  ])
  func pageHeadingsSplit(body: String, splits: String) throws {
    let document = try Telegram(form: .wire, level: "UNCLAS SECTION 01 OF 02", body: body).document
    #expect(document.table(.page, .splits) == [splits])
  }

  @Test func sectionsMayBeginAnew() throws {
    let body = "1. One.\n\nTALLINN 00000123  002 OF 002\n\n1. Two.\n\n2. Three."
    let document = try Telegram(form: .wire, level: "UNCLAS SECTION 01 OF 02", body: body).document
    #expect(
      document.table(.paragraph, .n, .section, .restartsSection, .inner) == [
        "1 1 false false", "1 2 true false", "2 2 false false",
      ])
  }

  @Test func metrics() throws {
    let line = String(repeating: "harbor ", count: 10)
    let document = try Telegram(body: (0..<30).map { _ in line }.joined(separator: "\n")).document
    #expect(document.root(.textLines, .pages, .longestLine, .unwrapped) == "31 2 69 false")
    let long = try Telegram(body: String(repeating: "harbor ", count: 100)).document
    #expect(long.root(.longestLine, .unwrapped) == "699 true")
  }

  @Test func statements() throws {
    #expect(try Telegram(body: "1. This text was encrypted off-line.").document.root(.offlineEncrypted) == "true")
    #expect(try Telegram(body: "1. He was off line.").document.root(.offlineEncrypted) == "false")
    #expect(
      try Telegram(body: "1. The compilation of the\nparts is classified SECRET.").document.root(.compilation) == "true"
    )
    #expect(try Telegram(body: "1. A compilation of songs.").document.root(.compilation) == "false")
  }

  @Test(arguments: [
    ("The portions are CONFIDENTIAL; by compilation the cable is SECRET.", true),
    ("In the aggregate this cable is classified SECRET.", true),
    ("THE PORTIONS ARE CONFIDENTIAL, BUT AS A COMPILATION SECRET.", true),
    ("Aggregation of the portions makes the telegram SECRET.", true),
    ("In the aggregate the lamps cost less. The list is SECRET.", false),
    ("A compilation of songs. The aggregate was small.", false),
    ("The aggregate weight of the ice is a secret.", false),
  ])
  func compilation(sentence: String, isStated: Bool) throws {
    let body = "1. (C) The harbor is deep.\n\n2. (U) \(sentence)"
    let document = try Telegram(level: "S E C R E T", body: body).document
    #expect(document.root(.compilation) == String(isStated))
  }
}
