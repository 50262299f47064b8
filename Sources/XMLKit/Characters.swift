internal import CLibXML2

/// Room for the zero-terminated values of one document after the other: pieces that stay where they are until the
/// next `begin`.
@unsafe
struct Characters: ~Copyable {
  private var pieces: [UnsafeMutableBufferPointer<xmlChar>] = unsafe []
  /// The piece that is being filled, and how far.
  private var piece = 0
  private var used = 0

  private static let pieceSize = 1 << 16

  deinit { for index in unsafe pieces.indices { unsafe pieces[index].deallocate() } }

  mutating func begin() {
    unsafe piece = 0
    unsafe used = 0
  }

  /// Copies a value in, with U+FFFD for each control character that XML does not have. O(value).
  mutating func add(_ value: Span<UInt8>) -> UnsafeMutablePointer<xmlChar> {
    let start = unsafe room(value.count * 3 + 1)
    var end = unsafe start
    for index in value.indices {
      let byte = value[index]
      if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        unsafe end.pointee = byte
        unsafe end += 1
      } else {
        unsafe end[0] = 0xEF
        unsafe end[1] = 0xBF
        unsafe end[2] = 0xBD
        unsafe end += 3
      }
    }
    unsafe end.pointee = 0
    unsafe used += end - start + 1
    return unsafe start
  }

  /// A place with `count` bytes after it.
  private mutating func room(_ count: Int) -> UnsafeMutablePointer<xmlChar> {
    while unsafe piece < pieces.count {
      let here = unsafe pieces[piece]
      if unsafe used + count <= here.count { return unsafe here.baseAddress! + used }
      unsafe piece += 1
      unsafe used = 0
    }
    unsafe pieces.append(.allocate(capacity: max(Self.pieceSize, count)))
    return unsafe pieces[piece].baseAddress!
  }
}
