import Redaction
import Testing

/// What cannot be read for certain gives no copy, or goes whole where the policy withholds attachments.
@Suite("Messages that are refused") struct MailRefusalTests {
  private static let policy = "<terms exemption=\"(b)(6)\"/>"

  private static func refusal(_ file: String, withholdsAttachments: Bool) throws -> Refusal? {
    let clause = withholdsAttachments ? "<element name=\"attachments\" exemption=\"(b)(5)\"/>" : ""
    let redactor = try Releases.redactor(file: clause + policy, terms: "Sar Quimby-Kheng\n")
    do throws(Refusal) {
      let release = try Releases.release(file, by: redactor)
      #expect(!String(decoding: release.file, as: UTF8.self).contains("hidden"))
      return nil
    } catch {
      #expect(!error.sentence.contains("hidden") && !error.sentence.contains("finch"))
      return error
    }
  }

  private static func part(_ head: String, _ body: String = "hidden") -> String {
    "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n\nText.\n--cut\n\(head)\n\n"
      + "\(body)\n--cut--\n"
  }

  @Test(arguments: [
    (part("Content-Type: application/pdf"), PartProblem.attachment),
    (part("Content-Type: application/ms-tnef; name=winmail.dat"), .attachment),
    (part("Content-Type: image/png\nContent-Transfer-Encoding: base64", "aGlkZGVu"), .attachment),
    (part("Content-Type: finch/finch"), .attachment), (part("Content-Type: message/delivery-status"), .attachment),
    (part("Content-Type: application/pkcs7-mime; smime-type=signed-data"), .sealed),
    (part("Content-Type: multipart/encrypted; boundary=deep", "--deep\n\nhidden\n--deep--"), .sealed),
    (part("Content-Type: message/partial; id=finch; number=1"), .elsewhere),
    (part("Content-Type: message/external-body; access-type=local-file; name=finch"), .elsewhere),
    (part("Content-Type: text/enriched"), .markup), (part("Content-Type: text/rtf"), .markup),
    (part("Content-Type: text/plain", "begin 644 finch\nhidden\nend"), .embedded),
    (part("Content-Type: text/plain", "=ybegin line=128 size=6 name=finch\nhidden"), .embedded),
    (part("Content-Type: text/plain", "-----BEGIN PGP MESSAGE-----\nhidden"), .embedded),
    (part("Content-Type: text/calendar", "BEGIN:VCALENDAR\nATTACH;ENCODING=BASE64;VALUE=BINARY:hidden"), .embedded),
    (part("Content-Type: text/vcard", "BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:hidden"), .embedded),
    (part("Content-Type: text/vcard", "BEGIN:VCARD\nPHOTO:data:image/png;base64,hidden"), .embedded),
  ])
  func partsThatAPolicyMayWithhold(file: String, problem: PartProblem) throws {
    #expect(try Self.refusal(file, withholdsAttachments: false) == .part("part 2", problem))
    #expect(try Self.refusal(file, withholdsAttachments: true) == nil)
  }

  @Test(arguments: [
    (part("Content-Type: text/plain; charset=x-finch"), PartProblem.characterSet),
    (part("Content-Type: text/plain; charset=utf-16", "odd"), .characterSet),
    (part("Content-Transfer-Encoding: x-finch"), .transferEncoding),
    (part("Content-Transfer-Encoding: x-uuencode", "begin 644 a\nhidden\nend"), .transferEncoding),
    (part("Content-Transfer-Encoding: base64 (finch)"), .transferEncoding),
    (
      part(
        "Content-Type: multipart/mixed; boundary=deep\nContent-Transfer-Encoding: base64", "--deep\n\nhidden\n--deep--"),
      .transferEncoding
    ),
  ])
  func partsThatNobodyCanRead(file: String, problem: PartProblem) throws {
    for withholds in [false, true] {
      #expect(try Self.refusal(file, withholdsAttachments: withholds) == .part("part 2", problem))
    }
  }

