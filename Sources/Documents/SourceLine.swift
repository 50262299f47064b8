package import MarkingModel

/// One line of a document, or the rest of one: a place, never text.
package struct SourceLine: Sendable, Hashable, BitwiseCopyable {
  /// Offset of the first byte.
  package var start: Int
  /// Offset after the last byte, the line end not counted.
  package var end: Int
  /// The number of the line, from 1.
  package var number: Int
  /// The column of `start`, from 1: more where the line is the rest of one.
  package var column: Int
  /// No word that begins before this offset is one of `TextTrigger`: so much is known from cutting the line.
  var trigger = 0
  /// Whether it is known that nothing but printable ASCII stands in it: then its bytes are its columns.
  var isPrintable = false

  package init(start: Int, end: Int, number: Int, column: Int = 1) {
    self.start = start
    self.end = end
    self.number = number
    self.column = column
  }

  /// The line up to an offset in it.
  func upTo(_ end: Int) -> SourceLine {
    var line = SourceLine(start: start, end: end, number: number, column: column)
    line.isPrintable = isPrintable
    return line
  }

  package var range: ByteRange { ByteRange(start, end) }
  package var isEmpty: Bool { end <= start }
}

/// Where something stands, for a node of the marking document.
package struct Place: Sendable, Hashable, BitwiseCopyable {
  package var range: ByteRange
  package var position: Position

  package init(_ range: ByteRange, _ position: Position) {
    self.range = range
    self.position = position
  }
}

/// A labelled line of the heading (`TAGS:`, `SUBJECT:`, `REF:` …) with the lines that continue it.
package struct FieldBlock: Sendable {
  /// The label with its punctuation.
  package var label: Place
  /// What stands after the label. The first line begins there and is empty where the value stands on the lines
  /// below; blank lines between are left out.
  package var lines: [SourceLine]
  /// The section it belongs to.
  package var section: Int
  /// Its place in the customary order: 1 E.O., 2 TAGS, 3 SUBJECT, 4 REF.
  package var order: Int
  /// The highest order that stands before it; 0 where none does.
  package var after: Int

  package init(label: Place, lines: [SourceLine], section: Int, order: Int, after: Int) {
    self.label = label
    self.lines = lines
    self.section = section
    self.order = order
    self.after = after
  }

  /// From the label to the end of the last line that is not empty.
  package var range: ByteRange {
    ByteRange(label.range.start, lines.last { !$0.isEmpty }?.end ?? label.range.end)
  }
}
