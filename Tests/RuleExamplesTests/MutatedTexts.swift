import TestSupport

/// Texts with one to three things changed in each, made by chance from a seed: lines and words left out, repeated or in
/// the place of others, digits and signs changed. Words come from all of the texts, so that markings meet others.
struct MutatedTexts {
  struct Text {
    var bytes: [UInt8]
    /// The form to read it as; nil to let the reader recognise it.
    var form: String?
  }

  private let bases: [Text]
  private let words: [[UInt8]]
  private var dice: Dice

  private static let signs = Array("/(),-;:.|'\"<> \n=\t".utf8)

  init(_ bases: [Text], seed: UInt64) {
    self.bases = bases
    var words: Set<[UInt8]> = []
    for base in bases {
      for word in base.bytes.split(whereSeparator: { $0 <= 0x20 }) where word.count < 40 { words.insert(Array(word)) }
    }
    self.words = words.sorted { $0.lexicographicallyPrecedes($1) }
    dice = Dice(seed: seed)
  }

  private mutating func below(_ bound: Int) -> Int { dice.next(max(1, bound)) }

  mutating func next() -> Text {
    var text = bases[below(bases.count)]
    for _ in 0...below(3) { change(&text.bytes) }
    return text
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    switch below(8) {
    case 0, 1, 2: changeLines(&bytes)
    case 3, 4, 5, 6: changeWord(&bytes)
    default:
      guard !bytes.isEmpty else { return }
      let place = below(bytes.count)
      if bytes[place] &- 0x30 < 10 {
        bytes[place] = 0x30 + UInt8(below(10))
      } else {
        bytes.insert(Self.signs[below(Self.signs.count)], at: place)
      }
    }
  }

  private mutating func changeLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = below(lines.count)
    switch below(3) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: below(lines.count))
    default: lines.swapAt(line, below(lines.count))
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private mutating func changeWord(_ bytes: inout [UInt8]) {
    guard let start = bytes.indices.dropFirst(below(bytes.count)).first(where: { bytes[$0] > 0x20 }) else { return }
    let end = bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
    switch below(4) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]) + [0x20], at: start)
    default: bytes.replaceSubrange(start..<end, with: words[below(words.count)])
    }
  }
}
