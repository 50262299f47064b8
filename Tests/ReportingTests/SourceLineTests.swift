import MarkingModel
import Reporting
import RuleEngine
import Testing

/// What a text report shows of the line of a finding.
@Suite struct SourceLineTests {
  /// The line and the line with the caret of a report over one finding at `marking` in `text`.
  private func shown(_ text: [UInt8], marking: ByteRange, showsText: Bool = false) -> [String] {
    var document = Sample.clean
    document.result.findings = [
      Finding(
        rule: "PAR-001", assertion: "PAR-001-a", severity: .error, message: "Wrong.", authority: "None.",
        range: marking, position: Position(line: 1, column: 1), excerpt: marking, node: 0)
    ]
    let report = Forms.report(TextReport(layout: .screen, showsText: showsText), [(document, text)])
    let lines = String(decoding: report, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.contains("Wrong.") }.dropFirst().prefix { !$0.contains("[None.]") }
      .map { String($0.dropFirst(27)) }
  }

  private func shown(_ text: String, _ marking: String, showsText: Bool = false) -> [String] {
    let range = text.range(of: marking)
    return shown(Array(text.utf8), marking: range, showsText: showsText)
  }

  @Test func onlyTheMarkingIsShown() {
    #expect(shown("one\n1. (SBU) two\nthree", "(SBU)") == ["…(SBU)…", " ^~~~~"])
  }

  @Test func nothingIsCutWhereNothingStands() {
    #expect(shown("one\n  SECRET \t\r\nthree", "SECRET") == ["SECRET", "^~~~~~"])
    #expect(shown("SECRET", "SECRET") == ["SECRET", "^~~~~~"])
  }

  @Test func theLineIsShownOnRequest() {
    #expect(shown("one\n1. (SBU) two\nthree", "(SBU)", showsText: true) == ["1. (SBU) two", "   ^~~~~"])
  }

  @Test func aByteOrderMarkIsNoText() {
    #expect(shown("\u{FEFF}SECRET\n", "SECRET") == ["SECRET", "^~~~~~"])
  }

  /// The places of a document in UTF-16 are places in its own bytes.
  @Test(arguments: [true, false]) func utf16(_ isLittle: Bool) {
    let text = "\u{FEFF}one\n\u{1F4C4} 1. (SBU) \u{1F4C4}\n"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
    let marking = ByteRange(22, 32)
    #expect(shown(bytes, marking: marking) == ["…(SBU)…", " ^~~~~"])
    #expect(shown(bytes, marking: marking, showsText: true) == ["\u{1F4C4} 1. (SBU) \u{1F4C4}", "     ^~~~~"])
  }

  @Test func aMarkingOverSeveralLinesEndsWithItsFirst() {
    #expect(shown("TOP\nSECRET x", "TOP\nSECRET") == ["TOP", "^~~"])
  }

  @Test func aLongLineIsCutOnBothSides() throws {
    let long = String(repeating: "a", count: 300) + "(SBU)" + String(repeating: "é", count: 300)
    let lines = shown(long, "(SBU)", showsText: true)
    let line = try #require(lines.first)
    #expect(line.hasPrefix("…aaa") && line.hasSuffix("é…") && line.count <= 102)
    #expect(lines.last == String(repeating: " ", count: 49) + "^~~~~")
  }

  @Test func controlsAndBrokenBytesAreMadeVisible() {
    let text = Array("a\u{1B}[31m\tb ".utf8) + [0xFF, 0xC3] + Array(" (C) \u{202E}x\u{0}".utf8)
    let at = text.firstIndex(of: UInt8(ascii: "(")) ?? 0
    let lines = shown(text, marking: ByteRange(at, at + 3), showsText: true)
    #expect(lines == ["a\u{FFFD}[31m b \u{FFFD}\u{FFFD} (C) \u{FFFD}x\u{FFFD}", "            ^~~"])
  }
}

extension String {
  /// The byte range of the first occurrence.
  fileprivate func range(of needle: String) -> ByteRange {
    let bytes = Array(utf8)
    let wanted = Array(needle.utf8)
    let at = (0...(bytes.count - wanted.count)).first { Array(bytes[$0..<($0 + wanted.count)]) == wanted } ?? 0
    return ByteRange(at, at + wanted.count)
  }
}
