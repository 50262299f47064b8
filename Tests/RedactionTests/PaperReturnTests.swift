import Redaction
import TestSupport
import Testing

/// Text that goes back to the portion around an item, a further mark or a quotation, and text below a subject.
@Suite("Text that goes back to what is around it") struct PaperReturnTests {
  private static let first = "1. (U) The ice left the basin early this year."

  private static func copy(_ body: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    return String(
      decoding: try Releases.release(FictionalPaper.text(body, first: first), by: redactor).file, as: UTF8.self)
  }

  /// A subject is no paragraph around those below it, whose first lines are set in.
  @Test(arguments: [
    "SUBJECT:   (C) Talks about the new cable and the landing\n           rights of the seekers",
    "SUBJECT:   (S//NF) The seekers at the harbor, 2:00 p.m.",
  ]) func asSubject(_ subject: String) throws {
    let lamps =
      "     (U) The lamps were lit on March 2 in the harbor.  Three\nlamps were new, among them our own lamps."
    let text = """
      SECRET

      March 9, 2015

      INFORMATION MEMORANDUM FOR THE SECRETARY

      FROM:      Petra Lindqvist, Acting

      \(subject)

      \(lamps)

           (S) The mate spoke of the
      seekers.

           (U) The next lamps will be lit in
      May.

      Classified By: Petra Lindqvist, Acting Assistant Secretary
      Derived From: Multiple Sources
      Declassify On: 20400309

      SECRET

      """
    let copy = String(
      decoding: try Releases.release(text, by: try Releases.redactor("public-release")).file, as: UTF8.self)
    #expect(!copy.contains("seekers") && copy.contains(lamps) && copy.contains("lit in\nMay."), "\(copy)")
  }

  private static let page = "\n\nSECRET//NOFORN\n\u{0C}\nSECRET//NOFORN\n"

  @Test(arguments: [
    // A sentence that an item has not ended, on a line that had room for more.
    "2. (S//NF) The note reads:\n   (1) (U) One, and\n   (2) (U) Two,\nwhich the seekers would not say.",
    "2. (S//NF) The note reads:\n   -- (U) One, and\n   -- (U) Two,\nwhich the seekers would not say.",
    "2. (S//NF) The note reads:\n     (U) One, and\nwhich the seekers would not say.",
    "2. (S//NF) The note reads:\n   a. (U) One\nwhich the seekers say.",
    "2. (S//NF) The note reads:\n-- (U) One\nThe seekers say so.",
    // A further mark in the text around the item.
    "2. (U) Intro. (S//NF) The owners said:\n   a. (U) Fine.\nWhile they spoke the seekers left.",
    "2. (U) Intro. (S//NF) The owners said:\n   - (U) Fine.\nwhile they spoke the seekers left.",
    // What is quoted ends.
    "2. (S//NF) He wrote: BEGIN TEXT:\n(U) The lamps.\nEND TEXT.\nThe seekers are here.",
    "2. (S//NF) He wrote: QUOTE\n(U) The lamps.\nUNQUOTE. The seekers are here.",
    "2. (S//NF) He wrote:\n(U) The lamps. END QUOTE\nThe seekers are here.",
    "2. (S//NF) He wrote:\n```\n(U) The lamps.\n```\nThe seekers are here.",
    // The subject at the head of the next page.
    "2. (S//NF) The cost of the quay is high and\(page)SUBJECT: (U) Harbor depth\n\nseekers have paid for it.",
    "2. (S//NF) The cost of the quay is high and\(page)SUBJECT: (U) Harbor depth\nseekers have paid for it.",
    "2. (S//NF) The cost of the quay is high and\(page)SUBJECT: (U) Harbor\n    depth\nseekers have paid for it.",
  ])
  func goesByBoth(_ body: String) throws {
    let copy = try Self.copy(body + "\n\n3. (U) The lamps are lit.")
    #expect(!copy.lowercased().contains("seekers") && copy.contains("3. (U) The lamps are lit."), "\(copy)")
  }

  @Test(arguments: [
    "2. (U) The note reads:\n   (1) (U) One, and\n   (2) (U) Two,\nwhich the seekers would not say.",
    "2. (U) He wrote: QUOTE\n(U) The lamps.\nUNQUOTE. The seekers are here.",
    "2. (U) They said \"unquote\" twice. (U) The seekers are here.",
    // The line above had no room for the next word.
    """
    2. (S//NF) The note reads:
       (1) (U) One is for the people who keep the lamps of the basin through
    the winter, the seekers, and for others.
    """,
  ])
  func goesByItsOwn(_ body: String) throws {
    let copy = try Self.copy(body + "\n\n3. (U) The lamps are lit.")
    #expect(copy.contains("seekers") && copy.contains("3. (U) The lamps are lit."), "\(copy)")
  }

  @Test(arguments: [
    "2. (S//NF) The cost.\(page)SUBJECT: (U) Harbor depth\nSeekers have paid for it.",
    "2. (S//NF) He wrote:\n\nBEGIN TEXT:\n\n(U) The lamps.\nEND TEXT\nSeekers are here.",
  ])
  func isRefused(_ body: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(body) }
  }

  /// The text of a message is not its subject, with or without a blank line between the two.
  @Test(arguments: [
    "\nSeekers paid for the quay.", "\n\nthanks. Seekers paid for it.",
    "\nAttachments: (U) a.doc\n\nthanks. Seekers paid for it.",
  ])
  func theTextOfAMessageIsNotItsSubject(_ text: String) throws {
    let redactor = try Releases.redactor("public-release")
    let chain = """
      SECRET//NOFORN

      From: Bo
      Sent: Tuesday, May 3, 2016 10:00 AM
      To: Ny
      Subject: (U) Harbor

      (U) Fine.

      (S//NF) Call me about the sale of the quay

      From: Ny
      Sent: Monday, May 2, 2016 10:00 AM
      To: Bo
      Subject: (U) Harbor\(text)

      SECRET//NOFORN

      """
    #expect(throws: Refusal.self) { try Releases.release(chain, by: redactor) }
  }

  /// A subject that goes on on the next line is one.
  @Test func aLongSubjectIsWhole() throws {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text(
      "2. (U) The lamps.",
      subject: "SUBJECT: (U) Depth of the harbor and the basin behind it\nin the winter of the year")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("in the winter of the year"), "\(copy)")
  }
}
