internal import CPCRE2

/// Why a pattern cannot be used, or could not be matched to the end. Never holds words of a document.
package enum PatternError: Error, Hashable {
  /// The expression is not one that PCRE2 knows; the offset is in bytes of it.
  case malformed(reason: String, offset: Int)
  /// It ran into a limit. What it would have found is not known, so this is not the same as finding nothing.
  case limit
  /// PCRE2 gave up for another reason.
  case failed(reason: String)
  case outOfMemory
}

extension PatternError: CustomStringConvertible {
  /// A sentence without its stop.
  package var description: String {
    switch self {
    case .malformed(let reason, let offset): "not a regular expression: \(reason) (at byte \(offset))"
    case .limit: "a pattern takes too long on this text and was stopped"
    case .failed(let reason): "a pattern could not be matched: \(reason)"
    case .outOfMemory: "out of memory"
    }
  }

  /// What PCRE2 says of one of its error codes.
  static func reason(of code: Int32) -> String {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { room in
      let count = unsafe pcre2_get_error_message_8(code, room.baseAddress, room.count)
      guard count > 0 else { return "error \(code)" }
      return unsafe String(decoding: UnsafeBufferPointer(rebasing: room[..<Int(count)]), as: UTF8.self)
    }
  }
}
