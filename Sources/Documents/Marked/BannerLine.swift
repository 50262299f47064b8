import MarkingGrammar
import MarkingModel

/// A line that is nothing but a marking, before its place on the page says whether it is a banner.
enum BannerLine {
  /// Whether a line that begins at `at` can be one: its first letters decide.
  @inline(__always)
  static func mayBegin(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard end &- at >= 2, end &- at <= 320 else { return false }
    let next = source[at &+ 1].capital
    switch source[at].capital {
    case 0x2F: return next == 0x2F || next == 0x20
    // SECRET, S E C R E T, SBU, S//NF
    case 0x53: return next == 0x45 || next == 0x20 || next == 0x42 || next == 0xCC || next == 0x2F
    case 0x54: return next == 0x4F || next == 0x20 || next == 0xCC || next == 0x53  // TOP, TS//SI
    // CONF…, CUI, CLASS…, C//NF, C.U.I.
    case 0x43:
      return next == 0x4F || next == 0x55 || next == 0x20 || next == 0x4C || next == 0xCC || next == 0x2F
        || next == 0x2E
    case 0x55: return next == 0x4E || next == 0x20 || next == 0xCC || next == 0x2F  // UNCLASSIFIED, U//FOUO
    case 0x4E: return next == 0x41  // NATO
    case 0x4A: return next == 0x4F  // JOINT
    case 0x52: return next == 0x45 && end &- at > 12 && source.has("RESTRICTED//", at: at, end: end)
    default: return false
    }
  }

