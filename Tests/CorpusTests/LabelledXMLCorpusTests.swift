import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import StandardRules
import TestSupport
import Testing

/// ODNI's own examples of XML with ISM attributes, where they are beside the project.
@Suite(.enabled(if: LabelledExamples.areThere, "ODNI's examples are not beside the project"))
struct LabelledXMLCorpusTests {
  @Test func everyExampleIsRead() throws {
    let vocabulary = try StandardRules.vocabulary()
    var labels = 0
    for (name, bytes) in try LabelledExamples.all() {
      let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
      #expect(document.nodes(named: .problem).isEmpty, "\(name)")
      let found = document.nodes(named: .label)
      labels += found.count
      #expect(found.allSatisfy { document.word(.shown, of: $0) != "differs" }, "\(name)")
      let unknown = document.nodes(named: .token).filter { document.word(.state, of: $0) == "unknown" }
      #expect(unknown.isEmpty, "\(name)")
    }
    #expect(labels == 803)
  }

  /// Two of them come with the text that ODNI's own programs made of them.
  @Test(arguments: [
    ("ism-boe/instance1.xml", "ism-boe/instance1ConvertedToDocbook.xml"),
    ("ism-ded/DEDAsExampleDED.xml", "ism-ded/DEDAsExampleDED-Docbook.xml"),
  ])
  func theRenderingBesideItIsTheSame(source: String, rendering: String) throws {
    let examples = Dictionary(uniqueKeysWithValues: try LabelledExamples.all())
    let vocabulary = try StandardRules.vocabulary()
    let bytes = try #require(examples[source])
    let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
    let text = String(decoding: try #require(examples[rendering]), as: UTF8.self)
    let resource = try #require(document.nodes(named: .label).first { document.flag(.first, of: $0) })
    let banner = try rendered(resource, document, vocabulary).banner
    #expect(text.contains(">" + banner + "</d:releaseinfo>"))
    let portions = Set(
      try document.nodes(named: .label).map { try rendered($0, document, vocabulary).portion })
    // Every mark in the text is one that an element stands for.
    let marks = Set(
      text.split(separator: ">").compactMap { piece -> String? in
        guard piece.first == "(", let end = piece.firstIndex(of: ")") else { return nil }
        return String(piece[...end])
      })
    #expect(!marks.isEmpty && marks.isSubset(of: portions))
  }

  /// What the tokens of a label stand for.
  private func rendered(
    _ label: Int, _ document: MarkingDocument, _ vocabulary: Vocabulary
  ) throws -> (banner: String, portion: String) {
    var ism = ISMAttributes()
    for field in document.nodes.indices where document.nodes[field].parent == label {
      let tokens = document.nodes.indices.filter { document.nodes[$0].parent == field }
      ism.set(
        try #require(document.word(.name, of: field)), tokens: tokens.compactMap { document.word(.value, of: $0) })
    }
    let rendering = ISMRendering(vocabulary: vocabulary)
    return (rendering.banner(ism).joined(separator: "\n"), rendering.portion(ism))
  }
}

/// The folder of ODNI's examples beside the project.
enum LabelledExamples {
  static let folder = Golden.project + "/../shared/corpus/odni-ism"
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder) }

  /// The XML documents by their path, in order.
  static func all() throws -> [(String, [UInt8])] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted().map {
      ($0, Array(try Data(contentsOf: URL(filePath: folder + "/" + $0))))
    }
  }
}
