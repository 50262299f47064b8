internal import MarkingModel
internal import TextKit

/// Where words of context stand, roughly: forms that need one are tried nowhere else, and where none stands near a value
/// none is looked for.
///
/// Of each word or phrase that speaks for a detector, or against it, the longest word is looked for; whether the phrase
/// stands there, and near enough, is for `CompiledWords`.
struct ContextIndex: Sendable {
  /// A word of context, and the group of detectors that it speaks for or against.
  struct Hit {
    var place: ByteRange
    var group: Int
  }

  /// The detectors that the words of each group speak for, and those that they speak against.
  private(set) var groups: [[Int]] = []
  private(set) var loweringGroups: [[Int]] = []
  /// Detectors with a phrase without any letter, which is not looked for here: it may stand anywhere.
  private(set) var unknown: Set<Int> = []
  /// The group of a word, by its digest.
  private var groupOfWord: [UInt64: Int] = [:]
  /// How far behind a word values of each detector can begin.
  let reach: [Int]
  /// How far before a word values can begin.
  let lead: Int
  /// A bit for the first eight letters of each word: most words of a text begin otherwise, and no digest of them is made.
  private var beginnings = [UInt64](repeating: 0, count: 256)

  /// What is added for the rest of the phrase, and for a trigger that does not stand where the value begins.
  private static var slack: Int { 80 }

  init(_ compiled: [CompiledDetector]) {
    reach = compiled.map { $0.detector.context.before + Self.slack }
    lead = (compiled.map(\.detector.context.after).max() ?? 0) + Self.slack
    for (index, detector) in compiled.enumerated() {
      for phrase in detector.detector.context.raising {
        if let group = group(of: phrase) { Self.add(index, to: &groups[group]) } else { unknown.insert(index) }
      }
      for phrase in detector.detector.context.lowering {
        if let group = group(of: phrase) { Self.add(index, to: &loweringGroups[group]) } else { unknown.insert(index) }
      }
    }
  }

  private static func add(_ detector: Int, to group: inout [Int]) {
    if group.last != detector { group.append(detector) }
  }

  /// The group of the longest word of a phrase; nil of one without letters.
  private mutating func group(of phrase: String) -> Int? {
    let words = phrase.utf8.split { $0 &- 0x61 >= 26 }
    guard let word = words.max(by: { $0.count <= $1.count }) else { return nil }
    let letters = Array(word)
    let bit = Self.bit(letters.span, 0)
    beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
    let hash = word.reduce(Words.seed) { Words.add($1, to: $0) }
    if let group = groupOfWord[hash] { return group }
    groupOfWord[hash] = groups.count
    groups.append([])
    loweringGroups.append([])
    return groups.count - 1
  }

  /// The place of a word among `beginnings`.
  @inline(__always)
  private static func bit(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    Int(truncatingIfNeeded: (bytes.smallLetters(at: start) &* 0x9E37_79B9_7F4A_7C15) &>> 50)
  }

  /// The words of context in a text, in order. O(text).
  func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    let lowered = text.lowered
    let bytes = lowered.span
    var at = 0
    // The high bit of the lowest byte where a letter stands before the block.
    var before: UInt64 = 0
    while at &+ 8 <= bytes.count {
      let block = bytes.block(at)
      var starts = block.wordStarts(behind: before)
      before = (block.letters &>> 56) & 0x80
      while starts != 0 {
        take(bytes, at &+ starts.trailingZeroBitCount &>> 3, &hits)
        starts &= starts &- 1
      }
      at &+= 8
    }
    var isInWord = before != 0
    while at < bytes.count {
      let isLetter = bytes[at] &- 0x61 < 26
      if isLetter, !isInWord { take(bytes, at, &hits) }
      isInWord = isLetter
      at &+= 1
    }
    return hits
  }

  /// Takes the word that begins at a place, if it is one of context.
  @inline(__always)
  private func take(_ bytes: Span<UInt8>, _ start: Int, _ hits: inout [Hit]) {
    let bit = Self.bit(bytes, start)
    guard beginnings[bit >> 6] &>> UInt64(bit & 63) & 1 != 0 else { return }
    var end = start
    var hash = Words.seed
    while end < bytes.count, bytes[end] &- 0x61 < 26 {
      hash = Words.add(bytes[end], to: hash)
      end &+= 1
    }
    if let group = groupOfWord[hash] { hits.append(Hit(place: ByteRange(start, end), group: group)) }
  }
}

extension Span where Element == UInt8 {
  /// Up to eight small letters from `start` on, the first lowest; no letter stands behind fewer.
  @inline(__always)
  fileprivate func smallLetters(at start: Int) -> UInt64 {
    if start &+ 8 <= count {
      let block = block(start)
      let others = ~block.letters & UInt64.highBits
      if others == 0 { return block }
      let first = others & (0 &- others)
      return block & ((first &>> 7) &- 1)
    }
    var letters: UInt64 = 0
    var at = start
    while at < count, self[at] &- 0x61 < 26 {
      letters |= UInt64(self[at]) &<< UInt64(8 &* (at &- start))
      at &+= 1
    }
    return letters
  }
}
