import Redaction
import Testing

/// Telegrams that repeat another one, whose marks say something else.
@Suite("Releases of telegrams that quote") struct QuotedTelegramTests {
  /// Everything of its own that it says is unclassified.
  private static func outer(_ first: String, _ quoted: String, level: String = "S E C R E T") -> String {
    let lines = level == "UNCLAS" ? "E.O. 12958: N/A" : "E.O. 12958: DECL: 03/12/2019"
    let authority =
      level == "UNCLAS" ? "" : "Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).\n\n"
    return """
      \(level) REYKJAVIK 000907

      SIPDIS

      \(lines)
      TAGS: PREL, IC
      SUBJECT: (U) HARBOR DEPTH

      \(authority)1. \(first)

      QUOTE
      S E C R E T LISBON 000123

      E.O. 12958: DECL: 03/12/2019
      TAGS: PREL, PO
      SUBJECT: (U) PILOTS

      Classified By: Ambassador John Roe for reasons 1.4 (b) and (d).

      \(quoted)
      MORRIS
      UNQUOTE

      2. (U) It rains in the harbor.
      QUIMBY

      """
  }

  private static let mixed = "1. (S) The seekers are old and wait.\n\n2. (U) The lamps are on."

  /// What was classified of it stood in the telegram that it repeats.
  @Test(arguments: ["public-release", "state-foia"], ["S E C R E T", "C O N F I D E N T I A L", "UNCLAS"])
  func whatIsQuotedGoesByItsOwnMarks(_ policy: String, _ level: String) throws {
    let text = Self.outer("(U) The post repeats this telegram.", Self.mixed, level: level)
    let release = try Releases.release(text, by: Releases.redactor(policy))
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(release.unfit.isEmpty)
    #expect(!copy.contains("seekers") && copy.contains("2. (U) The lamps are on.\n"))
    #expect(copy.contains("1. (S) [(b)(1) 1.4(d), 1 line withheld]") && copy.contains("It rains"))
    #expect(try FictionalTelegram.copy(copy, under: policy) == copy)
  }

  @Test func aSubparagraphIsEnough() throws {
    let text = Self.outer("(U) The post repeats this telegram.", "1. (U) The lamps:\n\na. (S) The seekers are old.")
    let copy = try FictionalTelegram.copy(text)
    #expect(!copy.contains("seekers") && copy.contains("The lamps:"))
    let own = FictionalTelegram.text("1. (U) The lamps:\n\na. (S) The seekers are old.")
    #expect(try FictionalTelegram.copy(own.replacing("9. (C)", with: "2. (U)")).contains("The treaty is read closely."))
  }

  /// A paragraph goes with what it quotes.
  @Test func aParagraphGoesWhole() throws {
    let copy = try FictionalTelegram.copy(Self.outer("(S) The post repeats this telegram.", Self.mixed))
    #expect(!copy.contains("seekers") && !copy.contains("lamps") && copy.contains("It rains"))
  }

  /// The mark of a paragraph says nothing of a classified telegram without marks that stands in it.
  @Test(arguments: ["1. The seekers are old.", "The seekers are old."], [Planner.UnmarkedPortions.refuse, .release])
  func whatIsQuotedWithoutMarksIsRefused(_ quoted: String, _ unmarked: Planner.UnmarkedPortions) throws {
    let text = Self.outer("(U) The post repeats this telegram.", quoted, level: "UNCLAS")
    #expect(throws: Refusal.self) { try FictionalTelegram.copy(text, unmarked: unmarked) }
  }

  /// Nothing was taken out that the line of the one or the other could speak of.
  @Test(arguments: ["S E C R E T", "UNCLAS"]) func aLineThatNothingWithheldExplains(_ level: String) throws {
    let text = Self.outer("(U) The post repeats this.", "1. (U) The lamps are on.", level: level)
    #expect { try FictionalTelegram.copy(text) } throws: { error in
      guard case .unverified(let sentence) = error as? Refusal else { return false }
      return sentence.contains("DCL-003")
    }
  }
}
