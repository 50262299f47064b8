/// What a second banner line says for each token of ISM `secondBannerLine` (`second-lines.tsv`; C16 p26).
package struct SecondLineTable: Sendable {
  private var index: WordIndex
  private var rows: [String] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("second-lines.tsv", columns: ["code", "text", "source"], bytes: bytes)
    index = table.index(expecting: 8)
    while try table.advance() {
      try table.insert(0, into: &index, value: rows.count)
      rows.append(table.text(1))
    }
  }

  /// The words of a token; `*` in them stands for the channels of `handleViaChannels`.
  package func text(of code: String) -> String? { index.find(code).map { rows[$0] } }
}
