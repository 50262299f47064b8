import MarkingModel

/// Format line 2: the doubled prosign of the highest precedence and the routing indicators (5 FAH-2 H-321.2).
struct RoutingLine: Sendable {
  /// The prosigns as written.
  var prosigns: ByteRange
  /// 1 to 4; 0 where they are not one prosign.
  var rank: Int
  /// Whether the same valid prosign stands twice.
  var doubled: Bool
  var indicators: [RoutingIndicator]

  /// The line, or nil where it is none: prosigns (or up to three capitals in their place), then indicators.
  static func read(_ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>) -> RoutingLine? {
    guard words.count >= 1, source.areCapitals(words[0]), words[0].count <= 3 else { return nil }
    let prosigns = words[0]
    if words.count == 1 {
      guard prosigns.count == 2, Prosign.areOnly(prosigns, in: source) else { return nil }
    } else {
      guard RoutingIndicator.isLike(words[1], in: source),
        Prosign.areOnly(prosigns, in: source) || words.count > 2 && RoutingIndicator.isLike(words[2], in: source)
          || prosigns.count == 2 && source[prosigns.start] == source[prosigns.start + 1]
      else { return nil }
    }
    let first = source[prosigns.start]
    var same = true
    for i in prosigns.start..<prosigns.end where source[i] != first { same = false }
    let rank = same ? Prosign.rank(first) : 0
    return RoutingLine(
      prosigns: prosigns, rank: rank, doubled: rank > 0 && prosigns.count == 2,
      indicators: indicators(words, from: 1, &ruler, in: source))
  }

  /// The prosigns as text.
  func text(in source: Span<UInt8>) -> String {
    guard doubled else { return source.name(prosigns) }
    switch rank {
    case 1: return "RR"
    case 2: return "PP"
    case 3: return "OO"
    default: return source.name(prosigns)
    }
  }

  /// A line that continues the list: indicators only.
  static func continuation(_ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>) -> [RoutingIndicator]? {
    guard words.count >= 1 else { return nil }
    for i in 0..<words.count where !RoutingIndicator.isLike(words[i], in: source) { return nil }
    return indicators(words, from: 0, &ruler, in: source)
  }

  private static func indicators(
    _ words: LineWords, from first: Int, _ ruler: inout Ruler, in source: Span<UInt8>
  ) -> [RoutingIndicator] {
    var found: [RoutingIndicator] = []
    for i in first..<words.count {
      found.append(
        RoutingIndicator(
          place: ruler.place(words[i], on: words.line, in: source),
          wellFormed: RoutingIndicator.isWellFormed(words[i], in: source)))
    }
    return found
  }
}
