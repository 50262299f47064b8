import Redaction
import RuleEngine
import Testing

@Suite("Released messages") struct MailReleaseTests {
  static let message = """
    Return-Path: <ann@agency.example>
    Received: from host.example by mail.example; Thu, 13 Feb 2020 23:32:54 -0500
    From: "Finch, Ann" <ann@agency.example>
    To: Bo Dee <bo@agency.example>, =?utf-8?Q?J=C3=BCrgen_Quimby-Kheng?= <jq@agency.example>
    Subject: =?utf-8?Q?Ice_of_the_harbor_=E2=80=93_call_Quimby-Kheng?=
    Date: Thu,  13 Feb 2020 23:32:54 -0500 (EST)
    Message-ID: <1@agency.example>
    DKIM-Signature: v=1; a=rsa-sha256; b=abc
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=cut

    This is a message in MIME format.
    --cut
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    The caf=E9 at the harbor is closed.
    J=FCrgen Quimby-=
    Kheng wrote it.
    --cut
    Content-Type: text/csv; charset=utf-8; name="ice.csv"
    Content-Disposition: attachment; filename="ice.csv"

    basin,ice
    1,yes
    --cut--

    """

  private static let policy = """
    <terms exemption="(b)(6)"/><copy><line place="top">{disposition} {exemptions}</line></copy>
    """

  private static func redactor() throws -> Redactor {
    try Releases.redactor(file: policy, terms: "J\u{FC}rgen Quimby-Kheng\n")
  }

