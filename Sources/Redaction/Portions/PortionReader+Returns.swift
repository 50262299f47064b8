import Documents
import MarkingGrammar
import MarkingModel

// Lines behind an item of a paper that stand further to the left than it.
extension PortionReader {
  /// What a portion says, and where it stands.
  private struct Level {
    var indent: Int
    var depth: Int
    var statement: PortionStatement?

    /// Whether another portion may stand in it.
    func holds(_ other: Level) -> Bool { indent < other.indent || indent == other.indent && depth < other.depth }
  }

  /// Adds a portion where the text around an item may go on below it, as layout alone shows: it goes by the item and by all
  /// that the item stands in.
  mutating func addReturns(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let first = starts.first(where: { $0.mark != nil }) else { return }
    var known = starts[...]
    var places = form[...]
    var counter = counter
    var added: [Start] = []
    // The portion at hand, behind those that it stands in.
    var levels: [Level] = []
    // How far the portion at hand is set in; nil where nothing goes back from it.
    var item: ItemIndent?
    var before = first.range.start
    var isBelowBlank = true
    var at = Self.line(around: first.range.start, in: source).start
    while at < whole.end {
      let stop = source.lineEnd(from: at)
      let line = Pieces.trimmed(ByteRange(at, min(stop, whole.end)), in: source)
      at = stop + 1
      if line.isEmpty {
        isBelowBlank = true
        continue
      }
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      var begun: Start?
      while let start = known.first, start.range.start < line.end {
        known.removeFirst()
        if !start.isInner { begun = start }
      }
      if let begun {
        let level = Level(
          indent: TextMarks.indent(of: line.start, in: source),
          depth: ItemPrefix.read(line.start, line.end, in: source).depth,
          statement: begun.statement ?? begun.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) })
        while let last = levels.last, !last.holds(level) { levels.removeLast() }
        levels.append(level)
        // A cell, a subject and what stands before its mark end where they are known to.
        item = begun.end == nil && levels.count > 1 ? ItemIndent(of: line, in: source) : nil
      } else if places.first.map({ $0.start < line.end && !$0.isEmpty }) ?? false {
        continue
      } else if item?.isLeft(line, behind: before, isBelowBlank, in: source) ?? false {
        item = nil
        addReturn(line, levels, counter.position(of: line.start, in: source), to: &added)
      } else {
        item?.take(line, in: source)
      }
      (before, isBelowBlank) = (line.end, false)
    }
    if !added.isEmpty { starts = (starts + added).sorted { $0.range.start < $1.range.start } }
  }

  private func addReturn(_ line: ByteRange, _ levels: [Level], _ position: Position, to added: inout [Start]) {
    guard let own = levels.last?.statement else { return }
    var start = Start(
      range: ByteRange(line.start, line.start), text: line.start, mark: nil, name: "text without a mark",
      position: position)
    var all = own
    for level in levels {
      guard let statement = level.statement else {
        added.append(start)
        return
      }
      all = all.joined(with: statement)
    }
    if all == own { return }
    (start.name, start.isInner, start.inner) = ("text beside a mark", true, all)
    added.append(start)
  }
}
