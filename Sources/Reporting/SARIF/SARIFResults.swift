import MarkingModel

/// The results of a run, as many as a service takes. Where there are more, those that weigh least are left out, the last
/// ones first.
struct SARIFResults {
  /// What is kept first: what counts, then by severity.
  struct Weight: Comparable {
    var counts: Bool
    var severity: Severity

    static func < (a: Weight, b: Weight) -> Bool {
      a.counts == b.counts ? a.severity < b.severity : b.counts
    }
  }

  private struct Kept {
    var weight: Weight
    var json: [UInt8]
  }

  private let limit: Int
  private var kept: [Kept] = []
  /// The lightest of those kept, once some were left out.
  private var floor: Weight?
  private(set) var leftOut = 0

  init(limit: Int) { self.limit = limit }

  /// How many are kept.
  var count: Int { kept.count }

  /// Whether one of this weight may still come in: the limit is not reached by others as heavy.
  func takes(_ weight: Weight) -> Bool { floor.map { $0 < weight } ?? true }

  mutating func leaveOut() { leftOut += 1 }

  mutating func add(_ json: [UInt8], _ weight: Weight) {
    kept.append(Kept(weight: weight, json: json))
    if kept.count >= 2 * limit { prune() }
  }

  /// Leaves out what is too much, once nothing more comes.
  mutating func finish() { if kept.count > limit { prune() } }

  /// Those that are kept, in the order in which they came.
  var inOrder: [[UInt8]] { kept.map(\.json) }

  private mutating func prune() {
    let order = kept.indices.sorted { (kept[$1].weight, $0) < (kept[$0].weight, $1) }
    floor = limit > 0 ? kept[order[limit - 1]].weight : nil
    leftOut += kept.count - limit
    kept = order.prefix(limit).sorted().map { kept[$0] }
  }
}
