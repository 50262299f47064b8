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
