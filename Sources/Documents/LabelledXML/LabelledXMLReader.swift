import MarkingGrammar
import MarkingModel
import XMLKit

/// Reads an XML document by the labels of its elements: ISM attributes, or the labels of STANAG 4774.
///
/// It is parsed by libxml2 with nothing fetched, no entity expanded and no document type; what cannot be read becomes a
/// document with one problem, which a rule reports. Time and space grow with its length.
enum LabelledXMLReader {
  /// Why the labels of a document cannot be read, as the contract names it.
  private struct Problem: Error {
    var kind: Word
    var offset = 0
  }

  /// - Parameter wasUTF16: whether the source is a copy of what a byte order mark says is UTF-16.
  static func read(
    _ source: Span<UInt8>, as labelling: XMLLabelling, wasUTF16: Bool, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    do throws(Problem) {
      switch DeclaredText(source, wasUTF16: wasUTF16) {
      case .plain: return try document(source, labelling, vocabulary)
      case .unread(let offset): throw Problem(kind: .encoding, offset: offset)
      case .copy(let text):
        var document: MarkingDocument
        do throws(Problem) {
          document = try self.document(text.bytes.span, labelling, vocabulary)
        } catch {
          document = unread(error, labelling, text.bytes.span)
        }
        text.restorePlaces(of: &document, in: source)
        return document
      }
    } catch {
      return unread(error, labelling, source)
    }
  }

  private static func document(
    _ source: Span<UInt8>, _ labelling: XMLLabelling, _ vocabulary: borrowing Vocabulary
  ) throws(Problem) -> MarkingDocument {
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
      throw problem(error)
    }
  }

  private static func problem(_ error: XMLError) -> Problem {
    switch error {
    case .documentType(let problem): Problem(kind: .documentType, offset: problem.offset ?? 0)
    case .malformed(let problem): Problem(kind: .malformed, offset: problem.offset ?? 0)
    case .limit(let limit, let problem): Problem(kind: limit.word, offset: problem.offset ?? 0)
    case .grammar, .expression, .outOfMemory: Problem(kind: .malformed)
    }
  }

  /// A document without labels that says why it cannot be read.
  private static func unread(
    _ problem: Problem, _ labelling: XMLLabelling, _ source: Span<UInt8>
  ) -> MarkingDocument {
    var placement = Placement(source)
    var document = MarkingDocument()
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    MarkedRoot(form: labelling.form, day: nil, level: nil).write(to: &document)
    let at = min(problem.offset, source.count)
    document.add(
      .problem, to: 0, at: ByteRange(at, min(at + 1, source.count)), placement.position(of: at, in: source))
    document.set(.kind, problem.kind.rawValue)
    return document
  }
}

extension XMLLimit {
  fileprivate var word: Word {
    switch self {
    case .depth: .tooDeep
    case .attributes: .tooManyAttributes
    case .length: .tooLong
    // No entity is expanded, and a document type is refused before.
    case .expansion: .malformed
    }
  }
}
