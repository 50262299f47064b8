import FuzzSupport
import MarkingGrammar
import TestSupport

/// The same for messages and mailboxes: what is planted may come to lie in a field, an encoded word, a boundary, a body.
/// The first byte says where it is planted and what the rest is read as.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  bytes.removeFirst()
  let envelope = "From - Sat Jan  3 01:05:34 1996\n"
  let head = Array(((choice & 1 == 0 ? "" : envelope) + "MIME-Version: 1.0\n").utf8)
  PlantedSecret.check(
    head + bytes, plantedAt: head.count + bytes.count * Int(choice >> 1) / 128, vocabulary, decoded: joined)
  return 0
}

/// The lines that quoted-printable broke and that a header continues, put together.
private func joined(_ file: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  for byte in file where byte != 0x0D {
    text.append(byte)
    if text.suffix(2) == [0x3D, 0x0A] { text.removeLast(2) }
    if text.suffix(2) == [0x0A, 0x20] { text.remove(at: text.count - 2) }
  }
  return text
}
