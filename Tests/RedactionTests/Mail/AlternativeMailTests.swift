import Redaction
import Testing

/// Messages with a plain text and a page that says the same, as most mail programs send them.
@Suite("Messages in two forms") struct AlternativeMailTests {
  static func message(_ parts: [(type: String, text: String)], subject: String = "(U) Ice", kind: String) -> String {
    let bodies = parts.map { "--b\nContent-Type: \($0.type); charset=utf-8\n\n\($0.text)\n" }.joined()
    return """
      From: Ann Roe <roe@agency.example>
      To: Bo Finch <finch@agency.example>
      Date: Tue, 03 May 2016 10:00:00 -0400
      Subject: \(subject)
      MIME-Version: 1.0
      Content-Type: multipart/\(kind); boundary=b

      \(bodies)--b--

      """
  }

  private static func copy(
    _ message: String, unmarked: Planner.UnmarkedPortions = .refuse
  ) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    // Without the ends of lines of its encoding.
    return String(decoding: try Releases.release(message, by: redactor).file, as: UTF8.self)
      .replacing("=\r\n", with: "").replacing("=\n", with: "")
  }

  @Test(arguments: [
    ("Bo,", "Ann"), ("Dear Bo:", "Regards,\nAnn"), ("All:", "V/r,\nAnn Roe"), ("Good morning,", "Ann Roe"),
    ("Hi all,", "Best,\nAnn"),
  ]) func greetingAndNameAreNoPortions(_ greeting: String, _ close: String) throws {
    let blocks = [
      "SECRET//NOFORN", greeting, "(U) The ice left.", "(S//NF) The seekers wait.", "(U) The lamps burn.", close,
      "SECRET//NOFORN",
    ]
    let page = blocks.map { "<p>\($0.replacing("\n", with: "<br>"))</p>" }.joined()
    let message = Self.message(
      [("text/plain", blocks.joined(separator: "\n\n")), ("text/html", page)], kind: "alternative")
    for unmarked in [Planner.UnmarkedPortions.refuse, .release] {
      let copy = try Self.copy(message, unmarked: unmarked)
      let bodies = copy.split(separator: "MIME-Version").dropFirst().joined()
      #expect(!bodies.contains("seekers") && !bodies.contains("Ann"), "\(copy)")
      #expect(copy.contains("<p>\(greeting)</p>") && copy.contains("<p>(U) The lamps burn.</p>"), "\(copy)")
    }
  }

  /// Below a marked subject, where the header is a part of its own.
  @Test(arguments: [
    "Dear Bo,", "Bo,", "Colleagues,", "Bo & Ida,", "Good morning, Bo,", "All,", "Team:", "Mr. Secretary:",
  ])
  func aGreetingBelowTheSubjectIsNoPortion(_ greeting: String) throws {
    for close in ["//signed//\nAnn Roe", "Best,\nAnn"] {
      let blocks = [greeting, "(U) The ice left.", "(S//NF) The seekers wait.", close, "SECRET//NOFORN"]
      for banner in [[], ["SECRET//NOFORN"]] {
        let copy = try Self.copy(
          Self.message([("text/plain", (banner + blocks).joined(separator: "\n\n"))], kind: "mixed"))
        #expect(!copy.contains("seekers") && copy.contains(greeting) && copy.contains("The ice left."), "\(copy)")
      }
    }
  }

  /// What is no greeting is refused there.
  @Test(arguments: ["The seekers wait,", "Seekers wait.", "Bo, the seekers wait", "Seekers:"])
  func textBelowTheSubjectIsRefused(_ text: String) throws {
    let blocks = ["SECRET//NOFORN", text, "(U) The ice left.", "(S//NF) The moles wait.", "SECRET//NOFORN"]
    let message = Self.message([("text/plain", blocks.joined(separator: "\n\n"))], kind: "mixed")
    #expect(throws: (any Error).self) { try Self.copy(message) }
  }

  /// A title is no greeting.
  @Test func aTitleGoesWithItsPortion() throws {
    let blocks = ["SECRET//NOFORN", "Seekers:", "(S//NF) They wait.", "(U) The lamps burn.", "SECRET//NOFORN"]
    let page = blocks.map { "<p>\($0)</p>" }.joined()
    let text = "SECRET//NOFORN\n\n(S//NF) They wait.\n\n(U) The lamps burn.\n\nSECRET//NOFORN"
    let message = Self.message([("text/plain", text), ("text/html", page)], kind: "alternative")
    #expect(try !Releases.leaves("seekers") { try Self.copy(message) })
  }

  /// A part that is too short to show by itself what it is.
  @Test(arguments: [
    "- (S) The seekers wait.\n- (U) The lamps burn.", "(S) The seekers wait.\n\n(U) The lamps burn.",
    "\u{FEFF}(S) The seekers wait.\n\n(U) The lamps burn.",
  ]) func aShortPartIsReadByItsMarks(_ text: String) throws {
    let body = "SECRET//NOFORN\n\n(U) The ice left.\n\n(S//NF) The moles wait.\n\nSECRET//NOFORN"
    let copy = try Self.copy(Self.message([("text/plain", body), ("text/plain", text)], kind: "mixed"))
    #expect(!copy.contains("seekers") && copy.contains("(U) The lamps burn."), "\(copy)")
  }

  @Test func aMessageMayHaveNothingButItsSubject() throws {
    let inner = Self.message(
      [("text/plain", "SECRET//NOFORN\n\n(U) The ice left.\n\n(S//NF) The seekers wait.\n\nSECRET//NOFORN")],
      kind: "mixed")
    let copy = try Self.copy(
      Self.message([("message/rfc822", inner)], kind: "mixed").replacing(
        "message/rfc822; charset=utf-8", with: "message/rfc822"))
    #expect(!copy.contains("seekers") && copy.contains("Subject: (U) Ice"), "\(copy)")
  }
}
