import Documents
import MarkingGrammar
import MarkingModel

// What stands among the lines of a telegram's heading, or above them, and belongs to no line of the form.
extension PortionReader {
  /// Lines that read like text, or that say what they are by a mark or a level of their own: a letter or a message may
  /// cover the telegram.
  func headingText(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> [ReleasePortion] {
    guard let root = document.nodes.first, let end = bodyStart else { return [] }
    let known = (form + starts.filter(\.isOfHeading).map(\.range)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var counter = counter
    var portions: [ReleasePortion] = []
    for piece in Pieces.between(root.range.start, end, leavingOut: known[...], in: source) {
      let statement = statement(in: piece, source, vocabulary)
      guard statement != nil || HeadText.isText(piece, in: source) else { continue }
      portions.append(
        ReleasePortion(
          mark: statement, range: piece, text: [piece], name: "text in the heading",
          position: counter.position(of: piece.start, in: source)))
    }
    return portions
  }

  /// What the marks in a text and the lines that are a level say together; nil where they say no more than U.
  private func statement(
    in range: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> PortionStatement? {
    var all = PortionStatement(level: .unclassified)
    var at = range.start
    while at < range.end {
      let stop = min(source.lineEnd(from: at), range.end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      if let level = DamagedMark.alone(line, in: source) { all = all.joined(with: level.statement) }
      for open in line.start..<line.end where source[open] == UInt8(ascii: "(") {
        guard let mark = TextMarks.whole(open, line.end, in: source, vocabulary) else { continue }
        all = all.joined(with: mark.statement)
      }
      at = stop + 1
    }
    return all == PortionStatement(level: .unclassified) ? nil : all
  }
}
