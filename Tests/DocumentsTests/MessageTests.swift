import Documents
import FoundationEssentials
import MarkingModel
import TestSupport
import Testing

@Suite("Messages with parts and encodings")
struct MessageTests {
  private static let header = "From: doe@example.gov\nTo: roe@example.gov\nSubject: FW: harbor\nMIME-Version: 1.0\n"

  private static func part(_ type: String, _ encoding: String, _ body: String) -> String {
    "Content-Type: \(type); charset=utf-8\nContent-Transfer-Encoding: \(encoding)\n\n\(body)"
  }

  private static func base64(_ text: String) -> String {
    let line = Data(text.utf8).base64EncodedString()
    return stride(from: 0, to: line.utf8.count, by: 76).map { start in
      String(decoding: Array(line.utf8)[start..<min(start + 76, line.utf8.count)], as: UTF8.self) + "\n"
    }.joined()
  }

  private static func quotedPrintable(_ text: String) -> String {
    text.replacing("=", with: "=3D").replacing("(S", with: "(=\nS").replacing(" / ", with: " =2F ")
  }

  private static func page(_ text: String) -> String {
    "<html><head><style>p { margin: 0 }</style></head><body><p>"
      + text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n\n", with: "</p>\n<p>")
      .replacing("\n", with: "<br>\n").replacing("  ", with: "&nbsp;&nbsp;") + "</p></body></html>\n"
  }

  static let encodings: [(name: String, text: @Sendable (String) -> String)] = [
    ("base64", { header + part("text/plain", "base64", base64($0)) }),
    ("base64 with CRLF", { (header + part("text/plain", "base64", base64($0))).replacing("\n", with: "\r\n") }),
    ("quoted-printable", { header + part("text/plain", "quoted-printable", quotedPrintable($0)) }),
    ("page", { header + part("text/html", "8bit", page($0)) }),
    ("page in base64", { header + part("text/html", "base64", base64(page($0))) }),
    (
      "alternatives",
      {
        header + "Content-Type: multipart/mixed; boundary=\"a b\"\n\nNo MIME.\n--a b\n"
          + "Content-Type: multipart/alternative; boundary=ab\n\n--ab\n" + part("text/plain", "base64", base64($0))
          + "--ab\n" + part("text/html", "quoted-printable", quotedPrintable(page($0))) + "--ab--\n--a b\n"
          + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64("(TS) SECRET") + "--a b--\nEnd.\n"
      }
    ),
    (
      "an alternative that says nothing",
      {
        header + "Content-Type: multipart/alternative; boundary=ab\n\n--ab\n"
          + part("text/plain", "7bit", "Your program shows no pages.\n\n") + "--ab\n"
          + part("text/html", "quoted-printable", quotedPrintable(page($0))) + "--ab--\n"
      }
    ),
    (
      "a message in a message",
      {
        header + "Content-Type: multipart/mixed; boundary=x\n\n--x\n" + part("text/plain", "7bit", "See below.\n\n")
          + "--x\nContent-Type: message/rfc822\n\n" + header + part("text/plain", "base64", base64($0)) + "--x--\n"
      }
    ),
    (
      "a mailbox",
      {
        "From roe Mon Mar  9 10:00:00 2009\n" + header + part("text/plain", "7bit", "See below.\n\n")
          + "From roe Tue Mar 10 10:00:00 2009\n" + header + part("text/plain", "base64", base64($0))
      }
    ),
  ]

  /// The nodes without their places.
  private func marks(_ document: MarkingDocument) -> [String] {
    document.nodes.indices.dropFirst().map { node in
      "\(document.nodes[node].name) \(document.attributes(of: node).map { "\($0.name)=\($0.value)" })"
    }
  }

  @Test("a telegram in one is read as alone", arguments: encodings.indices, ["wire", "drafted"])
  func telegram(encoding: Int, name: String) throws {
    let text = try #require(Cables.all.first { $0.name == name }).text
    let message = Self.encodings[encoding].text(text)
    let document = try read(message)
    #expect(document.root(.form) == name, "\(Self.encodings[encoding].name)")
    #expect(try marks(document) == marks(read(text)), "\(Self.encodings[encoding].name)")
    #expect(document.placeFaults(length: message.utf8.count).isEmpty)
  }

