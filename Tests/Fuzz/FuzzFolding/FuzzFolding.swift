import MarkingModel
import TextKit

/// Folding keeps its places for any bytes and any places that are skipped or read as something else: the first byte says
/// how far these are from each other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let bytes = Array(input.dropFirst())
  let edits = edits(every: Int(input.first ?? 0), in: bytes)
  guard let folded = try? FoldedText(bytes.span, edits: edits),
    let slow = try? FoldedText(bytes.span, edits: edits, byRuns: false)
  else { preconditionFailure("ICU's data is not there") }
  precondition(folded.bytes == slow.bytes && folded.lowered == slow.lowered && folded.wraps == slow.wraps)
  precondition(String(validating: folded.bytes, as: UTF8.self) != nil, "what is folded is UTF-8")
  precondition((try? FoldedText(folded.bytes.span).bytes) == folded.bytes, "folded again it is another text")
  var last = 0
  for offset in folded.bytes.indices {
    let range = folded.original(of: ByteRange(offset, offset + 1))
    precondition(range == slow.original(of: ByteRange(offset, offset + 1)))
    precondition(range.start >= last && range.start < range.end && range.end <= bytes.count, "places ascend")
    last = range.start
    let back = folded.folded(of: range)
    precondition(back.start <= offset && back.end > offset, "there and back again")
    let pieces = folded.pieces(of: ByteRange(offset, offset + 1))
    precondition(zip(pieces, pieces.dropFirst()).allSatisfy { $0.end <= $1.start }, "pieces are apart")
    if edits.isEmpty, folded.undecodable == nil, range.end < bytes.count {
      precondition(bytes[range.end] & 0xC0 != 0x80 && bytes[range.start] & 0xC0 != 0x80, "half a character")
    }
  }
  return 0
}

private func edits(every step: Int, in bytes: [UInt8]) -> [FoldedText.Edit] {
  guard step > 0 else { return [] }
  return stride(from: step, to: bytes.count, by: step + 3).map { at in
    FoldedText.Edit(ByteRange(at, min(bytes.count, at + 1 + step % 3)), reads: step % 2 == 0 ? [] : Array("x".utf8))
  }
}
