import MarkingModel

// Portions that are gone from a released copy with their marks.
extension MarkedReader {
  /// Whether a paragraph is nothing but what says that something classified was taken out, or not for what reason:
  /// `B1, 1.4(D)`, `[REDACTED (b)(1)]`. Its mark is not known, nor what it requires of the banner. Time: linear in the
  /// lines of codes.
  func withholdsClassifiedPortion(in source: Span<UInt8>) -> Bool {
    var paragraphs = WithheldParagraphs()
    for entry in exemptions
    where entry.spot == .redaction && !entry.isDoubtful && entry.code.isOfClassified {
      if paragraphs.begin(with: entry.line, in: source) { return true }
    }
    paragraphs = WithheldParagraphs()
    for entry in redactions where !entry.isCoded && entry.kind != .nonResponsive {
      if paragraphs.begin(with: entry.line, in: source) { return true }
    }
    return false
  }
}

/// Lines of codes and labels, asked one after the other in the order of the text.
private struct WithheldParagraphs {
  /// Where the line begins that was asked for last: what leads up to it is no paragraph of such lines.
  private var last = -1

  /// Whether a line is nothing but codes and labels, and stands below a blank one or another such.
  mutating func begin(with line: SourceLine, in source: Span<UInt8>) -> Bool {
    defer { last = line.start }
    var line = ByteRange(line.start, line.end)
    while line.start != last {
      let text = source.trimmed(line)
      guard WithheldText.isAll(from: text.start, to: text.end, in: source) else { return false }
      guard line.start > 1 else { return true }
      let end = source[line.start - 1] == 0x0A && source[line.start - 2] == 0x0D ? line.start - 2 : line.start - 1
      var start = end
      while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
      line = ByteRange(start, end)
      if source.skipBlanks(start, end) >= end { return true }
    }
    return false
  }
}

extension ExemptionCode {
  /// Whether it withholds what is classified, or what a statute protects as it does sources and methods.
  fileprivate var isOfClassified: Bool {
    switch scheme {
    case .foia: number == 1 || number == 3
    case .order, .automatic: true
    case .privacy, .presidential: false
    }
  }
}
