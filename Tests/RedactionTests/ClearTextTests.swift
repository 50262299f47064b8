import Redaction
import Testing

/// The look through a copy that knows nothing of portions.
@Suite("Clear text behind a withheld mark") struct ClearTextTests {
  private static func line(of text: String, under policy: String = "public-release") throws -> Int? {
    let vocabulary = try Releases.vocabulary()
    let redactor = try Releases.redactor(policy)
    return try ClearText.firstLine(in: Array(text.utf8), under: redactor.policy, vocabulary)
  }

  @Test(arguments: [
    "(S) The plan.", "1. (C) The plan.", "  - 12.a. (S//NF) The plan.", "name | (TS) The plan. | more",
    "(SBU) The plan.", "(U//FOUO) The plan.", "• (S) Плaн", "(S) [(b)(5)] and the plan.", "(C) 7 ships",
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

  /// What is no mark for a program may be one for who reads it.
  @Test(arguments: [
    // References, emphasis, look-alikes and what is not seen.
    "a. &#40;S//NF&#41; The plan.", "2. &lpar;S&rpar; The plan.", "a. (**S//NF**) The plan.",
    "a. (<b>S</b>//NF) The plan.",
    "2. (S\u{AD}) The plan.", "2. （Ｓ） The plan.", "2. (\u{405}) The plan.",
    "2. (\u{200B}S) The plan.", "a. (𝐒) The plan.", "a. (Ś) The plan.", "a. $S//NF$ The plan.",
    "a. Ⓢ: The plan.", "a. Ⓢ The plan.", "🅂 The plan.", "2. (U) The ice left. 🅢 The plan.",
    // Other brackets, and none.
    "a. «S//NF» The plan.", "a. <S//NF> The plan.", "a. {S} The plan.", "a. \"S\" The plan.", "a. S) The plan.",
    "a. (S The plan.", "a. (S.) The plan.", "a. SECRET: Reason enough for the plan",
    "a. S//NF: the plan", "a. SECRET: the plan", "a. S: the plan",
    "a. (Secret) The plan.", "S E C R E T The plan",
    // The name of a level before a sentence, and behind the number of a note.
    "a. SECRET The plan is old and known.", "TOP SECRET The plan is old and known.",
    "[^1]: SECRET The plan is old and known.",
    "[1] CONFIDENTIAL The plan is old and known.", "[^a]: S//NF The plan.", "[12]: S//NF The plan.",
    // In the middle of a line.
    "2. (U) The ice left. (SBU) The plan.", "2. (U) The ice left. (S) The plan.", "The ice left! [S//NF] the plan",
    "2. (U) The ice left. [S] The plan.",
    "The ice left. SECRET: the plan", "The ice left. (S) [(b)(5)] (C) The plan.",
    "The ice left; (&#83;) The plan.",
    // With slashes wherever they stand, and with the text in the same brackets.
    "2. (U) The harbor (S//NF: the quay is sold) is fine.", "2. (U) The harbor [S//NF: the quay is sold].",
    "2. (U) The harbor (S//NF - the quay is sold).", "2. (U) The harbor (S//NF \u{2014} the quay is sold).",
    "2. (U) The harbor {TS//SI//NF: the quay is sold} is fine.", "2. (U) The harbor (S//NF the quay is sold) is fine.",
    "a. (S//REL TO USA, GBR: the quay is sold)", "2. (U) The harbor [S//NF] and the quay.",
    "2. (U) The harbor {S//NF} and the quay.", "2. (U) The harbor **S//NF** and the quay.",
    "2. (U) The harbor __S//NF__ and the quay.",
  ])
  func isLikely(text: String) throws { #expect(try Self.line(of: "A line.\n\(text)\n") == 2) }

  @Test(arguments: [
    "(U) The ice left.", "1. (S) [(b)(1) 1.4(d), 1 line withheld]", "(S) 2. [(b)(5)]", "(A) one\n(B) two\n(C) three",
    "(A) one, (B) two,\n(C) three", "(a) (U) One\n(b) (S) [(b)(5)]\n(c) (U) Three", "(a) one\n\n(b) two\n\n(c) three",
    // The first item is written otherwise: no mark is a B.
    "  A. one\n\n(B) two\n\n (C) three",
    "Subject: [(b)(5)] (S)", "2. [(b)(5)] (S//NF)", "the plan of section 501 (C)",
    "[S]ome plans", "S/P and U/S came", "D(S): a deputy", "(R-OHIO) a senator",
    "the plan (S) is known", "(S)", "(EAR) a desk",
    "SECRET Washington, October 3, 1980", "SECRET", "[1] See the plan of last year.", "[", "[^", "[^1]", "[^1]:",
    "[1] ",
    // Not what they look like.
    "The rules. (C) 2009 Acme", "The classes: (A) one, (B) two, (C) Three", "a. \"Secret\" means much.",
    "Terms: (A) one;\n(B) two;\nand so on; (C) THREE",
    "CONFIDENTIAL — Reason: 1.4(B), 1.4(D) — Declassify on:       B1,1.4(D)",
    "a. S corporations are.", "S: what was said", "C) three", "A vitamin. (C) is one.", "(secret ballots) were cast.",
    "The ice left. (Secretly, it had.)", "The ice left. Secret: the plan", "The ice left. (S) [(b)(5)] (U) The rest.",
    "a. [C] [(b)(5)]", "He said so. [C]an it be?",
    "Ⓐ one, Ⓑ two, Ⓒ three", "CUI: Controlled Unclassified", "see https://example.org/S//NF",
    "The ice left. \"S\" is a letter", "Sections 1.4 (a); (C) [(b)(5)]", "[Secretary] Doe came",
    "2. (U) The harbor (S//NF: [(b)(1) 1.4(d)]).",
    "2. (U) The harbor (see https://example.org/S//NF: the map).", "2. (U) Ice (S//REL TO USA,", "the sum [a//b: c]",
    "2. (U) Ice (U: the plan), (S: one of four) and (S - south).", "2. (U) Ice (Order of May, S//NF, page 4).",
    "He asked: [c]an it be?", "<s>An old text</s>", "*c* is the speed", "a. c: three", "a. <c> three",
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
