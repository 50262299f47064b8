package import MarkingModel

/// An office that sends telegrams.
package struct Post: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case embassy, consulate, mission, department, other

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .embassy: .embassy
      case .consulate: .consulate
      case .mission: .mission
      case .department: .department
      case .other: .other
      }
    }
  }

  /// Its name as an MRN gives it (SECSTATE WASHDC is STATE); of an unknown one the words of the document, in capitals.
  package var name: String
  package var kind: Kind
  /// Its row in the vocabulary; -1 where it is none of it.
  fileprivate var row: Int
  package var period = Period(from: nil, to: nil)

  /// Whether it is in the vocabulary.
  package var isKnown: Bool { row >= 0 }
}

/// The posts (`posts.tsv`) and the words that stand before a post's name in format lines 6 to 9 (`offices.tsv`).
package struct PostTable: Sendable {
  package private(set) var rows: [Post] = []
  private var tags: [[String]] = []
  private var index: WordIndex
  /// Other written names. Posts may share one: an MRN of USEU BRUSSELS says BRUSSELS.
  private var aliases: WordIndex
  private var aliasRows: [[Int]] = []
  private var prefixes: WordIndex
  private var prefixKinds: [Post.Kind] = []

  init(posts: [UInt8]?, offices: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("offices.tsv", columns: ["prefix", "kind", "source"], bytes: offices)
    prefixes = table.index(expecting: 32)
    while try table.advance() {
      try table.insert(0, into: &prefixes, value: prefixKinds.count)
      prefixKinds.append(try table.word(1))
    }
    table = try TableReader(
      "posts.tsv", columns: ["post", "kind", "tags", "names", "from", "to", "source"], bytes: posts)
    index = table.index(expecting: 500)
    aliases = table.index(expecting: 300)
    rows.reserveCapacity(500)
    while try table.advance() {
      let row = rows.count
      try table.insert(0, into: &index, value: row)
      for name in table.parts(3) {
        if let shared = aliases.find(table.bytes.span, name.lowerBound, name.upperBound) {
          aliasRows[shared].append(row)
        } else {
          try table.insert(name, into: &aliases, value: aliasRows.count)
          aliasRows.append([row])
        }
      }
      rows.append(
        Post(
          name: table.text(0), kind: try table.word(1), row: row,
          period: Period(from: try table.day(4), to: try table.day(5))))
      tags.append(table.texts(2))
    }
  }

  /// The post with a canonical name.
  package func find(_ name: String) -> Post? {
    if let row = index.find(name) { rows[row] } else { nil }
  }

  /// The geographic TAGS of a post's country, the usual one first; none where it has none (a mission to an organization)
  /// or the post is not known.
  package func tags(of post: Post) -> [String] {
    if post.isKnown { return tags[post.row] }
    return find(post.name).map { tags[$0.row] } ?? []
  }

  /// The post that an address (`AMEMBASSY PHNOM PENH`, `SECSTATE WASHDC`) names. An unknown one keeps its own name,
  /// without the word for the kind of office before it.
  package func post(address bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Post {
    if let row = index.find(bytes, from, to) ?? alias(bytes, from, to) { return rows[row] }
    let start = bytes.skipBlanks(from, to)
    guard let prefix = prefixes.longest(in: bytes, at: start, end: to) else {
      return unknown(bytes, from, to, kind: .other)
    }
    let kind = prefixKinds[prefix.value]
    if let row = index.find(bytes, prefix.end, to) ?? alias(bytes, prefix.end, to, kind: kind) { return rows[row] }
    // The Secretary's party says where it is: USDEL SECRETARY JERUSALEM.
    if let party = aliases.longest(in: bytes, at: start, end: to), party.end > prefix.end {
      let row = aliasRows[party.value][0]
      if rows[row].kind == .department { return rows[row] }
    }
    return unknown(bytes, prefix.end, to, kind: kind)
  }

  /// Whether `post(address:)` is a known one.
  package func isKnown(address bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    if index.find(bytes, from, to) != nil || aliases.find(bytes, from, to) != nil { return true }
    let start = bytes.skipBlanks(from, to)
    guard let prefix = prefixes.longest(in: bytes, at: start, end: to) else { return false }
    return index.find(bytes, prefix.end, to) != nil || aliases.find(bytes, prefix.end, to) != nil
  }

  /// The post that an MRN names. A name that several posts share is the sender's (`sender`, from the FM line) where he
  /// is one of them.
  package func post(mrn bytes: Span<UInt8>, _ from: Int, _ to: Int, sender: Post? = nil) -> Post {
    if let sender, isName(of: sender, bytes, from, to) { return sender }
    if let row = index.find(bytes, from, to) ?? alias(bytes, from, to) { return rows[row] }
    return unknown(bytes, from, to, kind: .other)
  }

  /// Whether a range is one of the names of a post.
  package func isName(of post: Post, _ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    if bytes.isSame(from, to, post.name) { return true }
    guard let row = index.find(post.name) else { return unknown(bytes, from, to, kind: .other).name == post.name }
    if index.find(bytes, from, to) == row { return true }
    guard let shared = aliases.find(bytes, from, to) else { return false }
    return aliasRows[shared].contains(row)
  }

  /// The word for a kind of office (`AMEMBASSY`) at `at`, and the offset after it.
  package func office(in bytes: Span<UInt8>, at: Int, end: Int) -> (kind: Post.Kind, end: Int)? {
    if let match = prefixes.longest(in: bytes, at: at, end: end) { (prefixKinds[match.value], match.end) } else { nil }
  }

  /// The longest known name of a post that begins at `at`, and the offset after it.
  package func longest(in bytes: Span<UInt8>, at: Int, end: Int) -> (post: Post, end: Int)? {
    let own = index.longest(in: bytes, at: at, end: end)
    let other = aliases.longest(in: bytes, at: at, end: end)
    if let other, other.end > own?.end ?? -1 { return (rows[aliasRows[other.value][0]], other.end) }
    if let own { return (rows[own.value], own.end) }
    return nil
  }

  private func alias(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, kind: Post.Kind? = nil) -> Int? {
    guard let shared = aliases.find(bytes, from, to) else { return nil }
    for row in aliasRows[shared] where kind == nil || rows[row].kind == kind { return row }
    return aliasRows[shared].first
  }

  private func unknown(_ bytes: Span<UInt8>, _ from: Int, _ to: Int, kind: Post.Kind) -> Post {
    Post(name: bytes.words(from, to), kind: kind, row: -1)
  }
}

extension Span where Element == UInt8 {
  /// Whether a range is a name, byte by byte.
  fileprivate func isSame(_ from: Int, _ to: Int, _ name: String) -> Bool {
    guard to - from == name.utf8.count else { return false }
    var i = from
    for letter in name.utf8 {
      if self[i] != letter { return false }
      i += 1
    }
    return true
  }
}
