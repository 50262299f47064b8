import Documents
import MarkingGrammar
import MarkingModel
import TestSupport

/// Any bytes are read as a marking without a crash, whatever kind is asked for; every place lies in the bytes, and what
/// is read stays in its bounds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  // The last byte chooses the kind. Of a table of markings the first lines are markings too.
  let kinds: [WrittenMarking.Kind?] = [nil, .banner, .portion]
  let kind = kinds[Int(bytes.last ?? 0) % 3]
  check(bytes, kind, vocabulary)
  for line in bytes.split(separator: 0x0A).prefix(2) where line.count < count { check(Array(line), kind, vocabulary) }
  return 0
}

private func check(_ bytes: [UInt8], _ kind: WrittenMarking.Kind?, _ vocabulary: borrowing Vocabulary) {
  let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
  precondition(written.range.start >= 0 && written.range.end <= bytes.count)
  precondition(written.tokens.count < 1100 && written.countries.count < 1100 && written.defects.count < 2048)
  let places = written.tokens.map(\.range) + written.countries.map(\.range) + written.defects.map(\.range)
  for place in places {
    precondition(place.start >= 0 && place.end >= place.start && place.end <= bytes.count, "a place outside the bytes")
  }
  _ = written.meaning(in: bytes.span, vocabulary)
  let document = MarkingReader.document(written, day: nil, in: bytes.span, vocabulary)
  for (index, node) in document.nodes.enumerated() {
    precondition(node.parent < index && (node.parent >= 0) == (index > 0), "a node stands before its parent")
    precondition(node.range.start >= 0 && node.range.end >= node.range.start && node.range.end <= bytes.count)
  }
}
