/// The letters that stand for a NATO/NAC activity in a portion mark (`activities.tsv`): `NIR` is NATO ISAF RESTRICTED.
package struct ActivityTable: Sendable {
  private var index: WordIndex
  private var rows: [String] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("activities.tsv", columns: ["activity", "portion", "source"], bytes: bytes)
    index = table.index(expecting: 8)
    while try table.advance() {
      try table.insert(0, into: &index, value: rows.count)
      rows.append(table.text(1))
    }
  }

  /// The letters of an owner such as `NATO:ISAF`; for one that is not listed, the first letters of its words.
  package func letters(of owner: String) -> String {
    let activity = owner.split(separator: ":", maxSplits: 1).last.map(String.init) ?? owner
    if let row = index.find(activity) { return rows[row] }
    return String(activity.split(separator: "_").compactMap(\.first))
  }
}
