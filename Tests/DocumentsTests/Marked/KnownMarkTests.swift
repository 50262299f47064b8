import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// A mark that stands again is not read again: its nodes are those of the first, at another place.
@Suite struct KnownMarkTests {
  private static let marks = [
    "(U)", "(S//NF)", "(TS//SI-G ABCD/TK//OC/NF)", "(C//REL TO USA, GBR)", "(//GBR S//REL TO USA, GBR)",
    "(S//RD-SIGMA 14 20//NF)",
    "(CUI//SP-CTI)", "(s//nf)", "(S//FGI DEU)", "(S//NF", "(U//FOUO)", "(S//XYZZY)", "(S// NF)",
  ]

  /// The markings of a document as lines, and the bytes of each that its nodes stand on.
  private func markings(of document: MarkingDocument) -> [[String]] {
    var lines: [[String]] = []
    for (index, node) in document.nodes.enumerated() {
      if node.name == .marking {
        lines.append([])
      } else if node.parent == 0 || index == 0 || lines.isEmpty {
        continue
      }
      guard node.name == .marking || [.control, .country, .defect, .sigma].contains(node.name) else { continue }
      var root = index
      while document.nodes[root].name != .marking { root = document.nodes[root].parent }
      let start = document.nodes[root].range.start
      let column = document.nodes[root].position.column
      let attributes = document.attributes(of: index).filter { $0.name != .n && $0.name != .page }
        .map { "\($0.name.rawValue)=\($0.value)" }.joined(separator: " ")
      let excerpt = node.excerpt.isEmpty ? "-" : "\(node.excerpt.start - start)..<\(node.excerpt.end - start)"
      lines[lines.count - 1].append(
        "\(node.name.rawValue) ^\(index == root ? 0 : node.parent - root) \(node.range.start - start)..<\(node.range.end - start) "
          + "\(node.position.line - document.nodes[root].position.line):\(node.position.column - column) \(excerpt) "
          + attributes)
    }
    return lines
  }

  @Test(arguments: marks)
  func aRepeatedMarkIsWrittenLikeTheFirst(mark: String) throws {
    let vocabulary = try #require(Vocabulary.project)
    // Characters of several bytes before it, and none: columns are no offsets.
    let text =
      "SECRET//NOFORN\n\n1. \(mark) One.\n\n•  \(mark) Two é.\n\n| é | \(mark) Three | \(mark) Four |\n\nSECRET//NOFORN\n"
    let document = DocumentReader.read(Array(text.utf8).span, form: .marked, vocabulary: vocabulary)
    let lines = markings(of: document)
    let portions = lines.dropFirst().dropLast().map { line in
      line.map { $0.replacing("place=item", with: "place=cell") }
    }
    #expect(Set(portions).count <= 1, "\(portions)")
    #expect(lines.first?.dropFirst() == lines.last?.dropFirst())
    #expect(document.placeFaults(length: text.utf8.count).isEmpty)
  }

  /// Marks that were read where none could stand, before they stood where they can.
  @Test func aMarkThatWasReadElsewhereStandsInItsPlace() throws {
    let vocabulary = try #require(Vocabulary.project)
    let text =
      "SECRET\n\nThe harbor\n(S) corporations\n(S//NF) of the quay\n\n1. (S//NF) One.\n\n2. (S) Two.\n\nSECRET\n"
    let document = DocumentReader.read(Array(text.utf8).span, form: .marked, vocabulary: vocabulary)
    let bytes = Array(text.utf8)
    let texts = document.nodes(named: .marking).map {
      String(decoding: bytes[document.nodes[$0].range.start..<document.nodes[$0].range.end], as: UTF8.self)
    }
    #expect(texts == ["SECRET", "(S//NF)", "(S//NF)", "(S)", "SECRET"])
    let controls = document.nodes(named: .control).map {
      String(decoding: bytes[document.nodes[$0].range.start..<document.nodes[$0].range.end], as: UTF8.self)
    }
    #expect(controls == ["NF", "NF"])
  }
}
