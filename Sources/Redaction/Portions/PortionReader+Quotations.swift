import Documents
import MarkingGrammar
import MarkingModel

// Numbered paragraphs that a paragraph of a telegram quotes: 2. (C) Begin text: 1. The quay. 2. The lamps. End text.
extension PortionReader {
  /// Those without marks between BEGIN TEXT and END TEXT go by the mark of the paragraph that quotes them
  /// (32 CFR 2001.21(c)(3)).
  mutating func markQuotations(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let found = document.nodes(named: .passage).filter {
      document.flag(.opened, of: $0) && document.flag(.closed, of: $0)
        && ["text", "quote"].contains(document.word(.kind, of: $0))
    }
    var passages = found.map { document.nodes[$0].range }.sorted { $0.start < $1.start }[...]
    var around: Start?
    for index in starts.indices {
      let start = starts[index]
      guard start.isItem, start.mark == nil else {
        if !start.isItem, !start.isOfHeading { around = start }
        continue
      }
      while let passage = passages.first, passage.end <= start.range.start { passages.removeFirst() }
      guard let around, let passage = passages.first, around.range.start <= passage.start,
        passage.start < start.range.start
      else { continue }
      starts[index].statement =
        around.statement ?? around.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
    }
  }
}
