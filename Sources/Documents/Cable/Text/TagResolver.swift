import MarkingGrammar
import MarkingModel

/// Says what the words of a TAGS line are.
struct TagResolver: Sendable {
  /// Whether free words for organizations were customary (the 1970s and 1980s).
  var allowsText: Bool

  /// The TAGS that one word is; nil where it is none that is known, also not after splitting or repairing it. What a
  /// glued, an ISO or a repaired one stands for is added to `meant`.
  func resolve(
    _ word: ByteRange, _ place: Place, meant: inout [[String]], in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Tag? {
    if let known = vocabulary.tags.family(source, word.start, word.end) {
      return Tag(place: place, kind: Self.kind(known.kind), code: word, needsPerson: known.needsPerson)
    }
    guard let (kind, codes) = damaged(word, in: source, vocabulary) else { return nil }
    meant.append(codes)
    return Tag(place: place, kind: kind, code: word, meant: meant.count - 1)
  }

  /// What a word that is no code stands for.
  private func damaged(
    _ word: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (kind: Tag.Kind, codes: [String])? {
    if word.count == 2 { return vocabulary.tags.code(forISO: source, word.start, word.end).map { (.iso, [$0]) } }
    let name = source.name(word)
    if let parts = split(name, vocabulary) { return (.glued, parts) }
    return repair(name, vocabulary).map { (.repaired, [$0]) }
  }

  /// What an item of words that are not known is: a code that is wrong, or free text.
  func unresolved(_ range: ByteRange, words: Int, _ place: Place, in source: Span<UInt8>) -> Tag {
    let isCode = words == 1 && source.areLetters(range) && range.count <= 4
    return allowsText && !isCode ? Tag(place: place, kind: .text) : Tag(place: place, kind: .unknown, code: range)
  }

  private static func kind(_ kind: TagCode.Kind) -> Tag.Kind {
    switch kind {
    case .subject: .subject
    case .historical: .historical
    case .program: .program
    case .geo: .geo
    case .region: .region
    case .organization: .organization
    }
  }

  /// The codes of two and four letters that run together in `word`, at least one of them a subject or program. A split
  /// into the fewest codes goes before others.
  private func split(_ word: String, _ vocabulary: borrowing Vocabulary) -> [String]? {
    let letters = Array(word.utf8)
    guard letters.count >= 6, letters.count <= 60, letters.count.isMultiple(of: 2),
      letters.allSatisfy({ $0.isCapital })
    else { return nil }
    // The length of the code that begins at each place on the best way to the end; nil where there is no way.
    var best: [(count: Int, length: Int)?] = Array(repeating: nil, count: letters.count + 1)
    best[letters.count] = (0, 0)
    for at in stride(from: letters.count - 2, through: 0, by: -2) {
      for length in [4, 2] where at + length <= letters.count {
        guard let rest = best[at + length], isPart(letters, at, length, vocabulary) else { continue }
        if best[at].map({ rest.count + 1 < $0.count }) ?? true { best[at] = (rest.count + 1, length) }
      }
    }
    guard best[0] != nil else { return nil }
    var parts: [String] = []
    var at = 0
    while let next = best[at], next.length > 0 {
      parts.append(String(decoding: letters[at..<(at + next.length)], as: UTF8.self))
      at += next.length
    }
    return parts.contains { $0.utf8.count == 4 } ? parts : nil
  }

  private func isPart(_ letters: [UInt8], _ at: Int, _ length: Int, _ vocabulary: borrowing Vocabulary) -> Bool {
    switch vocabulary.tags.find(letters.span, at, at + length)?.kind {
    case .subject, .historical, .program: length == 4
    case .geo: length == 2
    default: false
    }
  }

  /// The one subject or program that a code of four letters is after repairing a slip: two letters in the wrong order,
  /// a letter misread, a letter too many.
  private func repair(_ word: String, _ vocabulary: borrowing Vocabulary) -> String? {
    let letters = Array(word.utf8)
    guard letters.count == 4 || letters.count == 5 else { return nil }
    var found: String?
    func isUnique(_ candidate: [UInt8], _ vocabulary: borrowing Vocabulary) -> Bool {
      guard let code = vocabulary.tags.find(candidate.span, 0, candidate.count),
        code.kind == .subject || code.kind == .historical || code.kind == .program
      else { return true }
      if found != nil, found != code.code { return false }
      found = code.code
      return true
    }
    if letters.count == 5 {
      for i in letters.indices {
        var fewer = letters
        fewer.remove(at: i)
        guard isUnique(fewer, vocabulary) else { return nil }
      }
      return found
    }
    for i in 1..<4 {
      var swapped = letters
      swapped.swapAt(i - 1, i)
      guard isUnique(swapped, vocabulary) else { return nil }
    }
    if found != nil { return found }
    for i in letters.indices {
      for letter in UInt8(0x41)...0x5A where letter != letters[i] {
        var other = letters
        other[i] = letter
        guard isUnique(other, vocabulary) else { return nil }
      }
    }
    return found
  }
}

extension Span where Element == UInt8 {
  /// Whether every byte of the range is an ASCII letter.
  func areLetters(_ range: ByteRange) -> Bool {
    for i in range.start..<range.end where !self[i].isLetter { return false }
    return !range.isEmpty
  }
}
