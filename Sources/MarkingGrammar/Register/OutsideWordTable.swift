/// Words that belong beside a marking and not into it (`outside-words.tsv`).
package struct OutsideWordTable: Sendable {
  package enum Kind: String, Sendable, Hashable {
    /// A supplemental administrative marking: `DRAFT` (32 CFR 2002.20(l)).
    case administrative
    /// The head of a warning or indicator that a law requires (CUI Marking Handbook, page 20).
    case warning
  }

  private var kinds: [Kind] = []
  private var index: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("outside-words.tsv", columns: ["word", "kind", "source"], bytes: bytes)
    index = table.index(expecting: 16)
    while try table.advance() {
      try table.insert(0, into: &index, value: kinds.count)
      kinds.append(try table.word(1))
    }
  }

  /// The kind of the word that a whole range is.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Kind? {
    index.find(bytes, from, to).map { kinds[$0] }
  }
}
