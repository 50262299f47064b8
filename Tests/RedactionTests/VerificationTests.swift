import MarkingModel
import Redaction
import Testing

/// Verification finds what is left, however it is written, and what was changed besides.
@Suite("Verification") struct VerificationTests {
  private static let secret = "Sar Quimby-Kheng"
  private static let number = "514-38-7793"

  /// A number and a name in spellings that a reader would undo.
  @Test(arguments: [
    "514-38-7793", "514387793", "514 38 7793", "514.38.7793", "514\u{2011}38\u{2011}7793", "514\u{00AD}-38-7793",
    "５１４-３８-７７９３", "\u{0665}\u{0661}\u{0664}-38-7793", "514-\n38-7793", "NTE0LTM4LTc3OTM=", "3531342d33382d37373933",
    "514%2D38%2D7793", "514=2D38=2D7793", "514&#45;38&#x2d;7793", "514-<b>38</b>-7793", "5\u{200B}14-38-7793",
    "514-38=\n-7793", "NTE0\nLTM4\nLTc3\nOTM=", "5 1 4 - 3 8 - 7 7 9 3".replacing(" ", with: "\u{200B}"),
  ])
  func aNumberIsFound(spelling: String) {
    let outcome = Verification.outcome(
      copy: Array("It was \(spelling) then.".utf8), terms: [(1, Array(Self.number.utf8))])
    #expect(outcome.doubts == [.term(line: 1)])
  }

  @Test(arguments: [
    "Sar Quimby-Kheng", "SAR QUIMBY KHENG", "Quimby-Kheng, Sar", "Kheng, Quimby Sar", "sar  quimby\nkheng",
    "Sár Quimby-Khéng",
    "Sa\u{301}r Quimby-Kheng", "Ｓａｒ Quimby-Kheng", "U2FyIFF1aW1ieS1LaGVuZw==", "Sar%20Quimby-Kheng",
    "Sar&nbsp;Quimby-Kheng".replacing("&nbsp;", with: "\u{A0}"),
    "S\u{AD}ar Qu\u{200D}imby-Kheng",
    // Letters of other alphabets that look the same.
    "Sar Quimby-Kh\u{435}ng", "S\u{430}r Quimby-Kheng", "Sar%20Quimby-Kh%D0%B5ng",
  ])
  func aNameIsFound(spelling: String) {
    let outcome = Verification.outcome(
      copy: Array("Then \(spelling) spoke.".utf8), terms: [(1, Array(Self.secret.utf8))])
    #expect(outcome.doubts == [.term(line: 1)])
  }

  /// Escapes of programs and style sheets, numbers of characters in a row, and bytes in other letters.
  @Test(arguments: [
    #"S\u0061r \u0051uimby-Kheng"#, #"\x53\x61\x72\x20\x51uimby-Kheng"#, #"S\u{61}r \u{51}uimby-Kheng"#,
    #"%u0053ar Quimby-Kheng"#, #"\123\141\162\040Quimby-Kheng"#, #"\53 \61 \72 \20 Quimby-Kheng"#,
    "53 61 72 20 51 75 69 6d 62 79 2d 4b 68 65 6e 67",
    "0x53, 0x61, 0x72, 0x20, 0x51, 0x75, 0x69, 0x6D, 0x62, 0x79, "
      + "0x4b, 0x68, 0x65, 0x6e, 0x67",
    "U+0053 U+0061 U+0072 U+0051 U+0075 U+0069 U+006D U+0062 U+0079 U+004B U+0068 "
      + "U+0065 U+006E U+0067", "83 97 114 32 81 117 105 109 98 121 32 75 104 101 110 103",
    "KNQXEICROVUW2YTZFVFWQZLOM4======", "UwBhAHIAIABRAHUAaQBtAGIAeQAtAEsAaABlAG4AZwA=",
  ]) func aNameIsFoundInItsNumbers(spelling: String) {
    let terms = [(line: 1, text: Array(Self.secret.utf8))]
    #expect(Verification.outcome(copy: Array("Then \(spelling) spoke.".utf8), terms: terms).doubts == [.term(line: 1)])
  }

  @Test(arguments: [
    "0x\u{41}, 41 42 43 44 45", #"C:\lamps\53\61 \x and \u00"#, "53 61 72 spoke of 51 75 69 6d 62 79",
    "CLASSIFICATIONS AND\nDISSEMINATIONS", "100%u of 73 115 111 lamps",
  ]) func otherNumbersAreNot(text: String) {
    let terms = [(line: 1, text: Array(Self.secret.utf8))]
    #expect(Verification.outcome(copy: Array(text.utf8), terms: terms).doubts.isEmpty)
  }

  /// A name with marks on its letters in units of two bytes, and one in lines of uuencode.
  @Test(arguments: [
    "xQBrAGUAIABTAHQAcgD2AG0AYgDkAGMAawA=", "c5006b0065002000530074007200f6006d006200e40063006b00",
    "\n0PX5K92!3='+#MFUBPZ1C:P``\n",
  ])
  func aNameWithMarksIsFound(spelling: String) {
    let terms = [(line: 1, text: Array("Åke Strömbäck".utf8))]
    #expect(Verification.outcome(copy: Array("Then \(spelling) spoke.".utf8), terms: terms).doubts == [.term(line: 1)])
  }

