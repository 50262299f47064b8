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
}
