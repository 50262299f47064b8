internal import TextKit

/// One spelling of a person's name.
struct NameSpelling: Sendable {
  let entry: Int
  /// Digests of the words of the surname; more than one for "van der Berg" with a comma, or "Smith-Jones".
  private(set) var surname: [UInt64]
  /// Whether the surname needs another part of the name, or a title, beside it.
  private(set) var isOrdinary: Bool
  /// Whether it is a part of a surname of several words: found with a given name or a title beside it only.
  private(set) var isPart = false
  /// Whether it stands behind an article that the list has, perhaps in another form: "el-Hashimi" for "al-Hashimi".
  private(set) var takesParticles = false
  /// Digests of given names, their initials, and the initials run together ("jq").
  private(set) var given: Set<UInt64>
  /// The given names of which the list has the initial alone, as letters of ASCII.
  let initials: Set<UInt8>
  /// The words of the surname, in small letters, and whether a dash joins them.
  let words: [String]
  private let isDashed: Bool
  /// Words that an apostrophe joins to the one behind: the "d" of "d'Alembert".
  private let elided: Set<String>
  /// The name as one word, as in the name of an account: "veasnachhorn", "chhornveasna", "vchhorn", "chhornvs".
  let runTogether: Set<String>
  /// Several persons of the name: "the Smiths", "the Joneses". None for one that is an ordinary word.
  let plurals: [String]

  /// - Parameter nicknames: further given names.
  init(
    _ text: String, nicknames: [String] = [], entry: Int, line: Int, _ options: TermFinder.Options
  ) throws(TermListError) {
    self.entry = entry
    elided = try Self.elided(in: text)
    var parts: [[String]] = []
    var suffixes: [String] = []
    for part in text.split(separator: ",") {
      let words = try Self.words(String(part))
      // "Smith, Jr." and "Ann Smith, Consul" are no surname with a given name behind it.
      let isBeside = words.allSatisfy { Titles.suffixes.contains($0) || !parts.isEmpty && Titles.words.contains($0) }
      if isBeside { suffixes += words } else { parts.append(words) }
    }
    var surname = parts.count > 1 ? parts.removeFirst() : []
    var given = Array(parts.joined())
    if given.count > 1 { given = given.filter { !Titles.words.contains($0) } }
    suffixes += given.filter { Titles.suffixes.contains($0) }
    given = given.filter { !suffixes.contains($0) }
    if surname.isEmpty, let last = given.popLast() {
      surname = [last]
      // "de la Cruz", "d'Alembert": a particle before a surname is part of it, and a dash joins two surnames. "John O. Smith"
      // has an initial.
      while let before = given.last,
        elided.contains(before) || given.count > 1 && before.count > 1 && Titles.particles.contains(before)
      {
        surname.insert(before, at: 0)
        given.removeLast()
      }
      if given.count > 1, let dashed = Self.dashed(text), dashed == given.last {
        surname.insert(given.removeLast(), at: 0)
      }
    }
    if surname.isEmpty { throw .nothingToFind(line: line) }
    isDashed = surname.count == 2 && Self.hasDash(text)
    isOrdinary = surname.count == 1 && options.ordinaryWords.contains(surname[0])
    words = surname
    self.surname = surname.map(Self.digest)
    let family = surname.joined()
    plurals = isOrdinary ? [] : Self.pluralEndings(of: family).map { surname.joined(separator: " ") + $0 }
    let initials = given.compactMap(\.first).map(String.init)
    self.initials = Set(given.filter { $0.utf8.count == 1 }.flatMap(\.utf8))
    let before = [given.joined(), given.first ?? "", initials.first ?? "", initials.joined()]
    let accounts = before.filter { !$0.isEmpty }.flatMap { [$0 + family, family + $0] }
    runTogether = Set(accounts.filter { $0.utf8.count > 4 })
    var forms = Set(given + suffixes)
    for nickname in nicknames { forms.formUnion(try Self.words(nickname)) }
    forms.formUnion(initials)
    for count in 2..<max(2, initials.count + 1) { forms.insert(initials.prefix(count).joined()) }
    if initials.count > 2 { forms.insert(initials.joined()) }
    self.given = Set(forms.map(Self.digest))
  }

  /// Whether it is no ordinary word, and found alone.
  var surnameText: String? { isOrdinary ? nil : words.joined(separator: " ") }

  /// Behind a hiss stands -es, "Walshes"; some write "Bachs" all the same.
  private static func pluralEndings(of family: String) -> [String] {
    if family.hasSuffix("s") { return ["es"] }
    return ["x", "z", "ch", "sh"].contains(where: family.hasSuffix) ? ["es", "s"] : ["s"]
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

  /// The words of a text that an apostrophe joins to the one behind.
  private static func elided(in text: String) throws(TermListError) -> Set<String> {
    do throws(FoldingError) {
      let folded = try FoldedText(Array(text.utf8).span)
      let words = Words(folded).words
      return Set(
        zip(words, words.dropFirst()).filter { $1.start - $0.end == 1 && folded.lowered[$0.end] == 0x27 }
          .map { String(decoding: folded.lowered[$0.0.start..<$0.0.end], as: UTF8.self) })
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

  /// Whether a dash stands in the surname of a spelling with its surname first, or last.
  private static func hasDash(_ text: String) -> Bool {
    let surname = text.contains(",") ? text.split(separator: ",").first : text.split(separator: " ").last
    return surname?.contains("-") ?? false
  }

  /// Takes the given names of another spelling of the same name as well.
  mutating func takeGiven(of other: NameSpelling) { given.formUnion(other.given) }

  /// What a surname of several words is called by as well: without its particles ("Mr. Berg"), by one of two surnames
  /// ("García"), and as one word ("Vanderberg").
  func parts(_ options: TermFinder.Options) -> [NameSpelling] {
    guard words.count > 1 else { return [] }
    let rest = Array(words.drop { Titles.particles.contains($0) || elided.contains($0) })
    var parts: [NameSpelling] = []
    if rest.count < words.count {
      parts.append(spelling([words.joined()], isPart: false, options))
      // "Dela Cruz" for "De La Cruz".
      let particles = words.prefix(words.count - rest.count)
      if particles.count > 1, !rest.isEmpty {
        parts.append(spelling([particles.joined()] + rest, isPart: false, options))
      }
      // "O'Neil" and "St. John" are no Neil and no John.
      let isFirm = particles.contains {
        Titles.firmParticles.contains($0) || elided.contains($0) && !Titles.elidedParticles.contains($0)
      }
      if let last = rest.last, last.count > 2, !isFirm {
        let isArticle = Titles.articles.contains(words[0]) || elided.contains(words[0])
        var part = spelling(rest, isPart: !isArticle, options)
        part.takesParticles = true
        parts.append(part)
      }
    }
    if rest.count == 2, rest.allSatisfy({ $0.count > 2 }) {
      parts.append(spelling([rest[0]], isPart: isDashed, options))
      parts.append(spelling([rest[1]], isPart: true, options))
    }
    return parts
  }

  /// The same person by another surname.
  private func spelling(_ words: [String], isPart: Bool, _ options: TermFinder.Options) -> NameSpelling {
    var spelling = self
    spelling.surname = words.map(Self.digest)
    spelling.isPart = isPart
    spelling.isOrdinary = words.count == 1 && options.ordinaryWords.contains(words[0])
    return spelling
  }
}
