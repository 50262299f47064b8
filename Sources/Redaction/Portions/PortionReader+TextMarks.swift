import Documents
import MarkingGrammar
import MarkingModel

// Marks in the text of a telegram's paragraphs: a second one in a line or at its start, and one at the end of an item.
extension PortionReader {
  /// Parts the portions of a telegram at the marks in their text. What stands behind a mark goes by it and by the mark of
  /// its portion; where a mark ends its line nobody can tell what it is about: its block goes by it, and what follows too.
  mutating func addTextMarks(to end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var marks = TextMarks(
      amongMarks: starts.contains { !$0.isOfHeading && $0.mark != nil },
      known: Set(starts.compactMap { $0.mark?.start }))
    var added: [Start] = []
    var counter = LineCounter()
    var places = form[...]
    // A telegram within this one is parted at its own marks.
    var quoted = document.quoted.compactMap(\.extent)[...]
    // What marks say around items and quoted paragraphs, and of the text that was read last.
    var around: PortionStatement?
    var text: PortionText?
    for index in starts.indices where !starts[index].isOfHeading {
      let start = starts[index]
      let next = index + 1 < starts.count ? starts[index + 1].range.start : max(end, start.end ?? start.range.end)
      var inner: PortionText
      if start.continues, let before = text {
        inner = before
        inner.goOn(&starts[index], counter)
      } else {
        let base = start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
        if !start.isItem { around = base }
        inner = PortionText(start, base, around: start.isItem ? around : nil, counter, in: source)
        marks.endList()
      }
      var blocks = BodyBlocks(
        from: start.text, to: max(start.text, min(start.end ?? end, next)), isItem: start.isItem && !start.continues)
      while let block = blocks.next(&marks, &places, &quoted, in: source, vocabulary) { inner.take(block, in: source) }
      counter = inner.counter
      added += inner.starts
      if !start.isItem { around = inner.outermost }
      text = inner
    }
    if !added.isEmpty { starts = (starts + added).sorted { ($0.range.start, $0.text) < ($1.range.start, $1.text) } }
  }
}

/// Lines of a telegram's text between blank lines, each item apart, with the marks in them.
private struct BodyBlocks {
  struct Block {
    var range: ByteRange
    var firstLine: ByteRange
    var marks: [TextMark]
  }

  private var at: Int
  private let end: Int
  /// Whether the first block is the text of an item.
  private var isItem: Bool

  init(from start: Int, to end: Int, isItem: Bool) {
    at = start
    self.end = end
    self.isItem = isItem
  }

  /// - Parameters:
  ///   - places: the places of the form, in order; those that were passed are taken off.
  ///   - quoted: the same of telegrams within this one.
  mutating func next(
    _ marks: inout TextMarks, _ places: inout ArraySlice<ByteRange>, _ quoted: inout ArraySlice<ByteRange>,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Block? {
    var block: Block?
    let isOfItem = isItem
    isItem = false
    var indent: Int?
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      if line.isEmpty {
        at = stop + 1
        if block != nil { break }
        continue
      }
      while let place = quoted.first, place.end <= line.start { quoted.removeFirst() }
      if let place = quoted.first, place.start <= line.start {
        at = place.end
        if block != nil { break }
        continue
      }
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      let isItem = TextMarks.itemEnd(line, in: source) > line.start
      if let block {
        if isItem { break }
        // Behind an item the text around it goes on, where its quotation ends or it stands further to the left.
        if isOfItem || block.marks.first?.isOfItem ?? false,
          TextMarks.endsQuotation(line, in: source) || isBack(line, from: block, indent, in: source)
        {
          break
        }
        indent = indent ?? TextMarks.indent(of: line.start, in: source)
      }
      let isForm = places.first.map { $0.start < line.end && !$0.isEmpty } ?? false
      var found: [TextMark] = []
      if !isForm {
        found = marks.read(line, in: source, vocabulary)
      } else if block == nil, marks.amongMarks, isAbove(stop, places, in: source),
        let level = DamagedMark.alone(line, in: source)
      {
        // A level over the text of a block is no banner of a page.
        found = [level]
      }
      block = Block(
        range: ByteRange(block?.range.start ?? line.start, line.end), firstLine: block?.firstLine ?? line,
        marks: (block?.marks ?? []) + found)
      at = max(stop, found.last?.range.end ?? 0) + 1
    }
    return block
  }

  /// Whether a line stands further to the left than the item: than its second line or, where it ends a sentence, its first.
  private func isBack(_ line: ByteRange, from block: Block, _ second: Int?, in source: Span<UInt8>) -> Bool {
    let indent = TextMarks.indent(of: line.start, in: source)
    if let second { return indent < second && indent <= TextMarks.indent(of: block.firstLine.start, in: source) }
    return indent < TextMarks.indent(of: block.firstLine.start, in: source)
      && source[block.range.end - 1].isOne(of: ".", "!", "?", ")", "\"")
  }

