internal import CGMime

extension MailMessage {
  /// What a message may have at most: far more than those that people send.
  package struct Limits: Sendable, Hashable {
    /// Parts within parts.
    package var depth = 32
    /// Parts, header fields and addresses together.
    package var items = 100_000
    /// Of all that is decoded.
    package var bytes = 1 << 30

    package init() {}
  }

  /// Takes a message apart: every header field with its encoded words, every part with its transfer encoding and its
  /// character set undone. O(bytes).
  package init(reading bytes: [UInt8], limits: Limits = Limits()) throws(MailError) {
    var records = Records(bytes: try Self.records(of: bytes, limits))
    self = try records.read()
  }

  private static func records(of bytes: [UInt8], _ limits: Limits) throws(MailError) -> [UInt8] {
    let limits = cgmime_limits(depth: UInt32(limits.depth), items: UInt32(limits.items), bytes: limits.bytes)
    var start: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cgmime_read(buffer.baseAddress, buffer.count, limits, &start, &count)
    }
    defer { unsafe cgmime_free(start) }
    switch Int(status) {
    case CGMIME_DONE: return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    case CGMIME_NO_LIBRARY: throw .noLibrary
    case CGMIME_NO_MESSAGE: throw .noMessage
    case CGMIME_TOO_DEEP: throw .tooDeep
    case CGMIME_TOO_MANY: throw .tooMany
    case CGMIME_TOO_LARGE: throw .tooLarge
    default: throw .outOfMemory
    }
  }
}
