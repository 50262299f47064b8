import MarkingModel

/// Says in which part of a document a place lies and on which line of it, forward through the text.
struct PartCounter {
  private let parts: [TextPart]
  private var index = 0
  private var counter = LineCounter()

  init(_ parts: [TextPart]) { self.parts = parts }

  /// The part's name and the position in it. `offset` is not before the last one that was asked for.
  mutating func place(of offset: Int, in source: Span<UInt8>) -> (part: String, position: Position) {
    while index + 1 < parts.count, parts[index + 1].range.start <= offset {
      index += 1
      counter = LineCounter(from: parts[index].range.start)
    }
    return (parts.isEmpty ? "" : parts[index].name, counter.position(of: offset, in: source))
  }
}
