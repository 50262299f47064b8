/// Texts that must not be found in a copy, in whatever way they are written.
struct Needles {
  private var texts: [[UInt8]] = []
  private var owners: [Int] = []
  /// By the first four bytes.
  private var index: [UInt32: [Int]] = [:]

  /// Fewer letters or digits than this occur in any text by chance.
  static let shortest = 5

  /// Adds a text with the ways in which its words can be turned around. `owner` comes back where it is found.
  ///
  /// - Returns: whether it is long enough to be looked for.
  @discardableResult
  mutating func add(_ text: [UInt8], owner: Int) -> Bool {
    let letters = PlainLetters(text)
    guard letters.bytes.count >= Self.shortest else { return false }
    insert(letters.bytes, owner)
    let words = Self.words(of: letters)
    // "Kheng, Sar" for "Sar Kheng".
    if (2...4).contains(words.count), letters.bytes.allSatisfy({ $0 &- 0x30 >= 10 }) {
      insert(Array(words.reversed().joined()), owner)
      for turn in 1..<words.count { insert(Array((words[turn...] + words[..<turn]).joined()), owner) }
    }
    return true
  }

  private mutating func insert(_ text: [UInt8], _ owner: Int) {
    index[Self.key(text, 0), default: []].append(texts.count)
    texts.append(text)
    owners.append(owner)
  }

  private static func words(of letters: PlainLetters) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for (byte, isStart) in zip(letters.bytes, letters.begins) {
      if isStart || words.isEmpty { words.append([]) }
      words[words.count - 1].append(byte)
    }
    return words
  }

  var isEmpty: Bool { texts.isEmpty }

  /// The owners of those that are found as whole words. Time: linear but for texts with the same beginning.
  func found(in letters: PlainLetters) -> Set<Int> {
    var found: Set<Int> = []
    guard !texts.isEmpty, letters.bytes.count >= Self.shortest else { return found }
    for start in 0...(letters.bytes.count - Self.shortest) where letters.begins[start] {
      for candidate in index[Self.key(letters.bytes, start)] ?? [] where !found.contains(owners[candidate]) {
        let text = texts[candidate]
        guard start + text.count <= letters.bytes.count, letters.ends(at: start + text.count),
          letters.bytes[start..<(start + text.count)].elementsEqual(text)
        else { continue }
        found.insert(owners[candidate])
      }
    }
    return found
  }

  private static func key(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
  }
}

/// Runs of words of withheld portions: a sentence that is repeated elsewhere gives the portion away.
struct WordRuns {
  /// As many words in a row are no chance.
  static let length = 12
  private var owners: [UInt64: Int] = [:]

  /// - Returns: whether it has words enough to be looked for.
  mutating func add(_ text: [UInt8], owner: Int) -> Bool {
    let words = Self.words(PlainLetters(text))
    guard words.count >= 5 else { return false }
    for run in Self.runs(words, of: min(Self.length, words.count)) { owners[run] = owner }
    if words.count < Self.length { short.insert(words.count) }
    return true
  }

  private var short: Set<Int> = []

  var isEmpty: Bool { owners.isEmpty }

  func found(in letters: PlainLetters) -> Set<Int> {
    if owners.isEmpty { return [] }
    let words = Self.words(letters)
    var found: Set<Int> = []
    for length in short.union([Self.length]) where words.count >= length {
      for run in Self.runs(words, of: length) { if let owner = owners[run] { found.insert(owner) } }
    }
    return found
  }

  /// A number for each word.
  private static func words(_ letters: PlainLetters) -> [UInt64] {
    var words: [UInt64] = []
    for (byte, isStart) in zip(letters.bytes, letters.begins) {
      if isStart || words.isEmpty { words.append(0xCBF2_9CE4_8422_2325) }
      words[words.count - 1] = (words[words.count - 1] ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return words
  }

  /// A number for each run of so many words, its length mixed in.
  private static func runs(_ words: [UInt64], of length: Int) -> [UInt64] {
    guard length > 0, words.count >= length else { return [] }
    return (0...(words.count - length)).map { start in
      words[start..<(start + length)].reduce(UInt64(length)) { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 ^ ($0 >> 29) }
    }
  }
}
