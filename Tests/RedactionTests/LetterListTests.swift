import Redaction
import Testing

/// `(C)` is a mark, or the letter behind (A) and (B).
@Suite("Letters of lists in a telegram") struct LetterListTests {
  private static func copy(_ text: String, _ policy: String) throws -> String {
    try FictionalTelegram.copy(FictionalTelegram.text("1. (U) The lamps are on.\n\n\(text)"), under: policy)
  }

  @Test(arguments: [
    "2. (U) Acts (A) and (B) are good.\n(C) The seekers wait.",
    "2. (U) Acts (A) and\n(B) are good.\n(C) The seekers wait.",
    "2. (U) Acts (A), (B) and (D) are good.\n(C) The seekers wait.",
    "2. (U) Acts (A) and (B) are:\n\n(C) The seekers wait.",
  ]) func aMark(text: String) throws {
    for policy in ["public-release", "state-foia"] {
      let copy = try Self.copy(text, policy)
      #expect(!copy.contains("seekers") && copy.contains("2. (U) Acts (A)"), "\(copy)")
    }
  }

  @Test(arguments: [
    "2. (U) Acts (A), (B) and\n(C) are of lamps.", "2. (U) Acts (A), (B),\n(C) are of lamps.",
    "2. (U) The acts are (A), (B), (C) and lamps.", "2. (U) The acts:\n(A) Fish.\n(B) Ice.\n(C) Lamps and lamps.",
    "2. (U) The acts: (A) Fish;\n(B) Ice;\n(C) Harbor lamps.",
    "2. (U) Acts:\n\n(A) Fish (A).\n\n(B) Ice.\n\n(C) A lot of lamps.",
  ]) func aLetter(text: String) throws {
    for policy in ["public-release", "state-foia"] {
      let lines = text.split(separator: "\n")
      #expect(try Self.copy(text, policy).contains(lines[lines.count - 1]))
    }
  }
}
