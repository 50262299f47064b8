package import TextKit

/// Names and terms that are withheld wherever they stand, in all their spellings.
///
/// The file has one entry a line: `KIND: SPELLING; SPELLING … => EXEMPTION`. Empty lines and lines that begin with `#` say
/// nothing. KIND is `name` (of a person) or `term`, and may be left out where the list as a whole has one. EXEMPTION is
/// any text; what it means is not judged here.
///
///     name: John Q. Smith; Johnny Smith => (b)(6)
///     name: Nguyen, Van An
///     term: BLUE HERON; OBH => (b)(1) 1.4(c)
///
/// Where kinds are guessed, a line without one that may be a person's name, of two words or more in whatever case, is a name
/// and a term: what would be left standing of a person is worse than what is withheld too much.
///
/// A name is given in full, with a comma after the surname where it comes first. It is found in full and in part: the
/// surname alone, with any of the given names or their initials before or behind it, with a title, with a possessive s.
/// What stands in parentheses or quotes beside it is a further given name, an address a term of its own.
/// A term is found as it is written. Both are found in any case, with marks on letters or without, over the end of a line
/// and hyphenated there, and as whole words only.
package struct TermList: Sendable, Hashable {
  /// What an entry is.
  package enum Kind: String, Sendable, Hashable, CaseIterable { case name, term }

  /// One line of the list.
  package struct Entry: Sendable, Hashable {
    package var kind: Kind
    /// As they are written in the list, with the main spelling first.
    package var spellings: [String]
    package var exemption: String?
    /// Whether a name is found as it is written as well: of a line that does not say what it is.
    package var isAlsoTerm = false
    /// Line in the file, from 1.
    package var line: Int

    package init(
      kind: Kind, spellings: [String], exemption: String? = nil, isAlsoTerm: Bool = false, line: Int = 0
    ) {
      self.kind = kind
      self.spellings = spellings
      self.exemption = exemption
      self.isAlsoTerm = isAlsoTerm
      self.line = line
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a list.
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - kind: what a line without a kind is; nil where each has to say it.
  ///   - guessesNames: whether a line without a kind is a name as well where it may be one.
  /// - Throws: the first line that cannot be read, without its words: a list of names is not for messages.
  package init(reading bytes: [UInt8], kind: Kind? = nil, guessesNames: Bool = false) throws(TermListError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    entries = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = String(line).drop { $0 == "\u{FEFF}" }
      let rest = String(words).trimmed
      if rest.isEmpty || rest.hasPrefix("#") { continue }
      entries.append(try Self.entry(rest, line: index + 1, kind, guessesNames))
    }
  }

  private static func entry(
    _ text: String, line: Int, _ kind: Kind?, _ guessesNames: Bool
  ) throws(TermListError) -> Entry {
    var rest = Substring(text)
    var own = kind
    for kind in Kind.allCases where rest.lowercased().hasPrefix(kind.rawValue + ":") {
      own = kind
      rest = rest.dropFirst(kind.rawValue.count + 1)
    }
    let saysKind = rest.startIndex != text.startIndex
    // A slip in the kind would make a name a term that stands nowhere.
    if !saysKind, beginsWithAnotherKind(rest) { throw .unknownKind(line: line) }
    guard var own else { throw .noKind(line: line) }
    var exemption: String?
    if let arrow = rest.range(ofArrow: "=>") {
      exemption = String(rest[arrow.upperBound...]).trimmed
      rest = rest[..<arrow.lowerBound]
      if exemption?.isEmpty ?? true { throw .noExemption(line: line) }
    }
    let spellings = rest.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    if spellings.isEmpty { throw .noSpelling(line: line) }
    let isGuessed = guessesNames && !saysKind && spellings.contains { WrittenName($0).readsLikeOne }
    if isGuessed { own = .name }
    return Entry(kind: own, spellings: spellings, exemption: exemption, isAlsoTerm: isGuessed, line: line)
  }

  /// Whether a line begins with one word and a colon, and goes on behind a space: a link does not.
  private static func beginsWithAnotherKind(_ line: Substring) -> Bool {
    let rest = line.drop { $0.isLetter }
    return rest.startIndex != line.startIndex && rest.first == ":" && rest.dropFirst().first?.isWhitespace ?? true
  }

  /// What is looked for in a copy: every spelling, and of a person the surname alone where it is no ordinary word.
  package func searched(ordinaryWords: Set<String>) throws(TermListError) -> [(line: Int, text: [UInt8])] {
    var options = TermFinder.Options()
    options.ordinaryWords = ordinaryWords
    var searched: [(line: Int, text: [UInt8])] = []
    for entry in entries {
      for spelling in entry.spellings {
        for text in try Self.searched(spelling, of: entry, options) { searched.append((entry.line, Array(text.utf8))) }
      }
    }
    return searched
  }

  private static func searched(
    _ spelling: String, of entry: Entry, _ options: TermFinder.Options
  ) throws(TermListError) -> [String] {
    guard entry.kind == .name else { return [spelling] }
    let written = WrittenName(spelling)
    var texts = entry.isAlsoTerm ? [spelling] : []
    texts += written.addresses
    for name in [written.name] + written.former where !name.isEmpty {
      texts.append(name)
      let surname = try NameSpelling(name, entry: 0, line: entry.line, options).surnameText
      if let surname, surname.count < name.count { texts.append(surname) }
    }
    return texts
  }
}

extension Substring {
  /// Where the last arrow stands.
  fileprivate func range(ofArrow arrow: String) -> Range<Index>? {
    var at = endIndex
    while at > startIndex {
      at = index(before: at)
      if self[at...].hasPrefix(arrow) { return at..<index(at, offsetBy: arrow.count) }
    }
    return nil
  }
}

/// Why a list of terms cannot be used. Never holds its words.
package enum TermListError: Error, Hashable {
  case notText
  case noKind(line: Int)
  /// A line that begins like one with a kind, which is none that is known.
  case unknownKind(line: Int)
  case noSpelling(line: Int)
  case noExemption(line: Int)
  /// Nothing of the spelling is left that could be found: it has no letters and digits.
  case nothingToFind(line: Int)
  case folding(FoldingError)
}

extension TermListError: CustomStringConvertible {
  /// A sentence without its stop.
  package var description: String {
    switch self {
    case .notText: "the list of terms is not UTF-8"
    case .noKind(let line): "line \(line) of the list does not begin with “name:” or “term:”"
    case .unknownKind(let line):
      "line \(line) of the list begins with a kind that is neither “name:” nor “term:”; write “term:” before a term with a "
        + "colon"
    case .noSpelling(let line): "line \(line) of the list has no name or term"
    case .noExemption(let line): "line \(line) of the list has “=>” and no exemption behind it"
    case .nothingToFind(let line): "line \(line) of the list has a spelling without letters and digits"
    case .folding(let error): "\(error)"
    }
  }
}
