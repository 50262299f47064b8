import MarkingModel

/// The words and letters of a classification.
enum LevelWords {
  struct Match {
    var classification: Classification
    var end: Int
    var form: TokenForm
  }

  /// The classification that begins at `at` and ends at the end of a word.
  static func match(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Match? {
    guard at < end else { return nil }
    switch text[at] {
    case UInt8(ascii: "T"):
      if let stop = word("TOP SECRET", text, at, end) {
        return Match(classification: .topSecret, end: stop, form: .title)
      }
      if let stop = word("TS", text, at, end) { return Match(classification: .topSecret, end: stop, form: .portion) }
    case UInt8(ascii: "S"):
      if let stop = word("SECRET", text, at, end) { return Match(classification: .secret, end: stop, form: .title) }
      if let stop = word("S", text, at, end) { return Match(classification: .secret, end: stop, form: .portion) }
    case UInt8(ascii: "C"):
      if let stop = word("CONFIDENTIAL", text, at, end) {
        return Match(classification: .confidential, end: stop, form: .title)
      }
      if let stop = word("C", text, at, end) { return Match(classification: .confidential, end: stop, form: .portion) }
    case UInt8(ascii: "U"):
      if let stop = word("UNCLASSIFIED", text, at, end) {
        return Match(classification: .unclassified, end: stop, form: .title)
      }
      if let stop = word("UNCLAS", text, at, end) ?? word("UNCLASS", text, at, end) {
        return Match(classification: .unclassified, end: stop, form: .abbreviation)
      }
      if let stop = word("U", text, at, end) { return Match(classification: .unclassified, end: stop, form: .portion) }
    case UInt8(ascii: "R"):
      if let stop = word("RESTRICTED", text, at, end), word("DATA", text, text.skipBlanks(stop, end), end) == nil {
        return Match(classification: .restricted, end: stop, form: .title)
      }
      if let stop = word("R", text, at, end) { return Match(classification: .restricted, end: stop, form: .portion) }
    default: break
    }
    return nil
  }

  /// RESTRICTED where no DATA can follow.
  static func restricted(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Match? {
    word("RESTRICTED", text, at, end).map { Match(classification: .restricted, end: $0, form: .title) }
  }

  /// The classification that begins at `at` with its letters spaced out.
  static func spaced(_ text: Span<UInt8>, _ at: Int, _ end: Int) -> Match? {
    for classification in Classification.allCases {
      guard let match = text.spacedWord(classification.word.utf8.filter { $0 != 0x20 }, at: at, end: end),
        match.isSpaced
      else { continue }
      return Match(classification: classification, end: match.end, form: .title)
    }
    return nil
  }

  /// The classification that a range ends with, behind other words, and where it begins: `AGENCY CONFIDENTIAL`.
  static func last(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> (Match, Int)? {
    // The longest first: TOP SECRET ends with SECRET.
    for classification in [Classification.topSecret, .secret, .confidential, .unclassified] {
      let start = to - classification.word.utf8.count
      guard start > from, text[start - 1] == 0x20 else { continue }
      if let match = match(text, start, to), match.end == to, match.form == .title { return (match, start) }
    }
    return nil
  }

  /// The offset after `word` where it stands at `at` as a whole word. Inlined, so that a word that begins with another
  /// letter costs one comparison.
  @inline(__always)
  static func word(_ word: StaticString, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let first = unsafe word.utf8Start.pointee
    guard end &- at >= word.utf8CodeUnitCount, text[at] == first else { return nil }
    return rest(of: word, text, at, end)
  }

  private static func rest(of word: StaticString, _ text: Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    let stop = at &+ word.utf8CodeUnitCount
    guard text.has(word, at, end), stop == end || !text[stop].isLetterOrDigit else { return nil }
    return stop
  }

  /// The classification that a whole range is with a slip of the hand or its letters spaced out: what it is, and which
  /// of the two.
  static func damaged(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> (Classification, MarkingDefect.Kind)? {
    let compact = text.compact(from, to)
    for classification in Classification.allCases.reversed() {
      let word = classification.word
      let letters = Array(word.utf8.filter { $0 != 0x20 })
      // Blanks taken out, and of each word a slip at most: a word of less than six letters is not certain then.
      if compact == letters { return (classification, .spacedLetters) }
      if compact.span.isSlip(of: letters, 0, compact.count)
        || missesOne(compact, letters)
      {
        return (classification, .slip)
      }
    }
    return nil
  }

  /// Whether `found` is `letters` without one of them.
  private static func missesOne(_ found: [UInt8], _ letters: [UInt8]) -> Bool {
    guard found.count == letters.count - 1, letters.count >= 6 else { return false }
    return letters.indices.contains { skipped in
      found.indices.allSatisfy { found[$0] == letters[$0 < skipped ? $0 : $0 + 1] }
    }
  }
}

extension Span where Element == UInt8 {
  /// The bytes of a range without blanks, hyphens and underscores.
  func compact(_ from: Int, _ to: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for i in from..<to where self[i] > 0x20 && self[i] != 0x2D && self[i] != 0x5F { bytes.append(self[i]) }
    return bytes
  }

  /// Whether two ranges hold the same bytes.
  func isSame(_ a: ByteRange, _ b: ByteRange) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where self[a.start + k] != self[b.start + k] { return false }
    return true
  }

  /// Whether `a` stands before `b` where numbers stand before letters (the order of C16 p15); a blank ends an identifier.
  func precedes(_ a: ByteRange, _ b: ByteRange) -> Bool {
    for k in 0..<Swift.min(a.count, b.count) {
      let x = self[a.start + k]
      let y = self[b.start + k]
      if x != y { return x < y }
    }
    return a.count < b.count
  }

  /// Whether a range is one of capitals and digits, so many of them.
  func isIdentifier(_ range: ByteRange, _ lengths: ClosedRange<Int>) -> Bool {
    guard lengths.contains(range.count) else { return false }
    for i in range.start..<range.end where !self[i].isLetterOrDigit { return false }
    return true
  }
}
