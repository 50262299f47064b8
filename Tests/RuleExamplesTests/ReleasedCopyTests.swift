import Documents
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// Copies that were released, with the codes of exemptions as agencies write them, and words that only look like codes.
@Suite struct ReleasedCopyTests {
  private func rules(_ body: String, day: String = "4 January 2005", banner: String = "UNCLASSIFIED") throws -> Set<
    String
  > {
    let text = """
      Approved for release by the Department on 07-07-2021, Case D-2019-1

      \(banner)

      DEPARTMENT OF GOOD WORKS

      \(day)

      SUBJECT: Visit

      \(body)

      The lights are on in the office.

      \(banner)

      """
    let document = DocumentReader.read(Array(text.utf8).span, vocabulary: try StandardRules.vocabulary())
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "release"))
    let findings = try evaluator.check(document, recordingJudgements: false).findings
    return Set(findings.filter { $0.severity != .info }.map(\.rule))
  }

  @Test(arguments: [
    "The seekers [b6] came.", "The seekers [ B6 ] came.", "The seekers [Exemption (b)(6)] came.",
    "The seekers [FOIA Exemption 6] came.", "The seekers ████ b6 came.", "The seekers b6 ████ came.",
    "The seekers ████ (b6) came.", "The seekers [redacted - b6] came.", "The seekers {REDACTED b6} came.",
    "The seekers [          ] b6 came.", "The seekers came.                 b6 -1\n                            b6 -2",
    "b6 -1,2     The seekers came to the harbor.", "The seekers came by boat.\tB6",
  ])
  func aCopyReleasedInPartHasACode(_ body: String) throws {
    #expect(try rules("RELEASED IN PART\n\n" + body).isDisjoint(with: ["FOI-020", "FOI-001"]))
    #expect(try rules("RELEASED IN FULL\n\n" + body).contains("FOI-018"))
  }

  @Test(arguments: [
    "The seekers sit in room B10 and eat for vitamin B6.", "The B-1 bomber, see pages B3 to B5.",
    "The lamps follow [B1] and [B2].\n\n[B1] Roe, Lamps.\n[B2] Doe, Harbors.\n[B3] Poe, Ice.",
    "Quay            Berth\nNorth quay      B6\nSouth quay      B7\nOld quay        B10", "The lamps.\n\nP-1",
    "[page B6 of the book]", "The basin is full: ███░░ or ■■■□□.\n\n■ Quay\n■ Berth",
  ])
  func wordsThatAreNoCodes(_ body: String) throws {
    #expect(try rules(body).isEmpty)
    #expect(try rules("RELEASED IN PART\n\n" + body).contains("FOI-020"))
  }

  @Test(arguments: [
    ("The seekers [b10] came.", "FOI-003"), ("B10", "FOI-003"), ("The seekers [(b)7] came.", "FOI-004"),
    ("[B7]", "FOI-004"), ("The seekers [b(7)(G)] came.", "FOI-005"), ("b3 -1", "FOI-006"),
    ("The fleet [(b)(3)] signed the contract under an Act.", "FOI-006"), ("The seekers [b1] came, 1.4(i).", "FOI-008"),
    ("[REDACTED 25X10]", "FOI-014"), ("(b)(1), 25X12", "FOI-014"), ("[P7/(b)(6)]", "FOI-015"),
    ("[REDACTED P5]", "FOI-016"), ("P-1, (b)(6)", "FOI-017"), ("[(b)(6)] met [b6].", "FOI-021"),
    ("The seekers ■■■■ came.", "FOI-001"), ("The seekers <<REDACTED>> came.", "FOI-001"),
    ("E.O. 13526, section 3.3(h)(2)\n\n25X11", "FOI-014"), ("(LES) The seekers came by boat.", "DCL-006"),
    ("OFFICIAL USE ONLY\n\nThe ice left.", "DCL-006"),
    ("[REDACTED (b)(6)]'s SSN 123 45 6789 is left.", "FOI-030"),
  ])
  func aCodeThatIsWrong(_ body: String, _ rule: String) throws { #expect(try rules(body).contains(rule)) }

  @Test(arguments: [
    "[b3 50 USC 3024(i)]", "b3 -1 50 U.S.C. 3024", "[(b)(3) (CIA Act)]", "[(b)(3):NSAAct]", "(b)(3) NATSECACT",
    "(b)(3) Pub. L. 86-36",
  ])
  func aStatuteStandsBehindIt(_ code: String) throws {
    #expect(try !rules("The seekers \(code) came.").contains("FOI-006"))
  }

  @Test(arguments: [
    ("[(b)(5) AC privilege]", false), ("[(b)(5) attorney work product]", false), ("[attorney-client, (b)(5)]", false),
    ("(b)(5) attorney-client", false), ("[(b)(5)]", true), ("[(b)(5) DPP]", true), ("[deliberative, (b)(5)]", true),
    ("[(b)(5) DPP; AC]", true),
  ])
  func anOldRecordWithPrivilege(_ code: String, _ isReported: Bool) throws {
    #expect(try rules("The note \(code) was kept.", day: "4 January 1990").contains("FOI-010") == isReported)
  }

  @Test(arguments: [
    "KEY TO EXEMPTIONS", "Explanation of Exemptions", "Exemption Key (5 U.S.C. 552(b))", "LEGEND OF EXEMPTIONS",
    "SUBSECTIONS OF TITLE 5, UNITED STATES CODE, SECTION 552", "Freedom of Information Act Exemptions",
    "EXEMPTIONS CITED", "List of FOIA Exemption Codes",
  ])
  func theKeyIsFound(_ heading: String) throws {
    for line in ["(b)(6) personal privacy", "b6 personal privacy", "Exemption 6: personal privacy"] {
      let body = "The seekers [REDACTED (b)(7)(E)] came to [REDACTED (b)(6)].\n\n\(heading)\n\n\(line)"
      #expect(try rules(body).contains("FOI-022"), "\(line)")
      #expect(try !rules(body.replacing("(b)(7)(E)", with: "(b)(6)")).contains("FOI-022"), "\(line)")
    }
  }

  @Test(arguments: ["Exemptions of the quay are listed there.", "The exemptions"])
  func noKey(_ line: String) throws {
    let body = "\(line)\n\nThe seekers [REDACTED (b)(7)(E)] came.\n\n(b)(6) was asked."
    #expect(try !rules(body).contains("FOI-022"))
  }

  @Test(arguments: ["(S//RD//NF)", "(S//FRD)", "(S//TFNI)", "(TS//RD-CNWDI//NF)", "(S//RD-SIGMA 1 2//NF)", "(S-RD)"])
  func dataOfTheDepartmentOfEnergy(_ mark: String) throws {
    for day in ["4 January 1975", "4 January 2010", "4 January 2012"] {
      #expect(try rules("1. \(mark) The ice left.", day: day).contains("DCL-007"), "\(day)")
      #expect(try !rules("1. (S//NF) The ice left.", day: day).contains("DCL-007"), "\(day)")
    }
  }

  @Test func aBannerOfRestrictedData() throws {
    #expect(try rules("The ice left.", day: "4 January 1985", banner: "SECRET//RD//NOFORN").contains("DCL-007"))
  }

  @Test func aControlInTheBanner() throws {
    for banner in ["SENSITIVE BUT UNCLASSIFIED", "FOR OFFICIAL USE ONLY", "UNCLASSIFIED - FOR OFFICIAL USE ONLY"] {
      #expect(try rules("The ice left.", banner: banner).contains("DCL-006"), "\(banner)")
    }
    #expect(try !rules("For official use only one boat is kept.").contains("DCL-006"))
  }
}