  @Test func theCopyIsWrittenAnew() throws {
    let release = try Releases.release(Self.message, by: try Self.redactor())
    let expected = """
      From: "Finch, Ann" <ann@agency.example>
      To: "Bo Dee" <bo@agency.example>, "[(b)(6)] <jq@agency.example>":;
      Subject: =?utf-8?Q?Ice_of_the_harbor_=E2=80=93_call_=5B=28b=29=286=29=5D?=
      Date: Thu, 13 Feb 2020 23:32:54 -0500
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="part-BOUNDARY"

      --part-BOUNDARY
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      RELEASED IN PART (b)(6)

      The caf=C3=A9 at the harbor is closed.
      [(b)(6)] wrote it.
      --part-BOUNDARY
      Content-Type: text/csv; charset=utf-8
      Content-Transfer-Encoding: 7bit
      Content-Disposition: attachment; filename="ice.csv"

      basin,ice
      1,yes
      --part-BOUNDARY--

      """
    let copy = String(decoding: release.file, as: UTF8.self)
    let boundary = try #require(copy.split(separator: "boundary=\"part-").dropFirst().first).prefix(32)
    #expect(copy.replacing(boundary, with: "BOUNDARY") == expected)
    #expect(
      release.ledger.dropped
        == [
          DroppedKind("header field", 3), DroppedKind("signature", 1), DroppedKind("text around the parts", 1),
        ])
    #expect(release.ledger.entries.map(\.part) == ["message", "message", "message"])
  }

  @Test func correspondentsAreWithheldByTheirFields() throws {
    let redactor = try Releases.redactor(file: "<element name=\"correspondents\" exemption=\"(b)(6)\"/>")
    let copy = String(decoding: try Releases.release(Self.message, by: redactor).file, as: UTF8.self)
    #expect(copy.hasPrefix("From: \"[(b)(6)]\":;\nTo: \"[(b)(6)]\":;\nSubject: =?utf-8?Q?Ice"))
    #expect(!copy.contains("agency.example"))
  }

  @Test func aMarkedMessageIsReadAsAPrintOfIt() throws {
    let message = """
      From: Ann Finch <ann@agency.example>
      To: Bo Dee <bo@agency.example>
      Date: Thu, 13 Feb 2020 23:32:54 -0500
      Subject: (U) Ice of the harbor
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64


      """
    let text = """
      SECRET//NOFORN

      (U) The ice left the basin.

      (S//NF) The pilots were asked to wait for the ice to leave.

      Classified By: Jane Doe, Director
      Derived From: Harbor Guide, 1 May 2016
      Declassify On: 20410503

      SECRET//NOFORN

      """
    let redactor = try Releases.redactor("public-release")
    let release = try Releases.release(message + MailEncodings.base64(text), by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(copy.contains("(U) The ice left the basin.") && copy.contains("Subject: (U) Ice of the harbor"))
    #expect(!copy.contains("pilots"))
  }

  @Test(arguments: [message, message.replacing("\n", with: "\r\n"), mailbox])
  func aCopyOfACopyIsTheCopy(file: String) throws {
    let redactor = try Self.redactor()
    let once = try Releases.release(file, by: redactor)
    let twice = try Releases.release(once.file, by: redactor)
    #expect(once.file == twice.file)
    #expect(try Releases.release(file, by: redactor).file == once.file)
    #expect(once.file.contains(0x0D) == file.utf8.contains(0x0D))
  }

  /// As most programs send it.
  @Test(arguments: ["text/html", "text/xml"]) func pagesWithLineEndsOfTwoBytes(type: String)
    throws
  {
    let page =
      type == "text/xml"
      ? "<?xml version=\"1.0\"?>\n<a>\n<b>Ann Finch came.</b>\n</a>"
      : "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head>\n<body><p>Ann Finch came.</p>\n</body></html>"
    let mail =
      "From: a@example.org\nTo: b@example.org\nSubject: T\nDate: Tue, 3 May 2016 10:00:00 +0000\nMIME-Version: 1.0\n"
      + "Content-Type: \(type); charset=utf-8\n\n\(page)\n"
    let redactor = try Self.redactor()
    let plain = try Releases.release(mail, by: redactor).file
    let copy = try Releases.release(mail.replacing("\n", with: "\r\n"), by: redactor).file
    #expect(copy == Array(String(decoding: plain, as: UTF8.self).replacing("\n", with: "\r\n").utf8))
    #expect(String(decoding: copy, as: UTF8.self).contains("came."))
  }

  static let mailbox = """
    From ann@agency.example Sat Jan  3 01:05:34 1996
    From: Ann Finch <ann@agency.example>
    Subject: one
    Message-ID: <1@agency.example>

    From here on there is ice.

    >From J\u{FC}rgen Quimby-Kheng, with love.

    From bo@agency.example Sat Jan  3 01:05:35 1996
    Subject: two
    MIME-Version: 1.0
    Content-Type: text/plain
    Content-Transfer-Encoding: base64

    VGV4dA==

    """

  @Test func aMailboxStaysOne() throws {
    let copy = String(decoding: try Releases.release(Self.mailbox, by: try Self.redactor()).file, as: UTF8.self)
    let expected = """
      From - Thu Jan  1 00:00:00 1970
      From: "Ann Finch" <ann@agency.example>
      Subject: one
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      RELEASED IN PART (b)(6)

      =46rom here on there is ice.

      =46rom [(b)(6)], with love.

      From - Thu Jan  1 00:00:00 1970
      Subject: two
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      RELEASED IN PART (b)(6)

      Text=


      """
    #expect(copy == expected)
  }

  /// Whatever is changed in a copy, and whatever is added to it, verification fails.
  @Test func aTamperedCopyFails() throws {
    let release = try Releases.release(Self.message, by: try Self.redactor())
    let original = Array(Self.message.utf8)
    func doubts(_ copy: [UInt8]) -> [Verification.Doubt] {
      var ledger = release.ledger
      // The digest alone would tell: here the rest has to.
      ledger.head.copy.digest = Digest.hex(of: copy.span)
      ledger.chainUp()
      return Verification.outcome(copy: copy, original: original, ledger: ledger).doubts
    }
    #expect(doubts(release.file).isEmpty)
    let copy = String(decoding: release.file, as: UTF8.self)
    let changes = [
      ("MIME-Version", "X-Note: J\u{FC}rgen Quimby-Kheng\nMIME-Version"), ("MIME-Version", "X-Note: a\nMIME-Version"),
      ("wrote it", "wrote it all"), ("Content-Type: text/csv", "Content-ID: <a>\nContent-Type: text/csv"),
      ("--part-", "Quimby-Kheng\n--part-"), ("[(b)(6)] wrote", "J=C3=BCrgen Quimby-Kheng wrote"),
      ("[(b)(6)] wrote", "[(b)(7)(C)] wrote"), ("1,yes", "1,no"), ("ice.csv", "pilots.csv"), ("Date: Thu", "Date: Fri"),
    ]
    for (old, new) in changes {
      let tampered = copy.replacing(old, with: new, maxReplacements: 1)
      #expect(tampered != copy && !doubts(Array(tampered.utf8)).isEmpty, "\(new)")
    }
    for at in stride(from: 0, to: release.file.count, by: 7) {
      var tampered = release.file
      tampered[at] = tampered[at] == UInt8(ascii: "e") ? UInt8(ascii: "o") : UInt8(ascii: "e")
      #expect(!doubts(tampered).isEmpty, "byte \(at)")
      tampered.remove(at: at)
      #expect(!doubts(tampered).isEmpty, "without byte \(at)")
    }
  }

  @Test func attachmentsAreWithheldAndRecorded() throws {
    let redactor = try Releases.redactor(file: "<element name=\"attachments\" exemption=\"(b)(5)\"/>")
    let file = Self.message.replacing("text/csv; charset=utf-8; name=\"ice.csv\"", with: "application/zip")
    let release = try Releases.release(file, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(copy.contains("\n\n[(b)(5)]\n--part-") && !copy.contains("ice.csv") && !copy.contains("basin"))
    #expect(release.ledger.entries.map(\.detail) == ["attachments"])
    #expect(release.ledger.entries.map(\.part) == ["part 2"])
  }
}
