/// Messages with something planted in one place each, in the encoding that the place has.
struct MailCarrier: Sendable, CustomStringConvertible {
  var description: String
  /// Whether the words around it have to be in the copy.
  var keepsWords: Bool
  var file: @Sendable (String) -> String

  init(_ description: String, keepsWords: Bool = true, _ file: @escaping @Sendable (String) -> String) {
    self.description = description
    self.keepsWords = keepsWords
    self.file = file
  }

  static let all = headers + lost + bodies + attachments + mailboxes

  // MARK: Headers

  private static func message(_ head: String, _ body: String = "Text.\n") -> String {
    "From: Ann Finch <ann@agency.example>\n\(head)\nMIME-Version: 1.0\n\(body.hasPrefix("Content-") ? "" : "\n")\(body)"
  }

  private static func headed(_ head: @escaping @Sendable (String) -> String) -> @Sendable (String) -> String {
    { message(head("Before \($0) after")) }
  }

  private static let headers: [MailCarrier] = [
    .init("subject in 8 bits", headed { "Subject: \(MailEncodings.folded($0))" }),
    .init("subject in Q", headed { "Subject: \(MailEncodings.q($0))" }),
    .init("subject in B", headed { "Subject: \(MailEncodings.b($0))" }),
    .init("subject in pieces of Q", headed { "Subject: \(MailEncodings.pieces($0, MailEncodings.q))" }),
    .init("subject in pieces of B", headed { "Subject: \(MailEncodings.pieces($0, MailEncodings.b))" }),
    .init("subject in pieces on lines", headed { "Subject:\n \(MailEncodings.pieces($0, MailEncodings.b, "\n\t"))" }),
    .init("subject in pieces of both", headed { MailEncodings.mixedPieces($0) }),
    .init("sender's name", headed { "Sender: \(MailEncodings.quoted($0)) <ann@agency.example>" }),
    .init("reply-to name in Q", headed { "Reply-To: \(MailEncodings.q($0)) <ann@agency.example>" }),
    .init("name in pieces", headed { "To: \(MailEncodings.pieces($0, MailEncodings.b)) <ann@agency.example>" }),
    .init("encoded word in quotes", headed { "To: \"\(MailEncodings.q($0))\" <ann@agency.example>" }),
    .init("name of the second", headed { "Cc: Bo <bo@agency.example>, \(MailEncodings.q($0)) <ann@agency.example>" }),
    .init("blind copy", headed { "Bcc: \(MailEncodings.quoted($0)) <ann@agency.example>, bo@agency.example" }),
    .init("name of a group", headed { "To: \(MailEncodings.quoted($0)): bo@agency.example;" }),
    .init("member of a group", headed { "To: Friends: \(MailEncodings.q($0)) <bo@agency.example>;" }),
    .init("name in a comment", headed { "To: bo@agency.example (\(MailEncodings.q($0)))" }),
    .init("no address at all", headed { "To: \(MailEncodings.q($0))" }),
    .init("file name in quotes") {
      part("Content-Disposition: attachment; filename=\(MailEncodings.quoted(name($0)))")
    },
    .init("file name of the type") { part("Content-Disposition: inline", "; name=\(MailEncodings.quoted(name($0)))") },
    .init("file name by RFC 2231") {
      part("Content-Disposition: attachment; filename*=\(MailEncodings.percent(name($0)))")
    },
    .init("file name in pieces") { part("Content-Disposition: attachment; \(MailEncodings.continued(name($0)))") },
    .init("file name as encoded word") {
      part("Content-Disposition: attachment; filename=\"\(MailEncodings.q(name($0)))\"")
    },
  ]

  private static func name(_ secret: String) -> String { "Before \(secret) after.csv" }

  private static func part(_ disposition: String, _ parameters: String = "") -> String {
    message(
      "Subject: a\nContent-Type: multipart/mixed; boundary=cut",
      "\n--cut\n\nText.\n--cut\nContent-Type: text/csv; charset=utf-8\(parameters)\n\(disposition)\n\na,b\n--cut--\n")
  }

  // MARK: What no copy has

  private static func lost(_ name: String, _ head: @escaping @Sendable (String) -> String) -> MailCarrier {
    MailCarrier("field \(name)", keepsWords: false) { message(head($0)) }
  }

