import Documents
import MarkingGrammar
import MarkingModel
import TestSupport

/// Any bytes are read as a paper, as an e-mail and as a paper of another country, without a crash; every place lies in the
/// bytes, a node stands after its parent and nothing that may be shown stands outside the bytes. The form is the one asked
/// for, but XML that bears labels is read by them in the paper of a country too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  for form in [Form.marked, .email, .uk, .au, .nz] {
    let document = DocumentReader.read(bytes.span, form: form, vocabulary: vocabulary)
    let faults = document.placeFaults(length: bytes.count)
    precondition(faults.isEmpty, faults.first ?? "")
    let read = document.word(.form, of: 0)
    let isLabelled = read == Form.ismXML.rawValue || read == Form.natoXML.rawValue
    precondition(
      read == form.rawValue || isLabelled && NationalMarking.Scheme(paper: form) != nil,
      "another form than was asked for")
  }
  return 0
}
