import Documents
import MarkingModel

// Text without a mark: a release may not let it pass unseen.
extension PortionReader {
  /// Every block of text but lines of the form and, in a telegram, its heading.
  static func unmarked(
    in document: MarkingDocument, at part: ByteRange, _ source: Span<UInt8>
  ) -> [ReleasePortion] {
    var reader = PortionReader(document: document)
    for index in document.nodes.indices.dropFirst() { reader.take(index, isPaper: true, in: source) }
    let form = reader.form.filter { !$0.isEmpty }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let start = isPaper(document) ? part.start : reader.bodyStart ?? part.start
    var blocks = TextBlocks(from: start, to: part.end)
    var counter = LineCounter()
    var portions: [ReleasePortion] = []
    var places = form[...]
    while let block = blocks.next(in: source) {
      while let place = places.first, place.end <= block.range.start { places.removeFirst() }
      let pieces = Pieces.between(block.range.start, block.range.end, leavingOut: places, in: source)
      guard pieces.contains(where: { holdsLetters($0, in: source) }) else { continue }
      portions.append(
        ReleasePortion(
          mark: nil, range: block.range, text: pieces, name: "text without a mark",
          position: counter.position(of: block.range.start, in: source)))
    }
    return portions
  }

  /// Blocks of text that neither begin with a mark, nor hang on a portion that has one, nor belong to the form: the reader
  /// lists only those that are certain to be portions, a release takes all of them. Before the first portion stands the
  /// head of the paper, of which only what reads like text is one.
  mutating func addUnmarkedBlocks(in whole: ByteRange, _ source: Span<UInt8>) {
    guard let first = starts.first else { return }
    var known = starts[...]
    var places = form[...]
    var blocks = TextBlocks(from: whole.start, to: whole.end)
    var added: [Start] = []
    var counter = LineCounter()
    // How deep the last portion with a mark hangs.
    var depth = 0
    while let block = blocks.next(in: source) {
      while let place = places.first, place.end <= block.range.start { places.removeFirst() }
      while let start = known.first, start.range.end <= block.range.start, (start.end ?? 0) <= block.range.start {
        known.removeFirst()
      }
      let prefix = ItemPrefix.read(block.range.start, block.firstLine.end, in: source)
      if let start = known.first, start.range.start < block.firstLine.end {
        if start.mark != nil { depth = prefix.depth }
        continue
      }
      guard let text = Self.firstLine(of: block.range, besides: places, in: source) else { continue }
      if block.range.start < first.range.start {
        guard HeadText.isText(ByteRange(text, min(block.range.end, first.range.start)), in: source) else { continue }
      } else if text == block.range.start, prefix.depth > depth {
        // The mark above holds for what hangs on it (32 CFR 2001.21(c)(3)).
        continue
      }
      added.append(
        Start(
          range: ByteRange(text, text), text: text, mark: nil, name: "text without a mark",
          position: counter.position(of: text, in: source)))
    }
    guard !added.isEmpty else { return }
    starts = (starts + added).sorted { $0.range.start < $1.range.start }
  }

  /// The first line of a block that holds text and no place of the form.
  private static func firstLine(
    of block: ByteRange, besides places: ArraySlice<ByteRange>, in source: Span<UInt8>
  ) -> Int? {
    var places = places
    var at = block.start
    while at < block.end {
      let line = line(around: at, in: source)
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      let isForm = places.prefix { $0.start < line.end }.contains { $0.end > line.start }
      if !isForm, holdsLetters(ByteRange(at, min(line.end, block.end)), in: source) { return at }
      at = line.end
      while at < block.end, source[at] == 0x0A || source[at] == 0x0D { at += 1 }
    }
    return nil
  }

  /// What stands between the first portion and the end, in none and in no line of the form.
  func loose(
    beside portions: [ReleasePortion], isPaper: Bool, in source: Span<UInt8>
  ) -> [ReleasePortion] {
    guard let root = document.nodes.first, let first = portions.first else { return [] }
    // A telegram's text begins after its heading; before a paper's first portion stands its head.
    let from = isPaper ? first.range.start : bodyStart ?? first.range.start
    var ruler = LineCounter()
    let known = (kept + portions.map(\.range)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var loose: [ReleasePortion] = []
    for range in Pieces.between(from, root.range.end, leavingOut: known[...], in: source)
    where Self.holdsLetters(range, in: source) {
      loose.append(
        ReleasePortion(
          mark: nil, range: range, text: [range], name: "text outside of portions",
          position: ruler.position(of: range.start, in: source)))
    }
    return loose
  }

  /// Behind the last line of a telegram's heading.
  var bodyStart: Int? {
    let heading: Set<ElementName> = [
      .classification, .caption, .passing, .executiveOrder, .tags, .subject, .references,
    ]
    let firstText = starts.first?.range.start ?? .max
    return document.nodes.filter { heading.contains($0.name) && $0.range.start < firstText }.map(\.range.end).max()
  }

  static func holdsLetters(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isLetterOrDigit || source[i] >= 0x80 { return true }
    return false
  }
}
