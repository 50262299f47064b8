package import MarkingModel

/// One thing that is taken out of a copy, and why.
package struct Withholding: Sendable, Hashable {
  /// What found it.
  package enum Source: Sendable, Hashable {
    /// A portion mark that the policy names.
    case portion
    /// A portion without a mark, which the user said to withhold.
    case unmarked
    case element(ReleaseElement)
    case detector(String)
    case term
    case reviewer

    /// As records name it.
    package var word: String {
      switch self {
      case .portion: "portion"
      case .unmarked: "unmarked"
      case .element: "element"
      case .detector: "detector"
      case .term: "term"
      case .reviewer: "reviewer"
      }
    }

    /// The element or detector.
    package var detail: String? {
      switch self {
      case .element(let element): element.rawValue
      case .detector(let id): id
      case .portion, .unmarked, .term, .reviewer: nil
      }
    }
  }

  package var source: Source
  /// What it is called in records: "paragraph 3", "signature". Never words of the document.
  package var name: String
  /// The bytes that go, in order and apart from each other: a page heading within a portion stays.
  package var pieces: [ByteRange]
  package var exemptions: [Exemption]
  package var replacement = Replacement.label
  /// 0 to 100; nil where nothing was guessed.
  package var confidence: Int?
  /// The entry of the term lists that it is a spelling of, from 1: all of one have the same pseudonym.
  package var subject: Int?

  package init(
    _ source: Source, name: String, pieces: [ByteRange], exemptions: [Exemption],
    replacement: Replacement = .label, confidence: Int? = nil
  ) {
    self.source = source
    self.name = name
    self.pieces = pieces
    self.exemptions = exemptions
    self.replacement = replacement
    self.confidence = confidence
  }

  package var start: Int { pieces.first?.start ?? 0 }
  package var count: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Of two that overlap, the one that says more of why the text goes.
  fileprivate var weight: Int {
    switch source {
    case .reviewer: 5
    case .portion, .unmarked: 4
    case .element: 3
    // A name within an address goes with it.
    case .term, .detector: 1
    }
  }
}

extension [Withholding] {
  /// In order of place, each byte in one of them only: what lies within another goes with it, and of two that overlap
  /// in part the lighter keeps what the other does not take.
  ///
  /// O(n log n): only pieces that touch are compared.
  package var settled: [Withholding] {
    var pieces: [(range: ByteRange, owner: Int)] = []
    for (index, withholding) in enumerated() { pieces += withholding.pieces.map { ($0, index) } }
    pieces.sort { ($0.range.start, $0.owner) < ($1.range.start, $1.owner) }
    var left = [[ByteRange]](repeating: [], count: count)
    var first = 0
    while first < pieces.count {
      var end = pieces[first].range.end
      var next = first + 1
      while next < pieces.count, pieces[next].range.start < end {
        end = Swift.max(end, pieces[next].range.end)
        next += 1
      }
      settle(pieces[first..<next], into: &left)
      first = next
    }
    return indices.filter { !left[$0].isEmpty }.map { index in
      var kept = self[index]
      kept.pieces = left[index].sorted { $0.start < $1.start }
      return kept
    }.sorted { $0.start < $1.start }
  }

  /// Shares out pieces that touch: the weightier before the lighter, of the same weight the longer before the shorter.
  private func settle(_ group: ArraySlice<(range: ByteRange, owner: Int)>, into left: inout [[ByteRange]]) {
    // Most touch no other.
    if group.count == 1, let (range, owner) = group.first {
      if !range.isEmpty { left[owner].append(range) }
      return
    }
    let byWeight = group.sorted { a, b in
      let (one, other) = (self[a.owner], self[b.owner])
      if one.weight != other.weight { return one.weight > other.weight }
      if a.range.count != b.range.count { return a.range.count > b.range.count }
      if (one.source == .term) != (other.source == .term) { return one.source == .term }
      return (a.range.start, a.owner) < (b.range.start, b.owner)
    }
    var taken = TakenRanges()
    for (range, owner) in byWeight { left[owner] += taken.take(range) }
  }
}

/// Bytes that are taken already, as ranges in order.
struct TakenRanges {
  private(set) var ranges: [ByteRange] = []

  /// Takes what is free of a range and returns it.
  mutating func take(_ range: ByteRange) -> [ByteRange] {
    guard !range.isEmpty else { return [] }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    var free: [ByteRange] = []
    var at = range.start
    var index = low
    while index < ranges.count, ranges[index].start < range.end {
      if ranges[index].start > at { free.append(ByteRange(at, ranges[index].start)) }
      at = Swift.max(at, ranges[index].end)
      index += 1
    }
    if at < range.end { free.append(ByteRange(at, range.end)) }
    let first = low < index ? Swift.min(range.start, ranges[low].start) : range.start
    let last = low < index ? Swift.max(range.end, ranges[index - 1].end) : range.end
    ranges.replaceSubrange(low..<index, with: [ByteRange(first, last)])
    return free
  }
}
