internal import XMLKit

/// Parses a file that this program wrote, for verification.
enum WrittenMarkup {
  /// - Parameters:
  ///   - start: what such a file begins with.
  ///   - isKept: whether the parser is to see the start.
  /// - Throws: for everything that is never written: comments, instructions, sections, document types, other beginnings.
  static func parse(_ file: [UInt8], startingWith start: String, isKept: Bool) throws(Refusal) -> XMLElement {
    let foreign = Refusal.structure("it is not as this program writes such a file")
    guard file.starts(with: start.utf8) else { throw foreign }
    let rest = Array(file.dropFirst(start.utf8.count))
    for (byte, next) in zip(rest, rest.dropFirst())
    where byte == UInt8(ascii: "<") && (next == UInt8(ascii: "!") || next == UInt8(ascii: "?")) {
      throw foreign
    }
    do throws(XMLError) { return try XMLElement.parse(isKept ? file : rest) } catch { throw foreign }
  }
}
