import MarkingModel

/// Follows the numbers of paragraphs: which continue the sequence of the telegram, which those of an inner list or
/// attachment, and which numbers at the start of a line are no paragraph numbers at all.
///
/// Text wraps, and a date or an amount comes to stand at the start of a line ("… ON MARCH / 3. THE …"). A number is
/// taken more easily the better it fits: the expected one where the line before ends a sentence; another one only after
/// a blank line or with a portion mark behind it, which no date and no amount has; a number far off only with the mark.
struct ParagraphSequence: Sendable {
  /// What is known of the line that begins with a number.
  struct Candidate {
    var number: Int
    var digits: Int
    /// Where it stands.
    var at: Int
    /// Blanks before it, and what closes the number: items of one list look alike.
    var indent: Int
    var sign: UInt8
    /// Whether a blank line stands before it.
    var isFresh: Bool
    /// Whether the line before ends a sentence or announces a list.
    var isAfterSign: Bool
    /// Whether a sentence ends with the line before.
    var isAfterSentence: Bool
    /// Whether it is much shorter than lines of text are.
    var isAfterShort: Bool
    var hasMark: Bool
    /// Whether the mark is written in capitals, as no letter of a list or of an article in the middle of a sentence is.
    var isInCapitals: Bool
    var hasPilcrow: Bool
    /// Whether it stands between two lines of hyphens and has no mark: a heading.
    var isBoxed: Bool

    var isAfterEnd: Bool { isAfterSign || isAfterShort }
  }

  /// What a number was taken for.
  struct Reading: Sendable {
    /// After repair.
    var number: Int
    var expected: Int
    var isInner = false
    /// Whether an inner list begins with it.
    var restarts = false
    /// Whether it begins again at 1 because a section begins.
    var restartsSection = false
    /// Whether a 1 that was a pilcrow was taken off.
    var isPilcrow = false
    /// Whether the number that was taken last was none of a paragraph: this is the paragraph that has it.
    var replacesLast = false
  }

  private struct List {
    /// Where it begins.
    var start: Int
    var last: Int
    var indent: Int
    var sign: UInt8
    /// Whether it has one paragraph so far.
    var isFirst = false

    /// The telegram, from a number on that was read elsewhere.
    init(_ number: Int) {
      start = 0
      last = number
      indent = 0
      sign = 0x2E
    }

    init(_ line: Candidate, last: Int, isFirst: Bool = false) {
      self.isFirst = isFirst
      start = line.at
      self.last = last
      indent = line.indent
      sign = line.sign
    }

    /// Items of one list look alike.
    func looksLike(_ line: Candidate) -> Bool { line.indent == indent && line.sign == sign }
  }

  private var main: List?
  private var inner: List?
  /// Why the number that was taken last may be none of a paragraph. It has no mark.
  private enum Doubt {
    case none
    /// It may be a wrapped date: only the shortness of the line before speaks for it.
    case date
    /// It may be that of a heading: headings may be numbered apart.
    case heading
  }
  private var doubt = Doubt.none
  /// Whether a section has begun and no text of it was read yet.
  private var isAtSection = false
  /// Whether no blank line stood before any paragraph but the first.
  private var isSolid = false
  /// The number that was expected where another one stood last: the next may go on from there.
  private var slip: Int?
  /// Whether the document begins with a later section: then it begins with any number.
  private var beginsLate = false

  /// The number of the last paragraph of the telegram; 0 before the first.
  var last: Int { main?.last ?? 0 }

  mutating func beginSection(_ section: Int) {
    if main == nil, section > 1 { beginsLate = true }
    isAtSection = main != nil
  }

  /// Takes notice of a line of text: numbers that begin again later in the section are those of a list.
  mutating func leaveSectionStart() { isAtSection = false }

  /// Takes a number that was read elsewhere (a numbered Classified-By block).
  mutating func skip(to number: Int) {
    guard number == last + 1 else { return }
    main = List(number)
    doubt = .none
  }

  /// Takes notice that a passage ends which began at an offset: a list that it quotes ends with it.
  mutating func endPassage(from start: Int) {
    if let list = inner, list.start > start { inner = nil }
  }

  /// Takes notice that a paragraph without a number begins: what was taken before it stays.
  mutating func takeUnnumbered() { doubt = .none }

