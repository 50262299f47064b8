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

  /// `/s/` stands for the signature by hand, other closes than "Sincerely," are closes too; the name in print goes as well.
  @Test(arguments: [
    "Sincerely,\n\n/s/ Rolf Oake\n\nRolf Oake\nCommander", "/s/ Rolf Oake\nRolf Oake\nCommander", "/S/ Rolf Oake",
    "Sincerely,\n\n/s/\n\nRolf Oake\nCommander", "Respectfully submitted,\n\nRolf Oake\nCommander",
    "Respectfully submitted,\n\n/s/ Rolf Oake\nRolf Oake\nCommander, Harbor Watch",
  ])
  func signedByHand(_ ending: String) throws {
    let letter = "UNCLASSIFIED\n\n3 May 2016\n\nDear Bo:\n\nThe ferry runs.\n\n\(ending)\n\nUNCLASSIFIED\n"
    let marked = FictionalPaper.text(
      "2. (S//NF) The survey was made in spring.\n\n3. (U) It rained.\n\n\(ending)",
      first: "1. (U) The ice left the basin early this year.", banner: "SECRET//NOFORN")
    for text in [letter, marked] {
      let copy = try Self.copy(of: text)
      #expect(!copy.contains("Rolf") && !copy.contains("Oake"), "\(copy)")
      if ending.contains("Commander") { #expect(copy.contains("Commander"), "\(copy)") }
      #expect(try Self.copy(of: copy) == copy)
    }
  }

  /// Abbreviated closes and the name behind a close; a first name, and the whole name below it.
  @Test(arguments: [
    "V/r,\nRolf Oake\nCommander", "v/r\n\nRolf Oake\nCommander", "R/\nRolf Oake\nCommander", "VR,\n\nRolf Oake",
    "Very respectfully,\nRolf Oake\nCommander", "V/r, Rolf Oake\nCommander", "Kindest regards, Rolf Oake",
    "Regards,\nRolf\n\nRolf Oake\nPolitical Officer", "Best,\n\nRolf\n\nRolf Oake\nCommander",
    "/s/ Rolf Oake\nRolf Oake\nCommander", "/s/ Sander Oake\nRolf Sander Oake\nCommander",
  ])
  func closes(_ ending: String) throws {
    let letter = "UNCLASSIFIED\n\n3 May 2016\n\nDear Bo:\n\nThe ferry runs.\n\n\(ending)\n\nUNCLASSIFIED\n"
    let marked = FictionalPaper.text(
      "2. (S//NF) The survey was made in spring.\n\n3. (U) It rained.\n\n\(ending)",
      first: "1. (U) The ice left the basin early this year.", banner: "SECRET//NOFORN")
    let left = ending.replacing("Rolf Sander Oake", with: "[(b)(6)]").replacing("Sander Oake", with: "[(b)(6)]")
      .replacing("Rolf Oake", with: "[(b)(6)]").replacing("Rolf", with: "[(b)(6)]")
    for text in [letter, marked] {
      let copy = try Self.copy(of: text)
      #expect(copy.contains(left), "\(copy)")
      #expect(try Self.copy(of: copy) == copy)
    }
  }

  /// A name above a title at the end of a paper without marks, as a memorandum is signed.
  @Test(arguments: [
    "                    Rolf Oake\n                    Commander, Harbor Watch",
    "ROLF A. OAKE\nDirector, Office of Quays",
    "Rolf Oake\nChief\n\nAttachment:\nTab A - Agenda", "Rolf Oake\nPolitical Officer\n\ncc: Bo Lund",
    "Colonel Rolf Oake\nDeputy Commander", "ROLF OAKE, Lt Col, USAF\nCommander",
  ])
  func aNameAboveATitle(_ ending: String) throws {
    for head in ["MEMORANDUM FOR THE BOARD\n\nSUBJECT: Ferry", "Dear Bo:"] {
      let text = "UNCLASSIFIED\n\n3 May 2016\n\n\(head)\n\nThe ferry runs.\n\n\(ending)\n\nUNCLASSIFIED\n"
      let copy = try Self.copy(of: text)
      #expect(!copy.lowercased().contains("oake"), "\(copy)")
      let title = try #require(ending.split(separator: "\n").dropFirst().first)
      #expect(copy.contains(title), "\(copy)")
      #expect(try Self.copy(of: copy) == copy)
    }
  }

  /// Names that text stands below, those of a list, and the names of offices.
  @Test(arguments: [
    "Rolf Oake\nCommander, Harbor Watch\n\nHe came to the quay.", "Present were:\n\nRolf Oake\nCommander",
    "Harbor Office\nDirector of Quays",
  ])
  func noSigner(_ ending: String) throws {
    let text = "UNCLASSIFIED\n\n3 May 2016\n\nSUBJECT: Ferry\n\nThe ferry runs.\n\n\(ending)\n\nUNCLASSIFIED\n"
    #expect(try Self.copy(of: text).contains(ending))
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

  /// A first name alone below a message without any mark.
  @Test(arguments: ["Ann", "Ann Roe", "Bill"]) func aNameBelowAnUnmarkedMessageGoes(_ name: String) throws {
    let text = """
      From: Ann Roe <roe@state.example>
      To: Bo Finch <finch@state.example>
      Sent: Monday, May 2, 2016 3:14 PM
      Subject: Quays

      UNCLASSIFIED

      Bo,

      The quays are open.

      \(name)

      UNCLASSIFIED

      """
    let copy = try Self.copy(of: text)
    #expect(copy.contains("open.\n\n[(b)(6)]\n\nUNCLASSIFIED"), "\(copy)")
    let answer = try Self.copy(of: text.replacing("\n\(name)\n", with: "\nAgreed\n"))
    #expect(answer.contains("Agreed"), "\(answer)")
  }

  /// Between two messages of a thread.
  @Test func aNameAboveTheMessageBelowGoes() throws {
    let text = """
      From: Ann Roe <roe@state.example>
      To: Bo Finch <finch@state.example>
      Sent: Monday, May 2, 2016 3:14 PM
      Subject: (U) Quays

      SECRET//NOFORN

      (U) The quays are open.

      Ann Roe
      Harbor Officer

      -----Original Message-----
      From: Bo Finch <finch@state.example>
      Sent: Monday, May 2, 2016 2:14 PM
      To: Ann Roe <roe@state.example>
      Subject: (U) Quays

      (S//NF) The seekers wait.

      (U) Are the quays open?

      SECRET//NOFORN

      """
    let copy = try Self.copy(of: text)
    #expect(copy.contains("[(b)(6)]\nHarbor Officer") && !copy.contains("seekers"), "\(copy)")
  }
}
