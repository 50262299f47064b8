import MarkingGrammar
import MarkingModel

// Banners that are none by the Register: `SECRET SENSITIVE`, `RESTRICTED//NOFORN`, `TOP SECRET UMBRA`.
extension MarkedReader {
  /// How many lines may stand above the first one, or below the last.
  private static let margin = 3
  private static let most = 60

  /// Takes the line at the top that is the line at the bottom as well, where it is a level with other words beside it or
  /// one of another country, and the paper has portions above unclassified or an authority block, but no banner. Elsewhere
  /// such a line is a heading (`CONFIDENTIAL REPORT`); RESTRICTED is none where portions have marks. Time: a few lines.
  mutating func takeWordyBanners(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard banners.isEmpty, breaks.isEmpty else { return }
    let isClassified = hasAuthority || portions.contains(where: isSurelyClassified)
    guard isClassified || hasMarks else { return }
    let top = firstLines(in: source)
    let bottom = lastLines(in: source)
    for (above, first) in top.enumerated() {
      for (below, last) in bottom.enumerated() where last.start > first.end {
        guard source.isSame(first.range, last.range), let mark = wordyMark(first.range, in: source, vocabulary),
          isClassified || marks[mark].classification == .restricted
        else { continue }
        banners = [
          BannerEntry(mark: mark, start: first.start, isStruck: false, line: first, text: above),
          BannerEntry(mark: mark, start: last.start, isStruck: false, line: last, text: max(text - below, above + 1)),
        ]
        return
      }
    }
  }

  /// Whether a portion has a mark above unclassified that is no letter of a list.
  private func isSurelyClassified(_ portion: PortionEntry) -> Bool {
    guard let mark = portion.mark, level(of: portion)?.isClassified == true else { return false }
    return !mark.isLetter || portion.kind == .subject
  }

  private mutating func wordyMark(
    _ range: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard range.count <= Self.most, source.wideGap(range.start, range.end) == nil,
      (range.start..<range.end).allSatisfy({ source[$0].isOfMarking })
    else { return nil }
    let written = MarkingParser.parse(source, range, kind: .banner, vocabulary)
    guard written.system == .us, let level = written.classification, written.levelForm != .portion,
      level == .restricted || written.defects.contains(where: { $0.kind == .levelWords })
    else { return nil }
    let reading = KnownMarks.Reading(written: written, hasSlashes: source.holdsSlashes(range.start, range.end))
    return marks.add(reading, range, .banner, in: source)
  }

  /// The first lines that are not blank, without the blanks around them.
  private func firstLines(in source: Span<UInt8>) -> [SourceLine] {
    var lines: [SourceLine] = []
    var (at, number) = (0, 1)
    while at < source.count, lines.count < Self.margin {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let text = source.trimmed(ByteRange(at, end))
      if !text.isEmpty {
        lines.append(SourceLine(start: text.start, end: text.end, number: number, column: text.start - at + 1))
      }
      number += 1
      at = source.nextLine(after: end)
    }
    return lines
  }

  /// The last ones, the very last one first.
  private func lastLines(in source: Span<UInt8>) -> [SourceLine] {
    var lines: [SourceLine] = []
    var end = source.count
    while end > 0, lines.count < Self.margin {
      var start = end
      while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
      let text = source.trimmed(ByteRange(start, end))
      if !text.isEmpty {
        lines.append(SourceLine(start: text.start, end: text.end, number: 0, column: text.start - start + 1))
      }
      end = max(start - 1, 0)
    }
    return lines.map { line in
      var line = line
      line.number = source.lineNumber(of: line.start)
      return line
    }
  }
}

extension Span where Element == UInt8 {
  /// The number of the line that a byte stands on, from 1.
  fileprivate func lineNumber(of offset: Int) -> Int {
    var number = 1
    var at = 0
    while at < offset {
      if self[at] == 0x0A || self[at] == 0x0D {
        number += 1
        at = nextLine(after: at)
      } else {
        at += 1
      }
    }
    return number
  }
}
