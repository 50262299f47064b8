import MarkingGrammar
import MarkingModel
import XMLKit

/// Reads an XML document by the labels of its elements: ISM attributes, or the labels of STANAG 4774.
///
/// It is parsed by libxml2 with nothing fetched, no entity expanded and no document type; what is not well-formed becomes
/// a document with one problem. Time and space grow with its length.
enum LabelledXMLReader {
  static func read(
    _ source: Span<UInt8>, as labelling: XMLLabelling, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    for i in source.indices { bytes.append(source[i]) }
    do throws(XMLError) {
      let root = try XMLElement.parse(bytes)
      switch labelling {
      case .ism: return ISMDocument(root, bytes, copy vocabulary).document()
      case .nato: return NATODocument(root, bytes, copy vocabulary).document()
      }
    } catch {
      return problem(error, labelling, source)
    }
  }

  /// A document without labels that says why it cannot be read.
  private static func problem(
    _ error: XMLError, _ labelling: XMLLabelling, _ source: Span<UInt8>
  ) -> MarkingDocument {
    var placement = Placement(source)
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    MarkedRoot(form: labelling.form, day: nil, level: nil).write(to: &document)
    let (kind, offset) =
      switch error {
      case .documentType(let problem): ("document-type", problem.offset)
      case .malformed(let problem): ("malformed", problem.offset)
      default: ("malformed", nil as Int?)
      }
    let at = min(offset ?? 0, source.count)
    document.add(
      .problem, to: 0, at: ByteRange(at, min(at + 1, source.count)), placement.position(of: at, in: source))
    document.set(.kind, kind)
    return document
  }
}
