package import MarkingGrammar
package import MarkingModel
internal import XMLKit

/// An XML document: its copy has the same elements, attributes and namespaces, and no comment, instruction, document type
/// or entity.
package struct XMLDocument: RewritableDocument {
  package let text: [UInt8]
  package let gaps: [ByteRange]
  package let softGaps: [ByteRange]
  package let structure: TextStructure
  package let parts: [TextPart]
  package let dropped: [DroppedKind]
  private let reader: XMLReader

  package init(_ file: [UInt8]) throws(Refusal) {
    let document: XMLMarkup.Document
    do throws(XMLError) { document = try XMLMarkup.parse(file) } catch { throw .structure(Self.sentence(error)) }
    reader = try XMLReader(document)
    isUTF8 = Self.isUTF8(file)
    text = reader.text.bytes
    gaps = reader.text.gaps
    softGaps = reader.text.softGaps
    structure = reader.structure
    parts = reader.parts
    dropped = reader.droppedKinds
  }

  package var format: DocumentFormat { .xml }

  /// Whether it marks its own portions.
  var hasLabels: Bool { reader.hasNATOLabels || !reader.labels.isEmpty }

  /// Whether its declaration, where it has one, says nothing else.
  let isUTF8: Bool

  /// A paragraph of ours might stand nowhere in the document's grammar; an instruction before the document may always.
  package var frames: [LineFrame] { [LineFrame(ByteRange(0, 0), .stamp)] }

  private static func isUTF8(_ file: [UInt8]) -> Bool {
    let declaration = String(decoding: file.prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }

  private static func sentence(_ error: XMLError) -> String {
    switch error {
    case .malformed(let problem): "line \(problem.line) is not well-formed XML; correct it first"
    case .limit(let limit, let problem): "line \(problem.line): \(limit.sentence)"
    case .documentType(let problem): "line \(problem.line): \(problem.message); resolve it first"
    default: "\(error)"
    }
  }

  package func rewritten(_ changes: TextChanges) throws(Refusal) -> [UInt8] {
    let names = parts[parts.count - 1].range
    let rest = changes.parted.rest
    guard rest.within(names).isEmpty else {
      throw .structure(
        "the name of an element, of an attribute or of a namespace holds what is withheld; rename it first")
    }
    guard reader.identifiers.allSatisfy({ rest.within(attributePart($0).range).isEmpty }) else {
      throw .structure("an xml:id holds what is withheld, and no label may stand there; remove it first")
    }
    return XMLCopyWriter.document(reader, self, changes)
  }

  /// The part of an attribute's value.
  func attributePart(_ index: Int) -> TextPart { parts[index + 1] }

  /// Portions as ISM attributes mark them: what stands in an element with marks, but not in another one within it.
  package func portions(_ vocabulary: borrowing Vocabulary) throws(Refusal) -> [ReleasePortion]? {
    if reader.hasNATOLabels {
      throw .structure("it carries labels of STANAG 4774, by which the policy cannot tell its portions apart")
    }
    guard !reader.labels.isEmpty else { return nil }
    let source = text.span
    var counter = LineCounter()
    let position = counter.position(of: 0, in: source)
    // What no element marks comes last.
    var texts: [[ByteRange]] = Array(repeating: [], count: reader.labels.count + 1)
    for owned in reader.owned {
      guard let piece = owned.piece else { continue }
      let range = reader.text.pieces[piece]
      let owner = owned.label ?? reader.labels.count
      // Pieces of one line are one text.
      if let last = texts[owner].last, last.end == range.start {
        texts[owner][texts[owner].count - 1].end = range.end
      } else if !range.isEmpty {
        texts[owner].append(range)
      }
    }
    for owned in reader.owned {
      if let attribute = owned.attribute {
        texts[owned.label ?? reader.labels.count].append(attributePart(attribute).range)
      }
    }
    var portions: [ReleasePortion] = []
    for (index, pieces) in texts.enumerated() where !pieces.isEmpty {
      let isMarked = index < reader.labels.count
      let mark = isMarked ? MarkStatement.statement(of: Marking(ism: reader.labels[index])) : nil
      var portion = ReleasePortion(
        mark: mark, range: pieces[0], text: Self.withoutMark(pieces, in: source, vocabulary),
        name: isMarked ? "element \(index + 1) with marks" : "text outside of elements with marks",
        position: position, hasUnreadableMark: isMarked && mark == nil)
      portion.written = WrittenMarks.all(in: pieces, source, vocabulary)
      portions.append(portion)
    }
    return portions
  }

  /// A mark that is written at the start of the text stays.
  private static func withoutMark(
    _ pieces: [ByteRange], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ByteRange] {
    guard let first = pieces.first, !first.isEmpty, let mark = PartPortions.mark(of: first, in: source),
      MarkStatement.read(mark, in: source, vocabulary) != nil
    else { return pieces }
    return [ByteRange(mark.end, first.end)] + pieces.dropFirst()
  }
}
