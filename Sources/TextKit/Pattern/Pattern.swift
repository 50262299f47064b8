internal import CPCRE2
package import MarkingModel

/// One compiled regular expression of PCRE2, owned, with machine code for it where the processor has a compiler.
///
/// It is made for folded text. An expression of ASCII works on bytes: `\b`, `\w` and `\d` know ASCII only, which is what
/// folding leaves of digits and of letters that look Latin. One with other characters works on UTF-8 with Unicode's
/// properties; folded text is valid UTF-8, and nothing else may be searched with it. Nothing in it changes after it is
/// made, so that threads may share it; each has its own `MatchRoom`.
@safe
package struct Pattern: ~Copyable, @unchecked Sendable {
  private let code: OpaquePointer
  private let isCompiled: Bool
  /// How many groups it has.
  package let groupCount: Int

  /// What may be asked of an expression besides its text.
  package struct Options: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// It matches where the search starts and nowhere else.
    package static let anchored = Options(rawValue: 1)
    package static let ignoringCase = Options(rawValue: 2)
    /// No machine code is made, which costs more than all else: for one that is only checked, or used once.
    package static let interpreted = Options(rawValue: 4)
    /// A search can be told the last place where a match may start.
    package static let limitingStart = Options(rawValue: 8)
  }

  /// Compiles an expression.
  package init(_ expression: String, _ options: Options = []) throws(PatternError) {
    var flags = UInt32(PCRE2_NEVER_BACKSLASH_C)
    // Before a match is tried, a character that it has to have is looked for in all that is left of the text: of use where
    // it is searched, a cost at every place where it is tried.
    if options.contains(.anchored) { flags |= PCRE2_ANCHORED | UInt32(PCRE2_NO_START_OPTIMIZE) }
    if options.contains(.ignoringCase) { flags |= PCRE2_CASELESS }
    if options.contains(.limitingStart) { flags |= PCRE2_USE_OFFSET_LIMIT }
    if !expression.utf8.allSatisfy({ $0 < 0x80 }) { flags |= UInt32(PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK) }
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(expression.utf8)
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, flags, &error, &offset, nil)
    }
    guard let code = unsafe code else {
      throw .malformed(reason: PatternError.reason(of: error), offset: offset)
    }
    var groups: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    if groups > UInt32(MatchRoom.groups) {
      unsafe pcre2_code_free_8(code)
      throw .malformed(reason: "more than \(MatchRoom.groups) groups", offset: 0)
    }
    groupCount = Int(groups)
    unsafe self.code = unsafe code
    isCompiled =
      unsafe !options.contains(.interpreted) && pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// The number of a group that has a name; nil where there is none.
  package borrowing func group(named name: String) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, Array((name + "\0").utf8))
    return number > 0 ? Int(number) : nil
  }

  /// The first match at or after `start` in the first `end` bytes (all of them where it is nil); nil where there is none.
  /// What stands before `start` can be looked at by the expression, what stands at `end` and after it cannot.
  /// The groups are in `room` until the next match.
  /// - Parameter last: where a match may start at most; for expressions that were compiled for that.
  /// - Throws: `limit` where the search was given up: nobody knows then whether there is a match.
  package borrowing func firstMatch(
    in text: Span<UInt8>, from start: Int = 0, to end: Int? = nil, startingBy last: Int? = nil,
    using room: inout MatchRoom
  ) throws(PatternError) -> ByteRange? {
    let count = end ?? text.count
    precondition(start >= 0 && start <= count && count <= text.count)
    if let last { room.limitStart(to: last) }
    defer { if last != nil { room.limitStart(to: nil) } }
    let status = unsafe text.withUnsafeBufferPointer { buffer in
      // PCRE2 wants an address even of no bytes.
      var none: UInt8 = 0
      guard let base = buffer.baseAddress else {
        return unsafe room.match(code, isCompiled: isCompiled, &none, count: 0, from: 0)
      }
      return unsafe room.match(code, isCompiled: isCompiled, base, count: count, from: start)
    }
    if status > 0 { return room.group(0) }
    switch status {
    case PCRE2_ERROR_NOMATCH: return nil
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT:
      throw .limit
    case PCRE2_ERROR_NOMEMORY: throw .outOfMemory
    default: throw .failed(reason: PatternError.reason(of: status))
    }
  }

  /// Whether an anchored expression can match a text that goes on behind these bytes, from `start` on: no where it fails
  /// whatever follows. For tests, which hold anchors against their expressions.
  package borrowing func mayMatch(beginningWith text: Span<UInt8>, from start: Int, using room: inout MatchRoom) -> Bool
  {
    unsafe text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return unsafe room.matchInPart(code, base, count: buffer.count, from: start) != PCRE2_ERROR_NOMATCH
    }
  }
}