  private static let lostFields = [
    "Message-ID", "In-Reply-To", "References", "Received", "Return-Path", "X-Note", "X-Original-To", "DKIM-Signature",
    "ARC-Seal", "User-Agent", "Thread-Topic", "Thread-Index", "Comments", "Keywords", "Organization", "List-Id",
    "Resent-From", "Disposition-Notification-To", "Content-Description", "Content-ID", "Content-Location",
    "Content-Language", "Content-MD5", "Autocrypt", "Face",
  ]

  private static let lost: [MailCarrier] =
    lostFields.map { field in lost(field) { "\(field): <\(MailEncodings.folded($0))>" } } + [
      lost("Received in B") { "Received: from a by \(MailEncodings.b($0))" },
      lost("X-Note in B") { "X-Note: \(MailEncodings.pieces($0, MailEncodings.b, "\n "))" },
      lost("X-Note in pieces") { "X-Note: \(MailEncodings.pieces($0, MailEncodings.q))" },
      MailCarrier("date's comment", keepsWords: false) {
        message("Date: Thu, 13 Feb 2020 23:32:54 -0330 (\(MailEncodings.q($0)))")
      },
      MailCarrier("boundary", keepsWords: false) { secret in
        let cut = secret.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
        let boundary = String(decoding: cut, as: UTF8.self)
        return message(
          "Content-Type: multipart/mixed; boundary=\"\(boundary)\"", "\n--\(boundary)\n\nText.\n--\(boundary)--\n")
      },
      MailCarrier("parameter of a type", keepsWords: false) {
        message("Content-Type: text/plain; charset=utf-8; note=\(MailEncodings.quoted($0))")
      },
      MailCarrier("parameter of a disposition", keepsWords: false) {
        message("Content-Disposition: inline; note*=\(MailEncodings.percent($0))")
      },
      MailCarrier("prologue", keepsWords: false) { secret in
        message("Content-Type: multipart/mixed; boundary=cut", "\n\(secret)\n--cut\n\nText.\n--cut--\n")
      },
      MailCarrier("epilogue", keepsWords: false) { secret in
        message("Content-Type: multipart/mixed; boundary=cut", "\n--cut\n\nText.\n--cut--\n\(secret)\n")
      },
      MailCarrier("signature", keepsWords: false) { secret in
        message(
          "Content-Type: multipart/signed; boundary=cut; protocol=\"application/pgp-signature\"",
          "\n--cut\n\nText.\n--cut\nContent-Type: application/pgp-signature\n\n\(MailEncodings.base64(secret))\n--cut--\n"
        )
      },
      MailCarrier("behind the padding", keepsWords: false) { secret in
        message("Content-Transfer-Encoding: base64", "\nVGV4dC4=\n\n\(secret)\n")
      },
    ]

  // MARK: Bodies

  private static func body(
    _ name: String, _ head: String, _ encode: @escaping @Sendable (String) -> String
  ) -> MailCarrier {
    MailCarrier(name) { message("Subject: a\n\(head)", "\n\(encode("Before \($0) after."))\n") }
  }

  private static let utf8 = "Content-Type: text/plain; charset=utf-8\n"

