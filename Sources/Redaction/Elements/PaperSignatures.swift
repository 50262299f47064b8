import Documents
import MarkingModel

/// The names of those who signed a paper or a message: under "Sincerely," or, below the last portion, alone in their block.
enum PaperSignatures {
  /// The lines with the names, in order. Titles and addresses below them say nothing that the head does not. O(text).
  static func names(in document: MarkingDocument, _ source: Span<UInt8>) -> [ByteRange] {
    guard PortionReader.isPaper(document), let root = document.nodes.first else { return [] }
    let lastMark =
      document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "portion" }
      .map { document.nodes[$0].range.start }.max()
    let isMessage = document.word(.form, of: 0) == "email"
    var blocks = TextBlocks(from: root.range.start, to: root.range.end)
    var names: [ByteRange] = []
    var isClosed = false
    var isSigned = false
    while let block = blocks.next(in: source) {
      if FormLine.isClose(block.range, in: source) {
        isClosed = true
        continue
      }
      let isBelow = !isSigned && lastMark.map { $0 < block.range.start } ?? false
      let name = FormLine.name(of: block.range, isMessage: isMessage, in: source)
      if let name, isClosed || isBelow || name.start > block.range.start {
        names.append(name)
        isSigned = true
      }
      isClosed = false
    }
    return names
  }
}
