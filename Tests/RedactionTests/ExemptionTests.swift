import Redaction
import Testing

/// Exemptions as the law has them (5 U.S.C. 552(b), 552a; E.O. 13526; 44 U.S.C. 2204), and what is refused.
@Suite("Exemptions") struct ExemptionTests {
  @Test(arguments: [
    ("(b)(5)", "(b)(5)"), ("(b)(6)", "(b)(6)"), ("b6", "(b)(6)"), ("B6", "(b)(6)"), ("(b)(7)(C)", "(b)(7)(C)"),
    ("(b)(7)(c)", "(b)(7)(C)"), ("(b)(1) 1.4(d)", "(b)(1) 1.4(d)"),
    ("(b)(3) 50 U.S.C. 3024(i)", "(b)(3) 50 U.S.C. 3024(i)"), ("(k)(2)", "(k)(2)"), ("(j)(1)", "(j)(1)"),
    ("(d)(5)", "(d)(5)"), ("25X1", "25X1"), ("25X9", "25X9"), ("P5", "P5"),
  ])
  func legal(text: String, canonical: String) throws {
    let exemption = try Exemption(text)
    #expect(exemption.text == canonical)
    #expect(try Exemption(exemption.text) == exemption)
  }

  @Test(arguments: [
    ("", ExemptionMistake.noCode), ("personal", .noCode), ("(b)(10)", .notLegal), ("(b)(0)", .notLegal),
    ("(k)(8)", .notLegal), ("25X10", .notLegal), ("P7", .notLegal), ("(b)(7)", .partMissing),
    ("(b)(7)(G)", .partNotLegal), ("(b)(6)(C)", .partNotLegal), ("(b)(3)", .statuteMissing),
    ("(b)(1)", .categoryMissing), ("(b)(1) 1.4(i)", .categoryNotLegal), ("1.4(c)", .notOnItsOwn),
  ])
  func refused(text: String, mistake: ExemptionMistake) {
    #expect(throws: mistake) { try Exemption(text) }
  }

  @Test func inTheOrderOfTheLaw() throws {
    let exemptions = try ["(k)(2)", "(b)(6)", "(b)(1) 1.4(c)", "(b)(6)", "P5", "25X1"].map { try Exemption($0) }
    #expect(exemptions.text == "(b)(1) 1.4(c); (b)(6); (k)(2); 25X1; P5")
  }
}
