import MarkingModel
import Redaction
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// Whole documents under the shipped policies.
@Suite("Releases") struct ReleaseTests {
  /// Every policy over every document: the copy and, where something is withheld, its Vaughn index.
  @Test(
    arguments: StandardRules.policyNames,
    [("cable", Releases.cable), ("paper", Releases.paper), ("record", Releases.record)])
  func theyAreAsRecorded(policy: String, document: (name: String, text: String)) throws {
    let release = try Releases.release(
      document.text, by: try Releases.redactor(policy, terms: "Ellen Marsh-Aldous\nTobin Ek; Ek, Tobin P.\n"))
    var files = [("txt", release.copy.bytes)]
    if policy == "public-release" {
      files += [
        ("vaughn.xml", release.vaughn.xml()), ("vaughn.csv", release.vaughn.csv()),
        ("vaughn.txt", release.vaughn.text()), ("vaughn.html", release.vaughn.html()),
      ]
    }
    for (ending, bytes) in files {
      let path = "Tests/Golden/redaction/\(document.name).\(policy).\(ending)"
      if let problem = try Golden.difference(bytes, from: path) { Issue.record("\(problem)") }
    }
  }

  @Test func numbersAndMarksStay() throws {
    let copy = String(
      decoding: try Releases.release(Releases.cable, by: try Releases.redactor("public-release")).copy.bytes,
      as: UTF8.self)
    #expect(copy.contains("1. (U) The ice left the basin early this year"))
    #expect(copy.contains("2. (SBU) [(b)(5), 2 lines withheld]"))
    #expect(copy.contains("3. (SBU) [(b)(5), 2 lines withheld]"))
    #expect(copy.contains("IMMEDIATE [withheld]"))
    for word in ["pilots", "treaty", "QUIMBY", "1444"] { #expect(!copy.contains(word)) }
  }

  @Test(arguments: ["public-release", "privacy", "state-foia", "cui-decontrol-review", "internal-share"])
  func aSecondTimeChangesNothing(policy: String) throws {
    let redactor = try Releases.redactor(policy)
    for text in [Releases.cable, Releases.paper, Releases.record, Releases.pages] {
      for variant in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, String(text.dropLast())] {
        let once = try Releases.release(variant, by: redactor).copy.bytes
        let twice = try Releases.release(once, by: redactor)
        #expect(twice.copy.bytes == once)
        #expect(twice.copy.withholdings.isEmpty)
      }
    }
  }

  /// A page of which nothing is left begins with a slip; one of which something is left has none.
  @Test func aWithheldPageHasASlip() throws {
    let copy = String(
      decoding: try Releases.release(Releases.pages, by: try Releases.redactor("public-release")).copy.bytes,
      as: UTF8.self)
    let pages = copy.split(separator: "\u{0C}", omittingEmptySubsequences: false)
    #expect(pages.count == 3)
    #expect(!pages[0].contains("page 1 withheld"))
    #expect(pages[1].hasPrefix("[(b)(1) 1.4(d), page 2 withheld in full]\n"))
    #expect(pages[1].contains("3. (S//NF) [(b)(1) 1.4(d), 1 line withheld]"))
    #expect(!pages[2].contains("page 3 withheld"))
    #expect(copy.hasPrefix("RELEASED IN PART"))
  }

