import Redaction
import TestSupport
import Testing

/// Input that a stranger may send costs what it is long.
@Suite("Portions of long documents") struct ReleaseGrowthTests {
  private static func expectLinear(ofTenfold count: Int, _ text: (Int) -> String) throws {
    let vocabulary = try Releases.vocabulary()
    let growth = try growth(ofTenfold: count) { count in
      let text = try MarkedText(Array(text(count).utf8).span, vocabulary)
      #expect(try !text.portions(vocabulary).isEmpty)
    }
    #expect(growth < linearGrowth)
  }

  /// Many marks in one block of a telegram, on lines of their own.
  @Test func marksInOneBlock() throws {
    try Self.expectLinear(ofTenfold: 1_000) { count in
      let lines = String(repeating: "BAGIN TAXT\n(U) x\nAND TAXT\n", count: count)
      return FictionalTelegram.text("1. (U) The ice left.\n" + lines)
    }
  }

  /// Many parts of a message, and many telegrams in one.
  @Test func partsOfAMessage() throws {
    try Self.expectLinear(ofTenfold: 200) { count in
      let part = "--b\nContent-Type: text/plain\n\n(U) The lights are on.\n\n(S) The ice is there.\n"
      return """
        From: Ann Finch <ann@agency.example>
        Subject: (U) Harbor
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        \(String(repeating: part, count: count))--b--

        """
    }
  }

  /// Lines of a copy of which each is taken out, below one of text.
  @Test func linesTakenOut() throws {
    try Self.expectLinear(ofTenfold: 1_000) { count in
      "SECRET\n\n(S) The ice is there:\n" + String(repeating: "[REDACTED]\n", count: count)
        + "\n(U) The lights.\n\nSECRET\n"
    }
  }

  /// Lines drawn below a line that may head columns.
  @Test func rulings() throws {
    try Self.expectLinear(ofTenfold: 2_000) { count in
      "SECRET\n\n(U) The lights are on.\n\nItem   Class\n" + String(repeating: "----   ----\n", count: count)
        + "\nSECRET\n"
    }
  }

  @Test func telegramsWithinOne() throws {
    let quoted = """
      QUOTE
      FM AMEMBASSY OSLO
      TO SECSTATE WASHDC
      BT
      CONFIDENTIAL OSLO 000214
      SUBJECT: (U) LIGHTS

      1. (C) The lights are on.
      UNQUOTE


      """
    try Self.expectLinear(ofTenfold: 100) { count in
      FictionalTelegram.text("1. (U) The ice left.\n\n" + String(repeating: quoted, count: count))
    }
  }

  private static let secret = "2. (S//NF) The ice is there.\n"

  /// A quotation that nobody closes.
  @Test func portionsInAQuotation() throws {
    try Self.expectLinear(ofTenfold: 1_000) { count in
      FictionalPaper.text(Self.secret + "BEGIN TEXT\n" + String(repeating: "(U) It is on.\n", count: count))
    }
  }

  /// Subjects of messages among their fields.
  @Test func subjectsOfMessages() throws {
    let message = """
      From: Ann Finch
      Sent: Tuesday, May 3, 2016 10:00 AM
      To: Bo Quill
      Subject: (U) Harbor

      (U) Fine.


      """
    try Self.expectLinear(ofTenfold: 300) { count in
      "SECRET//NOFORN\n\n" + String(repeating: message, count: count) + "(S//NF) The quay is sold.\n\nSECRET//NOFORN\n"
    }
  }

  /// Marks on one line of a message.
  @Test func marksOnOneLine() throws {
    let head = "SECRET//NOFORN\n\nFrom: Ann Finch\nSent: Tuesday, May 3, 2016\nTo: Bo\nSubject: (U) Harbor\n\n"
    try Self.expectLinear(ofTenfold: 1_000) { count in
      head + "(U) Fine." + String(repeating: " It is. (S//NF) Then.", count: count) + "\n\nSECRET//NOFORN\n"
    }
  }

  /// Items, each deeper than the one before.
  @Test func itemsAndReturns() throws {
    try Self.expectLinear(ofTenfold: 500) { count in
      FictionalPaper.text(
        Self.secret + String(repeating: "   a. (U) One,\nand two.\n   - (U) Three\nIt is.\n", count: count))
    }
  }
}
