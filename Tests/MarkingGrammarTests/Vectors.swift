import FoundationEssentials

/// The vectors beside the tests: ODNI's verdicts and renderings, and the examples of the Register and Manual.
enum Vectors {
  /// The rows of a table without its heading.
  static func rows(_ file: String) throws -> [[String]] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/" + file)
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