  private static let bodies: [MailCarrier] = [
    body("text in 8 bits", utf8 + "Content-Transfer-Encoding: 8bit") { $0 },
    body("text without a type", "X-A: b") { $0 },
    body(
      "text in quoted-printable", utf8 + "Content-Transfer-Encoding: quoted-printable", MailEncodings.quotedPrintable),
    body("text in quoted-printable, cut often", utf8 + "Content-Transfer-Encoding: Quoted-Printable") {
      MailEncodings.quotedPrintable($0, every: 3)
    },
    body("text in base64", utf8 + "Content-Transfer-Encoding: base64", MailEncodings.base64),
    body("text in base64, on short lines", utf8 + "Content-Transfer-Encoding: BASE64") {
      MailEncodings.base64($0, every: 7)
    },
    body("text in UTF-16", "Content-Type: text/plain; charset=utf-16be\nContent-Transfer-Encoding: base64") {
      MailEncodings.base64(MailEncodings.utf16($0))
    },
    body("flowing text", "Content-Type: text/plain; charset=utf-8; format=flowed") { MailEncodings.flowed($0) },
    body("flowing text without blanks", "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes") {
      MailEncodings.flowed($0, every: 4)
    },
    body("quoted flowing text", "Content-Type: text/plain; charset=utf-8; format=flowed") {
      "> " + MailEncodings.flowed($0).replacing("\n", with: "\n> ")
    },
    body("Markdown", "Content-Type: text/markdown; charset=utf-8") { $0 },
    parts("the other alternative", "alternative", utf8) { $0 },
    parts("second part", "mixed", utf8 + "Content-Transfer-Encoding: base64\n", MailEncodings.base64),
    parts(
      "related part", "related", utf8 + "Content-Transfer-Encoding: quoted-printable\n", MailEncodings.quotedPrintable),
    parts("signed part", "signed", "Content-Type: text/plain; charset=utf-8\n") { $0 },
    parts("message within", "mixed", "Content-Type: message/rfc822\n") { "Subject: b\n\(utf8)\n\($0)" },
    parts("subject of a message within", "mixed", "Content-Type: message/rfc822\n") {
      "Subject: \(MailEncodings.q($0))\n\nText."
    },
    parts("message of a digest", "digest", "") { "To: \(MailEncodings.b($0)) <bo@agency.example>\n\nText." },
    parts("message within a message", "mixed", "Content-Type: message/rfc822\n") {
      "Subject: b\nContent-Type: message/rfc822\n\nSubject: c\n\(utf8)Content-Transfer-Encoding: base64\n\n"
        + MailEncodings.base64($0)
    },
    body("page", "Content-Type: text/html; charset=utf-8") { "<p>\($0)</p>" },
    body("page in quoted-printable", "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable") {
      MailEncodings.quotedPrintable("<meta charset=utf-8><p>\($0)</p>", every: 7)
    },
    body("page in UTF-16", "Content-Type: text/html; charset=utf-16be\nContent-Transfer-Encoding: base64") {
      MailEncodings.base64(MailEncodings.utf16("<meta charset=utf-16><b>\($0)</b>"))
    },
    parts("page beside a text", "alternative", "Content-Type: text/html; charset=utf-8\n") {
      "<html><body><p>\($0)</p></body></html>"
    },
    parts("title of a page", "alternative", "Content-Type: text/html; charset=utf-8\n") {
      "<html><head><title>\($0)</title></head><body>Text</body></html>"
    },
    parts("attribute of a page", "related", "Content-Type: text/html; charset=utf-8\n") {
      "<p data-a=\"\(MailEncodings.flat($0))\" title=\"\(MailEncodings.flat($0))\">Before after</p>"
    },
    parts("comment of a page", "related", "Content-Type: text/html; charset=utf-8\n") {
      "<p>Before after</p><!-- \($0) --><style>\($0)</style><script>\($0)</script>"
    },
    parts("letters of a page", "mixed", "Content-Type: text/html; charset=utf-8\n") {
      "<p>" + $0.unicodeScalars.map { "&#\($0.value);" }.joined() + "</p>"
    },
    MailCarrier("parts within parts") {
      message(
        "Subject: a\nContent-Type: multipart/mixed; boundary=cut",
        "\n--cut\nContent-Type: multipart/alternative; boundary=deep\n\n--deep\n\nText.\n--deep\n\(utf8)\nBefore \($0) after.\n"
          + "--deep--\n--cut--\n")
    },
  ]

  private static func parts(
    _ name: String, _ kind: String, _ head: String, _ encode: @escaping @Sendable (String) -> String
  ) -> MailCarrier {
    MailCarrier(name) {
      // Of what is signed the second part is the signature.
      let other = "\n\nText.\n--cut"
      let planted = "\n\(head)\n\(encode("Before \($0) after."))\n--cut"
      let both =
        kind == "signed" ? planted + other : (kind == "digest" ? "\n\nSubject: d\n\nText.\n--cut" : other) + planted
      return message("Subject: a\nContent-Type: multipart/\(kind); boundary=cut", "\n--cut\(both)--\n")
    }
  }

  // MARK: Attachments

