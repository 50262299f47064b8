import MarkingModel

// Portions that are gone from a released copy with their marks.
extension MarkedReader {
  /// Whether a paragraph is nothing but what says that something classified was taken out, or not for what reason:
  /// `B1, 1.4(D)`, `[REDACTED (b)(1)]`. Its mark is not known, nor what it requires of the banner. Time: linear in the
  /// lines of codes.
  func withholdsClassifiedPortion(in source: Span<UInt8>) -> Bool {
    exemptions.contains { entry in
      entry.spot == .redaction && !entry.isDoubtful && entry.code.isOfClassified && isParagraph(entry.line, in: source)
    } || redactions.contains { !$0.isCoded && $0.kind != .nonResponsive && isParagraph($0.line, in: source) }
  }

  /// Whether a line is nothing but codes and labels, and stands below a blank one or another such.
  private func isParagraph(_ line: SourceLine, in source: Span<UInt8>) -> Bool {
    var line = ByteRange(line.start, line.end)
    while true {
      let text = source.trimmed(line)
      guard WithheldText.isAll(from: text.start, to: text.end, in: source) else { return false }
      guard line.start > 1 else { return true }
      let end = source[line.start - 1] == 0x0A && source[line.start - 2] == 0x0D ? line.start - 2 : line.start - 1
      var start = end
      while start > 0, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
      line = ByteRange(start, end)
      if source.skipBlanks(start, end) >= end { return true }
    }
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
