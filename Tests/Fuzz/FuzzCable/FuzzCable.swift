import Documents
import MarkingGrammar
import MarkingModel
import TestSupport

/// Any bytes are read, as whatever form, without a crash; every place lies in the bytes, a node stands after its parent
/// and nothing that may be shown stands outside the node.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  let all = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  // The last byte chooses the form, so that each is reached whatever the text looks like.
  let forms = Form.allCases
  let choice = Int(all.last ?? 0)
  let form = choice < forms.count ? forms[choice] : nil
  let bytes = Array(all.dropLast(form == nil ? 0 : 1))
  check(DocumentReader.read(bytes.span, form: form, vocabulary: vocabulary), bytes.count)
  return 0
}

private func check(_ document: MarkingDocument, _ count: Int) {
  for (index, node) in document.nodes.enumerated() {
    precondition(node.parent < index && (node.parent >= 0) == (index > 0), "a node stands before its parent")
    precondition(node.range.start >= 0 && node.range.end >= node.range.start && node.range.end <= count)
    precondition(node.position.line >= 1 && node.position.column >= 1)
    if !node.excerpt.isEmpty {
      precondition(node.excerpt.start >= 0 && node.excerpt.end <= count, "an excerpt stands outside the bytes")
    }
  }
  for quoted in document.quoted { check(quoted, count) }
}
