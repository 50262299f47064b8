import MarkingModel

/// Plain lines of text that follow one another: nothing of them counts but their lengths and the last two.
struct PlainRun {
  private(set) var count = 0
  /// The length of the longest line so far, in characters.
  private(set) var longest: Int
  /// Lines as the handbook would wrap them.
  private(set) var wrapped = 0
  /// Where the first begins.
  private(set) var first = 0
  private(set) var last = ByteRange(0, 0)
  private(set) var previous = ByteRange(0, 0)

  /// `longest` is that of the lines before.
  init(longest: Int) { self.longest = longest }

  /// Adds a line of ASCII.
  @inline(__always)
  mutating func add(_ line: ByteRange) {
    if count == 0 { first = line.start }
    count &+= 1
    longest = max(longest, line.count)
    wrapped &+= BodyMetrics.wrapped(line.count)
    previous = last
    last = line
  }
}

// Lines of text that are nothing else.
extension BodyReader {
  /// Takes lines as long as nothing but words stand in them, none of which matters, and returns the first that may be
  /// another; nil after the last. `take` would do the same with each of them.
  mutating func takePlainLines(_ scanner: inout LineScanner, in source: Span<UInt8>) -> SourceLine? {
    guard state.pages.isEmpty, openCitation == nil, openEnd == nil, openAuthority == nil else {
      return scanner.line(in: source)
    }
    // A block of authority begins after a blank line only.
    var isFresh = state.blanks > 0 || state.last == nil
    while true {
      if let other = takeRun(&scanner, isFresh: &isFresh, in: source) { return other }
      guard let line = scanner.line(in: source) else { return nil }
      let start = source.skipBlanks(line.start, line.end)
      let end = source.trimmedEnd(start, line.end)
      guard start < end, line.trigger >= end, Self.isPlain(start, end, isFresh: isFresh, in: source) else {
        return line
      }
      isFresh = false
      sequence.leaveSectionStart()
      count(line, start, end, in: source)
      keep(line, start, end)
    }
  }

  /// Whether a line of text in which no word matters can be nothing else.
  private static func isPlain(_ start: Int, _ end: Int, isFresh: Bool, in source: Span<UInt8>) -> Bool {
    source[start] != 0x4E && !source.mayBeginMarker(start, end)
      && !PageHeading.mayEnd(at: end, from: start, in: source) && !LineStart.mayBegin(start, end, in: source)
      && !(isFresh && isAuthorityLetter(source[start]))
  }

  /// Takes plain lines of printable ASCII without blanks at their ends: most are told by their first two bytes and their
  /// last two. Returns the first that may be another, where it was taken from the scanner.
  private mutating func takeRun(
    _ scanner: inout LineScanner, isFresh: inout Bool, in source: Span<UInt8>
  ) -> SourceLine? {
    var run = PlainRun(longest: metrics.longestLine)
    var other: SourceLine?
    while true {
      let start = scanner.next
      guard let end = scanner.plainLineEnd(in: source) else { break }
      guard Self.isPlainText(start, end, isFresh: isFresh, in: source) else {
        other = SourceLine(start: start, end: end, number: scanner.number)
        other?.trigger = .max
        other?.isPrintable = true
        break
      }
      isFresh = false
      run.add(ByteRange(start, end))
    }
    if run.count > 0 { keep(run, before: other == nil ? scanner.number &+ 1 : scanner.number) }
    return other
  }

  /// The same as `isPlain` for a line of printable ASCII, and only where it has two bytes or more and no blank stands at
  /// its ends.
  @inline(__always)
  private static func isPlainText(_ start: Int, _ end: Int, isFresh: Bool, in source: Span<UInt8>) -> Bool {
    let line = source.extracting(start..<end)
    let count = line.count
    guard count >= 2 else { return false }
    let (first, second, last) = (line[0], line[1], line[count &- 1])
    // Small letters begin text, but for the head of a record, and most lines end with letters and signs.
    if first.isSmall, first != 0x6D, second != 0x2E, second != 0x29, last != 0x20, !last.isDigit,
      !line[count &- 2].isDigit, !isFresh
    {
      return true
    }
    return first.isLetter && last != 0x20 && isPlain(start, end, isFresh: isFresh, in: source)
  }

  /// Counts and keeps the lines of a run; `before` is the number of the line behind it.
  private mutating func keep(_ run: PlainRun, before number: Int) {
    sequence.leaveSectionStart()
    metrics.count(run)
    if state.start == nil { state.start = run.first }
    var line = SourceLine(start: run.last.start, end: run.last.end, number: number &- 1)
    line.trigger = .max
    line.isPrintable = true
    state.previous = run.count > 1 ? run.previous : state.last?.text
    state.last = (line, run.last)
    state.blanks = 0
  }
}