  /// Whether text stands on the line below, and nothing of the form.
  private func isAbove(_ stop: Int, _ places: ArraySlice<ByteRange>, in source: Span<UInt8>) -> Bool {
    var start = stop + 1
    if start < end, source[stop] == 0x0D, source[start] == 0x0A { start += 1 }
    guard start < end else { return false }
    let below = Pieces.trimmed(ByteRange(start, min(source.lineEnd(from: start), end)), in: source)
    return !below.isEmpty && !places.prefix(4).contains { $0.start >= below.start && $0.start < below.end }
  }
}

/// The text of one portion while its blocks come.
private struct PortionText {
  private(set) var starts: [PortionReader.Start] = []
  private(set) var counter: LineCounter
  private var owner: PortionReader.Start
  /// What the marks around the item at hand say.
  private var around: PortionStatement?
  /// How far the item at hand is set in; nil where none is.
  private var item: Int?
  /// Whether its own text was read.
  private var isBegun = false
  /// What the mark of the portion says; nil for one without.
  private var base: PortionStatement?
  /// What marks that were passed say of the text that follows.
  private var current: PortionStatement?
  /// Whether they stood at the end of what they are about, so that the next block may have its own.
  private var isBehind = false

  /// - Parameter around: what the paragraph says in which an item or a quotation stands.
  init(
    _ owner: PortionReader.Start, _ base: PortionStatement?, around: PortionStatement?, _ counter: LineCounter,
    in source: Span<UInt8>
  ) {
    self.owner = owner
    self.base = base
    self.around = around
    self.counter = counter
    if owner.isItem { item = TextMarks.indent(of: owner.text, in: source) }
  }

  /// What the paragraph says without its items.
  var outermost: PortionStatement? { around ?? whole(current) }

  /// Goes on behind the heading of a section. Nobody can tell there whether an item has ended.
  mutating func goOn(_ start: inout PortionReader.Start, _ counter: LineCounter) {
    self.counter = counter
    starts = []
    owner = start
    if item != nil, let around { current = current.map { $0.joined(with: around) } ?? around }
    guard let current else { return }
    (start.isInner, start.inner) = (true, current)
  }

  mutating func take(_ block: BodyBlocks.Block, in source: Span<UInt8>) {
    var marks = block.marks[...]
    // A portion of its own, under an item's letter.
    if let first = marks.first, first.isOfItem, !first.endsLine {
      marks.removeFirst()
      if item == nil { around = whole(current) }
      base = first.statement
      current = nil
      (item, isBegun) = (TextMarks.indent(of: block.range.start, in: source), true)
      add(ByteRange(block.range.start, first.range.end), mark: first.range, in: source)
    } else if isBegun {
      goBack(to: block, in: source)
    }
    isBegun = true
    guard let last = marks.last else { return }
    if marks.contains(where: \.endsLine) {
      takeBehind(marks, block, in: source)
      isBehind = last.endsLine && !PortionReader.holdsLetters(ByteRange(last.range.end, block.range.end), in: source)
    } else {
      for mark in marks {
        let before = whole(current)
        current = current.map { $0.joined(with: mark.statement) } ?? mark.statement
        if whole(current) != before { add(mark.range, mark: nil, in: source) }
      }
      isBehind = false
    }
  }

  /// Text behind an item that is not set in deeper than it: it may be the paragraph's again, and goes by both.
  private mutating func goBack(to block: BodyBlocks.Block, in source: Span<UInt8>) {
    guard let item, let around, TextMarks.indent(of: block.range.start, in: source) <= item else { return }
    let before = whole(current)
    current = current.map { $0.joined(with: around) } ?? around
    if whole(current) != before { add(ByteRange(block.range.start, block.range.start), mark: nil, in: source) }
  }

  /// A block in which a mark ends its line goes by all its marks.
  private mutating func takeBehind(_ marks: ArraySlice<TextMark>, _ block: BodyBlocks.Block, in source: Span<UInt8>) {
    let before = whole(current)
    var said = isBehind ? nil : current
    for mark in marks { said = said.map { $0.joined(with: mark.statement) } ?? mark.statement }
    current = said
    let isMore = whole(current) != whole(nil)
    if whole(current) != before {
      let start = max(starts.last?.text ?? 0, TextMarks.itemEnd(block.firstLine, in: source))
      add(ByteRange(start, start), mark: nil, in: source)
    }
    // The marks stay, as they do before a text.
    if isMore { for mark in marks { add(mark.range, mark: nil, in: source) } }
  }

  /// What is said of a text beside marks in all.
  private func whole(_ inner: PortionStatement?) -> PortionStatement? {
    guard let base, let inner else { return base ?? inner }
    return base.joined(with: inner)
  }

  private mutating func add(_ range: ByteRange, mark: ByteRange?, in source: Span<UInt8>) {
    starts.append(
      PortionReader.Start(
        range: range, text: range.end, mark: mark, name: mark == nil ? "text beside a mark" : "sub-paragraph",
        position: counter.position(of: range.start, in: source), end: owner.end, isInner: mark == nil,
        inner: current))
  }
}

extension MarkingDocument {
  /// From the first of its nodes to the end of the last: the root of a telegram within another is its first line.
  fileprivate var extent: ByteRange? {
    guard let start = nodes.map(\.range.start).min(), let end = nodes.map(\.range.end).max() else { return nil }
    return ByteRange(start, end)
  }
}
