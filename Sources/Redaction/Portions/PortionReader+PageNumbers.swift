import Documents
import MarkingGrammar
import MarkingModel

// Numbers of pages beside their banners: they belong to the page, in whatever portion it stands.
extension PortionReader {
  /// Takes `Page 1 of 2`, `1 of 2` and `- 1 -` right above and below a banner, and a number alone where nothing else stands
  /// between two banners or below the last, or where it is that of its page.
  ///
  /// In a telegram, whose paragraphs have numbers too, only `Page 1 of 2`.
  mutating func addPageNumbers(isPaper: Bool, in source: Span<UInt8>) {
    let banners = pageMarks(isPaper: isPaper, in: source)
    guard let root = document.nodes.first?.range, !banners.isEmpty else { return }
    var gaps: [Gap] = []
    for index in 0...banners.count {
      let start = index > 0 ? max(banners[index - 1].end, root.start) : root.start
      let end = index < banners.count ? banners[index].start : root.end
      gaps.append(Gap(start, max(start, end), in: source))
    }
    let hasFeeds = gaps.contains { $0.feeds > 0 }
    var page = 1
    var numbers: [ByteRange] = []
    for (index, gap) in gaps.enumerated() {
      let last = gap.lines.last
      if gap.lines.count == 1, let last, index > 0, isNumber(last, isPaper: isPaper, in: source) {
        numbers.append(last)
      } else if let first = gap.lines.first, let last, first != last {
        let isTop = index > 0 && (gaps[index - 1].isBreak || index == 1)
        if index > 0, gap.isParted(first, in: source),
          isNumber(first, of: isTop ? page : nil, isPaper: isPaper, in: source)
        {
          numbers.append(first)
        }
        let foot = page + (hasFeeds ? gap.feeds : 0)
        let isFoot = index < banners.count && gaps[index + 1].isBreak
        if index < banners.count, gap.isParted(last, in: source),
          isNumber(last, of: isFoot ? foot : nil, isPaper: isPaper, in: source)
        {
          numbers.append(last)
        }
      }
      page += hasFeeds ? gap.feeds : index > 0 && gap.isBreak ? 1 : 0
    }
    if numbers.isEmpty { return }
    ofPages.formUnion(numbers.map(\.start))
    form = (form + numbers).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// The lines that stand at the head and the foot of pages, in order.
  private func pageMarks(isPaper: Bool, in source: Span<UInt8>) -> [ByteRange] {
    let banners = bannerStarts(in: source)
    return form.filter { place in
      switch formNames[place.start] {
      case .classification, .designation, .page: !isPaper || banners.contains(place.start)
      default: banners.contains(place.start)
      }
    }
  }

  /// Whether a line is a number of a page that is written as one, or the number of this page alone.
  private func isNumber(_ line: ByteRange, of page: Int?, isPaper: Bool, in source: Span<UInt8>) -> Bool {
    if let number = PageNumber.alone(line, in: source) { return isPaper && number == page }
    return PageNumber.isWritten(line, in: source) && (isPaper || !source[line.start].isDigit)
  }

  /// The same where any number can be meant.
  private func isNumber(_ line: ByteRange, isPaper: Bool, in source: Span<UInt8>) -> Bool {
    isPaper && PageNumber.alone(line, in: source) != nil
      || isNumber(line, of: nil, isPaper: isPaper, in: source)
  }
}

/// What stands between two banners.
private struct Gap {
  /// The first and the last line that says something; one where they are the same.
  private(set) var lines: [ByteRange] = []
  private(set) var feeds = 0
  /// Whether one page ends and the next begins in it: nothing stands there but a number.
  private(set) var isBreak = true
  private let range: ByteRange

  /// A banner may be drawn through or framed: signs are no text.
  init(_ start: Int, _ end: Int, in source: Span<UInt8>) {
    range = ByteRange(start, end)
    var at = start
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      for i in at..<stop where source[i] == 0x0C { feeds += 1 }
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      if PortionReader.holdsLetters(line, in: source) {
        isBreak =
          lines.isEmpty
          && (PageNumber.alone(line, in: source) != nil || PageNumber.isWritten(line, in: source))
        if lines.count > 1 { lines.removeLast() }
        lines.append(line)
      }
      at = stop + 1
    }
  }

  /// Whether a line has text neither right above nor right below it.
  func isParted(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let above = source.trimmedEnd(range.start, line.start)
    let below = source.skipBlanks(line.end, range.end)
    return line == lines.first
      ? isBlank(line.end, below, in: source) : isBlank(above, line.start, in: source)
  }

  private func isBlank(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    (start..<end).count { source[$0] == 0x0A || source[$0] == 0x0C } > 1
      || (start..<end).count { source[$0] == 0x0D } > 1
  }
}