  /// Base64 of a short name is no longer than a word of the text.
  @Test func aShortNameIsFoundInBase64() {
    for (name, spelling) in [("Jane Doe", "SmFuZSBEb2U="), ("Ida Ox", "SWRhIE94"), ("Jane Doe", "(SmFuZSBEb2U)")] {
      let terms = [(line: 1, text: Array(name.utf8))]
      #expect(
        Verification.outcome(copy: Array("Then \(spelling) spoke.".utf8), terms: terms).doubts == [.term(line: 1)])
      // Behind other words that can be read so, over the ends of lines.
      let list = Array("UNDERSTOOD,\nGOVERNMENTS,\n\(spelling)\nEVERYBODY".utf8)
      #expect(Verification.outcome(copy: list, terms: terms).doubts == [.term(line: 1)])
      let other = Verification.outcome(copy: Array("Then everybody understood governments.".utf8), terms: terms)
      #expect(other.doubts.isEmpty)
    }
  }

  /// Five signs for four bytes: Ascii85, RFC 1924 and Z85.
  @Test(arguments: [#"8muUK+@L-Z"#, #"<~8muUK+@L-Z~>"#, #"N?~qgAVhCv"#, #"n)#QGavHcV"#]) func aNameIsFoundInBase85(
    spelling: String
  ) {
    let terms = [(line: 1, text: Array("Jane Doe".utf8))]
    #expect(Verification.outcome(copy: Array("Then \(spelling) spoke.".utf8), terms: terms).doubts == [.term(line: 1)])
    // Behind other words that can be read so, over the ends of lines.
    let list = Array("UNDERSTOOD,\nGOVERNMENTS,\n\(spelling)\nEVERYBODY".utf8)
    #expect(Verification.outcome(copy: list, terms: terms).doubts == [.term(line: 1)])
    let other = Verification.outcome(copy: Array("Then everybody understood governments.".utf8), terms: terms)
    #expect(other.doubts.isEmpty)
  }

  @Test(arguments: ["It was 514-38-7794.", "1514-38-7793", "514-38-77931", "Sar Quimby spoke.", "The khenga of Sar."])
  func otherTextsAreNot(text: String) {
    let outcome = Verification.outcome(
      copy: Array(text.utf8), terms: [(1, Array(Self.number.utf8)), (2, Array(Self.secret.utf8))])
    #expect(outcome.doubts.isEmpty)
  }

  @Test func everyByteOfACopyCounts() throws {
    let redactor = try Releases.redactor("public-release")
    let original = Array(Releases.paper.utf8)
    let release = try Releases.release(original, by: redactor)
    #expect(Verification.outcome(copy: release.copy.bytes, original: original, ledger: release.ledger).doubts.isEmpty)
    for index in release.copy.bytes.indices {
      var changed = release.copy.bytes
      changed[index] ^= 1
      let doubts = Verification.outcome(copy: changed, original: original, ledger: release.ledger).doubts
      #expect(doubts.contains(.otherCopy))
      #expect(doubts.count > 1, "byte \(index) is compared with nothing but the digest")
    }
  }

  @Test func anotherOriginalIsNoticed() throws {
    let redactor = try Releases.redactor("public-release")
    let release = try Releases.release(Releases.paper, by: redactor)
    let outcome = Verification.outcome(
      copy: release.copy.bytes, original: Array(Releases.cable.utf8), ledger: release.ledger)
    #expect(outcome.doubts == [.otherOriginal])
  }

  /// Members that are compressed, made with Python's gzip, zlib and zipfile, in base64 and in hexadecimal; one is cut off.
  @Test(arguments: [
    """
    H4sIAAAAAAACAw3KQQ5AMBAF0L1T/AOoRBCcwUq4QCvDNNE2mU4jbs/mrd7OBLbikiDYrCR4JClBEzYrWIsP7jULU7xqPJwyIZbg
    /uczhrY33WTGce5qKFv9IfiDcNOpTfUBVvoYtV0AAAA=
    """,
    """
    eJwNykEOQDAQBdC9U/wDqEQQnMFKuEArwzTRNplOI27P5q3ezgS24pIg2KwkeCQpQRM2K1iLD+41C1O8ajycMiGW4P7nM4a2N91k
    xnHuaihb/SH4g3DTqU31AfPzHtk=
    """,
    """
    UEsDBBQAAAAIAAAAo0hW+hi1WQAAAF0AAAAIAAAAbm90ZS50eHQNykEOQDAQBdC9U/wDqEQQnMFKuEArwzTRNplOI27P5q3ezgS2
    4pIg2KwkeCQpQRM2K1iLD+41C1O8ajycMiGW4P7nM4a2N91kxnHuaihb/SH4g3DTqU31AVBLAQIUAxQAAAAIAAAAo0hW+hi1WQAA
    AF0AAAAIAAAAAAAAAAAAAACAAQAAAABub3RlLnR4dFBLBQYAAAAAAQABADYAAAB/AAAAAAA=
    """,
    """
    1f8b08000000000002030dca410e40301005d0bd53fc03a844109cc14ab8402bc334d136994e236ecfe6addece04b6e29220
    d8ac247824294113362b588b0fee350b53bc6a3c9c322196e0fee73386b637dd64c671ee6a285bfd21f88370d3a94df50156
    fa18b55d000000
    """,
    """
    H4sIAAAAAAACAw3KQQ5AMBAF0L1T/AOoRBCcwUq4QCvDNNE2mU4jbs/mrd7OBLbikiDYrCR4JClBEzYrWIsP7jULU7xqPJwyIZbg
    /uczhrY33WTGce5q
    """,
  ])
  func whatIsCompressedIsFound(member: String) {
    for copy in ["Before.\n\n\(member)\n\nAfter.\n", "Before \(member.replacing("\n", with: "")) after.\n"] {
      let outcome = Verification.outcome(
        copy: Array(copy.utf8), terms: [(1, Array("Sar Quimby-Kheng".utf8)), (2, Array("514-38-7793".utf8))])
      #expect(outcome.doubts == [.term(line: 1), .term(line: 2)])
    }
  }
}
