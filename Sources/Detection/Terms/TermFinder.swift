package import MarkingModel
package import TextKit

/// A list of names and terms made ready to be found.
package struct TermFinder: Sendable {
  /// One place where an entry was found.
  package struct Match: Sendable, Hashable {
    /// The number of the entry in the list.
    package var entry: Int
    /// In bytes of the original, whole characters.
    package var range: ByteRange
    /// In folded bytes.
    package var folded: ByteRange
  }

  /// How names are found.
  package struct Options: Sendable, Hashable {
    /// Surnames that are ordinary words, in small letters ("baker"): they are found with a given name, an initial or a
    /// title beside them only. Without any, every surname is found alone; that withholds more.
    package var ordinaryWords: Set<String> = []
    /// Whether a title before a surname belongs to what is found.
    package var includesTitles = true

    package init() {}
  }

  let names: [NameSpelling]
  let terms: [TermSpelling]
  /// Spellings by the digest of the surname, or of the first word of a term.
  let namesBySurname: [UInt64: [Int]]
  let termsByFirst: [UInt64: [Int]]
  let options: Options
  let titles: Set<UInt64>
  let acronyms: Set<UInt64>
  let abbreviations: Set<UInt64>
  let titlesOfSeveral: Set<UInt64>
  let particles: Set<UInt64>
  let articles: Set<UInt64>
  /// A bit for each value that the low bits of a digest in one of the tables have: most words are in none.
  let filter: [UInt64]

  /// Prepares a list.
  package init(_ list: TermList, options: Options = Options()) throws(TermListError) {
    var names: [NameSpelling] = []
    var terms: [TermSpelling] = []
    for (index, entry) in list.entries.enumerated() {
      for spelling in entry.spellings {
        if entry.kind == .name { try Self.add(spelling, of: entry, index, options, to: &names, &terms) }
        guard entry.kind == .term || entry.isAlsoTerm else { continue }
        for text in Self.ways(of: spelling) { terms.append(try TermSpelling(text, entry: index, line: entry.line)) }
      }
    }
    self.names = names
    self.terms = terms
    namesBySurname = Dictionary(grouping: names.indices) { names[$0].surname[0] }
    termsByFirst = Dictionary(grouping: terms.indices) { terms[$0].words[0] }
    self.options = options
    titles = Self.digests(Titles.words)
    acronyms = Self.digests(Titles.acronyms)
    abbreviations = Self.digests(Titles.abbreviations)
    titlesOfSeveral = Self.digests(Titles.ofSeveral)
    particles = Self.digests(Titles.particles)
    articles = Self.digests(Titles.articles)
    var filter = [UInt64](repeating: 0, count: 64)
    for hash in Array(namesBySurname.keys) + Array(termsByFirst.keys) {
      filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }
    self.filter = filter
  }

  /// Adds the name that a spelling is, and what is written beside it.
  private static func add(
    _ spelling: String, of entry: TermList.Entry, _ index: Int, _ options: Options, to names: inout [NameSpelling],
    _ terms: inout [TermSpelling]
  ) throws(TermListError) {
    let written = WrittenName(spelling)
    for address in written.addresses { terms.append(try TermSpelling(address, entry: index, line: entry.line)) }
    for name in [written.name] + written.former where !(name.isEmpty && !written.addresses.isEmpty) {
      let other = Transliteration.of(name)
      for text in ways(of: name) {
        var spelling = try NameSpelling(text, nicknames: written.nicknames, entry: index, line: entry.line, options)
        // Each part of a name may be written in the one or the other way.
        for way in other.map({ [name, $0] }) ?? [] {
          spelling.takeGiven(of: try NameSpelling(way, entry: index, line: entry.line, options))
        }
        names.append(spelling)
        names += spelling.parts(options)
        for word in spelling.runTogether { terms.append(try TermSpelling(word, entry: index, line: entry.line)) }
        for plural in spelling.plurals {
          var several = try TermSpelling(plural, entry: index, line: entry.line)
          several.needsCapital = true
          terms.append(several)
        }
      }
    }
  }

  /// A spelling in the ways that folding does not make one.
  private static func ways(of spelling: String) -> [String] {
    cases(of: spelling) + (Transliteration.of(spelling).map { [$0] } ?? [])
  }

  private static func digests(_ words: Set<String>) -> Set<UInt64> {
    Set(words.map { $0.utf8.reduce(Words.seed) { Words.add($1, to: $0) } })
  }

  /// A spelling as it is, in capitals and in small letters: a capital may look Latin where the small letter does not, and
  /// folding goes by what is seen.
  private static func cases(of spelling: String) -> [String] {
    if spelling.utf8.allSatisfy({ $0 < 0x80 }) { return [spelling] }
    var cases: [String] = []
    for text in [spelling, spelling.uppercased(), spelling.lowercased()] where !cases.contains(text) {
      cases.append(text)
    }
    return cases
  }

  /// Finds the list in a text, in order of place; matches of one entry that overlap are one.
  package func find(in text: FoldedText) -> [Match] {
    let words = Words(text)
    var found = find(in: words, text)
    if let joined = words.joined(text) { found += find(in: joined, text) }
    if !names.isEmpty, let apart = words.apart(text) { found += find(in: apart, text) }
    if let values = words.withoutFields(text) { found += find(in: values, text) }
    // A name with look-alikes in it is found by the letters that are meant.
    if let meant = words.misread(text, one: UInt8(ascii: "i")) {
      found += find(in: meant, text)
      if let other = words.misread(text, one: UInt8(ascii: "l")) { found += find(in: other, text) }
    }
    found.sort { ($0.entry, $0.folded.start, -$0.folded.end) < ($1.entry, $1.folded.start, -$1.folded.end) }
    var merged: [Match] = []
    for match in found {
      if let last = merged.last, last.entry == match.entry, match.folded.start < last.folded.end {
        let whole = ByteRange(last.folded.start, max(last.folded.end, match.folded.end))
        merged[merged.count - 1] = Match(entry: last.entry, range: text.original(of: whole), folded: whole)
      } else {
        merged.append(match)
      }
    }
    return merged.sorted { ($0.folded.start, -$0.folded.end, $0.entry) < ($1.folded.start, -$1.folded.end, $1.entry) }
  }

  private func find(in words: Words, _ text: FoldedText) -> [Match] {
    var matches: [Match] = []
    for index in words.words.indices {
      let hash = words.words[index].hash
      guard filter[Int(hash >> 6 & 63)] >> (hash & 63) & 1 != 0 else { continue }
      for number in termsByFirst[hash] ?? [] {
        if let end = terms[number].end(in: words.words, at: index, text.lowered),
          !terms[number].needsCapital || text.bytes[words.words[index].start] &- 0x41 < 26
        {
          matches.append(match(terms[number].entry, words.words[index].start, words.words[end].end, text))
        }
      }
      for number in namesBySurname[hash] ?? [] {
        if let place = names[number].place(in: words.words, at: index, text, self) {
          matches.append(match(names[number].entry, place.start, place.end, text))
        }
      }
    }
    return matches
  }

  /// A match with the possessive s behind it, or its sign, which says nothing and would be left standing.
  private func match(_ entry: Int, _ start: Int, _ end: Int, _ text: FoldedText) -> Match {
    let bytes = text.lowered
    var end = end
    if end + 1 < bytes.count, bytes[end] == 0x27, bytes[end + 1] == 0x73,
      end + 2 == bytes.count || !bytes[end + 2].isWordByte
    {
      end += 2
    }
    let folded = ByteRange(start, end)
    return Match(entry: entry, range: text.original(of: folded), folded: folded)
  }
}
