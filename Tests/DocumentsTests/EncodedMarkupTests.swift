import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Markup in other encodings is read as its UTF-8 form is, with its places in the bytes that were given.
@Suite struct EncodedMarkupTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  private func read(_ bytes: [UInt8]) -> MarkingDocument { DocumentReader.read(bytes.span, vocabulary: vocabulary) }

  private static func ism(_ encoding: String) -> String {
    """
    <?xml version="1.0" encoding="\(encoding)"?>
    <report xmlns:ism="urn:us:gov:ic:ism" title="Häfen" ism:resourceElement="true" ism:createDate="2023-03-14"
      ism:compliesWith="USGov USIC" ism:classification="S" ism:ownerProducer="USA">
      <para ism:classification="U" ism:ownerProducer="USA">(U) Für Lampen.</para>
    </report>
    """
  }

  private static func nato(_ encoding: String) -> String {
    """
    <?xml version="1.0" encoding="\(encoding)"?>
    <m xmlns="urn:example:m" title="Häfen"><originatorConfidentialityLabel ReviewDateTime="2031-01-01T00:00:00Z"
      xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"><ConfidentialityInformation>
      <PolicyIdentifier>NATO</PolicyIdentifier><Classification>SECRET</Classification>
      </ConfidentialityInformation><CreationDateTime>2023-03-14T09:00:00Z</CreationDateTime>
      </originatorConfidentialityLabel></m>
    """
  }

  private static let page = """
    <!DOCTYPE html>
    <html><head><title>Häfen</title></head><body>
    <p>SECRET//NOFORN</p>
    <p>(S//NF) Für Lampen.</p>
    <p>(U) Ice &amp; lamps.</p>
    <p>SECRET//NOFORN</p>
    </body></html>
    """

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static func sixteen(_ text: String, isLittle: Bool) -> [UInt8] {
    var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for unit in text.utf16 {
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      bytes += isLittle ? [low, high] : [high, low]
    }
    return bytes
  }

  /// The elements with what they say, and lines and columns; the note on the encoding is one of its own.
  private func shape(_ document: MarkingDocument) -> [String] {
    document.nodes.indices.filter { document.nodes[$0].name != .repair }.map { node in
      let here = document.nodes[node]
      return
        "\(here.name) \(here.position) \(document.word(.kind, of: node) ?? "") \(document.word(.level, of: node) ?? "")"
    } + document.quoted.flatMap(shape)
  }

  private func expectSame(
    _ bytes: [UInt8], as text: String, in decode: (ArraySlice<UInt8>) -> String, _ name: String
  ) {
    let plain = Array(text.utf8)
    let (expected, document) = (read(plain), read(bytes))
    #expect(shape(document) == shape(expected), "\(name)")
    #expect(document.word(.form, of: 0) != "unknown", "\(name)")
    // All but the document itself, whose declaration says another encoding.
    let others = document.nodes.dropFirst().filter { $0.name != .repair }
    for (node, other) in zip(others, expected.nodes.dropFirst().filter { $0.name != .repair }) {
      let written = decode(bytes[node.range.start..<node.range.end])
      let there = String(decoding: plain[other.range.start..<other.range.end], as: UTF8.self)
      #expect(written == there, "\(name): \(node.name)")
    }
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252", "iso-8859-15", "latin1"])
  func labelsInEncodingsOfOneByte(encoding: String) {
    for text in [Self.ism(encoding), Self.nato(encoding)] {
      #expect(read(Self.latin(text)).nodes(named: .problem).isEmpty)
      expectSame(
        Self.latin(text), as: text.replacing("encoding=\"\(encoding)\"", with: Self.padded(encoding)),
        in: { String(String.UnicodeScalarView($0.map { Unicode.Scalar($0) })) }, encoding)
    }
  }

  /// A declaration of UTF-8 that is as long.
  private static func padded(_ encoding: String) -> String {
    "encoding=\"UTF-8\"" + String(repeating: " ", count: encoding.utf8.count - 5)
  }

  @Test(arguments: [true, false])
  func labelsAndPagesInUTF16(isLittle: Bool) {
    for text in [Self.ism("UTF-16"), Self.nato("UTF-16"), Self.page] {
      expectSame(
        Self.sixteen(text, isLittle: isLittle),
        as: text.replacing("encoding=\"UTF-16\"", with: Self.padded("UTF-16")),
        in: { bytes in
          let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { at in
            UInt16(bytes[at + (isLittle ? 1 : 0)]) << 8 | UInt16(bytes[at + (isLittle ? 0 : 1)])
          }
          return String(decoding: units, as: UTF16.self)
        }, String(text.prefix(60)))
    }
  }

  @Test func encodingsThatAreNotTheirOwn() throws {
    let texts: [(name: String, bytes: [UInt8])] = [
      ("letters beyond ASCII", Self.latin(Self.ism("US-ASCII"))),
      ("a name that is none", Self.latin(Self.nato("x-harbor"))),
      ("UTF-16 that is not", Self.latin(Self.nato("UTF-16"))),
      ("UTF-16 that says UTF-8", Self.sixteen(Self.nato("UTF-8"), isLittle: true)),
      ("a mark of UTF-8 before Latin-1", [0xEF, 0xBB, 0xBF] + Array(Self.ism("ISO-8859-1").utf8)),
      ("UTF-7", Self.latin(Self.ism("UTF-7"))),
    ]
    for text in texts {
      let document = read(text.bytes)
      let problem = try #require(document.nodes(named: .problem).first, "\(text.name)")
      #expect(document.word(.kind, of: problem) == "encoding", "\(text.name)")
      #expect(document.nodes.count == 2, "\(text.name)")
    }
  }

  @Test func whatIsOnlyASCIIMayBeDeclaredSo() {
    let text = Self.ism("US-ASCII").replacing("ä", with: "a").replacing("ü", with: "u")
    #expect(read(Array(text.utf8)).nodes(named: .label).count == 2)
  }
}
