import Redaction
import RuleEngine
import TestSupport
import Testing

/// A reviewer's decisions: of a proposal nothing but the decision may change.
@Suite("Decisions") struct DecisionsTests {
  private static func proposed(_ redactor: Redactor) throws -> String {
    let vocabulary = try Releases.vocabulary()
    let text = try MarkedText(Array(Releases.paper.utf8).span, vocabulary)
    var decisions = Decisions(
      proposing: try redactor.proposals(for: text, vocabulary), in: text, policyDigest: redactor.policy.digest)
    decisions.reviewer = "A. Reader"
    return String(decoding: decisions.xml(), as: UTF8.self)
  }

  /// The copy that is made by decisions.
  private static func copy(_ decisions: String, _ redactor: Redactor) throws -> String {
    var redactor = redactor
    redactor.decisions = try DecisionsReader.read(.init(file: "d.xml", bytes: Array(decisions.utf8)))
    return String(decoding: try Releases.release(Releases.paper, by: redactor).file, as: UTF8.self)
  }

  @Test func whatIsAcceptedIsWhatWasProposed() throws {
    let redactor = try Releases.redactor("public-release")
    let proposed = try Self.proposed(redactor)
    #expect(try Grammar.problems(of: Array(proposed.utf8), by: "Reports/caveat-decisions.rng").isEmpty)
    #expect(
      try Self.copy(proposed, redactor).utf8.elementsEqual(try Releases.release(Releases.paper, by: redactor).file))
  }

  /// The ledger says who decided, where everything was rejected too.
  @Test func theLedgerSaysWhoDecided() throws {
    var redactor = try Releases.redactor(
      file: "<portions above='U' exemption='(b)(5)'/><copy unfit='say' profile='release'/>")
    let proposed = try Self.proposed(redactor)
    let count = proposed.split(separator: "\"accept\"", omittingEmptySubsequences: false).count - 1
    for (decisions, rejected) in [(proposed, 0), (proposed.replacing("\"accept\"", with: "\"reject\""), count)] {
      redactor.decisions = try DecisionsReader.read(.init(file: "d.xml", bytes: Array(decisions.utf8)))
      let ledger = try Releases.release(Releases.paper, by: redactor).ledger
      #expect(
        ledger.head.review
          == .init(reviewer: "A. Reader", accepted: count - rejected, rejected: rejected, added: 0))
      #expect(try Grammar.problems(of: ledger.xml(), by: "Reports/caveat-ledger.rng").isEmpty)
      let read = try LedgerReader.read(.init(file: "l.xml", bytes: ledger.xml()))
      #expect(read == ledger && Verification.chainDoubts(read).isEmpty)
      // A number that was changed breaks the chain.
      var changed = ledger
      changed.head.review?.rejected += 1
      #expect(!Verification.chainDoubts(changed).isEmpty)
    }
  }

  /// Each digit is changed, one at a time: none of the files is done.
  @Test func aChangedDigitIsRefused() throws {
    let redactor = try Releases.redactor("public-release")
    let xml = Array(try Self.proposed(redactor).utf8)
    var changed = 0
    for index in xml.indices.drop(while: { !xml[$0...].starts(with: " original-sha256".utf8) })
    where xml[index] &- 0x30 < 10 {
      var other = xml
      other[index] = xml[index] == 0x39 ? 0x38 : xml[index] + 1
      let text = String(decoding: other, as: UTF8.self)
      #expect(throws: (any Error).self, "byte \(index)") { try Self.copy(text, redactor) }
      changed += 1
    }
    #expect(changed > 100)
  }

  @Test(arguments: [
    ("source=\"portion\"", "source=\"reviewer\""), ("source=\"portion\"", "source=\"term\""),
    (" name=\"", " name=\"x"), ("/>", "/><piece at=\"3\" length=\"2\"/>"),
    ("1.4(d)", "1.4(c)"), ("reviewer=\"A. Reader\"", "reviewer=\"\""), ("/>", ">x</piece>"), ("<piece", "x<piece"),
    ("<piece at", "<piece n=\"1\" at"),
  ])
  func aChangedProposalIsRefused(old: String, new: String) throws {
    let redactor = try Releases.redactor("public-release")
    let changed = try Self.proposed(redactor).replacing(old, with: new, maxReplacements: 1)
    #expect(throws: (any Error).self) { try Self.copy(changed, redactor) }
  }

  @Test func aProposalThatWasTakenOutIsRefused() throws {
    let redactor = try Releases.redactor("public-release")
    var proposed = try Self.proposed(redactor)
    for number in 1...9 { proposed = proposed.replacing(" n=\"\(number)\"", with: "") }
    #expect(throws: Never.self) { try Self.copy(proposed, redactor) }
    let first = try #require(proposed.firstRange(of: "  <withhold "))
    let end = try #require(proposed.firstRange(of: "</withhold>\n"))
    let entry = proposed[first.lowerBound..<end.upperBound]
    for changed in [proposed.replacing(entry, with: ""), proposed.replacing(entry, with: entry + entry)] {
      let error = #expect(throws: Refusal.self) { try Self.copy(changed, redactor) }
      #expect(error?.sentence.contains("in the decisions is not what is proposed") == true)
    }
  }

  /// A text that is added is found as the memorandum of the tutorial has it, and as terms are.
  @Test(arguments: [("Ice Left", "The [(b)(5)] the basin."), ("LIGHTS", "The [(b)(5)] are on.")])
  func anAddedTextIsFoundInAnyCase(text: String, expected: String) throws {
    let redactor = try Releases.redactor("public-release")
    let added = try Self.proposed(redactor).replacing(
      "</decisions>", with: "<add text=\"\(text)\" exemption=\"(b)(5)\"/></decisions>")
    #expect(try Self.copy(added, redactor).contains(expected))
  }

  /// The Vaughn index would have nothing to say of it.
  @Test(arguments: ["text=\"lights\"", "at=\"0\" length=\"3\""])
  func anExemptionThatThePolicyDoesNotExplainIsRefused(addition: String) throws {
    let redactor = try Releases.redactor("public-release")
    let added = try Self.proposed(redactor).replacing(
      "</decisions>", with: "<add \(addition) exemption=\"(b)(9)\"/></decisions>")
    let error = #expect(throws: Refusal.self) { try Self.copy(added, redactor) }
    #expect(error?.sentence.contains("<exemption code=\"(b)(9)\">") == true)
  }

  /// Places and texts of the reviewer's are additions.
  @Test func aReviewerAddsPlacesAndTexts() throws {
    let redactor = try Releases.redactor("public-release")
    let at = try #require(Releases.paper.utf8.firstRange(of: "basin".utf8)?.lowerBound)
    let offset = Releases.paper.utf8.distance(from: Releases.paper.startIndex, to: at)
    let added = try Self.proposed(redactor).replacing(
      "</decisions>",
      with:
        "<add at=\"\(offset)\" length=\"5\" exemption=\"(b)(5)\"/><add text=\"lights\" exemption=\"(b)(6)\"/></decisions>"
    )
    let copy = try Self.copy(added, redactor)
    #expect(copy.contains("The ice left the [(b)(5)].") && copy.contains("The [(b)(6)] are on."))
    #expect(throws: Refusal.self) { try Self.copy(added.replacing("length=\"5\"", with: "length=\"9999\""), redactor) }
  }
}
