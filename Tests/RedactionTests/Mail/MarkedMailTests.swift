import Redaction
import RuleEngine
import Testing

/// Messages whose portions are marked, under a policy that goes by the marks.
@Suite("Marked messages") struct MarkedMailTests {
  static func copy(_ message: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    let copy = String(decoding: try Releases.release(message, by: redactor).file, as: UTF8.self)
    let again = String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self)
    #expect(again == copy, "the copy of the copy is another one")
    return copy
  }

  static func message(_ fields: String, type: String = "text/plain", _ body: String) -> String {
    "From: a@agency.example\n\(fields)\nMIME-Version: 1.0\nContent-Type: \(type); charset=utf-8\n\n\(body)\n"
  }

  static let date = "Date: Tue, 03 May 2016 10:00:00 -0400"

  static let body = """
    SECRET//NOFORN

    (U) The ice left the basin.

    (S//NF) The pilots wait for the moles.

    SECRET//NOFORN
    """

  /// Header and page are one document, as header and text are.
  @Test func aPageIsReadWithTheHeader() throws {
    let page =
      "<p>SECRET//NOFORN</p><p>(U) The ice <a href=\"https://example.org/ice\">left</a>.</p><p>(S//NF) The moles.</p><p>SECRET//NOFORN</p>"
    let copy = try Self.copy(Self.message("Subject: (U) Ice\n\(Self.date)", type: "text/html", page))
    #expect(copy.contains("<p>(U) The ice <a href=") && copy.contains("Subject: (U) Ice\n"), "\(copy)")
    #expect(!copy.contains("moles") && copy.contains("~~SECRET//NOFORN~~"))
  }

  /// What is about the message stays, wherever the subject stands among its fields.
  @Test(arguments: [
    "Subject: (S//NF) The moles\n\(date)", "Subject: (S//NF) The moles\n\(date)\nTo: Bo Dee <bo@agency.example>",
    "\(date)\nSubject: (S//NF) The moles\nCc: Bo Dee <bo@agency.example>", "\(date)\nSubject: (S//NF) The moles",
    "To: Bo Dee <bo@agency.example>\nSubject: (S//NF) The moles\n\(date)",
  ])
  func aFieldEndsTheOneBefore(fields: String) throws {
    let copy = try Self.copy(Self.message(fields, Self.body))
    #expect(copy.contains("Subject: (S//NF) [(b)(1) 1.4(d), 1 line withheld]\n"), "\(copy)")
    #expect(copy.contains(Self.date + "\n") && copy.contains("(U) The ice left the basin."), "\(copy)")
    #expect(!copy.contains("moles"))
    if fields.contains("Bo Dee") { #expect(copy.contains("\"Bo Dee <[(b)(6)]>\":;"), "\(copy)") }
  }

  @Test func aFieldEndsTheOneBeforeInAMessageWithin() throws {
    let inner = Self.message("Subject: (S//NF) The moles\n\(Self.date)", Self.body)
    let message = """
      From: a@agency.example
      Subject: (U) Ice
      \(Self.date)
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=cut

      --cut
      Content-Type: text/plain

      \(Self.body)
      --cut
      Content-Type: message/rfc822

      \(inner)
      --cut--

      """
    let copy = try Self.copy(message)
    #expect(copy.split(separator: Self.date).count == 3, "\(copy)")
    #expect(!copy.contains("moles"))
  }

  /// Printed, a subject may go on on the next line; a field below it still ends it.
  @Test func aPrintedSubjectGoesOnToTheNextField() throws {
    let text = """
      From: Ann Finch
      Sent: Tuesday, May 3, 2016 10:00 AM
      To: Bo Dee
      Subject: (S//NF) The moles and
      the eels
      Importance: High

      \(Self.body)

      """
    let copy = try Self.copy(text)
    #expect(copy.contains("Subject: (S//NF) [(b)(1) 1.4(d), 2 lines withheld]\nImportance: High\n"), "\(copy)")
  }

  /// What parts messages, and the header of one that is quoted, are no portions; its subject is.
  @Test(arguments: [
    "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:",
    "________________________________", "",
  ])
  func aQuotedHeaderStays(separator: String) throws {
    let header = """
      \(separator)
      From: Bo Dee
      Sent: Monday, May 2, 2016 9:00 AM
      To: Ann Finch; Cy Roe;
       Di Poe
      """
    let quoted = header.replacing("\n Di Poe", with: "") + "\nSubject: (S//NF) The eels\n\n(S//NF) The newts.\n"
    let message = Self.message(
      "Subject: (U) Ice\n\(Self.date)", Self.body.replacing("SECRET//NOFORN", with: "", maxReplacements: 0)
    )
    .replacing("moles.\n\nSECRET", with: "moles.\n\n\(quoted)\nSECRET")
    let copy = try Self.copy(message)
    for line in header.replacing("\n Di Poe", with: "").split(separator: "\n") {
      #expect(copy.contains(line), "\(copy)")
    }
    for word in ["eels", "newts", "moles"] { #expect(!copy.contains(word)) }
    let unmarked = message.replacing("Subject: (S//NF) The eels", with: "Subject: The eels")
    #expect(throws: Refusal.self) { try Self.copy(unmarked) }
  }

  /// Who signs goes as a signature does; what stands around the name is no text without a mark.
  @Test func anAttributionAndASignatureAreNoPortions() throws {
    let message = Self.message(
      "Subject: (U) Ice\n\(Self.date)",
      """
      SECRET//NOFORN

      (S//NF) The moles.

      --\u{20}
      Ann Finch
      Office of Harbors

      On Mon, May 2, 2016 at 9:00 AM, Bo Dee wrote:

      > (U) The ice left the basin.
      >
      > (S//NF) The eels.

      SECRET//NOFORN
      """)
    let copy = try Self.copy(message)
    #expect(copy.contains("Bo Dee wrote:") && copy.contains("[(b)(6)]\nOffice of Harbors\n"), "\(copy)")
    #expect(!copy.contains("moles") && !copy.contains("eels"))
  }

  /// A sentence that ends like an attribution, and lines like fields within a portion, go with it.
  @Test(arguments: [
    "On 2 May 2016 the harbor master of moles wrote:", "From: the moles\nTo: the eels\nDate: 2 May 2016",
  ])
  func whatLooksLikeAHeaderWithinAPortionGoesWithIt(lines: String) throws {
    let message = Self.message(
      "Subject: (U) Ice\n\(Self.date)", Self.body.replacing("moles.", with: "moles.\n\(lines)"))
    let copy = try Self.copy(message)
    #expect(!copy.contains("moles") && !copy.contains("eels"), "\(copy)")
    let apart = Self.message(
      "Subject: (U) Ice\n\(Self.date)", Self.body.replacing("moles.", with: "pilots.\n\nOn 2 May the moles wrote:"))
    #expect(throws: Refusal.self) { try Self.copy(apart) }
  }

  /// Portions need no marks where the banner says UNCLASSIFIED and every mark that is there says so, too.
  @Test func anUnclassifiedMessageNeedsNoMarks() throws {
    let message = Self.message(
      "Subject: (U) Ice\n\(Self.date)", "UNCLASSIFIED\n\nThe ice left the basin.\n\nUNCLASSIFIED")
    #expect(try Self.copy(message).contains("The ice left the basin."))
    for (old, new) in [
      ("(U)", "(C)"), ("UNCLASSIFIED", "UNCLASSIFIED//FOUO"), ("UNCLASSIFIED", "SECRET"), ("UNCLASSIFIED", ""),
      ("The ice", "(U//FOUO) The lights.\n\nThe ice"), ("The ice", "(S SENSITIVE) The lights.\n\nThe ice"),
    ] {
      #expect(throws: Refusal.self, "\(new)") { try Self.copy(message.replacing(old, with: new)) }
    }
  }

  /// Lines that some mail programs write around a message are banners with a label.
  @Test(arguments: ["Classification: ", "CLASSIFICATION:  "]) func aClassificationLineIsABanner(label: String) throws {
    let message = Self.message(
      "Subject: (U) Ice\n\(Self.date)", Self.body.replacing("SECRET//NOFORN", with: label + "SECRET//NOFORN"))
    let copy = try Self.copy(message)
    #expect(copy.split(separator: "\(label)~~SECRET//NOFORN~~\n").count == 2, "\(copy)")
    #expect(!copy.contains("moles"))
  }

  /// A refusal counts lines from the start of the part that it names.
  @Test(arguments: [
    (body.replacing("(U) ", with: ""), "line 3 of the text: text without a mark"),
    (body.replacing("(S//NF) ", with: "(S SENSITIVE) "), "line 5"),
  ])
  func aRefusalSaysWhere(body: String, place: String) throws {
    let redactor = try Releases.redactor("public-release")
    let message = Self.message("Subject: (U) Ice\n\(Self.date)", body)
    let error = #expect(throws: Refusal.self) { try Releases.release(message, by: redactor) }
    #expect(error?.sentence.contains(place) == true, "\(error?.sentence ?? "")")
    let parts = message.replacing(
      "Content-Type: text/plain; charset=utf-8\n\n",
      with: "Content-Type: multipart/mixed; boundary=cut\n\n--cut\nContent-Type: text/plain\n\n\(Self.body)\n--cut\n\n"
    )
    let within = #expect(throws: Refusal.self) { try Releases.release(parts + "--cut--\n", by: redactor) }
    #expect(within?.sentence.contains(place.replacing("the text", with: "part 2")) == true, "\(within?.sentence ?? "")")
  }

  @Test func aPageWithoutMarksIsRefused() throws {
    let redactor = try Releases.redactor("public-release")
    let page = Self.message("Subject: Ice\n\(Self.date)", type: "text/html", "<p>SECRET</p><p>The moles.</p>")
    #expect(throws: Refusal.self) { try Releases.release(page, by: redactor) }
  }
}
