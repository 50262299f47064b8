/// One TAGS (Traffic Analysis by Geography and Subject) of 5 FAH-3.
package struct TagCode: Sendable, Hashable {
  /// The family a code belongs to.
  package enum Kind: String, Sendable, Hashable {
    case subject, historical, program, geo, region, organization
  }

  package var code: String
  package var kind: Kind
  /// Whether a person's name is expected after it (OCON, OEXC, OREP, OTRA, OVIP).
  package var needsPerson: Bool
}

/// The TAGS (`tags.tsv`) and the ISO 3166 codes for which State has another code (`iso.tsv`).
package struct TagTable: Sendable {
  /// An entry; its code is a range of the table, since over a thousand strings would cost more than all the rest.
  private struct Row {
    var code: Range<Int>
    var kind: TagCode.Kind
    var needsPerson: Bool
  }

  private let tags: [UInt8]
  private var rows: [Row] = []
  private var index: WordIndex
  private var isoIndex: WordIndex
  private var isoCodes: [String] = []

  init(tags: [UInt8]?, iso: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("iso.tsv", columns: ["iso", "code", "name", "source"], bytes: iso)
    isoIndex = table.index(expecting: 200)
    while try table.advance() {
      try table.insert(0, into: &isoIndex, value: isoCodes.count)
      isoCodes.append(table.text(1))
    }
    table = try TableReader(
      "tags.tsv", columns: ["code", "kind", "name", "person", "from", "to", "source", "note"], bytes: tags)
    self.tags = table.bytes
    index = table.index(expecting: 1200)
    rows.reserveCapacity(1200)
    var kind = TagCode.Kind.subject
    // Those of a family stand together.
    var word = 0..<0
    while try table.advance() {
      if !table.isSame(1, as: word) { kind = try table.word(1) }
      word = table[1]
      // A code of two families (AL, BP) keeps the first: the country stands before the organization.
      try table.insert(0, into: &index, value: rows.count, repeats: true)
      rows.append(Row(code: table[0], kind: kind, needsPerson: try table.flag(3)))
    }
  }

  /// All of them, in the order of the table.
  package var all: [TagCode] { rows.indices.map(row) }

  private func row(_ index: Int) -> TagCode {
    let row = rows[index]
    return TagCode(
      code: String(decoding: tags[row.code], as: UTF8.self), kind: row.kind, needsPerson: row.needsPerson)
  }

  /// The TAGS that a range of a text is.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> TagCode? {
    if let found = index.find(bytes, from, to) { row(found) } else { nil }
  }

  /// The family of the TAGS that a range of a text is, and whether a person's name is expected after it.
  package func family(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> (kind: TagCode.Kind, needsPerson: Bool)? {
    if let found = index.find(bytes, from, to) { (rows[found].kind, rows[found].needsPerson) } else { nil }
  }

  package func find(_ code: String) -> TagCode? {
    if let found = index.find(code) { row(found) } else { nil }
  }

  /// State's code for the country whose ISO code a range is; nil where it is none or both codes are the same. Many ISO
  /// codes are another country's TAGS (CH, SE): ask for the TAGS first.
  package func code(forISO bytes: Span<UInt8>, _ from: Int, _ to: Int) -> String? {
    if let row = isoIndex.find(bytes, from, to) { isoCodes[row] } else { nil }
  }
}
