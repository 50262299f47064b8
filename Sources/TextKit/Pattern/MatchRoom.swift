internal import CPCRE2
package import MarkingModel

/// Where matches put their groups, and the limits that a match has to keep. One for each thread, used over and over.
@safe
package struct MatchRoom: ~Copyable {
  private let data: OpaquePointer
  private let context: OpaquePointer
  /// Made when an expression needs more than the library's own 32 KB.
  private var stack: OpaquePointer?

  /// The groups a pattern may have.
  static let groups = 31
  /// Backtracking steps of one search. A detector takes some tens; one that takes this many is wrong or attacked.
  private static let matchLimit: UInt32 = 1_000_000
  private static let heapKilobytes: UInt32 = 20_000
  private static let stackBytes = 1 << 20

  package init() throws(PatternError) {
    guard let data = unsafe pcre2_match_data_create_8(UInt32(Self.groups + 1), nil) else { throw .outOfMemory }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      throw .outOfMemory
    }
    unsafe pcre2_set_match_limit_8(context, Self.matchLimit)
    unsafe pcre2_set_heap_limit_8(context, Self.heapKilobytes)
    unsafe self.data = unsafe data
    unsafe self.context = unsafe context
  }

  deinit {
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_data_free_8(data)
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
  }

  /// The place of a group of the last match; nil where it took no part in it.
  package borrowing func group(_ number: Int) -> ByteRange? {
    let places = unsafe pcre2_get_ovector_pointer_8(data)!
    guard number >= 0, number <= Self.groups else { return nil }
    let (start, end) = unsafe (places[2 * number], places[2 * number + 1])
    // PCRE2_UNSET is all ones; `\K` in a look-ahead can put the end before the start.
    return start < 0 || end < start ? nil : ByteRange(start, end)
  }

  /// Says where the matches of an expression that was compiled for that may start at most; anywhere where it is nil.
  mutating func limitStart(to last: Int?) {
    unsafe pcre2_set_offset_limit_8(context, last ?? Int(bitPattern: UInt.max))
  }

  /// Looks for a match, or for the beginning of one that the end of the text cuts off.
  mutating func matchInPart(
    _ code: OpaquePointer, _ base: UnsafePointer<UInt8>, count: Int, from start: Int
  ) -> Int32 {
    unsafe pcre2_match_8(
      code, base, count, start, UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_PARTIAL_HARD), data, context)
  }

  /// Runs one search; PCRE2's status.
  mutating func match(
    _ code: OpaquePointer, isCompiled: Bool, _ base: UnsafePointer<UInt8>, count: Int, from start: Int
  ) -> Int32 {
    guard isCompiled else {
      return unsafe pcre2_match_8(code, base, count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
    }
    let status = unsafe pcre2_jit_match_8(code, base, count, start, 0, data, context)
    guard status == PCRE2_ERROR_JIT_STACKLIMIT, unsafe stack == nil else { return status }
    guard let stack = unsafe pcre2_jit_stack_create_8(1 << 15, Self.stackBytes, nil) else { return status }
    unsafe self.stack = unsafe stack
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    return unsafe pcre2_jit_match_8(code, base, count, start, 0, data, context)
  }
}
