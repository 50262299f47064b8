import Documents
import MarkingModel

/// The text on both sides of each page or section that begins within it, read as if nothing stood between: a name goes on
/// there. What stands between is left out and stays.
struct PageBreaks {
  /// Lines before a break and behind it, break after break.
  private(set) var text: [UInt8] = []
  private var places = ReadingPlaces()
  /// The lines right before and behind each break.
  private var near: [ByteRange] = []

  /// How much of the text is read on each side: lines, and bytes of them.
  private static let lines = 3
  private static let longest = 300

  /// - Parameter known: where the reader of markings has found headings.
  init(_ source: Span<UInt8>, known: [ByteRange] = []) {
    var scan = LineScan(known: known)
    var before: ByteRange?
    var isBreak = false
    var above: [ByteRange] = []
    while let line = scan.next(in: source) {
      switch line.kind {
      case .blank: if !isBreak, line.hasFormFeed { isBreak = before != nil }
      case .heading: isBreak = before != nil
      case .text:
        isBreak = isBreak || line.hasFormFeed && before != nil
        if isBreak {
          add(above, before: line.range, in: source)
          above = []
        } else if let before, isApart(before, line.range, in: source) {
          above = []
        }
        isBreak = false
        above.append(line.range)
        if above.count > Self.lines { above.removeFirst() }
        before = line.range
      }
    }
  }

  /// Where something that was found comes from; empty where it stands further from a break.
  func originals(of range: ByteRange) -> [ByteRange] {
    let found = places.originals(of: range)
    return found.contains(where: isNear) ? found : []
  }

  private func isNear(_ piece: ByteRange) -> Bool {
    var low = 0
    var high = near.count
    while low < high {
      let middle = (low + high) / 2
      if near[middle].end <= piece.start { low = middle + 1 } else { high = middle }
    }
    return low < near.count && near[low].start < piece.end
  }

  /// Whether a blank line parts two.
  private func isApart(_ above: ByteRange, _ below: ByteRange, in source: Span<UInt8>) -> Bool {
    (above.end..<below.start).count { source[$0] == 0x0A } > 1
  }

  private mutating func add(_ above: [ByteRange], before first: ByteRange, in source: Span<UInt8>) {
    guard let last = above.last, let top = above.first else { return }
    var start = max(top.start, last.end - Self.longest)
    if start > top.start { while start < last.end, source[start] > 0x20 { start += 1 } }
    var end = first.end
    for _ in 1..<Self.lines {
      let next = source.nextLine(behind: source.lineEnd(from: end))
      guard next < source.count else { break }
      let line = Pieces.trimmed(ByteRange(next, source.lineEnd(from: next)), in: source)
      if line.isEmpty || PageHeadings.isHeading(line, in: source) { break }
      end = line.end
    }
    if end - first.start > Self.longest {
      end = first.start + Self.longest
      while end > first.start, source[end - 1] > 0x20 { end -= 1 }
    }
    append(ByteRange(start, last.end), "\n", in: source)
    append(ByteRange(first.start, end), "\n\n", in: source)
    near.append(ByteRange(max(start, last.start), last.end))
    near.append(ByteRange(first.start, min(first.end, end)))
  }

  private mutating func append(_ range: ByteRange, _ end: String, in source: Span<UInt8>) {
    if range.isEmpty { return }
    places.add(range, at: text.count)
    text += source.bytes(range)
    text += end.utf8
  }
}

/// Lines of a text, each with what it is.
private struct LineScan {
  enum Kind { case blank, heading, text }

  struct Line {
    var range: ByteRange
    var kind: Kind
    var hasFormFeed: Bool
  }

  private var known: ArraySlice<ByteRange>
  private var at = 0
  /// Whether lines of a section's heading may follow.
  private var isInSection = false
  /// Whether such a line goes on.
  private var isInField = false
  /// Whether the last line that is not blank was a heading.
  private var isBelowHeading = false
  /// The end of what stands between the texts of two sections on the wire.
  private var wireEnd = 0

  init(known: [ByteRange]) { self.known = known.sorted { $0.start < $1.start }[...] }

  mutating func next(in source: Span<UInt8>) -> Line? {
    guard at < source.count else { return nil }
    let end = source.lineEnd(from: at)
    let range = Pieces.trimmed(ByteRange(at, end), in: source)
    let hasFormFeed = (at..<max(at, range.start)).contains { source[$0] == 0x0C }
    at = source.nextLine(behind: end)
    let kind = kind(of: range, in: source)
    if kind != .blank { isBelowHeading = kind == .heading }
    return Line(range: range, kind: kind, hasFormFeed: hasFormFeed)
  }

  private mutating func kind(of line: ByteRange, in source: Span<UInt8>) -> Kind {
    if line.isEmpty {
      isInField = false
      return .blank
    }
    if line.start < wireEnd { return .heading }
    while let place = known.first, place.end <= line.start { known.removeFirst() }
    if PageHeadings.isSection(line, in: source) {
      (isInSection, isInField) = (true, false)
      return .heading
    }
    if let place = known.first, place.start < line.end, place.start <= line.start + 4, place.end >= line.end {
      return .heading
    }
    if isInSection {
      if PageHeadings.isOfSection(line, in: source) {
        isInField = true
        return .heading
      }
      if isInField, !PageHeadings.hasSmallLetters(line, in: source) { return .heading }
      isInSection = false
    }
    if line.count == 2, source.has("BT", at: line.start, end: line.end), let end = Self.section(below: line, in: source)
    {
      wireEnd = end
      return .heading
    }
    return PageHeadings.isHeading(line, in: source) || isNumber(line, in: source) ? .heading : .text
  }

  /// Whether a line is the number of a page, right above or below a heading.
  private func isNumber(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard PageNumber.alone(line, in: source) != nil || PageNumber.isWritten(line, in: source) else { return false }
    if isBelowHeading { return true }
    let next = source.skipBlanks(line.end, source.count)
    guard next < source.count else { return false }
    return PageHeadings.isHeading(Pieces.trimmed(ByteRange(next, source.lineEnd(from: next)), in: source), in: source)
  }

  /// Where the next section begins, below the line that ends one.
  private static func section(below line: ByteRange, in source: Span<UInt8>) -> Int? {
    var at = source.nextLine(behind: source.lineEnd(from: line.end))
    for _ in 0..<60 where at < source.count {
      let below = Pieces.trimmed(ByteRange(at, source.lineEnd(from: at)), in: source)
      if !below.isEmpty, PageHeadings.isSection(below, in: source) { return below.start }
      if PageHeadings.hasSmallLetters(below, in: source) { return nil }
      at = source.nextLine(behind: source.lineEnd(from: at))
    }
    return nil
  }
}
