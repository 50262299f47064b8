/// Which portions hang on which: items below a paragraph or an item of a higher order (32 CFR 2001.21(c)(3)).
///
/// One mark is enough where all sub-portions share it; where one of them has a mark, the others need theirs. On a paragraph
/// without a number hang bullets, and the list that it leads to with a colon or that is set in below it. Numbers below a
/// closed sentence are those of paragraphs of their own: `1.`, `2.`.
struct PortionTree: Sendable {
  /// Whether the portion above has a mark that holds for this one.
  private(set) var isCovered: [Bool]
  /// Whether it would be covered, but another one beside it has a mark of its own.
  private(set) var isMixed: [Bool]

  /// Time: linear.
  init(_ portions: [PortionEntry]) {
    isCovered = Array(repeating: false, count: portions.count)
    isMixed = isCovered
    var parents = [Int](repeating: -1, count: portions.count)
    // The depths at which portions below each one have a mark, and those at which its lists begin, a bit for each.
    var marked = [UInt8](repeating: 0, count: portions.count)
    var lists = marked
    // The last portion of each depth that what follows may hang on.
    var path = [Int](repeating: -1, count: 8)
    for (index, portion) in portions.enumerated() where portion.kind != .subject {
      let depth = Self.depth(of: portion)
      if depth > 0 {
        for above in stride(from: depth - 1, through: 0, by: -1) where path[above] >= 0 {
          parents[index] = path[above]
          break
        }
      }
      path[depth] = index
      for below in (depth + 1)..<9 where below < 8 { path[below] = -1 }
      let parent = parents[index]
      guard parent >= 0 else { continue }
      if portion.mark != nil { marked[parent] |= 1 << UInt8(depth) }
      if Self.begins(portion, below: portions[parent]) { lists[parent] |= 1 << UInt8(depth) }
    }
    for (index, portion) in portions.enumerated() where portion.mark == nil {
      let parent = parents[index]
      guard parent >= 0, portions[parent].mark != nil || isCovered[parent] else { continue }
      let bit: UInt8 = 1 << UInt8(Self.depth(of: portion))
      guard lists[parent] & bit != 0 else { continue }
      let isMixed = marked[parent] & bit != 0
      // A title has a mark of its own alone where the text below it has marks.
      if isMixed, portions[parent].isTitle { continue }
      isCovered[index] = true
      self.isMixed[index] = isMixed
    }
  }

  /// A mark stands behind the last number of its item; what has none stands beside those of the first.
  private static func depth(of portion: PortionEntry) -> Int {
    min(max(portion.mark == nil ? portion.outerDepth : portion.depth, 0), 7)
  }

  /// The depth of a bullet.
  private static let bullets = 5

  /// Whether a list that hangs on another portion may begin with an item.
  private static func begins(_ item: PortionEntry, below lead: PortionEntry) -> Bool {
    // Bullets are points of the paragraph above them; numbers may be those of paragraphs.
    if lead.kind == .item || lead.isTitle || item.isBelowColon || depth(of: item) >= bullets { return true }
    return depth(of: item) > 1 && item.indent > lead.indent
  }
}
