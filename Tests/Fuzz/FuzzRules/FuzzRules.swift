import RuleEngine

/// Any bytes must be read without a crash, and every place must lie in the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
  precondition(bytes.count == count)
  return 0
}
