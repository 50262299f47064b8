import MarkingModel

/// Where in a text the marking stands, and whether it is the line of a page or the mark of a portion.
struct MarkingFrame: ~Copyable {
  var kind: WrittenMarking.Kind
  /// The marking, without the text around it.
  var whole: ByteRange
  /// What is read: without the parentheses of a portion.
  var inner: ByteRange
  var defects: [MarkingDefect] = []

  init(_ kind: WrittenMarking.Kind, _ whole: ByteRange, inner: ByteRange, _ defects: [MarkingDefect] = []) {
    self.kind = kind
    self.whole = whole
    self.inner = inner
    self.defects = defects
  }

  /// Without a `kind` parentheses mean a portion, one of them too where a classification follows; text around a portion
  /// mark does not belong to it.
  static func find(in text: Span<UInt8>, kind: WrittenMarking.Kind?) -> MarkingFrame {
    let start = text.skipBlanks(0, text.count)
    let whole = ByteRange(start, text.trimEnd(start, text.count))
    if kind != .banner, let found = portion(text, whole) { return found }
    return kind == .portion ? bare(text, whole) : MarkingFrame(.banner, whole, inner: whole)
  }

  /// A portion mark without its parentheses.
  static func bare(_ text: Span<UInt8>, _ whole: ByteRange) -> MarkingFrame {
    MarkingFrame(.portion, whole, inner: whole, whole.isEmpty ? [] : [parentheses(text, whole, whole)])
  }

  private static func portion(_ text: Span<UInt8>, _ whole: ByteRange) -> MarkingFrame? {
    guard whole.count >= 2 else { return nil }
    let opens = text[whole.start].isOpening
    let closes = text[whole.end - 1].isClosing
    if opens {
      let mark = text.innermost(whole.start + 1, whole.end)
      let close = text.lastClosing(text.firstClosing(mark, whole.end), mark, whole)
      if close == whole.end {
        let inner = ByteRange(whole.start + 1, whole.end)
        guard beginsPortion(text, inner) else { return nil }
        return MarkingFrame(
          .portion, whole, inner: inner,
          [MarkingDefect(.parentheses, ByteRange(whole.end, whole.end), replacement: ")")])
      }
      // What stands behind a mark is the text that it is about.
      if close + 1 < whole.end, text[close + 1] == 0x20, beginsPortion(text, ByteRange(mark, close)) {
        return bracketed(text, ByteRange(whole.start, close + 1))
      }
      return closes ? bracketed(text, whole) : nil
    }
    guard closes else { return nil }
    let open = text.lastOpening(whole.start, whole.end - 1)
    if open < whole.start {
      let inner = ByteRange(whole.start, whole.end - 1)
      guard beginsPortion(text, inner) else { return nil }
      return MarkingFrame(
        .portion, whole, inner: inner,
        [MarkingDefect(.parentheses, ByteRange(whole.start, whole.start), replacement: "(")])
    }
    guard text[open - 1] == 0x20, beginsPortion(text, ByteRange(open + 1, whole.end - 1)),
      !text.hasSlash(whole.start, open), !isLevel(text, ByteRange(whole.start, open))
    else { return nil }
    var frame = bracketed(text, ByteRange(open, whole.end))
    frame.defects.append(MarkingDefect(.afterText, ByteRange(open, whole.end)))
    return frame
  }

  /// Whether a range is nothing but a level, spelled out: `UNCLASSIFIED (CUI)` is a banner, and no text with its mark.
  private static func isLevel(_ text: Span<UInt8>, _ range: ByteRange) -> Bool {
    guard let level = LevelWords.match(text, range.start, range.end), level.form == .title else { return false }
    return text.skipBlanks(level.end, range.end) == range.end
  }

  /// What stands in brackets. Of several pairs the innermost holds the mark: `((S))`.
  private static func bracketed(_ text: Span<UInt8>, _ whole: ByteRange) -> MarkingFrame {
    var first = text.skipBlanks(whole.start + 1, whole.end - 1)
    var last = text.trimEnd(first, whole.end - 1)
    var isNested = false
    while last > first + 1, text[first].isOpening, text[last - 1].isClosing {
      isNested = true
      first = text.skipBlanks(first + 1, last - 1)
      last = text.trimEnd(first, last - 1)
    }
    let inner = ByteRange(min(first, last), last)
    if isNested || text[whole.start] != 0x28 || text[whole.end - 1] != 0x29 {
      return MarkingFrame(.portion, whole, inner: inner, [parentheses(text, whole, inner)])
    }
    var defects: [MarkingDefect] = []
    if first > whole.start + 1 {
      defects.append(MarkingDefect(.space, ByteRange(whole.start + 1, first), replacement: ""))
    }
    if last < whole.end - 1, last > first {
      defects.append(MarkingDefect(.space, ByteRange(last, whole.end - 1), replacement: ""))
    }
    return MarkingFrame(.portion, whole, inner: inner, defects)
  }

  private static func parentheses(_ text: Span<UInt8>, _ whole: ByteRange, _ inner: ByteRange) -> MarkingDefect {
    MarkingDefect(
      .parentheses, whole, replacement: inner.count > 200 ? nil : "(" + text.words(inner.start, inner.end) + ")")
  }

  /// Whether a range begins as the mark of a portion does: with the letters of a level, or with the slashes before
  /// another owner's.
  private static func beginsPortion(_ text: Span<UInt8>, _ range: ByteRange) -> Bool {
    let at = text.skipBlanks(range.start, range.end)
    guard at < range.end else { return false }
    if text[at] == 0x2F { return at + 1 < range.end && text[at + 1] == 0x2F }
    guard let level = LevelWords.match(text, at, range.end), level.form == .portion else {
      return LevelWords.word("CUI", text, at, range.end).map { $0 == range.end || text[$0] == 0x2F } ?? false
    }
    let next = text.skipBlanks(level.end, range.end)
    return next == range.end || text[next] == 0x2F
  }
}

extension UInt8 {
  fileprivate var isOpening: Bool { self == 0x28 || self == 0x5B || self == 0x7B }
  fileprivate var isClosing: Bool { self == 0x29 || self == 0x5D || self == 0x7D }
}

extension Span where Element == UInt8 {
  fileprivate func firstClosing(_ from: Int, _ to: Int) -> Int {
    var i = from
    while i < to, !self[i].isClosing { i += 1 }
    return i
  }

  /// Where what stands in all brackets begins that open there.
  fileprivate func innermost(_ from: Int, _ to: Int) -> Int {
    var (i, inner) = (from, from)
    while i < to, self[i].isOpening || self[i] == 0x20 {
      i += 1
      if self[i - 1].isOpening { inner = i }
    }
    return inner
  }

  /// The last bracket that closes one before `mark`: the first of them stands at `close`.
  fileprivate func lastClosing(_ close: Int, _ mark: Int, _ whole: ByteRange) -> Int {
    var last = close
    for i in (whole.start + 1)..<mark where self[i].isOpening {
      let next = skipBlanks(last + 1, whole.end)
      guard last < whole.end, next < whole.end, self[next].isClosing else { break }
      last = next
    }
    return last
  }

  /// `from - 1` where none stands.
  fileprivate func lastOpening(_ from: Int, _ to: Int) -> Int {
    var i = to - 1
    while i >= from, !self[i].isOpening { i -= 1 }
    return i
  }

  fileprivate func hasSlash(_ from: Int, _ to: Int) -> Bool {
    var i = from
    while i < to {
      if self[i] == 0x2F { return true }
      i += 1
    }
    return false
  }
}
