internal import HTMLKit
package import MarkingModel

/// A page: its copy is written from what its tree shows, by a list of what may stand in a copy.
package struct HTMLDocument: RewritableDocument {
  package let text: [UInt8]
  package let gaps: [ByteRange]
  package let softGaps: [ByteRange]
  package let structure: TextStructure
  package let parts: [TextPart]
  package let dropped: [DroppedKind]
  private let tokens: [HTMLReader.Token]
  private let pieces: [ByteRange]
  private let title: Int?

  package init(_ file: [UInt8]) throws(Refusal) { try self.init(text: try HTMLCharset.text(of: file)) }

  /// - Parameter source: UTF-8, whatever the page says of its encoding.
  init(text source: [UInt8]) throws(Refusal) {
    let root: HTMLElement
    do throws(HTMLError) { root = try HTMLElement.parse(source) } catch { throw .structure(error.sentence) }
    let reader = try HTMLReader(root)
    text = reader.text.bytes
    gaps = reader.text.gaps
    softGaps = reader.text.softGaps
    structure = reader.structure
    parts = reader.parts
    dropped = reader.droppedKinds
    tokens = reader.tokens
    pieces = reader.text.pieces
    title = reader.title
  }

  package var format: DocumentFormat { .html }

  package var frames: [LineFrame] { [LineFrame(parts[0].range, .paragraph)] }

  package func rewritten(_ changes: TextChanges) throws(Refusal) -> [UInt8] {
    var written = HTMLWriter.page(tokens, pieces, self, changes)
    let copy = changes.applied(to: text)
    // Read again it is the same text, and written again the same page.
    for _ in 0..<8 {
      let read = try HTMLDocument(written)
      guard read.text == copy else { throw .structure("its markup is too broken to be written again") }
      let again = HTMLWriter.page(read.tokens, read.pieces, read, TextChanges())
      if again == written { return written }
      written = again
    }
    throw .structure("its markup is too broken to be written again")
  }

  var titlePart: TextPart? { title.map { parts[$0] } }

  /// The part of an attribute's text: they stand behind the body and the title.
  func attributePart(_ index: Int) -> TextPart { parts[index + (title == nil ? 1 : 2)] }
}
