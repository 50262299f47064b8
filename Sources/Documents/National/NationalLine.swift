import MarkingGrammar
import MarkingModel

/// A line, or what stands in parentheses or brackets, that is nothing but a marking of a national scheme.
struct NationalLine: Sendable {
  /// The words that such a marking begins with: levels, and what stands before or without one.
  private static let beginnings = PhraseList([
    "OFFICIAL", "SECRET", "TOP SECRET", "TOP-SECRET", "UK", "PROTECT", "IN-CONFIDENCE", "IN CONFIDENCE", "SENSITIVE",
    "RESTRICTED", "CONFIDENTIAL", "UNOFFICIAL", "UNCLASSIFIED", "BUDGET", "CABINET", "COMMERCIAL", "EVALUATIVE",
    "HONOURS", "APPOINTMENTS", "EMBARGOED", "HMG", "RECIPIENTS", "LEGAL", "PERSONAL", "LEGISLATIVE", "NATIONAL",
  ])
  /// What may stand before one on its line.
  private static let labels = PhraseList([
    "SECURITY CLASSIFICATION:", "CLASSIFICATION:", "PROTECTIVE MARKING:", "MARKING:", "SECURITY MARKING:",
  ])
  private static let longest = 160

  var marking: NationalMarking
  /// Whether another line has to say the same before it is believed: it is written in small letters, or has words that
  /// the scheme does not list, or no level.
  var needsRepeat: Bool

  /// Reads a range without blanks at its ends; nil where it is no marking of the scheme.
  static func read(
    _ range: ByteRange, _ scheme: NationalMarking.Scheme, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> NationalLine? {
    guard let range = core(of: range, in: source) else { return nil }
    let marking = NationalParser.parse(source, range, scheme: scheme, vocabulary)
    guard marking.style == .text, !marking.parts.isEmpty, marking.parts[0].range.start == range.start else {
      return nil
    }
    let strange = marking.parts.count { $0.kind == .unknown }
    let words = marking.parts.count { $0.kind == .codeword }
    let level = marking.parts.firstIndex { $0.kind == .level }
    guard strange + words <= 1 else { return nil }
    if let level {
      // Nothing but the name of the country stands before a level.
      guard level == 0 || level == 1 && marking.parts[0].kind == .prefix || marking.parts.count <= 4 && words == 0
      else {
        return nil
      }
    } else if strange + words > 0 {
      return nil
    }
    let isSmall = marking.parts.contains { $0.kind == .level && !$0.isWellFormed } && source.hasSmallLetters(range)
    // A code word beside the name of the country, a caveat or -SENSITIVE is no word of a title.
    let isSure = marking.parts.contains { $0.kind == .prefix || $0.kind == .caveat || $0.kind == .sensitive }
    return NationalLine(marking: marking, needsRepeat: isSmall || strange + words > 0 && !isSure || level == nil)
  }

  /// The part of a line that can be a marking, without its label and what is drawn around it.
  static func core(of range: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    var (range, _) = source.undecorated(range.start, range.end)
    if range.count > 2, source[range.start] == 0x5B, source[range.end - 1] == 0x5D {
      range = source.trimmed(ByteRange(range.start + 1, range.end - 1))
    }
    if let label = labels.firstAnyCase(at: range.start, end: range.end, in: source) {
      range.start = source.skipBlanks(label.end, range.end)
    }
    guard (2...longest).contains(range.count), source[range.start].isLetter,
      beginnings.firstAnyCase(at: range.start, end: range.end, in: source) != nil
    else { return nil }
    let last = source[range.end - 1]
    if last.isOne(of: ".", "?", "!", ";") || last == 0x3A || last == 0x2C { return nil }
    return range
  }
}

extension Span where Element == UInt8 {
  fileprivate func hasSmallLetters(_ range: ByteRange) -> Bool { hasSmallLetters(range.start, range.end) }
}
