import FoundationEssentials
package import MarkingGrammar

extension Vocabulary {
  /// The project's own tables, read from `Rules/vocabulary`. Nil where one of them does not load, which a test of the
  /// vocabulary reports.
  package static let project: Vocabulary? = try? Vocabulary { projectTable($0) }

  /// The bytes of one of the project's tables.
  package static func projectTable(_ file: String) -> [UInt8]? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? Data(contentsOf: root.appending(path: "Rules/vocabulary").appending(path: file))).map { Array($0) }
  }
}
