internal import MarkingModel

/// Which anchors are looked at while a search goes through a text: those of forms that need a word of context are asleep
/// where none is near.
struct ActiveAnchors {
  /// A row of masks as in the plan.
  private(set) var masks: [UInt64]
  private let always: [UInt64]
  /// The anchors of each detector that need context, row by row, one detector after the other.
  private let needing: [UInt64]
  private let index: ContextIndex
  private let hits: [ContextIndex.Hit]
  private var next = 0
  /// Up to where the anchors of each detector are awake.
  private var until: [Int]
  /// Where something changes next.
  private(set) var change = 0

  init(_ set: DetectorSet, needsContext: [Bool], isOff: [Bool], hits: [ContextIndex.Hit]) {
    var always = [UInt64](repeating: 0, count: set.plan.rows)
    let rows = set.plan.rows
    var needing = [UInt64](repeating: 0, count: rows * set.compiled.count)
    for (anchor, entry) in set.plan.entries.enumerated() {
      guard let entry, !isOff[entry.form] else { continue }
      let bit: UInt64 = 1 << UInt64(anchor % 64)
      if needsContext[entry.form] {
        needing[set.forms[entry.form].detector * rows + anchor / 64] |= bit
      } else {
        always[anchor / 64] |= bit
      }
    }
    self.always = always
    self.needing = needing
    self.hits = hits
    masks = always
    index = set.contexts
    until = [Int](repeating: -1, count: set.compiled.count)
    update(0)
  }

  /// Sets the masks for triggers from `at` to before `change`.
  mutating func update(_ at: Int) {
    while next < hits.count, hits[next].place.start - index.lead <= at {
      for detector in index.groups[hits[next].group] {
        until[detector] = max(until[detector], hits[next].place.end + index.reach[detector])
      }
      next += 1
    }
    change = next < hits.count ? hits[next].place.start - index.lead : .max
    let rows = always.count
    for row in 0..<rows { masks[row] = always[row] }
    for detector in until.indices where until[detector] >= at {
      change = min(change, until[detector] + 1)
      for row in 0..<rows { masks[row] |= needing[detector * rows + row] }
    }
  }
}
