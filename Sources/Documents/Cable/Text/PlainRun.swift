import MarkingGrammar
import MarkingModel

/// Plain lines of text that follow one another: nothing of them counts but their lengths and the last two.
struct PlainRun {
  private(set) var count = 0
  /// The length of the longest line so far, in characters.
  private(set) var longest: Int
  /// Lines as the handbook would wrap them.
  private(set) var wrapped = 0
  private(set) var last = ByteRange(0, 0)
  private(set) var previous = ByteRange(0, 0)

  /// `longest` is that of the lines before.
  init(longest: Int) { self.longest = longest }

  /// Adds a line of ASCII.
  @inline(__always)
  mutating func add(_ line: ByteRange) {
    count &+= 1
    longest = max(longest, line.count)
    wrapped &+= BodyMetrics.wrapped(line.count)
    previous = last
    last = line
  }
}

// Lines of text that are nothing else.
extension BodyReader {
  /// Takes lines as long as they are text and nothing else, as most are, and returns the first that may be another; nil
  /// after the last. `take` and `takeBlank` would do the same with each of them. `blanks` counts the blank lines since the
  /// last line of text. `isScan`: a stamp may have landed in a line, which is then another.
  mutating func takeLines(
    _ scanner: inout LineScanner, blanks: inout Int, isScan: Bool, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> SourceLine? {
    while true {
      let before = metrics.textLines
      let other = takeRun(&scanner, isScan: isScan, in: source)
      if metrics.textLines > before { blanks = 0 }
      if other == nil, scanner.takeEmptyLine(in: source) {
        takeBlank()
        blanks += 1
        continue
      }
      guard let line = other ?? scanner.line(in: source) else { return nil }
      let start = source.skipBlanks(line.start, line.end)
      guard start < line.end else {
        takeBlank()
        blanks += 1
        continue
      }
      let end = source.trimmedEnd(start, line.end)
      guard Self.isText(start, end, in: source), !isScan || source.stampInside(start, end) == nil else { return line }
      take(line, start, end, in: source, vocabulary)
      blanks = 0
    }
  }

  /// Whether a line can be nothing but text.
  @inline(__always)
  private static func isText(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    source[start] != 0x4E && !source.mayBeginMarker(start, end)
      && !PageHeading.mayEnd(at: end, from: start, in: source)
  }

  /// Takes lines as long as nothing but words stand in them, none of which matters: most are told where the lines are cut.
  /// Returns the first that may be another, where it was taken from the scanner.
  private mutating func takeRun(
    _ scanner: inout LineScanner, isScan: Bool, in source: Span<UInt8>
  ) -> SourceLine? {
    // A block of authority begins after a blank line only, a heading there or below a line of hyphens.
    guard state.blanks == 0, state.last != nil, state.pages.isEmpty, openCitation == nil, openEnd == nil,
      openAuthority == nil, !isBehindRule(in: source)
    else { return nil }
    var run = PlainRun(longest: metrics.longestLine)
    var other: SourceLine?
    while true {
      if !isScan { scanner.takePlainLines(into: &run, in: source) }
      let start = scanner.next
      guard let end = scanner.plainLineEnd(in: source) else { break }
      guard Self.isPlain(start, end, in: source), !isScan || source.stampInside(start, end) == nil else {
        other = SourceLine(start: start, end: end, number: scanner.number)
        other?.trigger = .max
        other?.isPrintable = true
        break
      }
      run.add(ByteRange(start, end))
    }
    if run.count > 0 { keep(run, before: other == nil ? scanner.number &+ 1 : scanner.number) }
    return other
  }

  /// Whether a line of printable ASCII in which no word matters is nothing but words, and no blank stands at its ends.
  private static func isPlain(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    end &- start >= 2 && source[start].isLetter && source[end &- 1] != 0x20 && isText(start, end, in: source)
      && !LineStart.mayBegin(start, end, in: source)
  }

  /// Counts and keeps the lines of a run; `before` is the number of the line behind it.
  private mutating func keep(_ run: PlainRun, before number: Int) {
    sequence.leaveSectionStart()
    metrics.count(run)
    var line = SourceLine(start: run.last.start, end: run.last.end, number: number &- 1)
    line.trigger = .max
    line.isPrintable = true
    state.previous = run.count > 1 ? run.previous : state.last?.text
    state.last = (line, run.last)
    state.blanks = 0
  }
}