  private static func attachment(
    _ name: String, _ type: String, keepsWords: Bool = true, _ encode: @escaping @Sendable (String) -> String
  ) -> MailCarrier {
    MailCarrier(name, keepsWords: keepsWords) {
      message(
        "Subject: a\nContent-Type: multipart/mixed; boundary=cut",
        "\n--cut\n\nText.\n--cut\nContent-Type: \(type)\nContent-Disposition: attachment\n\n\(encode("Before \($0) after"))\n"
          + "--cut--\n")
    }
  }

  private static func calendar(_ line: String) -> String {
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n\(line)\nEND:VEVENT\nEND:VCALENDAR"
  }

  private static let attachments: [MailCarrier] = [
    attachment("table", "text/csv; charset=utf-8") { "a,b\n1,\"\($0)\"" },
    attachment("calendar", "text/calendar; charset=utf-8") { calendar("SUMMARY:" + MailEncodings.escaped($0)) },
    attachment("calendar, folded", "text/calendar; charset=utf-8") {
      calendar("SUMMARY:" + MailEncodings.cut(MailEncodings.escaped($0), every: 5).joined(separator: "\n "))
    },
    attachment("guest of a calendar", "text/calendar; charset=utf-8") {
      calendar("ATTENDEE;CN=\"\(MailEncodings.escaped($0))\":mailto:bo@agency.example")
    },
    attachment("behind an escape", "text/calendar; charset=utf-8") {
      calendar("DESCRIPTION:Here\\n" + MailEncodings.escaped($0) + "\\nthere\\, too")
    },
    attachment("card", "text/vcard; charset=utf-8") {
      "BEGIN:VCARD\nVERSION:4.0\nFN:\(MailEncodings.escaped($0))\nEND:VCARD"
    },
    attachment("file", "application/octet-stream", keepsWords: false) { $0 },
    attachment("web page as a file", "application/xhtml+xml", keepsWords: false) { "<p>\($0)</p>" },
    attachment("type that holds it", "application/x-finch; name=\"a\"", keepsWords: false, MailEncodings.base64),
    attachment("sealed message", "application/pkcs7-mime; smime-type=enveloped-data", keepsWords: false) { $0 },
    attachment("Outlook's own format", "application/ms-tnef; name=winmail.dat", keepsWords: false) { $0 },
    attachment("picture in a card", "text/vcard; charset=utf-8", keepsWords: false) {
      "BEGIN:VCARD\nPHOTO;ENCODING=b;TYPE=JPEG:\(MailEncodings.base64($0, every: 10_000))\nEND:VCARD"
    },
    attachment("encoded file in a text", "text/plain; charset=utf-8", keepsWords: false) {
      "begin 644 a.txt\n\($0)\n`\nend"
    },
  ]

  // MARK: Mailboxes

  private static func mailbox(
    _ name: String, keepsWords: Bool = true, _ file: @escaping @Sendable (String) -> String
  ) -> MailCarrier {
    MailCarrier(name, keepsWords: keepsWords) {
      "From bo@agency.example Sat Jan  3 01:05:34 1996\nMIME-Version: 1.0\nSubject: one\n\nText.\n\n" + file($0)
    }
  }

  private static let mailboxes: [MailCarrier] = [
    mailbox("envelope line", keepsWords: false) {
      "From \(MailEncodings.flat($0)) Sat Jan  3 01:05:34 1996\nSubject: two\n\nText.\n"
    },
    mailbox("second message") { "From - Sat Jan  3 01:05:34 1996\nSubject: two\n\(utf8)\nBefore \($0) after.\n" },
    mailbox("line that begins with From") {
      "From - Sat Jan  3 01:05:34 1996\nSubject: two\n\(utf8)\nA\n\n>From Before \($0) after.\n>>From there.\n"
    },
    mailbox("line that looks like an envelope") {
      "From - Sat Jan  3 01:05:34 1996\nSubject: two\n\(utf8)\nA\n\nFrom Before \(MailEncodings.flat($0)) after 01:02\n\nB\n"
    },
    mailbox(
      "subject of a message", { "From - Sat Jan  3 01:05:34 1996\nSubject: Before \(MailEncodings.q($0)) after\n\nA\n" }
    ),
  ]
}
