import MarkingGrammar
import MarkingModel

// Where the name, number or remark of a caption ends, and what joins captions of one line.
extension CaptionLine {
  /// The end of what belongs to a caption: where the next one begins (`CODEL HARRIS, SENSITIVE, SIPDIS`, `AIDAC NOFORN`),
  /// or the end of the line. `at` is directly behind the caption.
  ///
  /// Where only a blank stands between, the rest of the line must be captions, and the next one none with an argument: a
  /// remark has such words as well (`CORRECTED COPY ADDING SIPDIS`, `AIDAC STATE FOR CODEL HARRIS`). A line has at most
  /// 160 bytes.
  static func argumentEnd(
    of caption: CaptionWord, _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int {
    let first = skipSeparators(at, end, in: source)
    guard first < end, source.first(0x28, from: at, to: first) == nil else { return end }
    let isRemark = caption.name == "CORRECTED COPY"
    var i = at
    while i < end {
      let next = skipSeparators(i, end, in: source)
      guard next < end else { break }
      let isListed = isComma(i, next, in: source)
      if next == first || isListed || !isRemark, next > i,
        beginsCaptions(next, end, withArgument: next == first || isListed, in: source, vocabulary)
      {
        return next
      }
      i = next
      while i < end, skipSeparators(i, end, in: source) == i { i += 1 }
    }
    return end
  }

  /// Whether a comma or a semicolon stands in a range.
  private static func isComma(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    for i in start..<end where source[i] == 0x2C || source[i] == 0x3B { return true }
    return false
  }

  /// Whether a range is captions one after the other, up to one with an argument.
  private static func beginsCaptions(
    _ start: Int, _ end: Int, withArgument: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = start
    while at < end {
      guard let found = vocabulary.captions.longest(in: source, at: at, end: end) else {
        return withArgument && namedAddressee(at, end, in: source) != nil
      }
      if takesArgument(found.caption) { return withArgument || at > start }
      let next = skipSeparators(found.end, end, in: source)
      // An item of a list is whole.
      if withArgument, isComma(found.end, next, in: source) { return true }
      at = afterAnd(next, end, in: source, vocabulary) ?? next
    }
    return true
  }

  /// `FOR AMBASSADOR BLAKE ONLY` in a list of captions: the offset behind it; nil where none stands at `at`.
  static func namedAddressee(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard source.hasWord("FOR", at: at, end: end) else { return nil }
    var i = at + 3
    for _ in 0..<10 where i < end {
      i = source.skipBlanks(i, end)
      if source.hasWord("ONLY", at: i, end: end) { return i + 4 }
      while i < end, source[i] > 0x20 {
        if source[i] == 0x2C || source[i] == 0x3B { return nil }
        i += 1
      }
    }
    return nil
  }

  /// The same where nothing but captions follow it.
  static func listedAddressee(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard let only = namedAddressee(at, end, in: source) else { return nil }
    let next = skipSeparators(only, end, in: source)
    return next >= end || beginsCaptions(next, end, withArgument: true, in: source, vocabulary) ? only : nil
  }

  /// `NODIS AND EXDIS`: the offset of a caption that AND joins to the one before.
  static func afterAnd(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard source.hasWordAnyCase("AND", at: at, end: end) else { return nil }
    let next = source.skipBlanks(at + 3, end)
    guard next < end, vocabulary.captions.longest(in: source, at: next, end: end) != nil else { return nil }
    return next
  }

  /// The end of an item of a list, the comma or semicolon behind it; nil for the last one.
  static func itemEnd(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    for i in at..<end where source[i] == 0x2C || source[i] == 0x3B { return i > at ? i : nil }
    return nil
  }
}
