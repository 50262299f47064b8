import Redaction
import Testing

/// Fields of the header of a message, withheld or kept by their names.
@Suite struct HeaderFieldTests {
  /// A clause for one field goes before that for all and before the correspondents; detectors find what is in it.
  @Test func aFieldIsWithheldOrKeptByItsName() throws {
    func copy(_ clauses: String) throws -> String {
      String(decoding: try Releases.release(Self.fields, by: try Releases.redactor(file: clauses)).file, as: UTF8.self)
    }
    let subject = try copy("<element name='header' field='Subject' exemption='(b)(5)'/>")
    #expect(subject.contains("Subject: [(b)(5)]\n") && subject.contains("From: \"Ann Finch\" <ann@agency.example>"))
    #expect(!subject.contains("basin"))
    let all = try copy(
      "<element name='header' field='all' exemption='(b)(6)'/><element name='header' field='Date' keep='yes'/>")
    #expect(all.contains("Date: Thu, 13 Feb 2020") && !all.contains("Ann") && !all.contains("basin"))
    #expect(all.contains("The lights are on."))
    let others = try copy(
      "<element name='correspondents' exemption='(b)(6)'/><element name='header' field='From' keep='yes'/>")
    #expect(others.contains("From: \"Ann Finch\"") && !others.contains("bo@agency") && others.contains("basin"))
    let found = try copy(
      "<detect detector='email-address' exemption='(b)(6)'/><element name='header' field='From' keep='yes'/>")
    #expect(found.contains("Ann Finch") && !found.contains("ann@agency"))
    let printed = "Meeting\n\nFrom: Ann Finch\nTo: Bo Dee\nSubject: Ice of the basin\n\nThe lights are on.\n"
    let redactor = try Releases.redactor(file: "<element name='header' field='To' exemption='(b)(6)'/>")
    #expect(
      String(decoding: try Releases.release(printed, by: redactor).file, as: UTF8.self)
        == printed.replacing("Bo Dee", with: "[(b)(6)]"))
  }

  /// A field has other names in print, signs around them, and lines that go on.
  @Test(arguments: [
    ("Date", "Sent: Monday, May 2, 2016"), ("Date", "Date Sent: Monday, May 2"), ("Date", "> Sent: Monday"),
    ("Date", "*Sent:* Monday"), ("Date", "**Sent**: Monday"), ("Date", "Sent On: Monday"), ("Cc", "Copy: Monday, Bo"),
    ("Bcc", "B.C.C.: Monday"), ("Subject", "Re: Monday"), ("Subject", "Subj: Monday"), ("Reply-To", "Reply To: Monday"),
    ("From", "On Behalf Of: Monday"), ("Sender", "Sent by: Monday"), ("all", "Sent: Monday"), ("all", "Re: Monday"),
    ("all", "Importance: Monday"), ("all", "Attachments: Monday.pdf;\n\tMonday.txt"), ("all", "> Attachment: Monday"),
    ("Cc", "Cc: a@agency.example;\nMonday, Ida"),
  ])
  func aFieldOfPrintIsWithheld(_ field: String, _ line: String) throws {
    let redactor = try Releases.redactor(file: "<element name='header' field='\(field)' exemption='(b)(6)'/>")
    let quote = line.hasPrefix(">") ? "> " : ""
    let text = "\(quote)From: Ann Finch\n\(line)\n\(quote)To: Bo Dee\n\nSent: the lamps. Re: the ice.\nSent: Friday\n"
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(!copy.contains("Monday"), "\(copy)")
    #expect(copy.contains("\(quote)From: ") && copy.contains("Sent: the lamps. Re: the ice.\nSent: Friday"), "\(copy)")
    if field != "all" { #expect(copy.contains("To: Bo Dee"), "\(copy)") }
  }

  @Test func whatIsKeptIsKeptByAllOfItsNames() throws {
    let redactor = try Releases.redactor(
      file: "<element name='header' field='all' exemption='(b)(6)'/><element name='header' field='Date' keep='yes'/>")
    let text = "From: Ann Finch\nSent: Monday\nTo: Bo Dee\nImportance: High\n\nThe lamps are on.\n"
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(copy.contains("Sent: Monday") && !copy.contains("Bo Dee") && !copy.contains("High"), "\(copy)")
  }

  private static let fields = """
    From: Ann Finch <ann@agency.example>
    To: Bo Dee <bo@agency.example>
    Subject: Ice of the basin
    Date: Thu, 13 Feb 2020 23:32:54 -0500
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    The lights are on.

    """
}
