/// Finds the word that was probably meant.
package enum Nearest {
  /// The word with the fewest slips from `given` (letters left out, added, changed, or two exchanged), where a third
  /// of the letters are right beyond doubt; nil where none comes near. Of equals the longest, then the first. O(words × letters²).
  package static func word(to given: String, among words: some Sequence<String>) -> String? {
    let given = Array(given.lowercased().utf8.prefix(64))
    var best: (word: String, slips: Int)?
    for word in words {
      let letters = Array(word.lowercased().utf8)
      // Other letters of the same word, capitals or small ones, are none.
      let slips = letters == given ? 0 : letters.starts(with: given) && given.count >= 3 ? 1 : distance(given, letters)
      guard slips <= max(1, min(given.count, letters.count) / 3), slips <= best?.slips ?? Int.max else { continue }
      if let best, slips == best.slips, word.count <= best.word.count { continue }
      best = (word, slips)
    }
    return best?.word
  }

  /// The Damerau-Levenshtein distance (optimal string alignment).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
