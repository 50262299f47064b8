import MarkingModel
import Testing
import TextKit

/// What somebody reads is what is left of a text, and each byte of it knows where it comes from.
@Suite struct FoldedTextTests {
  private func fold(_ text: String) throws -> String {
    String(decoding: try FoldedText(Array(text.utf8).span).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("５１４‑３８‑７７９３", "514-38-7793"), ("٥١٤–٣٨−٧٧٩٣", "514-38-7793"), ("𝟓𝟏𝟒", "514"), ("5\u{200B}14\u{AD}-38", "514-38"),
    ("Müller", "Muller"), ("Mu\u{308}ller", "Muller"), ("Łódź, Strauß", "Lodz, Strauss"), ("ﬁle", "file"),
    ("Іvаn Ѕmіth", "Ivan Smith"), ("1lI|O0 m", "1lI|O0 m"), ("ＪＯＨＮ", "JOHN"), ("O’Brien “x”", "O'Brien \"x\""),
    ("a\tb  c\u{A0}d", "a b c d"), ("one\ntwo\r\nthree\n\n four", "one two three\n\nfour"),
    ("Smi\u{AD}\nth", "Smi- th"),
    ("7793²", "7793^2"), ("⁷⁷⁹³", "7793"), ("a\u{0}b", "ab"), ("38°53′51″N", "38°53'51''N"), ("", ""),
    (" a ", " a "), ("514·38·7793", "514.38.7793"),
    ("ᴛʜᴏʀɴᴅɪᴋᴇ", "thorndike"), ("ꞯᴜɪᴍʙʏ", "quimby"), ("ԚUIМВУ", "QUIMBY"), ("🆀🆄🅸🅼🅱🆈", "QUIMBY"),
    ("🅠🅤🅘🅜🅑🅨 🇶🇺", "QUIMBY QU"), ("Ꝗuimƀy Ⱥ ɬ", "Quimby A l"), ("Ⱦhorndiκe, тhоrndiкe", "Thorndike, thorndike"),
    ("Thorndǝʞɔ", "Thorndeko"), ("Þór ƕ ж", "Þor ƕ ж"),
    ("①❺❶❹ ➀➒ ⓿⓵ ⓴ ❿", "1514 19 01 20 10"), ("½ 三", "1/2 三"),
  ])
  func isWhatIsRead(_ text: String, _ folded: String) throws { #expect(try fold(text) == folded) }

  @Test func foldsCaseApart() throws {
    let text = try FoldedText(Array("SMITH Éла Ж".utf8).span)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "SMITH Eлa Ж")
    #expect(String(decoding: text.lowered, as: UTF8.self) == "smith eлa ж")
    #expect(text.bytes.count == text.lowered.count)
  }

  @Test func comesFromWholeCharacters() throws {
    func original(_ text: String, of part: String) throws -> String {
      let bytes = Array(text.utf8)
      let folded = try FoldedText(bytes.span)
      let start = try #require(folded.bytes.indices.first { folded.bytes[$0...].starts(with: part.utf8) })
      let range = folded.original(of: ByteRange(start, start + part.utf8.count))
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    #expect(try original("Cafe\u{301} x", of: "Cafe") == "Cafe\u{301}")
    #expect(try original("the ﬁle", of: "i") == "ﬁ")
    #expect(try original("a 5\u{200B}1\u{200B}4\u{200B} b", of: "514") == "5\u{200B}1\u{200B}4\u{200B}")
    #expect(try original("by John\n   Smith now", of: "John Smith") == "John\n   Smith")
    #expect(try original("東京 x", of: "東") == "東")
  }

  @Test func leavesOutWhatIsSkipped() throws {
    let text = "514-<b>38</b>-7793 John\nPAGE 2\nSmith &#53;14"
    let bytes = Array(text.utf8)
    func place(_ part: String) throws -> ByteRange {
      let start = try #require(bytes.indices.first { bytes[$0...].starts(with: part.utf8) })
      return ByteRange(start, start + part.utf8.count)
    }
    let edits = [
      FoldedText.Edit(try place("<b>")), .init(try place("</b>")), .init(try place("PAGE 2\n")),
      .init(try place("&#53;"), reads: [UInt8(ascii: "5")]),
    ]
    let folded = try FoldedText(bytes.span, edits: edits)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == "514-38-7793 John Smith 514")
    let pieces = folded.pieces(of: ByteRange(0, 11)).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    #expect(pieces == ["514-", "38", "-7793"])
    let last = folded.original(of: ByteRange(23, 26))
    #expect(String(decoding: bytes[last.start..<last.end], as: UTF8.self) == "&#53;14")
    #expect(folded.folded(of: try place("Smith")) == ByteRange(17, 22))
  }

  @Test func saysWhereItCannotBeRead() throws {
    for (bytes, range) in [
      ([0x61, 0xFF, 0x62], ByteRange(1, 2)), ([0xC3], ByteRange(0, 1)), ([0xE2, 0x82, 0x61], ByteRange(0, 2)),
      ([0xED, 0xA0, 0x80], ByteRange(0, 1)), ([0xF4, 0x90, 0x80, 0x80], ByteRange(0, 1)),
      ([0xC0, 0x80], ByteRange(0, 1)),
    ] as [([UInt8], ByteRange)] {
      let text = try FoldedText(bytes.span)
      #expect(text.undecodable == range)
      #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    }
    #expect(try FoldedText(Array("añ".utf8).span).undecodable == nil)
    #expect(try FoldedText(Array("ab\u{202E}c".utf8).span).reordered == ByteRange(2, 5))
  }

  @Test(arguments: 0..<60)
  func holdsForAnyText(_ seed: Int) throws {
    var random = RandomTexts(seed: UInt64(seed))
    for _ in 0..<60 {
      let bytes = Array(random.text(1 + random.next(40)).utf8)
      var edits: [FoldedText.Edit] = []
      var at = random.next(12)
      while seed % 3 == 0, at < bytes.count {
        let end = min(bytes.count, at + 1 + random.next(5))
        edits.append(.init(ByteRange(at, end), reads: random.next(2) == 0 ? [] : Array("x y".utf8)))
        at = end + 1 + random.next(12)
      }
      let folded = try FoldedText(bytes.span, edits: edits)
      // By runs and character by character.
      let slow = try FoldedText(bytes.span, edits: edits, byRuns: false)
      #expect(folded.bytes == slow.bytes && folded.lowered == slow.lowered && folded.wraps == slow.wraps)
      // Folded again it is the same.
      let again = try FoldedText(folded.bytes.span)
      #expect(again.bytes == folded.bytes, "\(bytes)")
      #expect(folded.lowered.count == folded.bytes.count)
      // Places ascend, lie in the text, and are the same either way.
      var last = 0
      for offset in folded.bytes.indices {
        let range = folded.original(of: ByteRange(offset, offset + 1))
        #expect(range == slow.original(of: ByteRange(offset, offset + 1)))
        #expect(range.start >= last && range.start < range.end && range.end <= bytes.count)
        last = range.start
        let back = folded.folded(of: range)
        #expect(back.start <= offset && back.end > offset)
        // Whole characters.
        if range.end < bytes.count, edits.isEmpty, folded.undecodable == nil {
          #expect(bytes[range.end] & 0xC0 != 0x80 && bytes[range.start] & 0xC0 != 0x80)
        }
      }
    }
  }
}
