import Redaction
import Testing

/// An index goes to court: it says of a document nothing that its copy does not say.
@Suite struct VaughnIndexTests {
  private static func forms(_ index: VaughnIndex) -> [String] {
    [index.xml(), index.csv(), index.text(), index.html()].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func whoAndWhenStandInItWhereTheCopySaysSo() throws {
    let index = try Releases.release(Releases.cable, by: Releases.redactor("public-release")).vaughn
    #expect(index.from == "REYKJAVIK" && index.to == "Department of State" && index.date == "2009-12-14")
  }

  private static let printed = """
    From: Finch, Bo <finch@harbor.example>
    Sent: Tuesday, May 3, 2016 9:14 AM
    To: Marsh, Ida
    Subject: Ice

    The lamps burn. Call 202-555-0143.
    """
  private static let message = """
    From: "Finch, Bo" <finch@harbor.example>
    To: "Marsh, Ida" <marsh@harbor.example>
    Subject: Ice
    Date: Tue, 03 May 2016 09:14:00 +0000
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    The lamps burn. Call 202-555-0143.
    """
  private static let memorandum = """
    SECRET//NOFORN

    MEMORANDUM FOR:  Ida Marsh, Director

    FROM:  Bo Finch, Office of Harbors

    DATE:  May 3, 2016

    SUBJECT:  (U) Ice

    1. (U) The lamps burn.

    2. (S//NF) The seekers wait.

    SECRET//NOFORN
    """

  @Test(arguments: [(Self.printed, "E-mail"), (Self.message, "E-mail")])
  func aMessageSaysFromWhomItIs(_ text: String, _ description: String) throws {
    let index = try Releases.release(text, by: Releases.redactor("privacy")).vaughn
    #expect(index.description == description && index.date == "2016-05-03", "\(index)")
    #expect(index.from.contains("Finch") && index.to.contains("Marsh"), "\(index)")
    for form in Self.forms(index) { #expect(!form.contains("finch@"), "\(form)") }
  }

  @Test func aMemorandumSaysForWhomItIs() throws {
    let index = try Releases.release(Self.memorandum, by: Releases.redactor("public-release")).vaughn
    #expect(index.from == "Bo Finch, Office of Harbors" && index.to == "Ida Marsh, Director", "\(index)")
    #expect(index.date == "2016-05-03" && index.description == "Memorandum, marked S", "\(index)")
  }

  /// A person of the head whom a list names.
  @Test func aPersonThatATermWithholds() throws {
    for text in [Self.printed, Self.message] {
      let redactor = try Releases.redactor("privacy", terms: "name: Finch, Bo => (b)(6)\n")
      let index = try Releases.release(text, by: redactor).vaughn
      #expect(index.from.isEmpty && index.to.contains("Marsh"), "\(index)")
      for form in Self.forms(index) { #expect(!form.contains("Finch"), "\(form)") }
    }
  }

  /// A term that is withheld everywhere.
  @Test func aPostThatATermWithholds() throws {
    let redactor = try Releases.redactor("privacy", terms: "term: Reykjavik => (b)(6)\n")
    let release = try Releases.release(Releases.cable, by: redactor)
    #expect(!String(decoding: release.file, as: UTF8.self).uppercased().contains("REYKJAVIK"))
    for form in Self.forms(release.vaughn) { #expect(!form.uppercased().contains("REYKJAVIK"), "\(form)") }
    #expect(release.vaughn.date == "2009-12-14")
  }

  /// A policy that withholds the header of the transmission.
  @Test func aDateAndASenderThatThePolicyWithholds() throws {
    let redactor = try Releases.redactor(file: "<element name=\"transmission\" exemption=\"(b)(6)\"/>")
    let release = try Releases.release(Releases.cable, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(!copy.contains("140233Z") && !copy.contains("FM AMEMBASSY"), "\(copy)")
    for form in Self.forms(release.vaughn) { #expect(!form.contains("2009-12-14"), "\(form)") }
    #expect(release.vaughn.from.isEmpty && release.vaughn.date.isEmpty)
  }
}