  /// Reads the range, which is trimmed and has no decoration left: the number of the marking, and where its text begins.
  static func read(
    _ range: ByteRange, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (mark: Int, start: Int)? {
    let start = afterLabel(range.start, range.end, in: source)
    if start > range.start, !mayBegin(start, range.end, in: source) { return nil }
    guard range.end - start <= mostBytes else { return nil }
    let text = ByteRange(start, range.end)
    let mark =
      marks.find(text, .banner, in: source)
      ?? marks.add(read(text, in: source, vocabulary), text, .banner, in: source)
    return marks[mark].isMarking ? (mark, start) : nil
  }

  /// A banner has no more bytes.
  static let mostBytes = 300

  /// Whether the range, trimmed and without decoration, is one.
  static func isOne(_ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    var marks = KnownMarks()
    return read(range, &marks, in: source, vocabulary) != nil
  }

  private static func read(
    _ text: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> KnownMarks.Reading {
    let hasSlashes = source.holdsSlashes(text.start, text.end)
    var reading = KnownMarks.Reading(hasSlashes: hasSlashes)
    let isPlausible = Self.isPlausible(text.start, text.end, in: source)
    reading.isOdd = !isPlausible
    guard isPlausible || isOddlyWritten(text, hasSlashes: hasSlashes, in: source) else { return reading }
    var written = MarkingParser.parse(source, text, kind: .banner, vocabulary)
    guard written.system != .none else { return reading }
    // The letters of a level are no words of their own: `S//NF` has the slashes that make it a marking.
    // Small letters are those of the text behind a mark: `S//REL TO USA, GBR The plan`.
    if written.levelForm == .portion,
      !hasSlashes || written.tokens.contains(where: { $0.state != .known })
        || source.hasSmallLetters(text.start, text.end)
    {
      return reading
    }
    written.allowLineEnds(in: source)
    var hasSmall = false
    for defect in written.defects {
      switch defect.kind {
      // With slashes it is a banner all the same, however wrong: `SECRET//CONFIDENTIAL`, `SECRET//SECRET//NOFORN`.
      case .levelWords, .secondLevel:
        guard hasSlashes, !source.hasSmallLetters(text.start, text.end) else { return reading }
        reading.isOdd = true
      case .slip: reading.isDamaged = true
      case .letterCase: hasSmall = true
      default: break
      }
    }
    if written.system == .us, written.classification == .restricted { reading.isOdd = true }
    // `CONTROLLED` alone is a word, and `cui` may be one.
    reading.isWord =
      written.system == .cui && !hasSlashes
      && (hasSmall || source.hasAnyCase("CONTROLLED", at: text.start, end: text.end))
    if hasSmall, !hasSlashes, !reading.isWord { return reading }
    for token in written.tokens where token.state == .unknown && token.range.count > 48 { return reading }
    reading.written = written
    return reading
  }

  /// Whether a line in capitals is a marking with signs in it that none has: `SECRET//REL TO USA; GBR`, `C.U.I.//SP-CTI`.
  private static func isOddlyWritten(_ text: ByteRange, hasSlashes: Bool, in source: Span<UInt8>) -> Bool {
    guard hasSlashes || source.has("C.U.I", at: text.start, end: text.end) && text.count <= 6 else { return false }
    return (text.start..<text.end).allSatisfy { source[$0].isOfMarking || source[$0].isOne(of: ";", ".") }
  }

  /// Whether a line can be nothing but a marking: a full stop, a question or more words than a banner has speak
  /// against it.
  private static func isPlausible(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var small = 0
    for i in start..<end {
      let byte = source[i]
      if byte.isSmall { small += 1 }
      if byte.isOne(of: ".", "?", "!", ":", ";", "\"") { return false }
    }
    return small == 0 || source.holdsSlashes(start, end)
      || end - start == 3 && source.hasAnyCase("CUI", at: start, end: end)
  }
}

extension Span where Element == UInt8 {
  /// Whether two slashes stand together in a range.
  package func holdsSlashes(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i + 1 < end {
      if self[i] == 0x2F, self[i + 1] == 0x2F { return true }
      i += 1
    }
    return false
  }

  /// The range of a line without what is drawn around a banner (`**`, `##`, `---`, `===`), and whether the drawing lines
  /// it through.
  func undecorated(_ first: Int, _ last: Int) -> (range: ByteRange, struck: Bool) {
    let whole = withoutBrackets(first, last)
    let (start, end) = (whole.start, whole.end)
    var (from, to) = (start, end)
    var isStruck = false
    // One hyphen or star with a blank behind it is a bullet, where none stands at the end as well.
    if end - start > 2, self[start] == 0x2D || self[start] == 0x2A, self[start + 1] == 0x20,
      self[end - 1] != self[start]
    {
      return (ByteRange(start, end), false)
    }
    while from < to, self[from].isDecoration {
      from += 1
    }
    while to > from, self[to - 1].isDecoration {
      to -= 1
    }
    if from > start, to < end, self[from - 1] == 0x7E || self[from - 1] == 0x2D, self[to] == self[from - 1] {
      isStruck = true
    }
    for (open, close) in [("<s>", "</s>"), ("<del>", "</del>"), ("<strike>", "</strike>")]
    where has(open, at: from, end: to) && to - close.utf8.count > from
      && has(close, at: to - close.utf8.count, end: to)
    {
      from += open.utf8.count
      to -= close.utf8.count
      isStruck = true
    }
    // U+0335 to U+0338: strokes over the letter before.
    if to - from > 3, self[from + 1] == 0xCC, self[from + 2] &- 0xB5 < 4 { isStruck = true }
    return (trimmed(ByteRange(from, to)), isStruck)
  }
}

extension Span where Element == UInt8 {
  /// Whether a marking cannot end here: behind a slash, a comma or `REL TO`.
  func breaksMarking(at end: Int) -> Bool {
    self[end - 1] == 0x2F || self[end - 1] == 0x2C || end > 3 && has(" TO", at: end - 3, end: end)
  }

  /// The text of the line below the one that ends, blanks apart, at `end`; nil where that is empty.
  func lineBelow(_ end: Int) -> ByteRange? {
    var at = end
    while at < count, self[at] == 0x20 || self[at] == 0x09 { at += 1 }
    guard at < count, self[at] == 0x0A || self[at] == 0x0D else { return nil }
    at += self[at] == 0x0D && at + 1 < count && self[at + 1] == 0x0A ? 2 : 1
    while at < count, self[at] == 0x20 || self[at] == 0x09 { at += 1 }
    let start = at
    var stop = start
    while stop < count, stop - start <= 200, self[stop] != 0x0A, self[stop] != 0x0D, self[stop] != 0x0C { stop += 1 }
    let line = ByteRange(start, trimmedEnd(start, stop))
    return line.isEmpty ? nil : line
  }
}

extension UInt8 {
  /// A character that markings are written with.
  @inline(__always)
  var isOfMarking: Bool { isCapital || isDigit || isOne(of: " ", "/", ",", "-", ")") }

  /// A character that is drawn around a banner.
  @inline(__always)
  fileprivate var isDecoration: Bool { isOne(of: "*", "#", "-", "=", "~", "_") || self == 0x3E }
}
