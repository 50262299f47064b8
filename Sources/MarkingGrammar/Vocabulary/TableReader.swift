import MarkingModel

/// Reads a table of tab-separated values line by line: a header line with the names of the columns, then one entry
/// in each line. There is no quoting; an empty line is left out.
struct TableReader {
  let file: String
  private let columns: [String]
  let bytes: [UInt8]
  private var next = 0
  /// The line that was read last, from 1.
  private(set) var line = 0
  private var fields: [Range<Int>] = []

  /// Reads the header line, which must name `columns` in their order.
  init(_ file: String, columns: [String], bytes: [UInt8]?) throws(VocabularyError) {
    guard let bytes else { throw .missing(file: file) }
    self.file = file
    self.columns = columns
    self.bytes = bytes
    fields.reserveCapacity(columns.count)
    guard readFields(), fields.count == columns.count,
      zip(fields, columns).allSatisfy({ bytes[$0].elementsEqual($1.utf8) })
    else { throw .columns(file: file, expected: columns) }
  }

  /// Goes to the next entry; false after the last.
  mutating func advance() throws(VocabularyError) -> Bool {
    repeat {
      guard readFields() else { return false }
    } while fields.count == 1 && fields[0].isEmpty
    guard fields.count == columns.count else {
      throw .fieldCount(file: file, line: line, expected: columns.count, found: fields.count)
    }
    return true
  }

  private mutating func readFields() -> Bool {
    guard next < bytes.count else { return false }
    line += 1
    fields.removeAll(keepingCapacity: true)
    let bytes = bytes
    let span = bytes.span
    var start = next
    var i = span.place(of: 0x09, or: 0x0A, from: start)
    while i < span.count, span[i] == 0x09 {
      fields.append(start..<i)
      start = i + 1
      i = span.place(of: 0x09, or: 0x0A, from: start)
    }
    let end = i > start && span[i - 1] == 0x0D ? i - 1 : i
    fields.append(start..<end)
    next = i + 1
    return true
  }

  /// An index for keys of this table.
  func index(expecting count: Int) -> WordIndex { WordIndex(of: bytes, expecting: count) }

  /// The place of a field in the bytes of the table.
  subscript(column: Int) -> Range<Int> { fields[column] }

  /// The text of a field.
  func text(_ column: Int) -> String { String(decoding: bytes[fields[column]], as: UTF8.self) }

  /// Whether a field is `word`, without making a string of it.
  func isSame(_ column: Int, _ word: String) -> Bool {
    let field = fields[column]
    guard field.count == word.utf8.count else { return false }
    var i = field.lowerBound
    for letter in word.utf8 {
      if bytes[i] != letter { return false }
      i += 1
    }
    return true
  }

  /// Whether a field has the same bytes as another place of the table.
  func isSame(_ column: Int, as place: Range<Int>) -> Bool {
    let field = fields[column]
    guard field.count == place.count else { return false }
    for i in field where bytes[i] != bytes[i - field.lowerBound + place.lowerBound] { return false }
    return true
  }

  /// The ranges of the parts of a field, which "|" separates; none where it is empty.
  func parts(_ column: Int) -> [Range<Int>] {
    fields[column].isEmpty ? [] : cut(column, at: 0x7C)
  }

  /// The ranges of the words of a field.
  func words(_ column: Int) -> [Range<Int>] { cut(column, at: 0x20).filter { !$0.isEmpty } }

  private func cut(_ column: Int, at separator: UInt8) -> [Range<Int>] {
    let field = fields[column]
    var parts: [Range<Int>] = []
    var start = field.lowerBound
    for i in field where bytes[i] == separator {
      parts.append(start..<i)
      start = i + 1
    }
    parts.append(start..<field.upperBound)
    return parts
  }

  func texts(_ column: Int) -> [String] { parts(column).map { String(decoding: bytes[$0], as: UTF8.self) } }

  /// Whether a field says yes; empty and "no" are the other values.
  func flag(_ column: Int) throws(VocabularyError) -> Bool {
    if fields[column].isEmpty || isSame(column, "no") { return false }
    guard isSame(column, "yes") else { throw bad(column) }
    return true
  }

  func number(_ column: Int) throws(VocabularyError) -> Int {
    guard let number = Int(text(column)) else { throw bad(column) }
    return number
  }

  /// A day (yyyy-mm-dd) as yyyymmdd; nil where the field is empty.
  func day(_ column: Int) throws(VocabularyError) -> Int? {
    let field = fields[column]
    if field.isEmpty { return nil }
    guard field.count == 10 else { throw bad(column) }
    var day = 0
    for (place, i) in field.enumerated() {
      if place == 4 || place == 7 {
        guard bytes[i] == 0x2D else { throw bad(column) }
      } else {
        guard bytes[i].isDigit else { throw bad(column) }
        day = day * 10 + Int(bytes[i] - 0x30)
      }
    }
    guard 1...12 ~= day / 100 % 100, 1...31 ~= day % 100 else { throw bad(column) }
    return day
  }

  /// One word of a fixed list.
  func word<Word: RawRepresentable<String>>(_ column: Int) throws(VocabularyError) -> Word {
    guard let word = Word(rawValue: text(column)) else { throw bad(column) }
    return word
  }

  /// Adds a field as a key of `index`; it must be new there unless `repeats` allows it (then the first one stays).
  func insert(_ column: Int, into index: inout WordIndex, value: Int, repeats: Bool = false) throws(VocabularyError) {
    try insert(self[column], into: &index, value: value, repeats: repeats)
  }

  /// Adds each part of a field as a key of `index`.
  func insertParts(_ column: Int, into index: inout WordIndex, value: Int, repeats: Bool = false)
    throws(VocabularyError)
  {
    for part in parts(column) { try insert(part, into: &index, value: value, repeats: repeats) }
  }

  /// Adds a part of a field as a key of `index`.
  func insert(_ key: Range<Int>, into index: inout WordIndex, value: Int, repeats: Bool = false)
    throws(VocabularyError)
  {
    guard index.insert(key, value: value) || repeats else {
      throw .duplicate(file: file, line: line)
    }
  }

  private func bad(_ column: Int) -> VocabularyError {
    .value(file: file, line: line, column: columns[column])
  }
}
