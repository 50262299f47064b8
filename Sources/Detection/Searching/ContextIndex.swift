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

  /// The words of context in a text, in order. O(text).
  func hits(in text: FoldedText) -> [Hit] {
    var hits: [Hit] = []
    let lowered = text.lowered
    let bytes = lowered.span
    let filter = self.filter.span
    var at = 0
    while at < bytes.count {
      guard bytes[at] &- 0x61 < 26 else {
        at &+= 1
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
