/// Why a table of the vocabulary could not be read. A message names the file, the line and the column, never a value.
package enum VocabularyError: Error, Sendable, Hashable {
  case missing(file: String)
  /// The first line does not name the columns that the program knows, in their order.
  case columns(file: String, expected: [String])
  case fieldCount(file: String, line: Int, expected: Int, found: Int)
  /// A field that has to be one of a few words, a number or a day (yyyy-mm-dd) is none.
  case value(file: String, line: Int, column: String)
  /// The first field, or a written form, stands in a line before.
  case duplicate(file: String, line: Int)
}

extension VocabularyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let file):
      "\(file): this table of the vocabulary is missing."
    case .columns(let file, let expected):
      "\(file): line 1 must name the columns \(expected.joined(separator: ", ")), separated by tabs."
    case .fieldCount(let file, let line, let expected, let found):
      "\(file): line \(line) has \(found) fields; \(expected) are expected."
    case .value(let file, let line, let column):
      "\(file): line \(line) has a value in column \"\(column)\" that the program does not know."
    case .duplicate(let file, let line):
      "\(file): line \(line) repeats an entry of a line before it."
    }
  }
}
