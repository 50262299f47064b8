import Redaction
import TestSupport
import Testing

/// Who signed a paper or a message is withheld as the signer of a telegram is.
@Suite struct PaperSignatureTests {
  private static func copy(of text: String) throws -> String {
    String(decoding: try Releases.release(text, by: try Releases.redactor("public-release")).file, as: UTF8.self)
  }

  private static let endings = [
    "Sincerely,\n\n\nHarriet Bloom-Finch\nDirector of Harbors",
    "Very respectfully,\nHarriet Bloom-Finch",
    "                    HARRIET BLOOM-FINCH\n                    Colonel, Harbor Guard",
  ]

  @Test(arguments: endings) func theNameGoesAndTheTitleStays(_ ending: String) throws {
    let text = FictionalPaper.text(
      "2. (S//NF) The survey was made by Harriet Bloom-Finch.\n\n3. (U) Mrs. Bloom-Finch has left.\n\n\(ending)",
      first: "1. (U) The ice left the basin early this year.", banner: "SECRET//NOFORN")
    let copy = try Self.copy(of: text)
    for spelling in ["Bloom", "BLOOM"] { #expect(!copy.contains(spelling), "\(copy)") }
    if ending.contains("Director") { #expect(copy.contains("[(b)(6)]\nDirector of Harbors"), "\(copy)") }
    #expect(try Self.copy(of: copy) == copy)
  }

  /// A first name under a message goes there; in the text the word may be any.
  @Test func aFirstNameUnderAMessageGoesThere() throws {
    let text = """
      From: Ann Roe <roe@state.example>
      To: Bo Finch <finch@state.example>
      Sent: Monday, May 2, 2016 3:14 PM
      Subject: (U) Quays

      UNCLASSIFIED

      (U) Will the boats be there? They will.

      Best,
      Will

      UNCLASSIFIED

      """
    let copy = try Self.copy(of: text)
    #expect(copy.contains("Will the boats") && copy.contains("Best,\n[(b)(6)]"), "\(copy)")
  }
}
