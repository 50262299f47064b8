import MarkingGrammar
import MarkingModel

// The list of what a paper encloses, whose entries have the marks of the enclosures.
extension MarkedReader {
  /// The highest level of the portions of the text itself, without those in lists of enclosures. Time: linear.
  func textLevel(in source: Span<UInt8>) -> Classification? {
    let lists = notices.filter { $0.kind == .enclosure }
    var highest: Classification?
    var next = 0
    // The list that is being read, and where its last entry begins.
    var list: EnclosureList?
    var hasText = false
    for portion in portions {
      while next < lists.count, lists[next].start < portion.start {
        list = EnclosureList(lists[next], isBelowText: hasText, in: source)
        next += 1
      }
      if list?.take(portion, in: source) == true { continue }
      list = nil
      hasText = hasText || portion.kind == .paragraph || portion.kind == .item
      if let level = level(of: portion) { highest = max(highest ?? level, level) }
    }
    return highest
  }
}

/// Reads which portions are entries of a list below `Enclosures:`.
private struct EnclosureList {
  /// Where the line ends that the next entry is looked for below.
  private var end: Int
  /// Whether entries may stand below blank lines: the list is at the end of the text, or nothing stands on the line of its
  /// heading. Elsewhere the text begins below the first blank line.
  private let mayHaveGaps: Bool

  init(_ heading: Notice, isBelowText: Bool, in source: Span<UInt8>) {
    end = heading.line.end
    let last = source[source.trimmedEnd(heading.start, heading.line.end) - 1]
    mayHaveGaps = isBelowText || last == 0x3A
  }

  /// Whether a portion is the next entry. One below a blank line is a title: a sentence is text.
  mutating func take(_ portion: PortionEntry, in source: Span<UInt8>) -> Bool {
    guard portion.start >= end else { return true }
    let hasGap = source.hasBlankLine(from: end, to: portion.line.start)
    guard !hasGap || mayHaveGaps && !source.endsSentence(paragraph: portion.start) else { return false }
    end = portion.line.end
    return true
  }
}

extension Span where Element == UInt8 {
  /// Whether a line without text stands between the end of a line and the beginning of another one.
  func hasBlankLine(from end: Int, to start: Int) -> Bool {
    var at = nextLine(after: end)
    while at < start {
      var stop = at
      while stop < start, self[stop] != 0x0A, self[stop] != 0x0D { stop += 1 }
      if skipBlanks(at, stop) >= stop { return true }
      at = nextLine(after: stop)
    }
    return false
  }

  /// Whether the paragraph that begins at a place ends as a sentence does.
  fileprivate func endsSentence(paragraph start: Int) -> Bool {
    var end = start
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    var last = trimmedEnd(start, end)
    while let below = lineBelow(last) { last = below.end }
    return last > start && self[last - 1].isOne(of: ".", "?", "!")
  }
}
