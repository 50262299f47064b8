import Documents
package import MarkingGrammar
import MarkingModel

/// Looks through a copy for marks which the policy withholds, with clear text beside them: those that begin or end a line,
/// and whatever else may be one.
///
/// It knows nothing of portions, paragraphs and forms: what cut the document into them may be wrong about it. Lines are read
/// as they stand and as somebody reads them, with references, emphasis and look-alikes as what they show.
package struct ClearText {
  /// The number of the first such line of a reading text; nil where there is none. O(text).
  package static func firstLine(
    in text: [UInt8], under policy: Policy, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> Int? {
    // Before a mark, what shows nothing is nothing.
    let text = SeenText.of(text)
    let source = text.span
    var number = 0
    var at = 0
    var lists = Lists()
    while at < text.count {
      number += 1
      var end = at
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      let line = ByteRange(at, end)
      for reading in try ReadLine.readings(of: line, in: source) {
        var lists = lists
        let line = ByteRange(0, reading.count)
        if holdsMark(line, &lists, isFolded: true, under: policy, in: reading.span, vocabulary) { return number }
      }
      if holdsMark(line, &lists, isFolded: false, under: policy, in: source, vocabulary) { return number }
      if Pieces.trimmed(line, in: source).isEmpty { lists.endParagraph() }
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      at = end + 1
    }
    return nil
  }

  /// Whether a line holds a mark with clear text beside it. Where it is folded its columns do not show any more: text goes by
  /// the mark before it.
  private static func holdsMark(
    _ line: ByteRange, _ lists: inout Lists, isFolded: Bool, under policy: Policy, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var cell = line.start
    while cell < line.end {
      var next = cell
      while next < line.end, source[next] != UInt8(ascii: "|"),
        next == cell || !beginsCell(next, behind: cell, line.end, in: source, vocabulary)
      { next += 1 }
      let range = ByteRange(cell, next)
      cell = next < line.end && source[next] == UInt8(ascii: "|") ? next + 1 : next
      let mark = mark(of: range, in: source)
      let isListed = lists.take(range, mark, in: source)
      if let mark, !isListed, let statement = MarkStatement.read(mark, in: source, vocabulary),
        policy.portions.contains(where: { $0.fits(statement) }),
        isClear(
          isFolded
            ? upToMark(mark.end, range.end, in: source, vocabulary) : ByteRange(mark.end, range.end), in: source,
          vocabulary)
      {
        return true
      }
    }
    let line = Pieces.trimmed(line, in: source)
    return isClearBehindLikely(line, &lists.likely, under: policy, in: source, vocabulary)
      || isClearBefore(line, under: policy, in: source, vocabulary)
  }

  /// Whether a line ends with such a mark: `The quay is sold. (S//NF)`. A label before the text, `Subject:`, is no text.
  private static func isClearBefore(
    _ line: ByteRange, under policy: Policy, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let closing = ClosingMark.read(line, isAlone: false, in: source, vocabulary),
      policy.portions.contains(where: { $0.fits(closing.statement) })
    else { return false }
    let mark = closing.range
    let prefix = ItemPrefix.read(line.start, mark.start, in: source)
    var text = ByteRange(min(prefix.next, mark.start), mark.start)
    text.start = min(PortionReader.afterLabel(text, in: source), mark.start)
    // Text before another mark goes by that one.
    var place = text.start
    while place < text.end {
      if isMark(place, text.end, in: source, vocabulary),
        let inner = self.mark(of: ByteRange(place, text.end), in: source)
      {
        (text.start, place) = (inner.end, inner.end)
      } else {
        place += 1
      }
    }
    return isClear(text, in: source, vocabulary)
  }

  /// Whether text stands between what may be a mark and the next one, or the end of the line.
  private static func isClearBehindLikely(
    _ line: ByteRange, _ letters: inout LetterList, under policy: Policy, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    LikelyMark.all(in: line, &letters, of: source, vocabulary).contains { mark in
      guard policy.portions.contains(where: { $0.fits(mark.statement) }) else { return false }
      return isClear(upToMark(mark.range.end, line.end, in: source, vocabulary), in: source, vocabulary)
    }
  }

  /// What stands before the next mark.
  private static func upToMark(
    _ start: Int, _ limit: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ByteRange {
    var end = start
    while end < limit, !isMark(end, limit, in: source, vocabulary) { end += 1 }
    return ByteRange(start, end)
  }

  /// Whether a mark in parentheses begins there.
  private static func isMark(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard source[at] == UInt8(ascii: "("), let mark = mark(of: ByteRange(at, end), in: source) else { return false }
    return MarkStatement.read(mark, in: source, vocabulary) != nil
  }

  /// Whether a column begins with its own mark: behind a tab or three blanks.
  private static func beginsCell(
    _ at: Int, behind start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard source[at] == UInt8(ascii: "("),
      source[at - 1] == 0x09 || at - 3 >= start && (at - 3..<at).allSatisfy({ source[$0] == 0x20 })
    else { return false }
    return mark(of: ByteRange(at, end), in: source).flatMap { MarkStatement.read($0, in: source, vocabulary) } != nil
  }

  /// `(S)`, behind bullets and a number where there are any.
  private static func mark(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    var at = line.start
    var count = 0
    // What may stand before a mark is short, and no word: `  - 12.a. (S)`.
    while at < line.end, source[at] != UInt8(ascii: "(") {
      if source[at] != 0x20, source[at] != 0x09 { count += 1 }
      if count > 8 || at > line.start && source[at].isSmall && source[at - 1].isLetter { return nil }
      at += 1
    }
    guard at < line.end, source[at] == UInt8(ascii: "(") else { return nil }
    // `D(S)` is the office of a Deputy Secretary.
    if at > line.start, source[at - 1].isLetterOrDigit { return nil }
    // `(a) (S)`: the letter of an item before its mark.
    if at + 4 < line.end, source[at + 1].isLetterOrDigit, source[at + 2] == UInt8(ascii: ")") {
      let next = source.skipBlanks(at + 3, line.end)
      if next > at + 3, next < line.end, source[next] == UInt8(ascii: "(") { at = next }
    }
    var close = at
    while close < min(line.end, at + 80), source[close] != UInt8(ascii: ")") { close += 1 }
    return close < line.end && source[close] == UInt8(ascii: ")") ? ByteRange(at, close + 1) : nil
  }

  /// Whether anything but labels and marks stands there: letters, or digits that are no number of a paragraph.
  private static func isClear(
    _ rest: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = source.skipBlanks(rest.start, rest.end)
    let number = source.number(at: at, end: rest.end)
    if number.digits > 0, number.end < rest.end, source[number.end] == UInt8(ascii: ".") { at = number.end }
    while at < rest.end {
      if let label = WithheldLabel.read(at, in: source) {
        at = label.end
      } else if source[at] == UInt8(ascii: "("), let mark = mark(of: ByteRange(at, rest.end), in: source),
        MarkStatement.read(mark, in: source, vocabulary) != nil
      {
        at = mark.end
      } else if source[at].isLetterOrDigit || source[at] >= 0x80 {
        return true
      } else {
        at += 1
      }
    }
    return false
  }
}

/// Lists of letters: those of items, which may have blank lines between them, and those in the text of one paragraph.
private struct Lists {
  private var items = LetterList(beginsLate: true)
  private var letters = LetterList()
  /// Those in the text of one paragraph again, wherever they may be marks.
  var likely = LetterList()

  mutating func endParagraph() {
    letters.end()
    likely.end()
  }

  /// Takes notice of the letters in a line or cell. Whether its mark is one of them.
  mutating func take(_ range: ByteRange, _ mark: ByteRange?, in source: Span<UInt8>) -> Bool {
    var isFirst = true
    var isListed = false
    for place in range.start..<range.end where source[place] == UInt8(ascii: "(") {
      // `1.4(b)` and `[(b)(6)]` are no list.
      if place > range.start, source[place - 1].isLetterOrDigit || source[place - 1].isOne(of: ")", "[") { continue }
      var goesOn = letters.takes(place, range.end, in: source)
      if isFirst, let mark, place <= mark.start { goesOn = items.takes(place, range.end, in: source) || goesOn }
      isFirst = false
      if place == mark?.start { isListed = goesOn }
    }
    return isListed
  }
}
