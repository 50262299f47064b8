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

  /// Whether a range is the words of a token.
  package func isText(_ range: Range<Int>, in source: Span<UInt8>) -> Bool {
    rows.contains { Self.fits(range, $0.utf8, in: source) }
  }

  private static func fits(_ range: Range<Int>, _ text: String.UTF8View, in source: Span<UInt8>) -> Bool {
    var at = range.lowerBound
    var rest = text[...]
    while let letter = rest.popFirst() {
      if letter == 0x2A {
        // The rest has a fixed length.
        at = range.upperBound - rest.count
        if at <= range.lowerBound { return false }
      } else {
        guard at < range.upperBound, source[at] == letter else { return false }
        at += 1
      }
    }
    return at == range.upperBound
  }

  /// The words of a token; `*` in them stands for the channels of `handleViaChannels`.
  package func text(of code: String) -> String? { index.find(code).map { rows[$0] } }
}
