import FoundationEssentials
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// One of ODNI's own renderings (`Vectors/odni-rendering.tsv`, from the XSPEC of ISM-v2022-DEC).
struct RenderingVector: Sendable, CustomStringConvertible {
  var file: String
  var scenario: String
  var mode: String
  var ism: ISMAttributes
  var expected: String

  var description: String { "\(scenario) \(mode)" }

  /// Those files are run with DoD's parameters, the others with the IC's.
  var style: MarkingStyle { file.contains("DOD-") ? .dod : .ic }

  static let all: [RenderingVector] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
    let text = (try? String(contentsOf: folder.appending(path: "odni-rendering.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { row in
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, let ism = ISMAttributes(line: fields[3]) else { return nil }
      return RenderingVector(file: fields[0], scenario: fields[1], mode: fields[2], ism: ism, expected: fields[4])
    }
  }()
}

@Suite struct RenderingVectorTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  @Test func everyRenderingIsExact() {
    #expect(RenderingVector.all.count == 471)
    for vector in RenderingVector.all {
      let rendering = ISMRendering(vocabulary: vocabulary, style: vector.style)
      let text =
        switch vector.mode {
        case "banner": rendering.banner(vector.ism).joined(separator: "|")
        case "portionmark": rendering.portion(vector.ism)
        case "authority": rendering.authority(vector.ism).joined(separator: "|")
        // The one row without a mode is a portion under a banner with the same list.
        default: rendering.portion(vector.ism, under: vector.ism)
        }
      #expect(text == vector.expected, "\(vector): \(vector.ism.line)")
    }
  }

  /// Attributes alone say whose style is meant, but for eight blocks: documents of CUI alone, of which nothing tells that
  /// they are DoD's. (They have a level and an owner, which ISM-ID-00495 forbids them; ODNI's others do not.)
  @Test func theAttributesSayWhoseStyleIsMeant() {
    let blocks = RenderingVector.all.filter { $0.mode == "authority" }
    #expect(blocks.count == 64)
    let others = blocks.filter {
      let rendering = ISMRendering(vocabulary: vocabulary, style: ISMRendering.style(of: $0.ism))
      return rendering.authority($0.ism).joined(separator: "|") != $0.expected
    }
    #expect(others.count == 8)
    #expect(others.allSatisfy { $0.ism["compliesWith"] == "USA-CUI-ONLY" && $0.ism["ownerProducer"] != nil })
  }
}
