import FoundationEssentials
import TestSupport
import Testing

/// The pages of the libraries (`Sources/*/*.docc`).
@Suite struct ArticleTests {
  private static let snippets = "Tests/DocumentationTests/SnippetTests.swift"

  /// Every piece of Swift that a page shows is compiled and run by `SnippetTests`, and the other way round.
  @Test func everyBlockIsCompiled() throws {
    let compiled = Self.pieces(try Self.lines(Self.snippets), from: "// page", to: "// end")
    var shown: [[String]] = []
    for page in try Self.pages() {
      let blocks = Self.pieces(try Self.lines(page), from: "```swift", to: "```")
      #expect(!blocks.isEmpty, "\(page) shows no code")
      for block in blocks { #expect(compiled.contains(block), "\(page): \(block.first ?? "") … is not compiled") }
      shown += blocks
    }
    for piece in compiled { #expect(shown.contains(piece), "\(piece.first ?? "") … stands in no page") }
    #expect(shown.count == compiled.count && shown.count > 10)
  }

  /// The pages, by path from the project.
  private static func pages() throws -> [String] {
    let manager = FileManager.default
    let catalogues = try manager.contentsOfDirectory(atPath: Golden.project + "/Sources").flatMap { library in
      try manager.contentsOfDirectory(atPath: "\(Golden.project)/Sources/\(library)").filter { $0.hasSuffix(".docc") }
        .map { "Sources/\(library)/\($0)" }
    }
    return try catalogues.sorted().flatMap { catalogue in
      try manager.contentsOfDirectory(atPath: "\(Golden.project)/\(catalogue)").filter { $0.hasSuffix(".md") }
        .map { "\(catalogue)/\($0)" }
    }
  }

  private static func lines(_ path: String) throws -> [String] {
    String(decoding: try Golden.bytes(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The lines between two others, moved to the left as far as the first of these stands in.
  private static func pieces(_ lines: [String], from start: String, to end: String) -> [[String]] {
    var pieces: [[String]] = []
    var indent: Int?
    for line in lines {
      let text = line.drop { $0 == " " }
      if let depth = indent {
        if text == end { indent = nil } else { pieces[pieces.count - 1].append(String(line.dropFirst(depth))) }
      } else if text == start {
        indent = line.count - text.count
        pieces.append([])
      }
    }
    return pieces
  }
}
