import TestSupport
import XMLKit

/// Holds documents against the grammars of the project.
enum Grammar {
  /// - Parameter path: of the grammar, relative to the project.
  static func problems(of bytes: [UInt8], by path: String) throws -> [String] {
    let grammarBytes = try Golden.bytes(path)
    let grammar = try RelaxNG(grammar: grammarBytes.span)
    let tree = try XMLTree(parsing: bytes.span)
    return try grammar.problems(in: tree).map(\.message)
  }
}
