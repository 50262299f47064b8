/// Agencies outside the State Department to which telegrams are sent (`agencies.tsv`).
package struct AgencyTable: Sendable {
  private var index: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("agencies.tsv", columns: ["name", "source"], bytes: bytes)
    index = table.index(expecting: 128)
    while try table.advance() { try table.insert(0, into: &index, value: 0) }
  }

  /// Whether an address that begins at `at` begins with the name of such an agency.
  package func isAgency(in bytes: Span<UInt8>, at: Int, end: Int) -> Bool {
    index.longest(in: bytes, at: at, end: end) != nil
  }
}
