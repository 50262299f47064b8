package import MarkingModel

/// Plain text: it is its own reading text.
package struct PlainText: RewritableDocument {
  package let text: [UInt8]

  package init(_ text: [UInt8]) { self.text = text }

  package var format: DocumentFormat { .text }
  package var parts: [TextPart] { [TextPart("text", .document, ByteRange(0, text.count))] }
  package var gaps: [ByteRange] { [] }
  package var frames: [LineFrame] {
    // A byte order mark stays in front.
    [LineFrame(ByteRange(text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0, text.count), .lines)]
  }

  package func rewritten(_ changes: TextChanges) -> [UInt8] { changes.applied(to: text) }
}
