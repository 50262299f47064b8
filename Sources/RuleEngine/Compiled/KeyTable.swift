/// Lists of numbers, each with two more before it, known by when they were met first. There is room for a fixed count of
/// them.
struct KeyTable {
  /// What stands before a list.
  struct Head: BitwiseCopyable, Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
  }

  private struct Row: BitwiseCopyable {
    var hash: UInt64
    var head: Head
    /// Where it begins in `numbers`.
    var first: Int32
    var count: Int32
  }

  /// How far is looked for a list: those that are made to fall together must not cost more than others.
  private static let reach = 8

  private let most: Int
  private var rows: [Row] = []
  private var numbers: [Int32] = []
  /// Open addressing: a place in `rows` plus 1; 0 is free.
  private var slots: [Int16]

  /// `most` is a power of two, and below 32,768.
  init(most: Int) {
    self.most = most
    slots = Array(repeating: 0, count: most * 4)
  }

  /// How much they take together.
  var size: Int { numbers.count }
  var isFull: Bool { rows.count == most }

  mutating func removeAll() {
    if rows.isEmpty { return }
    rows.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// A number for a list, the sum of those for its places: who fills a list may add them up.
  static func hash(_ list: Span<Int32>) -> UInt64 {
    var sum: UInt64 = 0
    for place in list.indices where list[place] != 0 { sum &+= hash(list[place], at: place) }
    return sum
  }

  @inline(__always)
  static func hash(_ number: Int32, at place: Int) -> UInt64 {
    let state = (UInt64(UInt32(bitPattern: number)) | UInt64(truncatingIfNeeded: place) << 32) &* 0xD6E8_FEB8_6659_FD93
    return state ^ state >> 32
  }

  @inline(__always)
  private static func hash(_ sum: UInt64, _ head: Head) -> UInt64 {
    var state = (sum ^ head.first) &* 0xD6E8_FEB8_6659_FD93
    state = (state ^ state >> 32 ^ head.second) &* 0x9E37_79B9_7F4A_7C15
    return state ^ state >> 32
  }

  /// The number of a list; -1 where it is not known. `sum` is its `hash`.
  func place(of list: Span<Int32>, _ head: Head, _ sum: UInt64) -> Int {
    let hash = Self.hash(sum, head)
    let (slots, rows, numbers) = (slots.span, rows.span, numbers.span)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    for _ in 0..<Self.reach {
      let place = Int(slots[slot]) &- 1
      if place < 0 { return -1 }
      let row = rows[place]
      if row.hash == hash, row.head == head, Int(row.count) == list.count {
        let first = Int(row.first)
        var at = 0
        while at < list.count, list[at] == numbers[first &+ at] { at &+= 1 }
        if at == list.count { return place }
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return -1
  }

  /// Keeps a list that is not known and returns its number; -1 where there is no room.
  mutating func add(_ list: Span<Int32>, _ head: Head, _ sum: UInt64) -> Int {
    guard rows.count < most else { return -1 }
    let hash = Self.hash(sum, head)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    for _ in 0..<Self.reach {
      if slots[slot] == 0 {
        rows.append(Row(hash: hash, head: head, first: Int32(numbers.count), count: Int32(list.count)))
        for place in list.indices { numbers.append(list[place]) }
        slots[slot] = Int16(rows.count)
        return rows.count - 1
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }
}