  @Test(arguments: ["=?x-finch?Q?hidden?=", "=?utf-8?Q?=3D=3Futf-8=3FQ=3Fhidden=3F=3D?="])
  func fieldsThatNobodyCanRead(value: String) throws {
    let file = "MIME-Version: 1.0\nSubject: \(value)\n\nText.\n"
    #expect(try Self.refusal(file, withholdsAttachments: true) == .part("the message", .headerField))
    // One that no copy has may be what it wants.
    let lost = "MIME-Version: 1.0\nX-Note: \(value)\n\nText.\n"
    #expect(try Self.refusal(lost, withholdsAttachments: true) == nil)
  }

  @Test(arguments: [
    "MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--cut\n\nhidden\n--cut--\n",
    "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Type: text/html\n\nhidden\n",
    "MIME-Version: 1.0\nSubject: a\nhidden\n\nText.\n",
    "From - Sat Jan  3 01:05:34 1996\nMIME-Version: 1.0\nSubject: a\nhidden\n\nText.\n",
  ])
  func structuresThatProgramsReadDifferently(file: String) throws {
    guard case .structure = try Self.refusal(file, withholdsAttachments: true) else {
      Issue.record("it was released")
      return
    }
  }

  /// What stands before a header hides nothing of what it says.
  @Test(arguments: ["\u{FEFF}", "\n\r\n", "Underscore_Field: a\n", "X.Field : b\n", "Received: a\n\tb\n"])
  func aMessageIsToldByItsHeader(lead: String) throws {
    let file = lead + "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n"
    let redactor = try Releases.redactor(file: Self.policy, terms: "Sar Quimby-Kheng\n")
    let release = try Releases.release(file + MailEncodings.base64("Of Sar Quimby-Kheng."), by: redactor)
    #expect(String(decoding: release.copy.bytes, as: UTF8.self) == "Of [(b)(6)].")
  }

  @Test(arguments: ["hid%64en.csv", "utf-8''hidden%2Ecsv"])
  func fileNamesThatMayHideSomethingAreLeftOut(name: String) throws {
    let file = Self.part("Content-Type: text/csv\nContent-Disposition: attachment; filename=\"\(name)\"", "a,b")
    let release = try Releases.release(file, by: try Releases.redactor(file: Self.policy))
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(copy.contains("Content-Disposition: attachment\n") && !copy.contains("filename"))
    #expect(release.ledger.dropped.contains(DroppedKind("file name", 1)))
  }

  @Test func aPartInAMailboxIsNamedWithItsMessage() throws {
    let box =
      "From - Sat Jan  3 01:05:34 1996\nMIME-Version: 1.0\nSubject: a\n\nText.\n\nFrom - Sat Jan  3 01:05:34 1996\n"
    #expect(
      try Self.refusal(box + Self.part("Content-Type: image/png"), withholdsAttachments: false)
        == .part("message 2, part 2", .attachment))
  }

  /// Of a message in parts with marks none may be without.
  @Test func aPartWithoutMarksBesideOneWithMarks() throws {
    let redactor = try Releases.redactor("public-release")
    let marked = "SECRET\n\n1. (U) The ice left.\n\n2. (S) The pilots wait.\n\nSECRET"
    let file = Self.part("Content-Type: text/csv", "a,hidden").replacing("Text.", with: marked)
      .replacing("Subject: a", with: "Subject: (U) Ice of the harbor")
    do throws(Refusal) {
      _ = try Releases.release(file, by: redactor)
      Issue.record("it was released")
    } catch {
      guard case .unmarked("part 2", _, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
    var withholding = redactor
    withholding.unmarked = .withhold
    let copy = String(decoding: try Releases.release(file, by: withholding).file, as: UTF8.self)
    #expect(!copy.contains("hidden") && !copy.contains("pilots") && copy.contains("The ice left."))
  }
}
