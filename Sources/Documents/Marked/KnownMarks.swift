import MarkingGrammar
import MarkingModel

/// The markings that were read, each text once: the same few stand on every page and before every portion, and only their
/// places differ. They are kept from document to document.
struct KnownMarks: Sendable {
  /// How a text is read.
  struct Reading {
    /// Nil where it is no marking.
    var written: WrittenMarking?
    /// Whether it has a separator, so that it is no word of the text.
    var hasSlashes: Bool
    /// Whether its letters had to be repaired.
    var isDamaged = false
    /// Whether it is a marking only where others are: below a banner.
    var needsBanner = false
    /// Whether it is a word of any text, and a marking only where something else shows one of its kind.
    var isWord = false
    /// Whether it has a level and slashes and can be no marking: one only at the edge of a page.
    var isOdd = false
  }

  /// What is asked of a text that was read, again and again.
  struct Mark: Sendable {
    let kind: WrittenMarking.Kind
    /// Its place among the texts that are kept.
    let text: ByteRange
    let isMarking: Bool
    /// Whether a report may show it.
    let mayBeShown: Bool
    /// The part of it that is the marking, by its distance from the start.
    let lead: Int
    let length: Int
    let classification: Classification?
    let isAmerican: Bool
    let isCUI: Bool
    let hasTokens: Bool
    let hasSlashes: Bool
    let isDamaged: Bool
    let needsBanner: Bool
    let isWord: Bool
    let isOdd: Bool
    fileprivate let hash: UInt64

    /// The range of the marking where its text begins at `start`.
    func range(at start: Int) -> ByteRange { ByteRange(start + lead, start + lead + length) }
  }

  private var marks: [Mark] = []
  /// Their texts, one after the other.
  private var bytes: [UInt8] = []
  /// What they are, with places in `bytes`.
  private var written: [WrittenMarking?] = []
  /// What portions with them say; nil until that is asked.
  private var facts: [PortionFacts?] = []
  /// What comparing them has shown.
  var rollUps = KnownRollUps()
  /// Numbers of marks by the hashes of their texts, with as many free places as taken ones at least; -1 where none is.
  private var slots: [Int32] = []

  /// How many marks are kept for the next document, and bytes of their texts.
  private static let most = 1000
  private static let mostBytes = 1 << 16

  /// Makes ready for a document: what many others had is forgotten.
  mutating func begin() {
    if marks.count > Self.most || bytes.count > Self.mostBytes { self = KnownMarks() }
  }

  subscript(mark: Int) -> Mark { marks[mark] }

  var count: Int { marks.count }

  /// What a text is where it begins at `start` of a document; nil where it is no marking.
  func written(_ mark: Int, at start: Int) -> WrittenMarking? {
    written[mark]?.moved(by: start - marks[mark].text.start)
  }

  /// What a portion with a mark says.
  mutating func facts(_ mark: Int, _ vocabulary: borrowing Vocabulary) -> PortionFacts {
    if let known = facts[mark] { return known }
    let result = PortionFacts(meaning(mark, vocabulary) ?? Marking(), vocabulary)
    facts[mark] = result
    return result
  }

  /// Whether every token of a mark is known, and every country of its lists.
  func isKnownThroughout(_ mark: Int) -> Bool {
    written[mark].map { it in
      it.tokens.allSatisfy { $0.state != .unknown } && it.countries.allSatisfy { $0.entry >= 0 }
    } ?? false
  }

  /// How many faults the writing of a mark has.
  func faults(_ mark: Int) -> Int { written[mark]?.defects.count ?? 0 }

  /// What a mark says; nil where it is no marking.
  func meaning(_ mark: Int, _ vocabulary: borrowing Vocabulary) -> Marking? {
    written[mark]?.meaning(in: bytes.span, vocabulary)
  }

  /// The number of the mark whose text is a range; nil where it was not read yet. Time: its length.
  func find(_ text: ByteRange, _ kind: WrittenMarking.Kind, in source: Span<UInt8>) -> Int? {
    if slots.isEmpty { return nil }
    let hash = source.hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let mark = Int(slots[slot])
      if marks[mark].hash == hash, marks[mark].kind == kind, isSame(mark, text, in: source) { return mark }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isSame(_ mark: Int, _ text: ByteRange, in source: Span<UInt8>) -> Bool {
    let known = marks[mark].text
    guard known.count == text.count else { return false }
    for k in 0..<text.count where bytes[known.start &+ k] != source[text.start &+ k] { return false }
    return true
  }

  /// Keeps a text that was read and returns its number.
  mutating func add(
    _ reading: Reading, _ text: ByteRange, _ kind: WrittenMarking.Kind, in source: Span<UInt8>
  ) -> Int {
    let start = bytes.count
    for k in text.start..<text.end { bytes.append(source[k]) }
    let it = reading.written?.moved(by: start - text.start)
    marks.append(
      Mark(
        kind: kind, text: ByteRange(start, bytes.count), isMarking: it != nil, mayBeShown: it?.mayBeShown ?? false,
        lead: it.map { $0.range.start - start } ?? 0,
        length: it?.range.count ?? 0, classification: it?.classification,
        isAmerican: it?.system == .us, isCUI: it?.system == .cui,
        hasTokens: it?.tokens.isEmpty == false, hasSlashes: reading.hasSlashes, isDamaged: reading.isDamaged,
        needsBanner: reading.needsBanner, isWord: reading.isWord, isOdd: reading.isOdd,
        hash: source.hash(of: text)))
    written.append(it)
    facts.append(nil)
    if marks.count * 2 > slots.count { grow() } else { place(marks.count - 1) }
    return marks.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for mark in marks.indices { place(mark) }
  }

  private mutating func place(_ mark: Int) {
    var slot = Int(truncatingIfNeeded: marks[mark].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(mark)
  }
}

extension Span where Element == UInt8 {
  /// A number for the bytes of a range.
  fileprivate func hash(of range: ByteRange) -> UInt64 {
    var hash = UInt64(range.count)
    var i = range.start
    while i &+ 8 <= range.end {
      hash = (hash ^ block(i)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      i &+= 8
    }
    while i < range.end {
      hash = (hash ^ UInt64(self[i])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      i &+= 1
    }
    return hash ^ hash >> 32
  }

  /// Whether two ranges hold the same bytes.
  func isSame(_ a: ByteRange, _ b: ByteRange) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where self[a.start &+ k] != self[b.start &+ k] { return false }
    return true
  }
}
