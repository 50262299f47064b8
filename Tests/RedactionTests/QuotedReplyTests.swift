import Redaction
import TestSupport
import Testing

/// What is quoted with `>` and what stands in a note is nobody's who marked the line above.
@Suite("Quoted lines and notes") struct QuotedReplyTests {
  private static func copy(_ text: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    let text = FictionalPaper.text(text + "\n\n9. (U) The quay is open.", first: "1. (S//NF) The treaty.")
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "(U) I agree:\n> The seekers go at night.", "2. (U) I agree:\n> > The seekers go at night.",
    "2. (U) I agree with\n> seekers at night.", "> (U) It rains.\n> > The seekers go at night.",
    "> (U) It rains.\nThe seekers go at night.", "> > (U) It rains\n> seekers go at night.",
    "> (U) It rains.\n>\n> The seekers go at night.",
    "2. (U) It rains.[^1]\n[^1]: The seekers go at night.", "2. (U) It rains.[^ice]\n[^ice]: SECRET The seekers go.",
  ])
  func areWithoutAMark(_ text: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(text) }
    let copy = try Self.copy(text, unmarked: .withhold)
    #expect(!copy.contains("seekers") && copy.contains("quay"), "\(copy)")
  }

  @Test(arguments: [
    "> (U) It rains.\n> The lamps are on.", "(U) I agree:\n> (U) The lamps are on.",
    "(U) I agree:\n> (S) The seekers.\n\n(U) The lamps are on.",
    "> (U) It has rained for a long time, which is why we have seen that\nthe lamps are on.",
    "2. (U) It rains.[^1]\n[^1]: (U) The lamps are on.", "2. (U) It rains [^1] and\n[^1] the lamps are on.",
  ])
  func stay(_ text: String) throws {
    let copy = try Self.copy(text)
    #expect(!copy.contains("seekers") && copy.contains("lamps are on."), "\(copy)")
  }

  /// In a message, where each line of a reply is quoted.
  @Test func inAMessage() throws {
    let redactor = try Releases.redactor("public-release")
    func message(_ text: String) -> String {
      """
      From: Ann Finch <ann@agency.example>
      To: Bo Reed <bo@agency.example>
      Date: Mon, 2 May 2016 09:00:00 +0000
      Subject: (U) Harbor
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      SECRET

      (S) The treaty is signed.

      \(text)

      SECRET

      """
    }
    #expect(throws: Refusal.self) {
      try Releases.release(message("(U) I agree:\n> The seekers go at night."), by: redactor)
    }
    let copy = try Releases.release(message("(U) I agree:\n> (U) The lamps are on.\n> They are good."), by: redactor)
    #expect(String(decoding: copy.file, as: UTF8.self).contains("They are good."))
  }
}
