package import MarkingModel

/// A passage with an opening and a closing word.
package struct Passage: Sendable {
  package enum Kind: Sendable, CaseIterable {
    case summary, comment, text, quote, note
    case actionRequest

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .summary: .summary
      case .comment: .comment
      case .text: .text
      case .quote: .quote
      case .note: .note
      case .actionRequest: .actionRequest
      }
    }
  }

  /// From the opening word, or from the closing one where there is no other, to the end of the last of them.
  package var place: Place
  /// The word it begins with.
  package var word: ByteRange
  package var kind: Kind
  package var isOpened: Bool
  package var isClosed: Bool
  /// The paragraph it begins in; 0 before the first.
  package var paragraph: Int
  package var endParagraph: Int?

  package func write(into document: inout DocumentWriter) {
    document.add(.passage, to: 0, at: place.range, place.position, excerpt: word)
    document.set(.kind, kind.word)
    document.set(.opened, isOpened)
    document.set(.closed, isClosed)
    document.set(.paragraph, paragraph)
    document.set(.endParagraph, endParagraph)
  }
}

/// Where the words of somebody else stand, from BEGIN TEXT or QUOTE to their end, or in a paper that is transmitted: asked
/// of places in their order.
struct Quotations {
  /// In the order in which they begin.
  private let ranges: [ByteRange]
  private var next = 0
  /// How far those reach that have begun.
  private var reach = 0

  init(of passages: [Passage], papers: [ByteRange]) {
    var ranges: [ByteRange] = []
    for passage in passages where passage.kind == .text || passage.kind == .quote {
      if passage.isOpened, passage.isClosed { ranges.append(passage.place.range) }
    }
    guard !papers.isEmpty else {
      self.ranges = ranges
      return
    }
    ranges += papers
    ranges.sort { $0.start < $1.start }
    self.ranges = ranges
  }

  /// Whether a place, behind all that were asked of before, stands in one.
  mutating func hold(_ at: Int) -> Bool {
    while next < ranges.count, ranges[next].start < at {
      reach = max(reach, ranges[next].end)
      next += 1
    }
    return at < reach
  }
}

/// Pairs the opening and closing words of passages.
///
/// Each kind has a stack of its own, so that a word costs the same however many are open.
struct PassageTracker: Sendable {
  struct Open: Sendable {
    var passage: Passage
    /// The one of its kind below it; -1 for the lowest.
    var below: Int
    var weight: BodyReader.Weight
    /// The other kind of SUMMARY AND COMMENT, whose end closes it as well.
    var other: PassageKinds
  }

  var passages: [Passage] = []
  /// All that were opened; the stacks are chains of them.
  var entries: [Open] = []
  /// By kind: the uppermost, -1 where none is open, and how many there are.
  private var top = InlineArray<6, Int>(repeating: -1)
  private var depth = InlineArray<6, Int>(repeating: 0)

  /// More than any telegram has: in a text that consists of such words the rest is left out.
  private static let limit = 20_000

  private static let kinds: [(PassageKinds, Passage.Kind)] = [
    (.summary, .summary), (.comment, .comment), (.text, .text), (.quote, .quote), (.actionRequest, .actionRequest),
    (.note, .note),
  ]

  /// Begins anew, in the same storage.
  mutating func begin() {
    passages.empty()
    entries.empty()
    for index in top.indices {
      top[index] = -1
      depth[index] = 0
    }
  }

  /// Takes an opening. Of two kinds the first in the order above names the passage.
  mutating func open(_ kinds: PassageKinds, at place: Place, paragraph: Int, weight: BodyReader.Weight) {
    guard let index = Self.kinds.firstIndex(where: { kinds.contains($0.0) }), depth[index] < Self.limit else {
      return
    }
    let passage = Passage(
      place: place, word: place.range, kind: Self.kinds[index].1, isOpened: true, isClosed: false,
      paragraph: paragraph)
    entries.append(
      Open(
        passage: passage, below: top[index], weight: weight,
        other: kinds.subtracting(Self.kinds[index].0)))
    top[index] = entries.count - 1
    depth[index] += 1
  }

  /// Takes the uppermost of a kind off its stack.
  private mutating func pop(_ index: Int) -> Open? {
    guard top[index] >= 0 else { return nil }
    let last = entries[top[index]]
    top[index] = last.below
    depth[index] -= 1
    return last
  }

  /// Takes a closing. It closes the last open passage of each kind that it names; where there is none of any, it is
  /// one without a beginning if it is `certain`. Where the passage began; nil where none was open.
  mutating func close(_ kinds: PassageKinds, at place: Place, paragraph: Int, isCertain: Bool) -> Int? {
    var start: Int?
    for (index, kind) in Self.kinds.enumerated() where kinds.contains(kind.0) {
      if let last = pop(index) {
        close(last, at: place, paragraph: paragraph)
        start = min(start ?? .max, last.passage.place.range.start)
      }
    }
    // END COMMENT after SUMMARY AND COMMENT.
    if start == nil {
      for index in top.indices where top[index] >= 0 && !entries[top[index]].other.isDisjoint(with: kinds) {
        if let last = pop(index) {
          close(last, at: place, paragraph: paragraph)
          start = last.passage.place.range.start
        }
        break
      }
    }
    guard start == nil, isCertain, passages.count < Self.limit,
      let kind = Self.kinds.first(where: { kinds.contains($0.0) })?.1
    else { return start }
    passages.append(
      Passage(
        place: place, word: place.range, kind: kind, isOpened: false, isClosed: true, paragraph: paragraph,
        endParagraph: paragraph))
    return nil
  }

  private mutating func close(_ last: Open, at place: Place, paragraph: Int) {
    guard passages.count < Self.limit else { return }
    var passage = last.passage
    passage.place.range.end = place.range.end
    passage.isClosed = true
    passage.endParagraph = paragraph
    passages.append(passage)
  }

  /// Whether a passage of a kind is open that a word opened which can be nothing else.
  func isOpen(_ kind: PassageKinds) -> Bool {
    guard let index = Self.kinds.firstIndex(where: { $0.0 == kind }), top[index] >= 0 else { return false }
    return entries[top[index]].weight == .certain
  }

  /// Ends the text: what is still open is so for good. `lastHeading`: where the last heading with a rule below it begins.
  mutating func finish(lastHeading: Int?) {
    for index in top.indices where top[index] >= 0 {
      let hasPair = passages.contains { $0.kind == Self.kinds[index].1 && $0.isOpened && $0.isClosed }
      var stack: [Passage] = []
      while let entry = pop(index) {
        let counts =
          switch entry.weight {
          case .certain: true
          case .heading: lastHeading.map { $0 <= entry.passage.place.range.start } ?? true
          case .sign: hasPair
          case .provisional: false
          }
        if counts { stack.append(entry.passage) }
      }
      for passage in stack.reversed() where passages.count < Self.limit { passages.append(passage) }
    }
    if passages.count > 1 { passages.sort { $0.place.range.start < $1.place.range.start } }
  }
}
