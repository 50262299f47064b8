internal import MarkingModel
internal import TextKit

/// The words of context of one text: whether any that speaks for a detector, or against it, may stand near a value. Most
/// values have none beside them, and an expression for all such words costs a hundred times as much to say so.
struct NearWords {
  /// Words that speak for a detector, in order.
  let raising: [ContextIndex.Hit]
  /// Words that speak against one, in order.
  private let lowering: [ContextIndex.Hit]
  private let index: ContextIndex

  init(_ set: DetectorSet, _ text: FoldedText) {
    index = set.contexts
    let hits = index.hits(in: text)
    raising = hits.filter { [index] in !index.groups[$0.group].isEmpty }
    lowering = hits.filter { [index] in !index.loweringGroups[$0.group].isEmpty }
  }

  /// Whether a word for a detector may stand in a part of the text; its words are those that have neither letter nor digit
  /// before and behind them.
  func mayStand(of detector: Int, isLowering: Bool, _ range: ByteRange) -> Bool {
    if index.unknown.contains(detector) { return true }
    let hits = isLowering ? lowering : raising
    let groups = isLowering ? index.loweringGroups : index.groups
    var at = hits.partitionIndex { $0.place.start >= range.start }
    while at < hits.count, hits[at].place.end <= range.end {
      if groups[hits[at].group].contains(detector) { return true }
      at += 1
    }
    return false
  }

  /// The same, of what stands before a value: a word ends where the value begins, though letters of the value follow.
  func mayStand(of detector: Int, isLowering: Bool, before value: ByteRange, from start: Int, _ bytes: Span<UInt8>)
    -> Bool
  {
    if value.start > 0, value.start < bytes.count, bytes[value.start].isLetter, bytes[value.start - 1].isLetter {
      return true
    }
    return mayStand(of: detector, isLowering: isLowering, ByteRange(start, max(start, value.start)))
  }
}
