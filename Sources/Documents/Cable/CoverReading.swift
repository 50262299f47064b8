import MarkingGrammar
import MarkingModel

// A letter or a message above a telegram that it passes on: none of it is the telegram's.
extension CableReader {
  /// Takes a line above the first one of the telegram where it is of what covers it. A level alone stands above many a
  /// telegram, and is the cover's only where the cover follows.
  mutating func takeCover(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard !hasCover else { return true }
    guard
      SmartLabel.read(start, end, in: source) != nil
        || FieldLabel.read(line, from: start, end, in: source, vocabulary) != nil
        || form != .foiaPaper && source.isParagraphStart(start, end)
    else { return false }
    hasCover = true
    pendingLevel = nil
    designations.empty()
    furniture.empty()
    return true
  }
}
