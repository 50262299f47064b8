internal import MarkingModel
internal import TextKit

/// Where words of context stand, roughly: forms that need one are tried nowhere else.
///
/// Of each word or phrase that speaks for a detector the longest word is looked for; whether the phrase stands there, and
/// near enough, is for `CompiledWords`.
struct ContextIndex: Sendable {
  /// A word of context, and the group of detectors that it speaks for.
  struct Hit {
    var place: ByteRange
    var group: Int
  }

  /// The detectors of each group.
  private(set) var groups: [[Int]] = []
  /// The group of a word, by its digest.
  private var groupOfWord: [UInt64: Int] = [:]
  /// How far behind a word values of each detector can begin.
  let reach: [Int]
  /// How far before a word values can begin.
  let lead: Int
  /// A bit for each value of the low bits of the digests: most words are in none.
  private var filter = [UInt64](repeating: 0, count: 64)
  /// A bit for each pair of letters that a word begins with: most words of a text begin otherwise, and no digest of them is
  /// made.
  private var beginnings = [UInt64](repeating: 0, count: 16)

  /// What is added for the rest of the phrase, and for a trigger that does not stand where the value begins.
  private static var slack: Int { 80 }

  init(_ compiled: [CompiledDetector]) {
    reach = compiled.map { $0.detector.context.before + Self.slack }
    lead = (compiled.map(\.detector.context.after).max() ?? 0) + Self.slack
    var detectors: [UInt64: [Int]] = [:]
    for (index, detector) in compiled.enumerated() {
      for phrase in detector.detector.context.raising {
        let words = phrase.utf8.split { $0 &- 0x61 >= 26 }
        guard let word = words.max(by: { $0.count <= $1.count }) else { continue }
        let pair = Self.pair(word.first ?? 0, word.count > 1 ? word[word.index(after: word.startIndex)] : 0)
        beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
        let hash = word.reduce(Words.seed) { Words.add($1, to: $0) }
        if detectors[hash]?.contains(index) != true { detectors[hash, default: []].append(index) }
      }
    }
    for (hash, list) in detectors {
      groupOfWord[hash] = groups.count
      groups.append(list)
      filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }
  }

  /// The number of two letters; of one where the second byte is none.
  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | (second &- 0x61 < 26 ? Int(second & 31) : 0)
  }

  /// The words of context in a text, in order. O(text).
  func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    let lowered = text.lowered
    let bytes = lowered.span
    let (filter, beginnings) = (self.filter.span, self.beginnings.span)
    var at = 0
    while at < bytes.count {
      guard bytes[at] &- 0x61 < 26 else {
        at &+= 1
        continue
      }
      let pair = Self.pair(bytes[at], at &+ 1 < bytes.count ? bytes[at &+ 1] : 0)
      guard beginnings[pair >> 6] &>> UInt64(pair & 63) & 1 != 0 else {
        repeat { at &+= 1 } while at < bytes.count && bytes[at] &- 0x61 < 26
        continue
      }
      let start = at
      var hash = Words.seed
      while at < bytes.count, bytes[at] &- 0x61 < 26 {
        hash = Words.add(bytes[at], to: hash)
        at &+= 1
      }
      if filter[Int(hash &>> 6 & 63)] &>> (hash & 63) & 1 != 0, let group = groupOfWord[hash] {
        hits.append(Hit(place: ByteRange(start, at), group: group))
      }
    }
    return hits
  }
}
