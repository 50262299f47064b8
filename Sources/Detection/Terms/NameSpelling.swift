internal import TextKit

/// One spelling of a person's name.
struct NameSpelling: Sendable {
  let entry: Int
  /// Digests of the words of the surname; more than one for "van der Berg" with a comma, or "Smith-Jones".
  let surname: [UInt64]
  /// Whether the surname needs another part of the name, or a title, beside it.
  let isOrdinary: Bool
  /// Digests of given names, their initials, and the initials run together ("jq").
  private var given: Set<UInt64>
  /// The name as one word, as in the name of an account: "veasnachhorn", "chhornveasna", "vchhorn".
  let runTogether: Set<String>
  /// Several persons of the name: "the Smiths". Nil for one that is an ordinary word.
  let plural: String?

  init(_ text: String, entry: Int, line: Int, _ options: TermFinder.Options) throws(TermListError) {
    self.entry = entry
    var parts: [[String]] = []
    var suffixes: [String] = []
    for part in text.split(separator: ",") {
      let words = try Self.words(String(part))
      // "Smith, Jr." is no surname with a given name behind it.
      if words.allSatisfy(Titles.suffixes.contains) { suffixes += words } else { parts.append(words) }
    }
    var surname = parts.count > 1 ? parts.removeFirst() : []
    var given = Array(parts.joined())
    if given.count > 1 { given = given.filter { !Titles.words.contains($0) } }
    suffixes += given.filter { Titles.suffixes.contains($0) }
    given = given.filter { !suffixes.contains($0) }
    if surname.isEmpty, let last = given.popLast() {
      surname = [last]
      // "de la Cruz": what stands in small letters before a surname is part of it, and a dash joins two surnames.
      while given.count > 1, let before = given.last, Titles.particles.contains(before) {
        surname.insert(before, at: 0)
        given.removeLast()
      }
      if given.count > 1, let dashed = Self.dashed(text), dashed == given.last {
        surname.insert(given.removeLast(), at: 0)
      }
    }
    if surname.isEmpty { throw .nothingToFind(line: line) }
    isOrdinary = surname.count == 1 && options.ordinaryWords.contains(surname[0])
    self.surname = surname.map(Self.digest)
    let family = surname.joined()
    plural = isOrdinary || family.hasSuffix("s") ? nil : surname.joined(separator: " ") + "s"
    let before = [given.joined(), given.first ?? "", given.first.map { String($0.prefix(1)) } ?? ""]
    let words = before.filter { !$0.isEmpty }.flatMap { [$0 + family, family + $0] }
    runTogether = Set(words.filter { $0.utf8.count > 4 })
    var forms = Set(given + suffixes)
    let initials = given.compactMap(\.first).map(String.init)
    forms.formUnion(initials)
    for count in 2..<max(2, initials.count + 1) { forms.insert(initials.prefix(count).joined()) }
    if initials.count > 2 { forms.insert(initials.joined()) }
    self.given = Set(forms.map(Self.digest))
  }

  private static func digest(_ word: String) -> UInt64 { word.utf8.reduce(Words.seed) { Words.add($1, to: $0) } }

  /// The words of a text, folded and in small letters.
  private static func words(_ text: String) throws(TermListError) -> [String] {
    do throws(FoldingError) {
      let folded = try FoldedText(Array(text.utf8).span)
      return Words(folded).words.map { String(decoding: folded.lowered[$0.start..<$0.end], as: UTF8.self) }
    } catch {
      throw .folding(error)
    }
  }

  /// The last word but one where a dash joins it to the last.
  private static func dashed(_ text: String) -> String? {
    guard let last = text.split(separator: " ").last, last.contains("-") else { return nil }
    let parts = last.split(separator: "-")
    return parts.count == 2 ? parts[0].lowercased() : nil
  }

  /// Takes the given names of another spelling of the same name as well.
  mutating func takeGiven(of other: NameSpelling) { given.formUnion(other.given) }

  /// The place of the name whose surname begins with the word at an index: with the given names and initials beside it,
  /// and with a title before it. Nil where it is not there.
  func place(
    in text: [Words.Word], at first: Int, _ folded: borrowing FoldedText, _ finder: TermFinder
  ) -> (start: Int, end: Int)? {
    let bytes = folded.lowered
    var last = first
    for word in surname.dropFirst() {
      guard last + 1 < text.count, text[last + 1].hash == word, Words.areNear(text[last], text[last + 1], bytes) else {
        return nil
      }
      last += 1
    }
    func isJoined(_ index: Int) -> Bool {
      index >= 0 && index + 1 < text.count && Words.areNear(text[index], text[index + 1], bytes)
    }
    func isInitial(_ index: Int) -> Bool {
      text[index].end - text[index].start == 1 && folded.bytes[text[index].start] &- 0x41 < 26
    }
    var (from, to) = (first, last)
    while isJoined(from - 1) {
      if given.contains(text[from - 1].hash) {
        from -= 1
      } else if isInitial(from - 1), isJoined(from - 2),
        given.contains(text[from - 2].hash) || finder.titles.contains(text[from - 2].hash)
      {
        // An initial that the list does not have: "Jonathan Q. Marsh".
        from -= 1
      } else {
        break
      }
    }
    while to + 1 < text.count, isJoined(to), given.contains(text[to + 1].hash) || (to > last && isInitial(to + 1)) {
      to += 1
    }
    var isTitled = false
    while finder.options.includesTitles || !isTitled, from > 0, finder.titles.contains(text[from - 1].hash),
      isJoined(from - 1)
    {
      isTitled = true
      if !finder.options.includesTitles { break }
      from -= 1
    }
    let isAlone = from == first && to == last && !isTitled
    if isOrdinary, isAlone, !isOwner(text[first].start, text[last].end, folded) { return nil }
    return (text[from].start, text[to].end)
  }

  /// Whether a word is written as a name that something belongs to: "Hill's car".
  private func isOwner(_ start: Int, _ end: Int, _ folded: borrowing FoldedText) -> Bool {
    let bytes = folded.lowered
    return folded.bytes[start] &- 0x41 < 26 && end + 1 < bytes.count && bytes[end] == 0x27 && bytes[end + 1] == 0x73
      && (end + 2 == bytes.count || !bytes[end + 2].isWordByte)
  }
}
