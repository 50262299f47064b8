import Documents
import MarkingGrammar
import MarkingModel

// Sentences and items that end with their marks.
extension PortionReader {
  /// Adds a portion for each. It begins where its item does, or behind the last mark in it: nobody can tell where in a
  /// paragraph a mark at the end of a sentence begins to hold. What goes on behind it goes by it as well; the next item
  /// without a mark hangs on the portion around both.
  mutating func addClosingMarks(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let first = starts.first(where: { $0.mark != nil }) else { return }
    // Where blocks begin that were taken for ones without a mark: the mark at the end of one is its own.
    var unmarked: Set<Int> = []
    var blocks = TextBlocks(from: first.range.start, to: whole.end)
    var known = starts[...]
    var last = first
    // What unmarked items hang on, and whether what stands behind a closing mark goes by that.
    var around = first
    var isCut = false
    var added: [Start] = []
    var closing: Set<Int> = []
    var counter = counter
    while let block = blocks.next(in: source) {
      let isHanging = !(known.first { $0.reach >= block.range.start }.map { $0.range.start < block.range.end } ?? false)
      let item = ItemPrefix.read(block.range.start, block.firstLine.end, in: source).next
      var begin = item
      var isWithin = false
      var open: Start?
      var line = block.firstLine
      while line.start < block.range.end {
        let isAlone = line.start == block.range.start && line.end >= block.range.end
        let mark = ClosingMark.read(line, isAlone: isAlone, in: source, vocabulary)?.range
        while let start = known.first, start.range.start < mark?.start ?? line.end {
          known.removeFirst()
          if start.isUnmarkedBlock, !isWithin, (block.range.start...begin).contains(start.range.start) {
            open = start
            continue
          }
          // What the reader took for the text before it is the line alone.
          if start.isBehind, !start.isOfHeading, let mark, start.mark == mark { continue }
          // Of the last line of a paragraph it took the mark for that of what is behind it.
          if open != nil, !isWithin, let mark, start.mark == mark, Self.endsSentence(before: mark, in: source) {
            unmarked.insert(start.range.start)
            continue
          }
          last = start
          if !last.isInner { (around, isCut) = (last, false) }
          if last.reach >= block.range.start { isWithin = true }
          begin = max(begin, last.text)
        }
        if let mark, last.mark != mark {
          if let start = open, !isWithin {
            if Self.endsSentence(before: mark, in: source) {
              unmarked.insert(start.range.start)
            } else {
              (last, around, isCut, isWithin) = (start, start, false, true)
            }
            open = nil
          }
          closing.insert(mark.start)
          added.append(
            Start(
              range: ByteRange(begin == item ? block.range.start : begin, mark.end), text: begin, mark: mark,
              name: "text before a mark",
              position: counter.position(of: begin, in: source), end: mark.start, isBehind: true, isInner: isWithin))
          (begin, isWithin) = (mark.end, true)
          isCut = Self.holdsLetters(ByteRange(mark.end, max(mark.end, block.range.end)), in: source)
          var rest = around
          if isCut {
            rest = Start(range: mark, text: mark.end, mark: mark, name: "text behind a mark", position: last.position)
            rest.isInner = true
          }
          added.append(rest.moved(to: mark.end, counter.position(of: mark.end, in: source)))
        }
        line = Self.lineBelow(line, in: source)
      }
      if let open { (last, around, isCut) = (open, open, false) }
      if isCut, isHanging, !isWithin, open == nil {
        added.append(around.moved(to: block.range.start, counter.position(of: block.range.start, in: source)))
        isCut = false
      }
    }
    if added.isEmpty { return }
    // They were taken for marks of what is behind them, or of their line alone.
    starts.removeAll { start in
      if unmarked.contains(start.range.start) { return true }
      return (start.isInner || start.isBehind && !start.isOfHeading)
        && start.mark.map { closing.contains($0.start) } ?? false
    }
    starts = (starts + added).sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }
}

extension PortionReader {
  /// Whether a sentence ends before a mark, or what a release has left of one: in `as in the Harbor Guide (U)` the mark may be
  /// of the guide.
  fileprivate static func endsSentence(before mark: ByteRange, in source: Span<UInt8>) -> Bool {
    let end = source.trimmedEnd(0, mark.start)
    return end > 0 && source[end - 1].isOne(of: ".", "?", "!", "\"", "]")
  }
}

extension PortionReader.Start {
  /// Whether it is a block without a mark that hangs on none.
  fileprivate var isUnmarkedBlock: Bool {
    mark == nil && statement == nil && (inner?.level ?? .unclassified) == .unclassified && end == nil && !isInner
      && !isOfHeading
  }

  /// The same portion, going on from a place behind its beginning.
  fileprivate func moved(to place: Int, _ position: Position) -> PortionReader.Start {
    var rest = self
    rest.range = ByteRange(place, place)
    (rest.text, rest.position, rest.end, rest.isBehind) = (place, position, nil, false)
    return rest
  }
}
