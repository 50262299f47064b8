import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct NationalTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  private func parts(_ text: String, _ scheme: NationalMarking.Scheme) -> [String] {
    let bytes = Array(text.utf8)
    let marking = NationalParser.parse(bytes.span, ByteRange(0, bytes.count), scheme: scheme, vocabulary)
    return marking.parts.map {
      "\($0.kind):" + String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
    }
  }

  @Test func readsTheUnitedKingdoms() {
    #expect(
      parts("OFFICIAL-SENSITIVE - COMMERCIAL", .uk) == [
        "level:OFFICIAL", "sensitive:SENSITIVE", "descriptor:COMMERCIAL",
      ])
    #expect(
      parts("UK TOP SECRET - CABINET OFFICE USE ONLY LAMPLIGHT UK/US EYES ONLY", .uk) == [
        "prefix:UK", "level:TOP SECRET", "handling:CABINET OFFICE USE ONLY", "codeword:LAMPLIGHT",
        "caveat:UK/US EYES ONLY",
      ])
    #expect(parts("OFFICIAL - HR/MANAGEMENT", .uk) == ["level:OFFICIAL", "descriptor:HR/MANAGEMENT"])
  }

  @Test func readsAustralias() {
    #expect(
      parts("Re: lamps [SEC=SECRET, CAVEAT=RI:REL/AUS/GBR, EXPIRES=2030-01-01, DOWNTO=OFFICIAL]", .au) == [
        "level:SEC=SECRET", "caveat:CAVEAT=RI:REL/AUS/GBR", "expires:EXPIRES=2030-01-01", "downto:DOWNTO=OFFICIAL",
      ])
    #expect(
      parts("x-protective-marking: VER=2018.6, NS=gov.au, SEC=OFFICIAL, ORIGIN=a@b.gov.au", .au) == [
        "version:VER=2018.6", "namespace:NS=gov.au", "level:SEC=OFFICIAL", "origin:ORIGIN=a@b.gov.au",
      ])
    #expect(parts("OFFICIAL: Sensitive", .au) == ["level:OFFICIAL: Sensitive"])
    #expect(parts("[SEC", .au) == ["unknown:[SEC"] || parts("[SEC", .au) == ["unknown:SEC"])
  }

  @Test func readsNewZealands() {
    #expect(parts("IN-CONFIDENCE COMMERCIAL", .nz) == ["level:IN-CONFIDENCE", "endorsement:COMMERCIAL"])
    #expect(parts("SENSITIVE - TREASURY USE ONLY", .nz) == ["level:SENSITIVE", "endorsement:TREASURY USE ONLY"])
  }

  /// Any text is read, and no part leaves it.
  @Test func readsAnything() {
    let pieces = [
      "[", "]", "SEC=", ",", "=", "OFFICIAL", "-", " ", "USE ONLY", "EYES ONLY", "RI:REL", "/", "é", ":", "x",
      "X-Protective-Marking:",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let bytes = Array(text.utf8)
      for scheme in NationalMarking.Scheme.allCases {
        let marking = NationalParser.parse(bytes.span, ByteRange(0, bytes.count), scheme: scheme, vocabulary)
        #expect(
          marking.parts.allSatisfy { $0.range.start >= 0 && $0.range.end <= bytes.count && !$0.range.isEmpty },
          "\(text)")
      }
    }
  }
}
