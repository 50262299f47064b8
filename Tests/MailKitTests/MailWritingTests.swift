import MailKit
import Testing

/// What is written is what is read again, by GMime, which did not write it.
@Suite("Messages, written") struct MailWritingTests {
  static let texts = [
    "Plain words", "", "M\u{FC}ller \u{2013} \u{65E5}\u{672C}\u{8A9E}", "=?utf-8?Q?abc?=", "a =? b ?= c",
    "one,two;three:four<five>six@seven \"eight\\\"", "[(b)(6)]", "[(b)(6), person 1] and [(b)(3) 50 U.S.C. 3024(i)]",
    String(repeating: "word ", count: 60) + "end", String(repeating: "long", count: 300),
    String(repeating: "\u{1F600}", count: 100), "A_B=C?D", "\u{A0}edge\u{A0}", "e\u{301}",
  ]

  @Test(arguments: texts, ["\n", "\r\n"])
  func fieldsAreReadAgain(text: String, lineEnd: String) throws {
    let file =
      HeaderText.field("Subject", HeaderText.unstructured(text), lineEnd: lineEnd)
      + HeaderText.field("From", HeaderText.phrase(text) + " <a@b.example>", lineEnd: lineEnd)
      + HeaderText.field("To", HeaderText.phrase(text) + ":;", lineEnd: lineEnd) + lineEnd + "Text"
    #expect(file.utf8.allSatisfy { $0 < 0x80 })
    let message = try MailMessage(reading: Array(file.utf8))
    #expect(message.fields[0].value == text)
    #expect(message.fields[1].addresses == [.mailbox(name: text, address: "a@b.example")])
    #expect(message.fields[2].addresses == [.group(name: text, members: [])])
  }

  @Test(arguments: texts.filter { !$0.isEmpty })
  func parametersAreReadAgain(text: String) throws {
    let file =
      HeaderText.field("Content-Disposition", "attachment" + HeaderText.parameter("filename", text), lineEnd: "\n")
      + "\nText"
    #expect(try MailMessage(reading: Array(file.utf8)).part.fileName == text)
  }

  @Test(
    arguments: [
      "", "a", "a\n", "a\n\n", " a \n\tb\t\n", "From here\n>From there\n", "a=b\n", "caf\u{E9}\n", "\r", "a\u{0}b\n",
      String(repeating: "x", count: 500) + "\n", String(repeating: "\u{E9} ", count: 200),
      String(repeating: "F", count: 300),
      "--b\n--b--\n", ".\n", "\n\n\n",
    ], ["\n", "\r\n"])
  func bodiesAreReadAgain(text: String, lineEnd: String) throws {
    for endsLine in [false, true] {
      let body = BodyText(Array(text.utf8), lineEnd: Array(lineEnd.utf8), endsLine: endsLine)
      #expect(body.bytes.allSatisfy { 0x20..<0x7F ~= $0 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
      let lines = String(decoding: body.bytes, as: UTF8.self).split { $0.isNewline }
      #expect(lines.allSatisfy { !$0.hasPrefix("From ") && !$0.hasPrefix(">From ") && $0.utf8.count <= 200 })
      if endsLine { #expect(body.bytes.isEmpty ? text.isEmpty : body.bytes.last == 0x0A) }
      let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: \(body.transferEncoding)\n\n"
      let message = try MailMessage(reading: Array(head.utf8) + body.bytes)
      guard case .leaf(_, let read?) = message.part.kind else {
        Issue.record("no text")
        return
      }
      #expect(String(decoding: read, as: UTF8.self).replacing("\r\n", with: "\n") == text)
    }
  }

  @Test func mailboxesAreCutAtTheirLines() {
    let file = """
      From ann@example.org Sat Jan  3 01:05:34 1996
      Subject: one

      From here on.

      >From there.
      >>From where.

      From - Sat Jan  3 01:05:34 1996
      Subject: two

      Text
      """
    let messages = Mailbox.messages(in: Array(file.utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      messages == [
        "Subject: one\n\nFrom here on.\n\nFrom there.\n>From where.\n", "Subject: two\n\nText\n",
      ])
    #expect(Mailbox.messages(in: Array("Subject: a\n\nText".utf8)).isEmpty)
  }

  @Test func flowedTextIsPutTogether() {
    func unflowed(_ text: String, _ deletes: Bool = false) -> String {
      String(decoding: FlowedText.unflowed(Array(text.utf8), deletesBlanks: deletes), as: UTF8.self)
    }
    #expect(unflowed("a \nb\nc\n") == "a b\nc\n")
    #expect(unflowed("514-38- \n7793\n", true) == "514-38-7793\n")
    #expect(unflowed("> a \n> b\n>> c \n> d\n") == "> a b\n>> c \n> d\n")
    #expect(unflowed("a \n-- \nname \n line\n") == "a \n-- \nname line\n")
    #expect(unflowed(" From a\n >b\n") == "From a\n>b\n")
    #expect(unflowed("") == "")
  }
}
