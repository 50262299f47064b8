import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Encodings and line ends")
struct EncodingTests {
  private func marks(_ document: MarkingDocument) -> [String] {
    document.nodes.indices.filter { document.nodes[$0].name != .repair && document.nodes[$0].name != .document }.map {
      document.describe($0)
    }
  }

  @Test("CRLF and CR are line ends", arguments: ["\r\n", "\r"])
  func lineEnds(end: String) throws {
    let expected = try read(Cables.wire)
    let document = try read(Cables.wire.replacing("\n", with: end))
    #expect(marks(document) == marks(expected))
  }

  @Test("a byte order mark is no text")
  func byteOrderMark() throws {
    let document = try read([0xEF, 0xBB, 0xBF] + Array(Cables.wire.utf8))
    #expect(document.root(.form) == "wire")
    #expect(document.nodes[document.nodes(named: .transmissionID)[0]].range.start == 3)
  }

  @Test("UTF-16 has its own offsets", arguments: [true, false])
  func utf16(little: Bool) throws {
    let text = Cables.wire.replacing("HARBOR TALKS", with: "HÄRBOR 😀 TALKS")
    var bytes: [UInt8] = little ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += little ? pair : pair.reversed()
    }
    let expected = try read(text)
    let document = try read(bytes)
    #expect(marks(document) == marks(expected))
    #expect(document.values(.kind, of: .repair) == ["encoding"])
    #expect(document.placeFaults(length: bytes.count).isEmpty)
    let page = document.nodes[document.nodes(named: .page)[0]]
    let copied = stride(from: page.range.start, to: page.range.end, by: 2).map { bytes[little ? $0 : $0 + 1] }
    #expect(String(decoding: copied, as: UTF8.self) == "TALLINN 00000123  002 OF 002")
  }

  @Test("bytes that are no UTF-8, and control characters, are counted")
  func damaged() throws {
    var bytes = Array(Cables.wire.utf8)
    let at = try #require(Cables.wire.utf8.firstIndex(of: UInt8(ascii: ")")))
    let offset = Cables.wire.utf8.distance(from: Cables.wire.utf8.startIndex, to: at)
    bytes.insert(contentsOf: [0xFF, 0xC3, 0x00, 0x07], at: offset)
    let document = try read(bytes)
    #expect(document.values(.kind, of: .repair) == ["encoding", "control-characters"])
    #expect(document.values(.count, of: .repair) == ["2", "2"])
    #expect(document.root(.level) == "U")
  }

  @Test("a blank is what Unicode calls a space, and a byte of Latin-1 that is no part of a character")
  func blanks() {
    for value in 0x80...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isBlank = scalar.properties.generalCategory == .spaceSeparator
      // A later byte of a character is none.
      let blanks = bytes.indices.map { bytes.span.blank(at: $0, end: bytes.count) }
      let expected = [isBlank ? bytes.count : 0] + Array(repeating: 0, count: bytes.count - 1)
      if blanks != expected { Issue.record("U+\(value): \(blanks)") }
    }
    for before in [[0x53], [0xA0], [0xC3, 0xA9], [0xE2]] as [[UInt8]] {
      let bytes = before + [0xA0]
      #expect(bytes.span.blank(at: before.count, end: bytes.count) == 1, "\(bytes)")
    }
  }

  @Test("no-break spaces and tabs are blanks")
  func blanksOfLabels() throws {
    let text = Cables.wire.replacing("UNCLAS SECTION", with: "UNCLAS\u{A0}SECTION").replacing("O P 10", with: "O\tP 10")
    let document = try read(text)
    #expect(document.root(.level) == "U")
    #expect(document.values(.rank, of: .dtg) == ["3"])
  }

  @Test("columns count scalars")
  func columns() throws {
    let document = try read(
      "É\u{A0} UNCLAS TALLINN 000123\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A\n\n1. B.\n", form: .drafted)
    _ = document
    let caption = try read("  \u{3000}SENSITIVE\nTAGS: PREL\n", form: .drafted)
    #expect(caption.nodes[caption.nodes(named: .caption)[0]].position == Position(line: 1, column: 4))
  }

  @Test(
    "one line of any length takes linear time",
    arguments: [
      "A", "[", "<a ", "QUOTE ", "(", "1. ", "UNCLAS ", "/", "\u{A0}", "*a ", "**a ", "_a* ", "\\*", "&amp;", "&a",
      "\u{AD}\n", "# ",
    ])
  func longLine(unit: String) throws {
    for before in [Cables.drafted, ""] {
      let growth = try growth(ofTenfold: 20_000) { length in
        _ = try read(before + String(repeating: unit, count: length / unit.utf8.count))
      }
      #expect(growth < linearGrowth)
    }
  }
}
