import Documents
import MarkingGrammar
import MarkingModel

/// A mark in a text, where its reader looks for none.
struct TextMark {
  var range: ByteRange
  var statement: PortionStatement
  /// Whether nothing follows it on its line, so that it may be the mark of what stands before it.
  var endsLine = false
  /// Whether it begins its line, behind a letter or bullet, so that a portion of its own begins there.
  var isOfItem = false
}

/// Finds such marks in the text of a telegram's paragraphs, in one line after the other.
struct TextMarks {
  /// Whether paragraphs of the telegram have marks: then letters alone are marks as well, and so are damaged ones.
  let amongMarks: Bool
  /// Where marks begin that are known.
  let known: Set<Int>
  /// The letters of items, and those of a list in the text: `(C)` at the start of a line goes on with the former, unless
  /// the sentence above has not ended.
  private var items = LetterList(beginsLate: true)
  private var letters = LetterList()

  /// Whether marks at the beginning of a line may be damaged ones.
  private let damaged: Bool

  init(amongMarks: Bool, known: Set<Int>, damaged: Bool = true) {
    self.amongMarks = amongMarks
    self.known = known
    self.damaged = damaged && amongMarks
  }

  /// Where another portion begins, no list goes on.
  mutating func endList() {
    items.end()
    letters.end()
  }

  /// Takes notice of a letter. Whether it goes on with a list.
  private mutating func takes(_ at: Int, _ line: ByteRange, isFirst: Bool, in source: Span<UInt8>) -> Bool {
    isFirst && !Self.goesOn(before: line.start, in: source)
      ? items.takes(at, line.end, in: source) : letters.takes(at, line.end, in: source)
  }

  /// Whether the line above ends within a list: `(A), (B) and`.
  private static func goesOn(before start: Int, in source: Span<UInt8>) -> Bool {
    var end = start
    var breaks = 0
    while end > 0, source[end - 1] <= 0x20 {
      end -= 1
      if source[end] == 0x0A || source[end] == 0x0D && source[end + 1] != 0x0A { breaks += 1 }
    }
    guard breaks == 1, end > 0 else { return false }
    if source[end - 1].isOne(of: ",", ";", "(") { return true }
    var word = end
    while word > 0, source[word - 1].isLetter { word -= 1 }
    return ["AND", "OR", "THROUGH", "TO"].contains {
      end - word == $0.utf8.count && source.hasAnyCase($0, at: word, end: end)
    }
  }

