import Documents
package import MarkingGrammar
package import MarkingModel

/// Cuts a document into its portions, by what the reader found in it.
///
/// What belongs to no portion and is no line of the form either is a portion without a mark: it may not pass unseen.
package struct PortionReader {
  private let document: MarkingDocument
  /// Places that belong to the form and end a portion or lie within it, in order.
  private var form: [ByteRange] = []
  private var starts: [Start] = []

  private struct Start {
    /// Where its number or mark begins, or the line on which they stand.
    var range: ByteRange
    /// Where its text begins.
    var text: Int
    var mark: ByteRange?
    var name: String
    var position: Position
    /// Its end where the reader knows it.
    var end: Int?
    /// Whether the text stands before the mark: `Subject: Traffic (CUI)`.
    var isBehind = false
  }

  /// The portions in order. Where none of them has a mark, all text is in them: nobody can tell one from another.
  ///
  /// - Parameter part: where the document stands in the text; nil for all of it.
  package static func portions(
    of document: MarkingDocument, at part: ByteRange? = nil, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    let portions = marked(of: document, in: source, vocabulary)
    if portions.contains(where: { $0.mark != nil || $0.hasUnreadableMark }) { return portions }
    let statement = DocumentStatement.read(document, in: source, vocabulary)
    var all =
      portions.isEmpty || isPaper(document)
      ? unmarked(in: document, at: part ?? ByteRange(0, source.count), source) : portions
    for index in all.indices { all[index].document = statement }
    return all
  }

  private static func isPaper(_ document: MarkingDocument) -> Bool {
    document.word(.form, of: 0) == "marked" || document.word(.form, of: 0) == "email"
  }

  /// Every block of text but lines of the form and, in a telegram, its heading.
  private static func unmarked(
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

  /// Those that the document parts itself; none for a text without a form.
  private static func marked(
    of document: MarkingDocument, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var reader = PortionReader(document: document)
    guard let root = document.nodes.first, document.word(.form, of: 0) != "unknown" else { return [] }
    let isPaper = isPaper(document)
    for index in document.nodes.indices.dropFirst() { reader.take(index, isPaper: isPaper, in: source) }
    for quoted in document.quoted {
      // A telegram within a telegram is judged by itself; a release withholds its portions like any other.
      if let node = quoted.nodes.first { reader.form.append(ByteRange(node.range.start, node.range.start)) }
    }
    reader.starts.sort { $0.range.start < $1.range.start }
    reader.form.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    if isPaper { reader.addUnmarkedBlocks(to: root.range.end, in: source) }
    var portions = reader.cut(root.range.end, in: source, vocabulary)
    for quoted in document.quoted { portions += marked(of: quoted, in: source, vocabulary) }
    let loose = reader.loose(beside: portions, isPaper: isPaper, in: source)
    portions = (portions + loose).sorted { $0.range.start < $1.range.start }
    return portions
  }

  private mutating func take(_ index: Int, isPaper: Bool, in source: Span<UInt8>) {
    let node = document.nodes[index]
    switch node.name {
    case .paragraph:
      let number = document.number(.n, of: index) ?? 0
      let text = mark(of: index, in: source)
      // What a conversion left of a pilcrow before the number, `[1](#)`, belongs to it.
      let line = Self.line(around: node.range.start, in: source)
      starts.append(
        Start(
          range: ByteRange(line.start, node.range.end), text: text.end, mark: text.mark, name: "paragraph \(number)",
          position: node.position,
          end: node.range.end))
    case .subparagraph:
      let text = mark(of: index, in: source)
      let number = document.number(.n, of: node.parent) ?? 0
      starts.append(
        Start(
          range: node.range, text: text.end, mark: text.mark, name: "sub-paragraph of \(number)",
          position: node.position, end: document.nodes[node.parent].range.end))
    case .subject:
      guard document.flag(.marked, of: index), !node.excerpt.isEmpty else {
        form.append(node.range)
        return
      }
      let isBehind = source.trimmedEnd(node.excerpt.end, node.range.end) == node.excerpt.end
      starts.append(
        Start(
          range: node.range, text: isBehind ? node.range.start : node.excerpt.end, mark: node.excerpt,
          name: "subject", position: node.position, end: isBehind ? node.excerpt.start : node.range.end,
          isBehind: isBehind))
    case .marking where document.word(.kind, of: index) == "portion": takePortion(index, in: source)
    case .unmarked where isPaper: takeUnmarked(index, in: source)
    case .passage, .citation, .tag, .reference, .indicator, .control, .sheet, .rollup, .repair, .exemption, .redaction,
      .country, .token, .field, .defect, .reason, .category, .recordCaption, .document, .difference, .sigma, .unmarked:
      // Parts of others, or sums.
      break
    default: form.append(node.range)
    }
  }

  private mutating func takePortion(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    let line = Self.line(around: node.range.start, in: source)
    let before = source.trimmed(ByteRange(line.start, node.range.start))
    let isBehind =
      source.skipBlanks(node.range.end, line.end) == line.end && before.count > 12
      && !starts.contains { $0.range.start >= line.start }
    let start = starts.last.map { max($0.mark?.end ?? 0, line.start) } ?? line.start
    starts.append(
      Start(
        range: ByteRange(isBehind ? line.start : start, node.range.end),
        text: isBehind ? Self.afterLabel(line, in: source) : node.range.end, mark: node.range,
        name: "portion \(document.number(.n, of: index) ?? 0)", position: node.position,
        end: isBehind ? node.range.start : nil, isBehind: isBehind))
  }

  private mutating func takeUnmarked(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    // The mark above holds for it: it is a part of that portion (32 CFR 2001.21(c)(3)).
    if document.flag(.covered, of: index), !document.flag(.mixed, of: index) { return }
    let line = Self.line(around: node.range.start, in: source)
    starts.append(
      Start(
        range: ByteRange(line.start, node.range.start), text: line.start, mark: nil,
        name: "unmarked \(document.word(.kind, of: index) ?? "portion")", position: node.position))
  }

  /// Blocks of text behind the first portion that neither begin with a mark, nor hang on a portion that has one, nor
  /// belong to the form: the reader lists only those that are certain to be portions, a release takes all of them.
  private mutating func addUnmarkedBlocks(to end: Int, in source: Span<UInt8>) {
    guard let first = starts.first else { return }
    var known = starts[...]
    var places = form[...]
    var blocks = TextBlocks(from: first.range.start, to: end)
    var added: [Start] = []
    var counter = LineCounter()
    // How deep the last portion with a mark hangs.
    var depth = 0
    while let block = blocks.next(in: source) {
      while let place = places.first, place.end <= block.range.start { places.removeFirst() }
      while let start = known.first, start.range.end <= block.range.start, (start.end ?? 0) <= block.range.start {
        known.removeFirst()
      }
      if let place = places.first, place.start < block.firstLine.end { continue }
      let prefix = ItemPrefix.read(block.range.start, block.firstLine.end, in: source)
      if let start = known.first, start.range.start < block.firstLine.end {
        if start.mark != nil { depth = prefix.depth }
        continue
      }
      // The mark above holds for what hangs on it (32 CFR 2001.21(c)(3)).
      if prefix.depth > depth { continue }
      added.append(
        Start(
          range: ByteRange(block.range.start, block.range.start), text: block.range.start, mark: nil,
          name: "text without a mark", position: counter.position(of: block.range.start, in: source)))
    }
    guard !added.isEmpty else { return }
    starts = (starts + added).sorted { $0.range.start < $1.range.start }
  }

  /// The mark of a paragraph, and where its text begins.
  private func mark(of index: Int, in source: Span<UInt8>) -> (mark: ByteRange?, end: Int) {
    let node = document.nodes[index]
    let limit = min(node.range.end, node.range.start + 80)
    var i = source.skipBlanks(node.range.start, limit)
    guard document.flag(.marked, of: index) else { return (nil, Self.afterNumber(i, limit, in: source)) }
    while i < limit, source[i] != UInt8(ascii: "(") { i += 1 }
    var close = i
    while close < limit, source[close] != UInt8(ascii: ")") { close += 1 }
    guard close < limit else { return (nil, node.range.start) }
    var end = close + 1
    if document.word(.markPlace, of: index) == "before" {
      end = Self.afterNumber(source.skipBlanks(end, limit), limit, in: source)
    }
    return (ByteRange(i, close + 1), end)
  }

  /// Makes portions of the starts.
  private func cut(
    _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var portions: [ReleasePortion] = []
    let places = form.filter { !$0.isEmpty }
    var first = 0
    for (index, start) in starts.enumerated() {
      while first < places.count, places[first].end <= start.text { first += 1 }
      let next = index + 1 < starts.count ? starts[index + 1].range.start : end
      let limit = start.isBehind ? start.end ?? next : max(start.text, min(start.end ?? end, next))
      let pieces = Pieces.between(
        start.text, limit, leavingOut: places[first...], in: source)
      let mark = start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
      portions.append(
        ReleasePortion(
          mark: mark, range: ByteRange(start.range.start, max(limit, start.range.end)), text: pieces,
          name: start.name, position: start.position, hasUnreadableMark: start.mark != nil && mark == nil))
    }
    return portions
  }

  /// What stands between the first portion and the end, in none and in no line of the form.
  private func loose(
    beside portions: [ReleasePortion], isPaper: Bool, in source: Span<UInt8>
  ) -> [ReleasePortion] {
    guard let root = document.nodes.first, let first = portions.first else { return [] }
    // A telegram's text begins after its heading; before a paper's first portion stands its head.
    let from = isPaper ? first.range.start : bodyStart ?? first.range.start
    var ruler = LineCounter()
    let known = (form + portions.map(\.range)).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
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
  private var bodyStart: Int? {
    let heading: Set<ElementName> = [
      .classification, .caption, .passing, .executiveOrder, .tags, .subject, .references,
    ]
    let firstText = starts.first?.range.start ?? .max
    return document.nodes.filter { heading.contains($0.name) && $0.range.start < firstText }.map(\.range.end).max()
  }

  private static func line(around at: Int, in source: Span<UInt8>) -> ByteRange {
    var start = at
    while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    var end = at
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return ByteRange(start, end)
  }

  /// Behind `Subject:` and the like.
  private static func afterLabel(_ line: ByteRange, in source: Span<UInt8>) -> Int {
    var i = line.start
    while i < min(line.end, line.start + 20) {
      if source[i] == UInt8(ascii: ":") { return i + 1 }
      i += 1
    }
    return line.start
  }

  private static func afterNumber(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    let number = source.number(at: at, end: end)
    guard number.digits > 0, number.end < end, source[number.end] == UInt8(ascii: ".") else { return at }
    return number.end + 1
  }

  private static func holdsLetters(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isLetterOrDigit || source[i] >= 0x80 { return true }
    return false
  }
}
