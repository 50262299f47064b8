import Documents
package import MarkingModel

/// Counts lines and columns forward through one document.
package struct LineCounter: Sendable {
  private var offset: Int
  private var here: Position
  /// Where the count begins.
  private let start: Int
  private let first: Position

  package init() { self.init(from: 0) }

  /// Counts from the start of one part of a text, which has that position: what stands before it costs nothing.
  init(from offset: Int, at position: Position = Position(line: 1, column: 1)) {
    self.offset = offset
    here = position
    start = offset
    first = position
  }

  /// The position of a byte at or after the last one that was asked for; an earlier one is counted from the start.
  package mutating func position(of target: Int, in source: Span<UInt8>) -> Position {
    if target < offset { self = target < start ? LineCounter() : LineCounter(from: start, at: first) }
    while offset < target {
      let byte = source[offset]
      let isPair = byte == 0x0D && offset + 1 < source.count && source[offset + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isPair {
        here = Position(line: here.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        here.column += 1
      }
      offset += 1
    }
    return here
  }
}

extension PortionReader {
  /// Counts from the first byte of the document: it may be one of many parts, or of many telegrams within one.
  var counter: LineCounter {
    document.nodes.first.map { LineCounter(from: $0.range.start, at: $0.position) } ?? LineCounter()
  }
}
