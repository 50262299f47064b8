import FuzzSupport
import MarkingGrammar
import TestSupport

/// The same for pages and XML: what is planted may come to lie in a tag, a comment, a script, an attribute or a declaration.
/// The first byte says where it is planted and what the rest is read as.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = bytes.first else { return 0 }
  bytes.removeFirst()
  let head = Array((choice & 1 == 0 ? "<!DOCTYPE html>" : "<?xml version=\"1.0\"?>").utf8)
  PlantedSecret.check(
    head + bytes, plantedAt: head.count + bytes.count * Int(choice >> 1) / 128, vocabulary)
  return 0
}
