import Redaction
import Testing

/// Numbered paragraphs that a paragraph quotes: they go with it, whatever becomes of text without a mark.
@Suite("Paragraphs between BEGIN TEXT and END TEXT") struct QuotedParagraphTests {
  @Test(
    arguments: [
      "Begin text:\n\n1. The seekers wait.\n\n2. The seekers come.\n\nEnd text.",
      "The paper says:\n\nBEGIN TEXT:\n\n1. The seekers wait.\n\n2. The seekers come.\n\nEND TEXT.",
      "He wrote: QUOTE\n\n1. The seekers wait.\n\n2. The seekers come.\n\nUNQUOTE.",
    ], [Planner.UnmarkedPortions.refuse, .release])
  func goWithIt(_ quotation: String, unmarked: Planner.UnmarkedPortions) throws {
    func cable(_ mark: String) -> String {
      FictionalTelegram.text("1. (U) The lamps are on.\n\n2. (\(mark)) \(quotation)\n\n3. (U) The end.")
    }
    let copy = try FictionalTelegram.copy(cable("C"), unmarked: unmarked)
    #expect(!copy.contains("seekers") && copy.contains("3. (U) The end."), "\(copy)")
    #expect(try FictionalTelegram.copy(copy, unmarked: unmarked) == copy)
    #expect(try FictionalTelegram.copy(cable("U"), unmarked: unmarked).contains("2. The seekers come."))
  }
}
