import MarkingModel

// Words that the end of a line divides, also where a page heading stands between, and statements of two words.
extension BodyReader {
  /// BEGIN or END at the end of a line, alone or with the first part of its word.
  mutating func holdEnd(_ word: String, _ at: Int, _ line: SourceLine, _ end: Int, in source: Span<UInt8>) {
    let next = source.skipBlanks(at + word.utf8.count, end)
    guard end - next <= 16 else { return }
    var fragment: [UInt8] = []
    if source.equals(ByteRange(next, end), "ACTION") {
      fragment = Array("ACTION ".utf8)
    } else if next < end {
      guard source[end - 1] == 0x2D, source.areLetters(ByteRange(next, end - 1)) else { return }
      for i in next..<(end - 1) { fragment.append(source[i]) }
    }
    openEnd = OpenEnd(place: place(ByteRange(at, end), on: line, in: source), word: word, fragment: fragment)
  }

  /// Takes the first words of a line for what the line before has left open; the offset after them.
  mutating func takeOpenEnds(_ line: SourceLine, _ from: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    if let index = openCitation {
      openCitation = nil
      if let letter = CitationText.letter(from, end, in: source), citations[index].letter == nil {
        citations[index].letter = source[letter.at].capital
        citedLetters.insert(source[letter.at].capital)
      }
    }
    guard let open = openEnd else { return from }
    openEnd = nil
    // The words as they would stand on one line.
    var joined = Array(open.word.utf8) + [0x20] + open.fragment
    let before = joined.count
    for i in from..<min(end, from + 48) { joined.append(source[i]) }
    guard let phrase = PassagePhrase.read(0, joined.count, in: joined.span), phrase.range.end > before else {
      return from
    }
    var place = open.place
    place.range.end = from + phrase.range.end - before
    if phrase.closes {
      close(phrase, at: place, isCertain: true)
    } else {
      tracker.open(phrase.kinds, at: place, paragraph: paragraph, weight: .certain)
    }
    return place.range.end
  }

  /// OFF-LINE with ENCRYPT near it.
  mutating func takeOffline(_ at: Int, _ end: Int, in source: Span<UInt8>) {
    guard !metrics.isOfflineEncrypted else { return }
    var i = at + 3
    if i < end, source[i] == 0x2D || source[i] == 0x20 { i += 1 }
    guard source.hasWordAnyCase("LINE", at: i, end: end), maySearch() else { return }
    metrics.isOfflineEncrypted = source.has("ENCRYPT", near: at, reach: 100)
  }

  /// COMPILATION with CLASSIF near it.
  mutating func takeCompilation(_ at: Int, _ line: SourceLine, in source: Span<UInt8>) {
    guard !metrics.isCompilation, source.hasAnyCase("COMPILATION", at: at, end: line.end), maySearch()
    else { return }
    metrics.isCompilation = source.has("CLASSIF", near: at, reach: 240)
  }
}

extension Span where Element == UInt8 {
  /// Whether a word begins within `reach` bytes before or after `at`, whatever lines stand between.
  fileprivate func has(_ word: String, near at: Int, reach: Int) -> Bool {
    let last = Swift.min(count, at + reach)
    var i = Swift.max(0, at - reach)
    while i < last {
      if hasAnyCase(word, at: i, end: last) { return true }
      i += 1
    }
    return false
  }
}
