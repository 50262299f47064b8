import FuzzSupport
import MarkingGrammar
import TestSupport

/// A name and a number planted in the middle of any text are gone from its copy, or there is no copy; and a copy of the
/// copy is the copy.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project else { preconditionFailure("the vocabulary does not load") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  PlantedSecret.check(bytes, plantedAt: bytes.count / 2, vocabulary)
  return 0
}
