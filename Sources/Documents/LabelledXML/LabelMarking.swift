import MarkingGrammar
import MarkingModel

/// The marking that the attributes of a label stand for, as an element of its own: rules about banner lines and portion
/// marks judge it as if it were written there.
struct LabelMarking {
  private let written: MarkingDocument

  /// - Parameter text: the banner line or portion mark.
  init(_ text: String, _ kind: WrittenMarking.Kind, day: Int?, _ vocabulary: borrowing Vocabulary) {
    let bytes = Array(text.utf8)
    let marking = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
    written = MarkingReader.document(marking, day: day, in: bytes.span, vocabulary)
  }

  /// Adds it below the root. All of it stands where the label does: it has no text of its own to point at.
  func add(to document: inout MarkingDocument, at range: ByteRange, _ position: Position, n: Int) {
    var parents = [0]
    for index in written.nodes.indices.dropFirst() {
      let node = written.nodes[index]
      parents.append(document.add(node.name, to: parents[node.parent], at: range, position))
      for attribute in written.attributes(of: index) {
        let isNumber = node.name == .marking && attribute.name == .n
        document.set(attribute.name, isNumber ? .number(n) : attribute.value)
      }
    }
  }
}
