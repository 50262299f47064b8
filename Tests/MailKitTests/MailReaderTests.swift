import MailKit
import Testing

/// What GMime makes of a message arrives whole.
@Suite("Messages, taken apart") struct MailReaderTests {
  private static func read(_ text: String) throws -> MailMessage {
    try MailMessage(reading: Array(text.replacing("\n", with: "\r\n").utf8))
  }

  @Test func encodedWordsAreDecodedAndNeighboursJoined() throws {
    let message = try Self.read(
      """
      Subject: =?UTF-8?B?SGVsbG8=?= =?UTF-8?B?IHdvcmxk?=
       =?iso-8859-1?Q?_M=FCller?= and more
      MIME-Version: 1.0

      Text
      """)
    let field = try #require(message.fields.first)
    #expect(field.value == "Hello world M\u{FC}ller and more")
    #expect(!field.isOdd)
  }

  /// Two words that each hold half of a character.
  @Test func aCharacterMayBeCutBetweenWords() throws {
    let message = try Self.read("Subject: =?utf-8?B?TcM=?= =?utf-8?B?vGxsZXI=?=\n\nText")
    #expect(message.fields.first?.value == "M\u{FC}ller")
  }

  @Test(arguments: ["=?x-none?Q?abc?=", "=?utf-8?B?PT91dGYtOD9RP2FiYz89?=", "a =?no-such?B?YWJj?= b"])
  func wordsThatCannotBeDecodedAreOdd(value: String) throws {
    #expect(try Self.read("Subject: \(value)\n\nText").fields.first?.isOdd == true)
  }

  @Test func addressesAreTakenApart() throws {
    let message = try Self.read(
      """
      From: "Finch, Ann" (at work) <ann@example.org>
      To: Friends: =?utf-8?q?J=C3=BCrgen?= <j@example.org>, bo@example.org;, cy@example.org (Cy Dee)
      Cc: undisclosed-recipients:;

      Text
      """)
    #expect(message.fields[0].addresses == [.mailbox(name: "Finch, Ann", address: "ann@example.org")])
    #expect(
      message.fields[1].addresses == [
        .group(
          name: "Friends",
          members: [
            .mailbox(name: "J\u{FC}rgen", address: "j@example.org"), .mailbox(name: "", address: "bo@example.org"),
          ]), .mailbox(name: "Cy Dee", address: "cy@example.org"),
      ])
    #expect(message.fields[2].addresses == [.group(name: "undisclosed-recipients", members: [])])
  }

  @Test func datesAreWrittenInOneWay() throws {
    let message = try Self.read("Date: Thu,  13 Feb 2020 23:32:54 -0330 (Newfoundland)\nX-Date: soon\n\nText")
    #expect(message.fields[0].date == "Thu, 13 Feb 2020 23:32:54 -0330")
    #expect(message.fields[1].date == nil)
  }

  @Test func bodiesAreDecoded() throws {
    let message = try Self.read(
      """
      Subject: a
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="b"

      before
      --b
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      M=FCller 514-38-=
      7793
      --b
      Content-Type: Text/CSV; charset=utf-16be; name*0*=utf-8''a%20; name*1=b.csv
      Content-Transfer-Encoding: base64

      AGEALAB
      i
      --b
      Content-Type: text/plain; charset=no-such-set

      x
      --b--
      behind
      """)
    guard case .parts(let parts, hasHiddenText: true) = message.part.kind, parts.count == 3 else {
      Issue.record("no three parts")
      return
    }
    #expect(parts[0].text == "M\u{FC}ller 514-38-7793")
    #expect(parts[1].type == "text/csv")
    #expect(parts[1].text == "a,b")
    #expect(parts[1].fileName == "a b.csv")
    #expect(parts[2].text == nil)
  }

  @Test func messagesWithinMessagesAreRead() throws {
    let message = try Self.read(
      """
      Subject: a
      MIME-Version: 1.0
      Content-Type: message/rfc822

      Subject: inner
      To: Bo <bo@example.org>

      Text
      """)
    guard case .message(let inner?) = message.part.kind else {
      Issue.record("no message")
      return
    }
    #expect(inner.fields.map(\.value) == ["inner", "Bo <bo@example.org>"])
    guard case .leaf(let content, _) = inner.part.kind else {
      Issue.record("no text")
      return
    }
    #expect(String(decoding: content, as: UTF8.self) == "Text")
  }

  @Test(arguments: [
    "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--b\n\nText\n--b--\n",
    "Subject: a\nContent-Type: text/plain\nContent-Type: text/html\n\nText\n",
    "Subject: a\nContent-Type: text/plain; charset=utf-8; charset=utf-16\n\nText\n",
  ])
  func whatProgramsReadDifferentlyIsRefused(text: String) throws {
    #expect(throws: MailError.ambiguous) { try Self.read(text) }
  }

  @Test func depthAndNumberAreLimited() throws {
    var text = "Text\n"
    for level in 0..<40 {
      text = "Content-Type: multipart/mixed; boundary=b\(level)x\n\n--b\(level)x\n\(text)\n--b\(level)x--\n"
    }
    let deep = "Subject: a\nMIME-Version: 1.0\n\(text)"
    #expect(throws: MailError.tooDeep) { try Self.read(deep) }
    var limits = MailMessage.Limits()
    limits.items = 10
    let many = Array((String(repeating: "X-A: b\n", count: 20) + "\nText").utf8)
    #expect(throws: MailError.tooMany) { try MailMessage(reading: many, limits: limits) }
    limits.items = 100
    limits.bytes = 50
    #expect(throws: MailError.tooLarge) { try MailMessage(reading: many, limits: limits) }
  }

  @Test func threadsMayReadAtOnce() async throws {
    let bytes = Array("Subject: =?utf-8?Q?M=C3=BCller?=\nContent-Type: text/plain; charset=koi8-r\n\n\u{C1}".utf8)
    let all = try await withThrowingTaskGroup(of: MailMessage.self) { group in
      for _ in 0..<64 { group.addTask { try MailMessage(reading: bytes) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(all).count == 1)
  }
}

extension MailPart {
  fileprivate var text: String? {
    guard case .leaf(_, let text?) = kind else { return nil }
    return String(decoding: text, as: UTF8.self)
  }
}
