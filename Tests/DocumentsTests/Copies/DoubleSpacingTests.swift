import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// A text in double spacing is read as it stands in single spacing.
@Suite struct DoubleSpacingTests {
  /// What is read of a text, without the places.
  private func outline(_ text: String) throws -> [String] {
    try read(text).outline.split(separator: "\n").map { String($0).replacing(#/ \d+:\d+/#, with: "") }
  }

  @Test("telegrams", arguments: Cables.all.indices, ["\n", "\r\n", "\r"])
  func telegrams(_ cable: Int, _ end: String) throws {
    let text = Cables.all[cable].text
    let single = text.replacing("\n", with: end)
    let double = text.replacing("\n", with: end + end)
    let document = try read(double)
    #expect(try outline(double) == outline(single))
    #expect(document.placeFaults(length: double.utf8.count).isEmpty)
    // Each line of the one is every second of the other.
    let lines = try read(single).nodes.map { $0.position.line }
    #expect(document.nodes.map { ($0.position.line + 1) / 2 } == lines)
  }

  @Test("the gap between paragraphs may be that of two lines and one more")
  func gaps() throws {
    let text = Cables.all[0].text
    let double = text.replacing("\n\n", with: "\u{1}").replacing("\n", with: "\n\n").replacing(
      "\u{1}", with: "\n\n\n")
    #expect(try outline(double) == outline(text))
  }

  @Test("paragraphs of one line each are no lines of one paragraph")
  func paragraphs() throws {
    let paragraphs = (1...20).map { "Sentence \($0) of the report stands alone.\n\n\($0 % 4 == 0 ? "\n" : "")" }
    #expect(DoubleSpacing(Array(paragraphs.joined().utf8).span, from: 0) == nil)
    let marked = (1...20).map { "\($0). (S) It is seen\n\n\($0 % 4 == 0 ? "\n" : "")" }
    #expect(DoubleSpacing(Array(marked.joined().utf8).span, from: 0) == nil)
  }
}
