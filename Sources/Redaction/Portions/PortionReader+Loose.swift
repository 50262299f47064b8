import Documents
import MarkingModel

// What no reader took.
extension PortionReader {
  /// What stands between the first portion and the end, in none and in no line of the form.
  func loose(
    beside portions: [ReleasePortion], isPaper: Bool, in source: Span<UInt8>
  ) -> [ReleasePortion] {
    guard let root = document.nodes.first, let first = portions.first else { return [] }
    // A telegram's text begins after its heading; before a paper's first portion stands its head.
    let from = isPaper ? first.range.start : bodyStart ?? first.range.start
    var ruler = counter
    let firstText = starts.first { !$0.isOfHeading }?.range.start ?? root.range.end
    // A word of the form within a line of text goes with it.
    let lines = kept.filter { Self.beginsLine($0, in: source) }
    let known = (lines + doubtful + portions.map(\.range)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var loose = doubtfulLines(beside: portions)
    for range in Pieces.between(from, root.range.end, leavingOut: known[...], in: source)
    where Self.holdsLetters(range, in: source) {
      if range.end <= firstText, FormLine.isHandlingBlock(range, in: source) { continue }
      if FormLine.isCodes(range, in: source) || !isPaper && DistributionLines.isBlock(range, in: source) { continue }
      // Below the subject of a message stands whom it speaks to.
      if document.word(.form, of: 0) == "email", Greeting.isLine(range, in: source) { continue }
      loose.append(
        ReleasePortion(
          mark: nil, range: range, text: [range], name: "text outside of portions",
          position: ruler.position(of: range.start, in: source)))
    }
    return loose
  }

  private static func beginsLine(_ place: ByteRange, in source: Span<UInt8>) -> Bool {
    let line = line(around: place.start, in: source)
    return source.skipBlanks(line.start, place.start) >= place.start
  }
}
