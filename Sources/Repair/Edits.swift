package import MarkingModel

/// Edits that do not overlap, in order of place.
package struct Edits: Sendable, Hashable {
  package private(set) var list: [TextEdit]
  /// By how much each one, with those before it, moves what follows.
  private var shifts: [Int] = []

  package init(_ edits: [TextEdit]) {
    list = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    var shift = 0
    for edit in list {
      shift += edit.text.count - edit.range.count
      shifts.append(shift)
    }
  }

  package var isEmpty: Bool { list.isEmpty }

  /// Whether two of them, or one of them and one of the others, touch the same bytes. Two insertions at one place do.
  package func conflicts(with other: Edits) -> Bool {
    list.contains { mine in other.list.contains { Self.overlap(mine.range, $0.range) } }
  }

  package var isConsistent: Bool { zip(list, list.dropFirst()).allSatisfy { !Self.overlap($0.range, $1.range) } }

  private static func overlap(_ a: ByteRange, _ b: ByteRange) -> Bool {
    if a.isEmpty || b.isEmpty { return a.start <= b.end && b.start <= a.end }
    return a.start < b.end && b.start < a.end
  }

  /// The bytes with the edits made. O(bytes).
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var at = 0
    for edit in list {
      result += bytes[at..<edit.range.start]
      result += edit.text
      at = edit.range.end
    }
    return result + bytes[at...]
  }

  /// Where a byte is found afterwards. One that was taken out maps to the beginning of what stands for it; one at an
  /// insertion to the place before what was put in, or with `isBehind` after it.
  ///
  /// O(log edits).
  package func map(_ offset: Int, isBehind: Bool = false) -> Int {
    // The last edit that begins before the byte, or that is put in at it.
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      let range = list[middle].range
      let isBefore = range.start < offset || range.start == offset && (!range.isEmpty || isBehind)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let last = list[low - 1]
    let before = low > 1 ? shifts[low - 2] : 0
    return last.range.end > offset ? last.range.start + before : offset + shifts[low - 1]
  }
}

/// A document in pieces, some of the original and some that were put in: what became of it after any number of edits.
struct Pieces {
  private enum Piece {
    case original(ByteRange)
    case inserted([UInt8])

    var count: Int {
      switch self {
      case .original(let range): range.count
      case .inserted(let bytes): bytes.count
      }
    }

    /// The part from `from` to `to`, counted from its beginning.
    func part(_ from: Int, _ to: Int) -> Piece {
      switch self {
      case .original(let range): .original(ByteRange(range.start + from, range.start + to))
      case .inserted(let bytes): .inserted(Array(bytes[from..<to]))
      }
    }
  }

  private var pieces: [Piece]
  private let count: Int

  init(count: Int) {
    self.count = count
    pieces = count > 0 ? [.original(ByteRange(0, count))] : []
  }

  /// Makes edits whose places are those of the present state. O(pieces + edits).
  mutating func apply(_ edits: Edits) {
    var result: [Piece] = []
    result.reserveCapacity(pieces.count + 2 * edits.list.count)
    var index = 0
    // Bytes of the piece at `index` that were taken, and of all pieces.
    var (taken, at) = (0, 0)
    func take(to end: Int, _ keep: (Piece) -> Void) {
      while at < end, index < pieces.count {
        let count = min(end - at, pieces[index].count - taken)
        keep(count == pieces[index].count ? pieces[index] : pieces[index].part(taken, taken + count))
        (taken, at) = (taken + count, at + count)
        if taken == pieces[index].count { (index, taken) = (index + 1, 0) }
      }
    }
    for edit in edits.list {
      take(to: edit.range.start) { result.append($0) }
      take(to: edit.range.end) { _ in }
      if !edit.text.isEmpty { result.append(.inserted(edit.text)) }
    }
    take(to: Int.max) { result.append($0) }
    pieces = result
  }

  /// Where in the original bytes of the present state stand, or what they were put in for.
  /// - Parameter offsets: in order. O(pieces + offsets).
  func originals(of offsets: [Int]) -> [Int] {
    var originals: [Int] = []
    var index = 0
    // Where the piece at `index` begins, and the end of the last one of the original before it.
    var (at, last) = (0, 0)
    for offset in offsets {
      while index < pieces.count, offset >= at + pieces[index].count {
        if case .original(let range) = pieces[index] { last = range.end }
        at += pieces[index].count
        index += 1
      }
      if index < pieces.count, case .original(let range) = pieces[index] {
        originals.append(range.start + max(0, offset - at))
      } else {
        originals.append(last)
      }
    }
    return originals
  }

  /// The edits that lead from the original to the present state.
  var edits: Edits {
    var list: [TextEdit] = []
    var from = 0
    var text: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .inserted(let bytes): text += bytes
      case .original(let range):
        if range.start > from || !text.isEmpty { list.append(TextEdit(ByteRange(from, range.start), text)) }
        (from, text) = (range.end, [])
      }
    }
    if from < count || !text.isEmpty { list.append(TextEdit(ByteRange(from, count), text)) }
    return Edits(list)
  }
}
