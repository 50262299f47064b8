import TestSupport

/// What records are made of by chance.
struct Chance {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  /// A number from 0 to before `bound`.
  mutating func next(_ bound: Int) -> Int { dice.next(bound) }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[next(list.count)] }

  mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(next(10)) }.joined() }

  /// A number from `range`, with zeros before it up to `width`.
  mutating func number(_ range: ClosedRange<Int>, width: Int = 1) -> String {
    let text = String(range.lowerBound + next(range.count))
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  mutating func letters(_ count: Int, of alphabet: String = "ABCDEFGHJKLMNPQRSTUVWXYZ") -> String {
    let all = Array(alphabet)
    return String((0..<count).map { _ in all[next(all.count)] })
  }

  mutating func hex(_ count: Int) -> String { letters(count, of: "0123456789abcdef") }
}
