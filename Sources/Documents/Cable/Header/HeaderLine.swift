import MarkingModel

/// One format line of a transmission, as it is read.
struct HeaderLine: Sendable, BitwiseCopyable {
  var place: Place
  /// The number of the format line, 1 to 16.
  var fl: Int
  /// The highest format line that stands before it in its transmission.
  var after: Int
  var content: Content

  /// Plain numbers and places, without a reference count: a telegram has a dozen of these.
  enum Content: Sendable, BitwiseCopyable {
    case transmissionID(wellFormed: Bool)
    case routing(RoutingLine)
    case originator(OriginatorLine)
    case security(SecurityLine)
    case dtg(DateTimeGroup)
    /// The index among those of the transmission.
    case from(Int)
    case addressee(Addressee)
    case separator
    case validation(serial: Int)
    case end(letters: Int)
  }
}

/// A routing indicator: R and three to seven more letters where it is well-formed.
struct RoutingIndicator: Sendable, BitwiseCopyable {
  var place: Place
  var wellFormed: Bool
  /// Whether a report may show it: other words in its place are not shown.
  var mayBeShown = true

  /// Whether a word may stand where an indicator is expected: R and three to seven letters, digits among them let
  /// through so that a damaged one is seen. One that is too long begins as those of the network do, for other words
  /// begin with R as well.
  static func isLike(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard (3...16).contains(word.count), source[word.start].capital == 0x52 else { return false }
    if word.count > 9, !source[word.start + 1].isOne(of: "H", "U") { return false }
    var letters = 0
    for i in word.start..<word.end {
      guard source[i].isLetterOrDigit else { return false }
      if source[i].isLetter { letters += 1 }
    }
    return letters * 2 > word.count
  }

  static func isWellFormed(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    (4...8).contains(word.count) && source[word.start] == 0x52 && source.areCapitals(word)
  }
}