  /// Decides on a number; nil where it is no paragraph number.
  mutating func take(_ line: Candidate) -> Reading? {
    guard line.number > 0 else { return nil }
    if let reading = takeAgain(line) { return reading }
    // A heading that is numbered apart.
    if line.isBoxed, line.number != last + 1 { return nil }
    if let reading = takeInner(line) { return reading }
    if line.number == last + 1, line.isFresh || line.isAfterEnd || line.hasMark || line.hasPilcrow {
      let reading = takeMain(line, line.number)
      if line.isBoxed {
        doubt = .heading
      } else if !line.isFresh, !line.isAfterSign, !line.hasMark, !line.hasPilcrow {
        doubt = .date
      }
      return reading
    }
    if isAtSection, line.number == 1, last > 0 {
      var reading = takeMain(line, 1)
      reading.restartsSection = true
      return reading
    }
    if let number = pilcrow(line) {
      var reading = takeMain(line, number)
      reading.isPilcrow = true
      return reading
    }
    if line.number == 1, last > 0, line.isFresh || line.isAfterEnd || line.indent > (main?.indent ?? 0) {
      doubt = .none
      inner = List(line, last: 1)
      return Reading(number: 1, expected: 1, isInner: true, restarts: true)
    }
    guard line.isFresh || line.hasPilcrow || isInSolidText(line) else { return takeMarked(line) }
    return isNear(line) || line.hasMark ? takeMain(line, line.number) : nil
  }

  /// Whether a number that is repeated or skips one begins a paragraph in a text that has no blank lines between them:
  /// it looks like the others, and a sentence ends before it.
  private func isInSolidText(_ line: Candidate) -> Bool {
    guard let main, isSolid || main.isFirst, inner == nil, line.isAfterSentence, line.sign == 0x2E else { return false }
    return main.looksLike(line) && line.number >= last && line.number <= last + 2
  }

  /// A number that does not continue the telegram and stands in the middle of its lines: with a legal mark behind it,
  /// it is that of a paragraph, as where paragraphs were lost.
  private mutating func takeMarked(_ line: Candidate) -> Reading? {
    guard isCertain(line) else { return nil }
    guard let main, line.indent > main.indent, line.sign != main.sign else { return takeMain(line, line.number) }
    // Further in than the paragraphs and closed by another sign: an item of a list that has a gap or begins late.
    if let list = inner, list.looksLike(line) {
      inner?.last = line.number
      return Reading(number: line.number, expected: line.number, isInner: true)
    }
    inner = List(line, last: line.number)
    return Reading(number: line.number, expected: line.number, isInner: true, restarts: true)
  }

  /// The number of the last paragraph once more: that one was a date, where this one has a mark, or a heading.
  private mutating func takeAgain(_ line: Candidate) -> Reading? {
    guard doubt != .none, line.number == last,
      line.hasMark || doubt == .heading && !line.isBoxed && (line.isFresh || line.isAfterEnd)
    else { return nil }
    var reading = takeMain(line, line.number)
    reading.expected = line.number
    reading.replacesLast = true
    return reading
  }

  /// A number that continues the inner list. Where it would continue the telegram as well, the looks decide.
  private mutating func takeInner(_ line: Candidate) -> Reading? {
    guard let list = inner, line.number == list.last + 1 else { return nil }
    let looksInner = list.looksLike(line)
    if line.number == last + 1, !looksInner { return nil }
    guard line.isFresh || line.isAfterEnd || looksInner else { return nil }
    inner?.last = line.number
    doubt = .none
    return Reading(number: line.number, expected: list.last + 1, isInner: true)
  }

  private mutating func takeMain(_ line: Candidate, _ number: Int) -> Reading {
    var expected = main == nil && beginsLate ? number : last + 1
    if number != expected, let slip, number == slip + 1 { expected = number }
    slip = number == expected ? nil : expected
    if main != nil { isSolid = !line.isFresh && (isSolid || main?.isFirst == true) }
    main = List(line, last: number, isFirst: main == nil)
    inner = nil
    isAtSection = false
    doubt = .none
    return Reading(number: number, expected: expected)
  }

  /// The expected number, where a 1 that was a pilcrow stands before it: 14 for 4, 110 for 10.
  private func pilcrow(_ line: Candidate) -> Int? {
    let expected = last + 1
    guard line.isFresh ? expected > 1 || line.hasMark : isCertain(line) else { return nil }
    switch line.digits {
    case 2: return line.number - 10 == expected && expected < 10 ? expected : nil
    case 3: return line.number - 100 == expected && 10..<100 ~= expected ? expected : nil
    default: return nil
    }
  }

  /// Whether a legal mark shows that a number in the middle of the lines is that of a paragraph. It does not where they
  /// read on: `ARTICLE / 3 (C) SAYS`, `ITEMS 1. (a), 2. (b) AND / 3. (c)`.
  private func isCertain(_ line: Candidate) -> Bool {
    line.hasMark && (line.isAfterEnd ? line.sign != 0 || isNear(line) : line.sign != 0 && line.isInCapitals)
  }

  /// Whether a gap or a repeat is small enough for a slip of the drafter or a lost paragraph.
  private func isNear(_ line: Candidate) -> Bool {
    if main == nil { return beginsLate || line.number <= 4 }
    return line.number >= last && line.number <= last + 4
  }
}