  /// The marks of a line in order. Time: its length.
  mutating func read(
    _ line: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [TextMark] {
    var marks: [TextMark] = []
    let first = Self.itemEnd(line, in: source)
    var at = line.start
    if damaged, !known.contains(first), Self.whole(first, line.end, in: source, vocabulary) == nil,
      let found = DamagedMark.read(first, line.end, in: source, vocabulary)
    {
      marks.append(found)
      at = found.range.end
    }
    while at < line.end {
      guard source[at].isOne(of: "(", "["), !isGlued(at, line.start, in: source) else {
        at += 1
        continue
      }
      let found =
        Self.whole(at, line.end, in: source, vocabulary)
        ?? (amongMarks ? TextMark.withSlash(at, line.end, in: source, vocabulary) : nil)
      guard var mark = found, mark.range.start >= line.start else {
        _ = takes(at, line, isFirst: at == first || at == line.start, in: source)
        at += 1
        continue
      }
      let isLetter = mark.range.count == 3
      let isListed =
        isLetter
        && (takes(at, line, isFirst: at == first || at == line.start, in: source)
          || Self.isCited(at, line.start, in: source))
      if !known.contains(at), !isListed, amongMarks || !isLetter {
        let next = source.skipBlanks(Self.pastStops(mark.range.end, line.end, in: source), line.end)
        mark.endsLine = next >= line.end
        mark.isOfItem = at == first && first > line.start && !source[line.start].isDigit
        marks.append(mark)
      }
      at = mark.range.end
    }
    return marks
  }

  /// `DISTRICT(S)`, `212(a)(C)`; behind a mark of one letter it is a mark as well, `(U)(S)`.
  private func isGlued(_ at: Int, _ start: Int, in source: Span<UInt8>) -> Bool {
    at > start && (source[at - 1].isLetterOrDigit || source[at - 1] == UInt8(ascii: ")") && !known.contains(at - 3))
  }

  /// Where the text begins behind the number, letter or bullet of a line: `(A)` is a letter where a mark follows.
  static func itemEnd(_ line: ByteRange, in source: Span<UInt8>) -> Int {
    // `--`, as telegrams write bullets.
    var dashes = line.start
    while dashes < line.end, source[dashes] == UInt8(ascii: "-") { dashes += 1 }
    if dashes > line.start + 1, dashes < line.end, source[dashes] == 0x20 { return source.skipBlanks(dashes, line.end) }
    let prefix = ItemPrefix.read(line.start, line.end, in: source)
    if prefix.kind != .none { return prefix.next }
    let isLetter =
      line.start + 3 < line.end && source[line.start] == UInt8(ascii: "(") && source[line.start + 1].isLetterOrDigit
      && source[line.start + 2] == UInt8(ascii: ")")
    guard isLetter else { return prefix.next }
    let next = source.skipBlanks(line.start + 3, line.end)
    return next > line.start + 3 && next < line.end && source[next] == UInt8(ascii: "(") ? next : prefix.next
  }

  /// How many blanks stand before the text of the line that a byte stands on.
  static func indent(of at: Int, in source: Span<UInt8>) -> Int {
    var start = at
    while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    return source.skipBlanks(start, at) - start
  }

  /// `END TEXT.`, `UNQUOTE`.
  static func endsQuotation(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    var at = line.start
    while at < line.end, !source[at].isLetterOrDigit { at += 1 }
    return ["END TEXT", "END OF TEXT", "END QUOTE", "UNQUOTE"].contains { source.hasAnyCase($0, at: at, end: line.end) }
  }

  /// A mark in parentheses that is whole: of letters in capitals, or with slashes.
  static func whole(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> TextMark? {
    guard at < end, source[at].isOne(of: "(", "["), let close = closing(at, end, in: source) else { return nil }
    let range = ByteRange(at, close + 1)
    guard source.holdsSlashes(at, close) || source[at] == UInt8(ascii: "(") && isWord(range, in: source, vocabulary)
    else { return nil }
    return MarkStatement.read(range, in: source, vocabulary).map { TextMark(range: range, statement: $0) }
  }

  /// The end of a mark, on its line or, where it has slashes, on the next one.
  static func closing(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    var i = at + 1
    let limit = min(source.count, at + 160)
    var line = end
    while i < limit {
      if i == line {
        guard line == end, source.holdsSlashes(at, end) else { return nil }
        while i < limit, source[i] <= 0x20 {
          if source[i] == 0x0A, i > end + 1 { return nil }
          i += 1
        }
        line = i
        while line < source.count, source[line] != 0x0A, source[line] != 0x0D { line += 1 }
        continue
      }
      if source[i].isOne(of: ")", "]") { return i }
      if source[i].isOne(of: "(", "[") { return nil }
      i += 1
    }
    return nil
  }

  /// `(SBU)`, `(C)`, `(TOP SECRET)`; of small letters those that are no words: `(sbu)`.
  private static func isWord(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let mark = vocabulary.marks.mark(in: source, at: range.start, end: range.end), mark.isLegal else {
      return false
    }
    let isSmall = (range.start..<range.end).contains { source[$0].isSmall }
    return !isSmall || range.count > 3 && range.count <= 6
  }

  /// Behind the points and commas that close a sentence before or behind a mark.
  private static func pastStops(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    while i < end, source[i] > 0x20, !source[i].isLetterOrDigit, source[i] < 0x80, !source[i].isOne(of: "(", "[") {
      i += 1
    }
    return i
  }

  /// `1.4 (B) AND (C)`: letters of a section that is cited, which are no marks.
  private static func isCited(_ at: Int, _ start: Int, in source: Span<UInt8>) -> Bool {
    var i = source.trimmedEnd(start, at)
    while i > start {
      let before = i
      if i - 3 >= start, source[i - 1] == UInt8(ascii: ")"), source[i - 3] == UInt8(ascii: "(") {
        i -= 3
      } else if source[i - 1] == UInt8(ascii: ",") {
        i -= 1
      } else if i - 4 >= start, source.hasAnyCase(" AND", at: i - 4, end: i) {
        i -= 4
      }
      i = source.trimmedEnd(start, i)
      if i == before { break }
    }
    return i - 3 >= start && source[i - 3] == UInt8(ascii: "1") && source[i - 2] == UInt8(ascii: ".")
      && source[i - 1].isOne(of: "4", "5")
  }
}
