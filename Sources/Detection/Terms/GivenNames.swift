internal import MarkingModel

/// The given names that a text itself puts before a surname that is an ordinary word as well: only with one of them, or with
/// a title, is the word a name.
package enum GivenNames {
  /// Given names of a surname, as they are written: "Dale" of "Assistant Secretary Dale Rice", "Dale P. Rice" and
  /// "Rice, Dale (POL)". Time: O(text).
  ///
  /// - Parameter surname: one word of ASCII in small letters.
  package static func of(_ surname: String, in source: Span<UInt8>) -> [String] {
    let words = Self.words(in: source)
    let wanted = Array(surname.utf8)
    var names: Set<String> = []
    for index in words.indices where words[index].letters == wanted && words[index].isCapital {
      if let name = before(index, words, source) ?? behind(index, words, source) {
        names.insert(String(decoding: name.letters, as: UTF8.self))
      }
    }
    return names.sorted()
  }

  private struct Word {
    var start: Int
    var end: Int
    /// In small letters.
    var letters: [UInt8]
    /// Whether it begins with a capital, and whether a small letter follows.
    var isCapital: Bool
    var isMixed: Bool

    var isInitial: Bool { letters.count == 1 && isCapital }
  }

  private static func words(in source: Span<UInt8>) -> [Word] {
    var words: [Word] = []
    for run in source.runs(where: \.isWordByte) {
      let letters = (run.start..<run.end).map { source[$0] | (source[$0] &- 0x41 < 26 ? 0x20 : 0) }
      let isCapital = source[run.start] &- 0x41 < 26
      words.append(
        Word(
          start: run.start, end: run.end, letters: letters, isCapital: isCapital,
          isMixed: run.count > 1 && isCapital && source[run.start + 1] &- 0x61 < 26))
    }
    return words
  }

  /// "Dale Rice", "Dale P. Rice". In a text of capitals it needs an initial: any word might stand there.
  private static func before(_ index: Int, _ words: [Word], _ source: Span<UInt8>) -> Word? {
    var at = index - 1
    var hasInitial = false
    while at >= 0, index - at < 3, words[at].isInitial, areBeside(words[at], words[at + 1], source) {
      hasInitial = true
      at -= 1
    }
    guard at >= 0, areBeside(words[at], words[at + 1], source) else { return nil }
    let name = words[at]
    guard name.isCapital, name.letters.count > 1, name.letters.allSatisfy({ $0 &- 0x61 < 26 || $0 >= 0x80 }),
      !isNone(name)
    else { return nil }
    if hasInitial { return name }
    guard name.isMixed, words[index].isMixed else { return nil }
    let isTitled = at > 0 && areBeside(words[at - 1], name, source) && isTitle(words[at - 1])
    if isTitled { return name }
    // "the Northern Green Line" and "Capitol Hill" are no persons.
    let isPhrase =
      index + 1 < words.count && words[index + 1].isCapital && areBeside(words[index], words[index + 1], source)
    let isThing = at > 0 && articles.contains(text(words[at - 1])) && areBeside(words[at - 1], name, source)
    return isPhrase || isThing ? nil : name
  }

  /// "Drafted By: Rice, Dale (POL)", "EXEC:Bell, Amos": behind a colon.
  private static func behind(_ index: Int, _ words: [Word], _ source: Span<UInt8>) -> Word? {
    let word = words[index]
    var colon = word.start - 1
    while colon >= 0, source[colon] == 0x20 { colon -= 1 }
    guard colon >= 0, source[colon] == 0x3A || source[colon] == 0x3B, index + 1 < words.count else { return nil }
    let name = words[index + 1]
    guard name.start - word.end <= 2, source[word.end] == 0x2C, name.isMixed, !isNone(name) else { return nil }
    return name
  }

  /// Whether a blank, or a full stop and a blank, lies between two words.
  private static func areBeside(_ a: Word, _ b: Word, _ source: Span<UInt8>) -> Bool {
    guard b.start > a.end, b.start - a.end <= 2 else { return false }
    return source[b.start - 1] == 0x20
      && (b.start - a.end == 1 || source[a.end] == 0x2E && (a.isInitial || isTitle(a)))
  }

  private static func text(_ word: Word) -> String { String(decoding: word.letters, as: UTF8.self) }

  private static func isTitle(_ word: Word) -> Bool {
    Titles.words.contains(text(word)) || Titles.abbreviations.contains(text(word))
  }

  private static func isNone(_ word: Word) -> Bool {
    let text = text(word)
    return Titles.words.contains(text) || Titles.abbreviations.contains(text) || Titles.acronyms.contains(text)
      || Titles.noNames.contains(text) || articles.contains(text) || others.contains(text)
  }

  private static let articles: Set<String> = ["the", "a", "an", "this", "that", "our", "their", "its"]

  /// Words that stand with a capital before such a word and are no given name: they begin a sentence, or the name of a place
  /// or a thing.
  private static let others: Set<String> = Set(
    """
    in on at by of to with without as if so or nor no all any some many most more few both each every these those between
    among about above against along around before behind below beside beyond during except inside near off onto out per
    through toward towards upon via within although though once until unless whether what why how
    my your his her we you i he she it
    north south east west northern southern eastern western central upper lower new old great big little long high low
    fort mount lake port cape saint capitol chapel liberty national international royal federal united
    red blue green white black brown gray grey yellow wild fried young early late good
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    government ministry embassy department party house street avenue road bank river island islands city state states
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