  @Test("the place of a marking is that of the groups that hold it, and nothing is shown there")
  func place() throws {
    let text = "SECRET\n\n(S//NF) One.\n\n(S//NF) Two.\n\nSECRET\n"
    let message = Self.header + Self.part("text/plain", "base64", Self.base64(text))
    let bytes = Array(message.utf8)
    let document = try read(bytes)
    let portions = document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "portion" }
    try #require(portions.count == 2)
    for portion in portions {
      let node = document.nodes[portion]
      let groups = String(decoding: bytes[node.range.start..<node.range.end], as: UTF8.self).replacing("\n", with: "")
      #expect(String(decoding: try #require(Data(base64Encoded: groups)), as: UTF8.self).contains("S//NF"))
      #expect(node.excerpt.isEmpty)
      #expect(node.position.line == 8)
    }
    #expect(!document.isEditable)
  }

  @Test("a page beside a plain text is read where it says more")
  func alternatives() throws {
    func message(_ page: String) -> String {
      Self.header + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        + "SECRET\n\n(S) One.\n\n(S) Two and so on.\n\nSECRET\n--b\nContent-Type: text/html\n\n"
        + "<html><body>\(page)</body></html>\n--b--\n"
    }
    func portions(_ page: String) throws -> Int {
      let document = try read(message(page))
      return document.nodes(named: .marking).count { document.word(.kind, of: $0) == "portion" }
    }
    #expect(try portions("<p>SECRET</p><p>(S) One.</p><p>(S) Two and so on.</p><p>SECRET</p>") == 2)
    #expect(try portions("<p>SECRET</p><p>(S) One.</p><p>(S//NF) Two and so on.</p><p>SECRET</p>") == 4)
    #expect(try portions("<p>SECRET</p><p>(S) One.</p><p>(s) Two</p><p>(TS) Three.</p>") > 2)
  }

  @Test("a line that begins with From begins a message of a mailbox where it has a time")
  func mailbox() throws {
    let message =
      "From: doe@example.gov\nTo: roe@example.gov\nDate: Tue, 10 Mar 2009 10:00:00 +0000\nSubject: Harbor\n"
      + "MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
    let text = message + "SECRET\n\n(S) =4Fne.\n\nFrom the desk of\nX-Roe: Jane\n\n(S) =54wo.\n\nSECRET\n"
    let portions = { (document: MarkingDocument) in
      document.nodes(named: .marking).count { document.word(.kind, of: $0) == "portion" }
    }
    #expect(try portions(read(text)) == 2)
    let mailbox = "From doe Tue Mar 10 10:00:00 2009\n" + text
    #expect(try portions(read(mailbox)) == 2)
    #expect(MessageText(Array(mailbox.utf8).span)?.isWhole == true)
  }

  @Test("an encoded subject is read")
  func subject() throws {
    for word in ["=?utf-8?B?\(Data("(S) Harbor".utf8).base64EncodedString())?=", "=?UTF-8?q?=28S=29_Harbor?="] {
      let message =
        "From: doe@example.gov\nTo: roe@example.gov\nDate: Tue, 10 Mar 2009 10:00:00 +0000\nSubject: "
        + word + "\nMIME-Version: 1.0\nContent-Type: text/plain\n\nSECRET\n\n(S) One.\n\nSECRET\n"
      let plain = message.replacing(word, with: "(S) Harbor")
      #expect(try marks(read(message)) == marks(read(plain)))
    }
  }

  @Test("what cannot be read is said to be so")
  func unread() throws {
    func isWhole(_ message: String) -> Bool? {
      let bytes = Array(message.utf8)
      return MessageText(bytes.span)?.isWhole
    }
    for text in Self.encodings { #expect(isWhole(text.text("SECRET\n")) == true, "\(text.name)") }
    #expect(isWhole(Self.header + Self.part("text/plain", "base64", "SECRET!\n")) == false)
    #expect(isWhole(Self.header + Self.part("text/plain", "x-uuencode", "SECRET\n")) == false)
    #expect(isWhole(Self.header + "Content-Type: text/plain; charset=utf-16le\n\nS\n") == false)
    #expect(isWhole(Self.header + "Content-Type: multipart/mixed\n\nS\n") == false)
    #expect(isWhole(Self.header + "Content-Type: text/plain\nContent-Type: text/html\n\nS\n") == false)
    #expect(isWhole(Self.header + "Content-Type: application/pkcs7-mime\n\nS\n") == false)
    #expect(isWhole(Self.header + Self.part("text/plain", "base64", Self.base64("S\0E\0C\0R\0E\0T\0"))) == false)
  }

  @Test("a print of an e-mail is none, and a plain one is read as it stands")
  func plain() throws {
    let print = Array("From: Doe, Jane\nSent: Tuesday, March 10, 2009\nTo: Roe\nSubject: Harbor\n\n(U) One.\n".utf8)
    #expect(MessageText(print.span) == nil)
    let plain = Self.header + "Content-Type: text/plain\n\nSECRET\n\n(S) One.\n\nSECRET\n"
    let document = try read(plain)
    #expect(document.isEditable)
  }

  @Test(
    "takes time that grows with the length",
    arguments: ["--a\n", "--", "=\n", "=?", "<", "<!--", "&", "<style>", "A: b\n"])
  func linear(unit: String) throws {
    for type in ["multipart/mixed; boundary=a", "text/html"] {
      let head = Self.header + "Content-Type: \(type)\nContent-Transfer-Encoding: quoted-printable\n\n--a\n"
      let growth = try growth(ofTenfold: 20_000) { length in
        _ = try read(head + String(repeating: unit, count: length / unit.utf8.count))
      }
      #expect(growth < linearGrowth)
    }
  }
}
