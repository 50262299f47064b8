import MarkingModel

/// Format line 2: the doubled prosign of the highest precedence and the routing indicators (5 FAH-2 H-321.2).
struct RoutingLine: Sendable, BitwiseCopyable {
  /// The prosigns as written.
  var prosigns: ByteRange
  /// 1 to 4; 0 where they are not one prosign.
  var rank: Int
  /// Whether the same valid prosign stands twice.
  var doubled: Bool
  /// Its indicators among those of the transmission.
  var firstIndicator = 0
  var indicatorCount = 0

  /// The line, or nil where it is none: prosigns (or up to three capitals in their place), then indicators.
  static func read(_ words: LineWords, in source: Span<UInt8>) -> RoutingLine? {
    guard words.count >= 1, source.areCapitals(words[0]), words[0].count <= 3 else { return nil }
    let prosigns = words[0]
    if words.count == 1 {
      guard prosigns.count == 2, Prosign.areOnly(prosigns, in: source) else { return nil }
    } else {
      guard RoutingIndicator.isLike(words[1], in: source),
        Prosign.areOnly(prosigns, in: source) || words.count > 2 && RoutingIndicator.isLike(words[2], in: source)
          || prosigns.count == 2 && source[prosigns.start] == source[prosigns.start + 1]
            && source[words[1].start + 1].isOne(of: "U", "H") && RoutingIndicator.isWellFormed(words[1], in: source)
      else { return nil }
    }
    let first = source[prosigns.start]
    var same = true
    for i in prosigns.start..<prosigns.end where source[i] != first { same = false }
    let rank = same ? Prosign.rank(first) : 0
    return RoutingLine(prosigns: prosigns, rank: rank, doubled: rank > 0 && prosigns.count == 2)
  }

  /// Whether a line continues the list: indicators only.
  static func continues(_ words: LineWords, in source: Span<UInt8>) -> Bool {
    for i in 0..<words.count where !RoutingIndicator.isLike(words[i], in: source) { return false }
    return words.count > 0
  }
}

extension Transmission {
  /// Adds format line 2, whose indicators are the words behind the prosigns.
  mutating func add(
    _ routing: RoutingLine, _ words: LineWords, at place: Place, _ ruler: inout Ruler, in source: Span<UInt8>
  ) {
    var routing = routing
    routing.firstIndicator = indicators.count
    add(words, from: 1, &ruler, in: source)
    routing.indicatorCount = indicators.count - routing.firstIndicator
    add(.routing(routing), fl: 2, at: place)
  }

  /// Adds the words of a line that continues the last one, where that is format line 2. Whether it is.
  mutating func extendRouting(_ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>) -> Bool {
    guard let last = lines.indices.last, case .routing(var routing) = lines[last].content,
      RoutingLine.continues(words, in: source)
    else { return false }
    add(words, from: 0, &ruler, in: source)
    routing.indicatorCount = indicators.count - routing.firstIndicator
    lines[last].content = .routing(routing)
    lines[last].place.range.end = max(lines[last].place.range.end, words.range.end)
    return true
  }

  private mutating func add(
    _ words: LineWords, from first: Int, _ ruler: inout Ruler, in source: Span<UInt8>
  ) {
    for i in first..<words.count { addIndicator(words[i], on: words.line, &ruler, in: source) }
  }
}