  @Test func aDocumentOfWhichNothingIsLeftIsDenied() throws {
    let paper = Releases.paper.replacing("(U) ", with: "(C) ")
    let release = try Releases.release(paper, by: try Releases.redactor("public-release"))
    #expect(release.copy.disposition == .denied)
    #expect(String(decoding: release.copy.bytes, as: UTF8.self).hasPrefix("DENIED IN FULL (b)(1) 1.4(d)\n"))
    #expect(release.vaughn.disposition == "DENIED IN FULL")
    #expect(
      try Releases.release(release.copy.bytes, by: try Releases.redactor("public-release")).copy.bytes
        == release.copy.bytes)
  }

  /// What the rules for releases call wrong in the copy holds it back, whoever decided on it. A policy may say otherwise.
  @Test func anUnfitCopyIsHeldBack() throws {
    let file = "<portions level='TS' exemption='(b)(5)'/><copy profile='release'/>"
    var redactor = try Releases.redactor(file: file)
    let sentence = "line 1 of the copy is not fit to go out (DCL-003; caveat rule DCL-003 says why)"
    #expect(throws: Refusal.unverified(sentence)) { try Releases.release(Releases.paper, by: redactor) }
    redactor.decisions = try Self.noDecisions(redactor.policy)
    #expect(
      throws: Refusal.unverified(
        sentence + "; <copy unfit=\"say\"> in the policy lets it go out as it was decided")
    ) { try Releases.release(Releases.paper, by: redactor) }

    var saying = try Releases.redactor(file: file.replacing("profile=", with: "unfit='say' profile="))
    for decisions in [nil, try Self.noDecisions(saying.policy)] {
      saying.decisions = decisions
      let release = try Releases.release(Releases.paper, by: saying)
      #expect(release.unfit.contains(.unfit(rule: "DCL-004", line: 11)))
      #expect(release.ledger.head.profile == nil && release.ledger.head.policyDigest == saying.policy.digest)
    }
    redactor.decisions = nil
    redactor.fitness = nil
    #expect(throws: Refusal.self) { try Releases.release(Releases.paper, by: redactor) }
  }

  /// What is proposed for the paper is withheld no more than this.
  private static func noDecisions(_ policy: Policy) throws -> Decisions {
    Decisions(
      proposing: [], in: try MarkedText(Array(Releases.paper.utf8).span, try Releases.vocabulary()),
      policyDigest: policy.digest)
  }

  /// A reviewer who leaves a classified portion in clear makes a copy that is not fit to go out.
  @Test func aReviewerCannotReleaseAClassifiedPortion() throws {
    var redactor = try Releases.redactor("public-release")
    let vocabulary = try Releases.vocabulary()
    let text = try MarkedText(Array(Releases.paper.utf8).span, vocabulary)
    var decisions = Decisions(
      proposing: try redactor.proposals(for: text, vocabulary), in: text, policyDigest: redactor.policy.digest)
    let index = try #require(decisions.decisions.firstIndex { $0.withholding.source == .portion })
    decisions.decisions[index].isAccepted = false
    redactor.decisions = decisions
    #expect {
      try Releases.release(Releases.paper, by: redactor)
    } throws: { error in
      guard case .unverified(let sentence) = error as? Refusal else { return false }
      return sentence.contains("DCL-004")
    }
  }

  @Test func whatTheReviewerDecidesIsDone() throws {
    var redactor = try Releases.redactor("public-release")
    let plain = try Releases.release(Releases.cable, by: redactor)
    let text = try MarkedText(Array(Releases.cable.utf8).span, try Releases.vocabulary())
    var decisions = Decisions(
      proposing: plain.copy.withholdings, in: text, policyDigest: redactor.policy.digest)
    redactor.decisions = decisions
    #expect(try Releases.release(Releases.cable, by: redactor).copy.bytes == plain.copy.bytes)

    let index = try #require(decisions.decisions.firstIndex { $0.withholding.name == "paragraph 2" })
    decisions.decisions[index].isAccepted = false
    decisions.texts = [("basin", [try Exemption("(b)(5)")])]
    redactor.decisions = decisions
    let copy = String(decoding: try Releases.release(Releases.cable, by: redactor).copy.bytes, as: UTF8.self)
    #expect(copy.contains("the pilots were asked to wait"))
    #expect(copy.contains("The ice left the [(b)(5)] early"))

    decisions.originalDigest = String(repeating: "0", count: 64)
    redactor.decisions = decisions
    #expect(throws: Refusal.self) { try Releases.release(Releases.cable, by: redactor) }
  }

  @Test func decisionsSurviveTheirFile() throws {
    let redactor = try Releases.redactor("public-release")
    let plain = try Releases.release(Releases.cable, by: redactor)
    var decisions = Decisions(
      proposing: plain.copy.withholdings,
      in: try MarkedText(Array(Releases.cable.utf8).span, try Releases.vocabulary()),
      policyDigest: redactor.policy.digest)
    decisions.reviewer = "A. Reader"
    let read = try DecisionsReader.read(.init(file: "d.xml", bytes: decisions.xml()))
    #expect(read == decisions)
  }

  @Test func pseudonymsAreTheSameForTheSameText() throws {
    let redactor = try Releases.redactor(
      file: "<terms replace='pseudonym' exemption='(b)(6)'/>", terms: "Ann Lee\nBo Ek\n")
    let text = "Ann Lee met Bo Ek. ANN LEE left.\n"
    let copy = try Releases.release(text, by: redactor).copy
    #expect(
      String(decoding: copy.bytes, as: UTF8.self)
        == "[(b)(6), person 1] met [(b)(6), person 2]. [(b)(6), person 1] left.\n")
  }

  /// A policy that wants keyed digests is not carried out without a key.
  @Test func keyedDigestsNeedAKey() throws {
    var redactor = try Releases.redactor(
      file: "<terms replace='keyed' exemption='(b)(6)'/>", terms: "Ann Lee\n")
    #expect(throws: Refusal.self) { try Releases.release("Ann Lee left.\n", by: redactor) }
    redactor.key = DigestKey(Array("sixteen bytes or more".utf8))
    let copy = String(decoding: try Releases.release("Ann Lee left.\n", by: redactor).copy.bytes, as: UTF8.self)
    #expect(copy.hasPrefix("[(b)(6), key "))
  }

  /// Overlaps are settled in groups that touch; the sum is that of settling all of them together.
  @Test(arguments: 0..<40)
  func settlingKeepsEveryByteOnce(seed: Int) {
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let sources: [Withholding.Source] = [.portion, .element(.signature), .detector("x"), .term, .reviewer]
    let withholdings = (0..<20).map { _ in
      let start = next(200)
      let source = sources[next(sources.count)]
      return Withholding(source, name: "w", pieces: [ByteRange(start, start + 1 + next(30))], exemptions: [])
    }
    let settled = withholdings.settled
    let bytes = settled.flatMap(\.pieces).flatMap { Array($0.start..<$0.end) }
    #expect(Set(bytes).count == bytes.count)
    #expect(Set(bytes) == Set(withholdings.flatMap(\.pieces).flatMap { Array($0.start..<$0.end) }))
    #expect(settled.map(\.start) == settled.map(\.start).sorted())
    // Who decides takes all that he names.
    let decided = withholdings.filter { $0.source == .reviewer }.flatMap(\.pieces).flatMap { Array($0.start..<$0.end) }
    let taken = settled.filter { $0.source == .reviewer }.flatMap(\.pieces).flatMap { Array($0.start..<$0.end) }
    #expect(Set(decided) == Set(taken))
  }

  @Test func whatOverlapsIsTakenOnce() throws {
    let a = Withholding(.detector("x"), name: "x", pieces: [ByteRange(5, 20)], exemptions: [])
    let b = Withholding(.portion, name: "p", pieces: [ByteRange(10, 40)], exemptions: [])
    let c = Withholding(.detector("y"), name: "y", pieces: [ByteRange(12, 14)], exemptions: [])
    let settled = [a, b, c].settled
    #expect(settled.map(\.pieces) == [[ByteRange(5, 10)], [ByteRange(10, 40)]])
  }
}
