/// What is known of nodes that are alike, over all documents: what rules ask of their own attributes has the same answers,
/// and so it has for the nodes above them. What that comes to is found out for the first of them, and what of it counts in
/// a document for the first in one whose rules and answers are the same.
///
/// There is room for a fixed number. When it is used up the others are judged each by itself, and the next document begins
/// with none.
struct NodeClasses {
  /// One alternative of a clause that selects such a node, where its gate is open.
  struct Entry: BitwiseCopyable {
    var rule: Int32
    var clause: Int32
    var gate: Int32
    /// The step that must have taken the node, and that which must have taken the one above it; -1 for none.
    var step: Int32 = -1
    var above: Int32 = -1
    /// A stretch of `tests`: first the conditions that must hold for it to be selected.
    var firstTest: Int32
    var conditionCount: Int32
    var testCount: Int32 = 0

    /// Whether nothing but the gate decides that it selects the node.
    var isCertain: Bool { step < 0 && above < 0 && conditionCount == 0 }
  }

  /// A test that fails at every such node, or a test or a condition of the program that must be evaluated at each.
  struct Test: BitwiseCopyable {
    var number: Int32
    var isDecided: Bool
  }

  /// What of a class counts in documents that are alike.
  struct Share: BitwiseCopyable {
    /// A stretch of `passed`: rules that judge the node and find nothing.
    var firstPassed: Int32
    var endPassed: Int32
    /// A stretch of `chosen`: entries that must be looked at.
    var firstChosen: Int32
    var endChosen: Int32
  }

  /// The most of what stands in lists of any length, all together.
  private static let room = 1 << 17

  /// By class: what of a node is alike.
  private var known = KeyTable(most: 2048)
  /// By share: the number of the answers and of the class.
  private var knownShares = KeyTable(most: 8192)
  private var rows: [Range<Int32>] = []
  private var shares: [Share] = []
  private(set) var entries: [Entry] = []
  private(set) var tests: [Test] = []
  private(set) var passed: [Int32] = []
  private(set) var chosen: [Entry] = []

  /// Whether there is no room for more.
  var isFull: Bool {
    known.isFull || knownShares.isFull
      || entries.count + tests.count + passed.count + chosen.count + known.size > Self.room
  }

  mutating func removeAll() {
    known.removeAll()
    knownShares.removeAll()
    rows.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    forget(from: Mark())
  }

  /// The number of the class with this key; -1 where it is not known.
  func find(_ codes: Span<Int32>, _ head: KeyTable.Head, _ sum: UInt64) -> Int { known.place(of: codes, head, sum) }

  func entries(of number: Int) -> Range<Int> { Int(rows[number].lowerBound)..<Int(rows[number].upperBound) }

  /// What of a class counts; nil where that is not known.
  func share(of number: Int, _ answers: Int) -> Share? {
    let place = knownShares.place(of: Span(), Self.head(number, answers), 0)
    return place < 0 ? nil : shares[place]
  }

  private static func head(_ number: Int, _ answers: Int) -> KeyTable.Head {
    KeyTable.Head(first: UInt64(number), second: UInt64(answers))
  }

  /// Counts the node for the rules that find nothing.
  @inline(__always)
  func count(_ share: Share, _ counts: inout [Int]) {
    let passed = passed.span
    var counts = counts.mutableSpan
    for place in Int(share.firstPassed)..<Int(share.endPassed) { counts[Int(passed[place])] &+= 1 }
  }

  mutating func add(_ entry: Entry) { entries.append(entry) }
  mutating func add(_ test: Test) { tests.append(test) }
  mutating func add(passed rule: Int32) { passed.append(rule) }
  mutating func add(chosen entry: Entry) { chosen.append(entry) }

  /// Keeps the entries from a place on as the class with a key. -1 where there is no room.
  mutating func keep(entriesFrom first: Int, _ codes: Span<Int32>, _ head: KeyTable.Head, _ sum: UInt64) -> Int {
    let number = isFull ? -1 : known.add(codes, head, sum)
    if number >= 0 { rows.append(Int32(first)..<Int32(entries.count)) }
    return number
  }

  /// Keeps what of a class counts. False where there is no room.
  mutating func keep(_ share: Share, of number: Int, _ answers: Int) -> Bool {
    guard !isFull, knownShares.add(Span(), Self.head(number, answers), 0) >= 0 else { return false }
    shares.append(share)
    return true
  }

  /// How much stood in the lists at some time.
  struct Mark {
    var entries = 0
    var tests = 0
    var passed = 0
    var chosen = 0
  }

  var mark: Mark { Mark(entries: entries.count, tests: tests.count, passed: passed.count, chosen: chosen.count) }

  /// Takes back what was added since.
  mutating func forget(from mark: Mark) {
    entries.removeLast(entries.count - mark.entries)
    tests.removeLast(tests.count - mark.tests)
    passed.removeLast(passed.count - mark.passed)
    chosen.removeLast(chosen.count - mark.chosen)
  }
}
