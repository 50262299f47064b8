/// Numbers by chance from a seed: the same on every machine (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to before `bound`.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

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
