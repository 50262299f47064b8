import Documents
import MarkingGrammar
import MarkingModel

/// The text of one portion while its blocks come.
struct PortionText {
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
