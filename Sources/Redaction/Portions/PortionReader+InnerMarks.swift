import Documents
import MarkingGrammar
import MarkingModel

/// The line on which marks stand, one after the other.
struct MarkLine {
  private(set) var range = ByteRange(0, 0)
  /// Whether a border of a table stands on it.
  private(set) var hasBorder = false

  /// Goes to the line of a byte. The marks of one line cost together what it is long.
  mutating func move(to at: Int, in source: Span<UInt8>) {
    if at >= range.start, at < range.end { return }
    range = PortionReader.line(around: at, in: source)
    let border = UInt8(ascii: "|")
    hasBorder = source.extracting(range.start..<range.end).place(of: border, or: border, from: 0) < range.count
  }
}

// Marks that stand further on in a line: behind a label, and in the text of a portion.
extension PortionReader {
  /// Takes a mark of the reader's that does not begin its line. False for one that does.
  mutating func takeInner(_ index: Int, _ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let node = document.nodes[index]
    let place = document.word(.place, of: index)
    guard place == "paragraph" || place == "item" else { return false }
    let first = source.skipBlanks(line.start, node.range.start)
    let prefix = ItemPrefix.read(first, line.end, in: source)
    let lead = ByteRange(min(prefix.next, node.range.start), node.range.start)
    guard Self.holdsLetters(lead, in: source) else { return false }
    var start = Start(
      range: node.range, text: node.range.end, mark: node.range,
      name: "portion \(document.number(.n, of: index) ?? 0)", position: node.position)
    if ListLabel.markStart(ByteRange(first, line.end), in: source) == node.range.start {
      // The label stays: `Tab C - (S//NF) …`, `² (S//NF) …`.
      start.range = ByteRange(first, node.range.end)
    } else if starts.last.map({ $0.range.start < line.start }) ?? true,
      prefix.kind != .none || Self.isAfterBlankLine(line.start, in: source)
    {
      // `2. Background: (S//NF) …`: the label goes with what it heads, unless it is one of the form, `Encl:`.
      if Self.labelEnd(ByteRange(first, line.end), in: source) == nil {
        var label = start
        label.range = ByteRange(first, first)
        label.text = lead.start
        starts.append(label)
      } else {
        start.range = ByteRange(first, node.range.end)
      }
    } else {
      start.isInner = true
    }
    starts.append(start)
    return true
  }

  /// Marks with slashes that stand in the text of a portion and are none for the reader: `… where (S//NF) the lights are`.
  /// They may be words about marks; what is behind them is withheld as if they were none.
  mutating func addStrayMarks(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let known = Set(starts.compactMap { $0.mark?.start })
    var places = form[...]
    var counter = counter
    var added: [Start] = []
    let open = UInt8(ascii: "(")
    var at = source.place(of: open, or: open, from: starts.first?.text ?? whole.end)
    while at < whole.end {
      while let place = places.first, place.end <= at { places.removeFirst() }
      let isForm = places.first.map { $0.start <= at } ?? false
      if !isForm, !known.contains(at), let mark = Self.strayMark(at, whole.end, in: source, vocabulary) {
        added.append(
          Start(
            range: mark, text: mark.end, mark: mark, name: "text behind a mark",
            position: counter.position(of: at, in: source), isInner: true))
      }
      at = source.place(of: open, or: open, from: at + 1)
    }
    if !added.isEmpty { starts = (starts + added).sorted { $0.range.start < $1.range.start } }
  }

  private static func strayMark(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ByteRange? {
    var close = at + 1
    while close < min(end, at + 160), source[close] != UInt8(ascii: ")"), source[close] != UInt8(ascii: "(") {
      close += 1
    }
    guard close < min(end, at + 160), source[close] == UInt8(ascii: ")"), source.holdsSlashes(at, close),
      let statement = MarkStatement.read(ByteRange(at, close + 1), in: source, vocabulary),
      statement.level > .unclassified
    else { return nil }
    return ByteRange(at, close + 1)
  }
}
