import MarkingGrammar
import MarkingModel

/// Puts the markings of a document into its marking document. What a text says is written where it stands first; at every
/// other place its nodes are those of the first one, with the same attributes.
struct KnownMarkWriter {
  /// A marking that was written: its head, and its nodes.
  private struct Written {
    var head: MarkingHead
    var node: Int
    var end: Int
  }

  private let marks: KnownMarks
  private let day: Int?
  private var written: [Written?]
  /// Whether nothing but classifications is written.
  var isLevelOnly = false
  /// How many portions were written.
  var portions = 0

  init(_ marks: KnownMarks, day: Int?) {
    self.marks = marks
    self.day = day
    written = Array(repeating: nil, count: marks.count)
  }

  /// Adds a mark whose text begins at `start`. Time: the length of the text where it is new, else the number of its nodes.
  mutating func add(
    _ mark: Int, at start: Int, n: Int, page: Int, on line: SourceLine, _ spot: MarkingSpot,
    to document: inout DocumentWriter, _ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let writer = MarkingWriter(n: n, page: page, line: line, day: day, spot: spot, isLevelOnly: isLevelOnly)
    if let known = written[mark] {
      let range = marks[mark].range(at: start)
      _ = writer.add(known.head, at: range, to: &document, &ruler, in: source)
      if known.end > known.node + 1 {
        document.repeatNodes(below: known.node, upTo: known.end, line: line.number)
      }
      return
    }
    guard let marking = marks.written(mark, at: start) else { return }
    let node = document.nodeCount
    let head = writer.add(marking, to: &document, &ruler, in: source, vocabulary)
    // Of what is empty at the very beginning of the bytes nobody knows whether it may be shown.
    if marking.range.start == 0, !marking.defects.isEmpty { return }
    written[mark] = Written(head: head, node: node, end: document.nodeCount)
  }
}
