/// A set of numbers of portions, a bit for each: joining two sets takes a step for 64 portions.
///
/// The bits begin with the first word that has one, so that the portions of a page at the end of a long document take no
/// more room than those of its first page; up to 64 portions that stand together take none on the heap.
package struct PortionSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Which word of all `first` is: 64 numbers stand in each.
  private var base = 0
  /// Not 0 unless the set is empty.
  private var first: UInt64 = 0
  /// The words after the first; the last of them is not 0.
  private var rest: [UInt64] = []

  package init() {}

  package init(_ numbers: some Sequence<Int>) {
    for number in numbers { insert(number) }
  }

  package init(arrayLiteral numbers: Int...) { self.init(numbers) }

  package var isEmpty: Bool { first == 0 }

  package var count: Int { rest.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount } }

  /// The lowest number.
  package func min() -> Int? { isEmpty ? nil : base << 6 + first.trailingZeroBitCount }

  package func contains(_ number: Int) -> Bool { word(number >> 6) >> UInt64(number & 63) & 1 != 0 }

  /// The offset after its last word.
  private var end: Int { isEmpty ? base : base + 1 + rest.count }

  private func word(_ index: Int) -> UInt64 {
    if index == base { return first }
    return index > base && index < end ? rest[index - base - 1] : 0
  }

  /// Adds a number that is not negative. O(1) in ascending order.
  package mutating func insert(_ number: Int) {
    let bit: UInt64 = 1 << UInt64(number & 63)
    let index = number >> 6
    if isEmpty {
      (base, first) = (index, bit)
    } else if index == base {
      first |= bit
    } else if index > base {
      while rest.count < index - base { rest.append(0) }
      rest[index - base - 1] |= bit
    } else {
      rest.insert(contentsOf: Array(repeating: 0, count: base - index - 1) + [first], at: 0)
      (base, first) = (index, bit)
    }
  }

  /// O(words).
  package mutating func formUnion(_ other: PortionSet) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
    } else if base == other.base, other.rest.isEmpty {
      first |= other.first
    } else {
      self = Self.words(from: Swift.min(base, other.base), to: Swift.max(end, other.end)) { word($0) | other.word($0) }
    }
  }

  package func union(_ other: PortionSet) -> PortionSet {
    var result = self
    result.formUnion(other)
    return result
  }

  package func subtracting(_ other: PortionSet) -> PortionSet {
    if isEmpty || other.isEmpty { return self }
    return Self.words(from: base, to: end) { word($0) & ~other.word($0) }
  }

  /// The set of some words; those at its ends may be 0.
  private static func words(from start: Int, to end: Int, _ word: (Int) -> UInt64) -> PortionSet {
    var result = PortionSet()
    var base = start
    while base < end, word(base) == 0 { base += 1 }
    guard base < end else { return result }
    (result.base, result.first) = (base, word(base))
    var last = end - 1
    while last > base, word(last) == 0 { last -= 1 }
    if last > base { result.rest = (base + 1...last).map(word) }
    return result
  }
}

extension PortionSet: Sequence {
  /// Ascending.
  package struct Iterator: IteratorProtocol {
    fileprivate let set: PortionSet
    fileprivate var index: Int
    fileprivate var left: UInt64

    package mutating func next() -> Int? {
      while left == 0 {
        index += 1
        guard index < set.end else { return nil }
        left = set.word(index)
      }
      defer { left &= left - 1 }
      return index << 6 + left.trailingZeroBitCount
    }
  }

  package func makeIterator() -> Iterator { Iterator(set: self, index: base, left: first) }
}
