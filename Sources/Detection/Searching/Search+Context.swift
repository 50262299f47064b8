internal import MarkingModel
internal import TextKit

// What stands around a value: words that speak for it or against it, and what is excepted.
extension Search {
  /// Whether a word speaks for a value in spite of the one against it: it stands nearer, and is no part of that one, as
  /// "account" is of "twitter account".
  static func speaks(
    _ raising: (place: ByteRange, distance: Int), in lowering: (place: ByteRange, distance: Int)?
  ) -> Bool {
    guard let lowering else { return true }
    let isPart =
      lowering.place.start <= raising.place.start && lowering.place.end >= raising.place.end
      && lowering.place.count > raising.place.count
    return !isPart && raising.distance <= lowering.distance
  }

  /// The word nearest to a value that is about it. One behind it counts as twice as far: labels come first.
  mutating func nearest(
    _ words: CompiledWords?, of detector: Int, _ value: ByteRange, isLowering: Bool
  ) throws(PatternError) -> (place: ByteRange, distance: Int)? {
    guard let words else { return nil }
    let context = set.compiled[detector].detector.context
    let lowered = text.lowered
    let bytes = lowered.span
    let start = max(0, value.start - context.before)
    var end = min(bytes.count, value.end + context.after)
    // A word that is cut off is none: the V of Visa is no "v".
    if end < bytes.count, bytes[end].isLetterOrDigit {
      while end > value.end, bytes[end - 1].isLetterOrDigit { end -= 1 }
    }
    var best: (place: ByteRange, distance: Int)?
    if beside.mayStand(of: detector, isLowering: isLowering, before: value, from: start, bytes) {
      var from = start
      while from < value.start,
        let match = try words.pattern.firstMatch(in: bytes, from: from, to: value.start, using: &room)
      {
        if LabelGap(bytes, match.end, value.start).leads(isLowering: isLowering) {
          best = (match, value.start - match.end)
        }
        from = max(match.end, match.start + 1)
      }
    }
    if context.after > 0, beside.mayStand(of: detector, isLowering: isLowering, ByteRange(value.end, end)),
      let match = try words.pattern.firstMatch(in: bytes, from: value.end, to: end, using: &room),
      LabelGap(bytes, value.end, match.start).follows(in: bytes, upTo: match.end, wraps: text)
    {
      let distance = 2 * (match.start - value.end)
      if distance < best?.distance ?? .max { best = (match, distance) }
    }
    return best
  }

  /// How far around a value an exception looks, in bytes.
  private static var reach: Int { 48 }

  mutating func covers(_ exception: CompiledException, _ value: ByteRange) throws(PatternError) -> Bool {
    let folded = text.bytes
    let bytes = folded.span
    var from = max(0, value.start - Self.reach)
    let end = min(bytes.count, value.end + Self.reach)
    while from <= value.start,
      let match = try exception.pattern.firstMatch(
        in: bytes, from: from, to: end, startingBy: value.start, using: &room)
    {
      if match.end >= value.end { return true }
      from = match.start + 1
    }
    return false
  }
}
