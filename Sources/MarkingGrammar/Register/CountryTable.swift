/// A country or organisation that a marking may name (`countries.tsv`).
package struct CountryCode: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// A GENC trigraph.
    case trigraph
    /// A registered tetragraph or the code of an organisation.
    case tetragraph
  }

  package var code: String
  package var kind: Kind
  package var name: String
  /// Who belongs to it; empty for a country and where the taxonomy does not say.
  package var members: [String]
  /// Whether a release to it is a release to each member, so that its members may stand for it (C16 p29 rule 23).
  package var isDecomposable: Bool
  package var period: Period
  package var source: String
}

/// The codes of REL TO, DISPLAY ONLY, FGI and JOINT lists.
package struct CountryTable: Sendable {
  package private(set) var rows: [CountryCode] = []
  private var index: WordIndex
  /// What people write instead of a code, and the code (`country-aliases.tsv`).
  private var aliases: WordIndex
  private var codes: [String] = []

  init(_ bytes: [UInt8]?, aliases others: [UInt8]?) throws(VocabularyError) {
    var names = try TableReader("country-aliases.tsv", columns: ["alias", "code", "source"], bytes: others)
    aliases = names.index(expecting: 500)
    while try names.advance() {
      try names.insert(0, into: &aliases, value: codes.count)
      codes.append(names.text(1))
    }
    var table = try TableReader(
      "countries.tsv", columns: ["code", "kind", "name", "members", "decomposable", "from", "to", "source"],
      bytes: bytes)
    index = table.index(expecting: 400)
    while try table.advance() {
      try table.insert(0, into: &index, value: rows.count)
      rows.append(
        CountryCode(
          code: table.text(0), kind: try table.word(1), name: table.text(2), members: table.texts(3),
          isDecomposable: try table.flag(4), period: Period(from: try table.day(5), to: try table.day(6)),
          source: table.text(7)))
    }
  }

  /// The index of the row that a whole range is.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? { index.find(bytes, from, to) }
  /// The index of the row of a code.
  package func index(of code: String) -> Int? { index.find(code) }
  package func index(of code: Span<UInt8>) -> Int? { index.find(code) }
  /// The code that a range stands for which is none itself: a code of two letters, the name of a country.
  package func code(ofAlias bytes: Span<UInt8>, _ from: Int, _ to: Int) -> String? {
    aliases.find(bytes, from, to).map { codes[$0] }
  }
  package func find(_ code: String) -> CountryCode? { index.find(code).map { rows[$0] } }

  /// Whether `a` stands before `b` in a list: trigraphs in alphabetical order, then tetragraphs (C16 p16).
  package func precedes(_ a: String, _ b: String) -> Bool {
    let kinds = (kind(a), kind(b))
    if kinds.0 != kinds.1 { return kinds.0 == .trigraph }
    return a < b
  }

  /// The kind of a code; one that is not known counts by its length.
  private func kind(_ code: String) -> CountryCode.Kind {
    find(code)?.kind ?? (code.utf8.count == 3 ? .trigraph : .tetragraph)
  }
}
