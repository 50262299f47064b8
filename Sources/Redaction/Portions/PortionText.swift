import Documents
import MarkingGrammar
import MarkingModel

/// The text of one portion of a telegram while its blocks come.
struct PortionText {
  /// The paragraph around an item or a quoted paragraph.
  struct Around {
    /// What its marks say; nil for one without.
    var statement: PortionStatement?
    /// That of a document which it quotes, and in which the item stands.
    var banner: QuotedBanner?
  }

  private(set) var starts: [PortionReader.Start] = []
  private(set) var counter: LineCounter
  private var owner: PortionReader.Start
  /// What stands around the item at hand.
  private var around: Around?
  /// How far the item at hand is set in; nil where none is. All that stands behind a quoted paragraph may be of the text
  /// around it.
  private var item: Int?
  /// Whether its own text was read.
  private var isBegun = false
  /// What the mark of the portion says; nil for one without.
  private var base: PortionStatement?
  /// What marks that were passed say of the text that follows.
  private var current: PortionStatement?
  /// That of a document which is quoted here.
  private var banner: QuotedBanner?
  /// Whether they stood at the end of what they are about, so that the next block may have its own.
  private var isBehind = false

  /// - Parameter around: the paragraph in which an item or a quotation stands.
  init(
    _ owner: PortionReader.Start, _ base: PortionStatement?, around: Around?, _ counter: LineCounter,
    in source: Span<UInt8>
  ) {
    self.owner = owner
    self.base = base
    self.around = around
    self.counter = counter
    if owner.isItem { item = owner.isUnnumbered ? .max : TextMarks.indent(of: owner.text, in: source) }
    // Of what stands below a heading nothing but its place says whose it is.
    isBegun = owner.isUnnumbered && owner.mark.map { $0.end <= owner.range.start } ?? false
  }

  /// What stands around an item that begins in this text.
  private var outer: Around {
    let own = Around(statement: marked(current), banner: banner)
    guard let around, item != nil else { return own }
    return Around(
      statement: around.statement.flatMap { outer in own.statement.map { outer.joined(with: $0) } },
      banner: banner.map { banner in around.banner.map { banner.joined(with: $0) } ?? banner } ?? around.banner)
  }

  /// The paragraph without its items.
  var outermost: Around { around ?? Around(statement: marked(current), banner: banner) }

  /// Goes on behind the heading of a section. Nobody can tell there whether an item has ended.
  mutating func goOn(_ start: inout PortionReader.Start, _ counter: LineCounter) {
    self.counter = counter
    starts = []
    owner = start
    if item != nil, let around {
      guard let statement = around.statement else {
        (start.mark, start.statement, start.name) = (nil, nil, Self.unmarked)
        leaveItem()
        return
      }
      join(statement)
      take(around.banner)
    }
    guard current != nil || banner != nil else { return }
    (start.isInner, start.inner) = (true, beside)
  }

  mutating func take(_ block: BodyBlocks.Block, in source: Span<UInt8>) {
    endQuotation(before: block, in: source)
    if let quoted = block.banner {
      let before = whole(current)
      take(quoted)
      if whole(current) != before { add(block.range, mark: nil, in: source) }
      return
    }
    var marks = block.marks[...]
    // A portion of its own, under an item's letter.
    if let first = marks.first, first.isOfItem, !first.endsLine {
      marks.removeFirst()
      if item == nil || item == .max { around = outer }
      base = first.statement
      (current, banner) = (nil, nil)
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
        join(mark.statement)
        if whole(current) != before { add(mark.range, mark: nil, in: source) }
      }
      isBehind = false
    }
  }

  /// Text behind an item that is not set in deeper than it, or behind a quoted paragraph: it may be the paragraph's again,
  /// and goes by both.
  private mutating func goBack(to block: BodyBlocks.Block, in source: Span<UInt8>) {
    guard let item, let around, TextMarks.indent(of: block.range.start, in: source) <= item else { return }
    let place = ByteRange(block.range.start, block.range.start)
    guard let statement = around.statement else {
      leaveItem()
      starts.append(
        PortionReader.Start(
          range: place, text: place.end, mark: nil, name: Self.unmarked,
          position: counter.position(of: place.start, in: source), end: owner.end))
      if banner != nil { add(place, mark: nil, in: source) }
      return
    }
    let before = whole(current)
    join(statement)
    take(around.banner)
    if whole(current) != before { add(place, mark: nil, in: source) }
  }

  private mutating func take(_ quoted: QuotedBanner?) {
    guard let quoted else { return }
    banner = banner.map { $0.joined(with: quoted) } ?? quoted
  }

  /// Behind a quotation its banner holds no more.
  private mutating func endQuotation(before block: BodyBlocks.Block, in source: Span<UInt8>) {
    if let banner = around?.banner, banner.end <= block.range.start { around?.banner = nil }
    guard let ended = banner, ended.end <= block.range.start else { return }
    let before = whole(current)
    banner = nil
    if whole(current) != before {
      add(ByteRange(block.range.start, block.range.start), mark: nil, in: source)
    }
  }

  /// Goes on in the paragraph around the item, which has no mark.
  private mutating func leaveItem() {
    banner = around?.banner
    (base, current, around, item, isBehind) = (nil, nil, nil, nil, false)
  }

  private static let unmarked = "text without a mark"

  private mutating func join(_ statement: PortionStatement) {
    current = current.map { $0.joined(with: statement) } ?? statement
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
    guard let banner else { return marked(inner) }
    return marked(inner)?.joined(with: banner.statement) ?? banner.statement
  }

  /// The same without the banner.
  private func marked(_ inner: PortionStatement?) -> PortionStatement? {
    guard let base, let inner else { return base ?? inner }
    return base.joined(with: inner)
  }

  /// What is said of the text that follows beside the mark of its portion.
  private var beside: PortionStatement {
    let plain = current ?? PortionStatement(level: .unclassified)
    return banner.map { plain.joined(with: $0.statement) } ?? plain
  }

  private mutating func add(_ range: ByteRange, mark: ByteRange?, in source: Span<UInt8>) {
    starts.append(
      PortionReader.Start(
        range: range, text: range.end, mark: mark, name: mark == nil ? "text beside a mark" : "sub-paragraph",
        position: counter.position(of: range.start, in: source), end: owner.end, isInner: mark == nil,
        inner: beside))
  }
}
