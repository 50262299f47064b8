import MarkingGrammar
import MarkingModel
import TestSupport

/// Any text is read as a marking and written in canonical form, and any line is read as ISM attributes and rendered, without
/// a crash; what is in order stays as it is when it is put in order again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
  check(written.meaning(in: bytes.span, vocabulary), vocabulary)
  if let ism = ISMAttributes(line: String(decoding: bytes, as: UTF8.self)) {
    check(Marking(ism: ism), vocabulary)
    let rendering = ISMRendering(vocabulary: vocabulary, style: ISMRendering.style(of: ism))
    _ = (rendering.banner(ism), rendering.portion(ism), rendering.authority(ism))
  }
  return 0
}

private func check(_ marking: Marking, _ vocabulary: Vocabulary) {
  let normal = marking.normalized(by: vocabulary)
  precondition(normal.normalized(by: vocabulary) == normal, "order is not stable")
  let printer = MarkingPrinter(vocabulary: vocabulary)
  precondition(printer.banner(marking) == printer.banner(normal), "the banner depends on the order that was given")
  precondition(printer.portion(marking) == printer.portion(normal), "the mark depends on the order that was given")
}
