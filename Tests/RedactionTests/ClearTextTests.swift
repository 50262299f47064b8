import Redaction
import Testing

/// The look through a copy that knows nothing of portions.
@Suite("Clear text behind a withheld mark") struct ClearTextTests {
  private static func line(of text: String, under policy: String = "public-release") throws -> Int? {
    let vocabulary = try Releases.vocabulary()
    let redactor = try Releases.redactor(policy)
    return ClearText.firstLine(in: Array(text.utf8), under: redactor.policy, vocabulary)
  }

  @Test(arguments: [
    "(S) The plan.", "1. (C) The plan.", "  - 12.a. (S//NF) The plan.", "name | (TS) The plan. | more",
    "(SBU) The plan.", "(U//FOUO) The plan.", "• (S) Плaн", "(S) [(b)(1)] and the plan.", "(C) 7 ships",
    "(A) one\n(B) two\n(C) three\n(C) 4", "(a) (S) The plan.", "The plan. (S//NF)", "1. The plan (S//NF).",
    "S//NF The plan", "[SECRET] The plan", "{S//NF} The plan",
    // Letters of a section and of labels are no list, nor are those of another paragraph.
    "[(b)(6)] was there.\n(C) The plan.", "Reason: 1.4(a)(b)\n(C) The plan.",
    "Reasons 1.4 (A) and (B)\n \n(C) The plan.",
  ])
  func isFound(text: String) throws {
    let lines = text.split(separator: "\n").count
    for end in ["\n", "\r\n"] {
      #expect(try Self.line(of: "A line.\(end)\(text.replacing("\n", with: end))\(end)") == lines + 1)
    }
  }

  @Test(arguments: [
    "(U) The ice left.", "1. (S) [(b)(1) 1.4(d), 1 line withheld]", "(S) 2. [(b)(5)]", "(A) one\n(B) two\n(C) three",
    "(A) one, (B) two,\n(C) three", "(a) (U) One\n(b) (S) [(b)(5)]\n(c) (U) Three", "(a) one\n\n(b) two\n\n(c) three",
    // The first item is written otherwise: no mark is a B.
    "  A. one\n\n(B) two\n\n (C) three",
    "Subject: [(b)(5)] (S)", "2. [(b)(5)] (S//NF)", "the plan of section 501 (C)",
    "[S]ome plans", "S/P and U/S came", "D(S): a deputy", "(R-OHIO) a senator",
    "the plan (S) is known", "(S)", "(EAR) a desk",
  ])
  func isNone(text: String) throws {
    #expect(try Self.line(of: "A line.\n\(text)\n") == nil)
  }

  /// What a policy does not withhold may stand.
  @Test func isOfThePolicy() throws {
    #expect(try Self.line(of: "(SBU) The plan.", under: "state-foia") == nil)
    #expect(try Self.line(of: "(S) The plan.", under: "state-foia") == 1)
  }
}
