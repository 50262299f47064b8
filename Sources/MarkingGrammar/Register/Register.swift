package import MarkingModel

/// One marking of the Register: its three written forms and where it may stand (`register.tsv`).
package struct RegisterEntry: Sendable, Hashable {
  /// The category of a line that it belongs to, in the order of the line (C16 p14–16).
  package enum Category: String, Sendable, Hashable, CaseIterable {
    case sci, sap, aea, foreign, fgi, cui, dissem, nonic
  }

  package enum Status: String, Sendable, Hashable { case active, legacy, retired }

  /// The ISM token: `OC-USGOV`, `SI-G`.
  package var code: String
  package var category: Category
  /// Its place among those of its category; 0 where they stand in alphabetical order.
  package var order: Int
  package var title: String
  package var abbreviation: String
  package var portion: String
  /// The classifications that it may stand with.
  package var levels: [Classification]
  package var period: Period
  package var status: Status
  package var source: String
}

/// The markings of the IC Register and what ODNI's lists add to it, in all their written forms.
package struct Register: Sendable {
  package private(set) var entries: [RegisterEntry] = []
  private var codes: WordIndex
  /// Titles, abbreviations and portion forms together: a form belongs to one entry. Which of its forms a text is stands
  /// in the lowest two bits.
  private var forms: WordIndex
  /// The letters of the forms that a damaged word is held against, without blanks and hyphens, and their entries: those
  /// of five letters and more, control systems apart.
  private(set) var words: [(entry: Int, letters: [UInt8])] = []
  /// The entries of REL TO, DISPLAY ONLY and EYES ONLY, which have lists.
  private(set) var release: Int?
  private(set) var display: Int?
  private(set) var eyes: Int?

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "register.tsv",
      columns: [
        "code", "category", "order", "title", "abbreviation", "portion", "levels", "from", "to", "status", "source",
      ], bytes: bytes)
    codes = table.index(expecting: 80)
    forms = table.index(expecting: 240)
    while try table.advance() {
      var levels: [Classification] = []
      for word in table.words(6) {
        guard let level = Classification(rawValue: String(decoding: table.bytes[word], as: UTF8.self)) else {
          throw .value(file: "register.tsv", line: table.line, column: "levels")
        }
        levels.append(level)
      }
      let entry = RegisterEntry(
        code: table.text(0), category: try table.word(1), order: try table.number(2), title: table.text(3),
        abbreviation: table.text(4), portion: table.text(5), levels: levels,
        period: Period(from: try table.day(7), to: try table.day(8)), status: try table.word(9),
        source: table.text(10))
      try table.insert(0, into: &codes, value: entries.count)
      for (column, text) in [(3, entry.title), (4, entry.abbreviation), (5, entry.portion)] {
        let form = entry.form(of: text)
        try table.insert(column, into: &forms, value: entries.count << 2 | form.number, repeats: true)
      }
      entries.append(entry)
      guard entry.category != .sci else { continue }
      for form in [entry.title, entry.abbreviation, entry.portion] {
        let letters = form.utf8.filter { $0 != 0x20 && $0 != 0x2D }
        if letters.count >= 5 { words.append((entries.count - 1, letters)) }
      }
    }
    release = codes.find("REL")
    display = codes.find("DISPLAYONLY")
    eyes = codes.find("EYES")
  }

  /// The entry of an ISM token.
  package func entry(_ code: String) -> RegisterEntry? { codes.find(code).map { entries[$0] } }

  /// The index of the entry of an ISM token.
  package func index(of code: String) -> Int? { codes.find(code) }

  /// The index of the entry that a whole range is, in any of its written forms.
  package func find(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    forms.find(bytes, from, to).map { $0 >> 2 }
  }

  /// The same, and which of its forms stands there.
  func form(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> (entry: Int, form: TokenForm)? {
    forms.find(bytes, from, to).map { ($0 >> 2, TokenForm(number: $0 & 3)) }
  }

  /// The index of the dissemination control whose ISM token, with an underscore in it, a whole range is.
  func underscored(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int? {
    guard bytes.hasUnderscore(range), let entry = codes.find(bytes, range.start, range.end),
      entries[entry].category == .dissem
    else { return nil }
    return entry
  }

  /// The longest written form that begins at `at`: its entry, which of its forms it is, and the offset after it.
  func longest(in bytes: Span<UInt8>, at: Int, end: Int) -> (entry: Int, form: TokenForm, end: Int)? {
    forms.longest(in: bytes, at: at, end: end).map { ($0.value >> 2, TokenForm(number: $0.value & 3), $0.end) }
  }
}

extension RegisterEntry {
  /// Which of its forms a text is, capital and small letters the same.
  fileprivate func form(of text: String) -> TokenForm {
    let isPortion = text.isSame(portion)
    if text.isSame(abbreviation) { return isPortion ? .same : .abbreviation }
    return isPortion ? .portion : .title
  }
}

extension TokenForm {
  /// A number of two bits.
  fileprivate var number: Int {
    switch self {
    case .title: 0
    case .abbreviation: 1
    case .portion: 2
    case .same: 3
    }
  }

  fileprivate init(number: Int) {
    switch number {
    case 0: self = .title
    case 1: self = .abbreviation
    case 2: self = .portion
    default: self = .same
    }
  }
}

extension String {
  /// Whether another one has the same letters, capital and small ones the same.
  fileprivate func isSame(_ other: String) -> Bool {
    utf8.elementsEqual(other.utf8) { $0.capital == $1.capital }
  }
}
