/// A word of precedence (`precedence.tsv`).
package struct Precedence: Sendable, Hashable {
  package var word: String
  /// The letter for it in format lines 2 and 5.
  package var prosign: String
  /// 1 ROUTINE to 4 FLASH.
  package var rank: Int
}

/// The words of precedence.
package struct PrecedenceTable: Sendable {
  package private(set) var rows: [Precedence] = []
  private var index: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("precedence.tsv", columns: ["word", "prosign", "rank", "source"], bytes: bytes)
    index = table.index(expecting: 8)
    while try table.advance() {
      try table.insert(0, into: &index, value: rows.count)
      rows.append(Precedence(word: table.text(0), prosign: table.text(1), rank: try table.number(2)))
    }
  }

  /// The row of the word that a range is.
  package func row(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? { index.find(bytes, from, to) }

  /// The rank of a prosign letter; 0 where it is none.
  package func rank(ofProsign letter: UInt8) -> Int {
    for row in rows where row.prosign.utf8.elementsEqual(CollectionOfOne(letter)) { return row.rank }
    return 0
  }
}

/// Names of months (`months.tsv`).
package struct MonthTable: Sendable {
  private var index: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("months.tsv", columns: ["word", "month", "source"], bytes: bytes)
    index = table.index(expecting: 32)
    while try table.advance() { try table.insert(0, into: &index, value: try table.number(1)) }
  }

  /// 1 to 12; nil where a range is no month's name.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? { index.find(bytes, from, to) }
}

/// Positions and titles that stand with a classifier's name (`titles.tsv`).
package struct TitleTable: Sendable {
  private var index: WordIndex
  /// The words of titles that have several.
  private var parts: WordIndex

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("titles.tsv", columns: ["title", "source"], bytes: bytes)
    index = table.index(expecting: 200)
    parts = table.index(expecting: 100)
    var count = 0
    while try table.advance() {
      try table.insert(0, into: &index, value: count)
      let words = table.words(0)
      if words.count > 1 { for word in words { try table.insert(word, into: &parts, value: count, repeats: true) } }
      count += 1
    }
  }

  /// Whether a range is one word of a title that has several (`DEPUTY`, `POLITICAL`).
  package func isPart(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool { parts.find(bytes, from, to) != nil }

  /// The longest title that begins at `at`: the offset after it.
  package func longest(in bytes: Span<UInt8>, at: Int, end: Int) -> Int? {
    index.longest(in: bytes, at: at, end: end)?.end
  }
}

/// Secretaries of State and those who signed for them (`secretaries.tsv`).
package struct SignerTable: Sendable {
  package enum Office: String, Sendable, Hashable { case secretary, acting }

  /// One term.
  package struct Term: Sendable, Hashable {
    package var name: String
    package var office: Office
    package var period: Period
  }

  package private(set) var rows: [Term] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("secretaries.tsv", columns: ["name", "office", "from", "to", "source"], bytes: bytes)
    while try table.advance() {
      rows.append(
        Term(
          name: table.text(0), office: try table.word(1), period: Period(from: try table.day(2), to: try table.day(3)))
      )
    }
  }

  /// Whether a name (in capitals) signed telegrams of the Department on a day; without a day, on any.
  package func signs(_ name: String, on day: Int?) -> Bool {
    rows.contains { $0.name == name && (day.map($0.period.contains) ?? true) }
  }
}
