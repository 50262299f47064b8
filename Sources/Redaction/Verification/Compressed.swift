internal import CZlib

/// What compressed members within some bytes hold: gzip, zlib, and those of a ZIP file.
enum Compressed {
  /// More of one member is not looked at.
  private static let limit = 64 << 20

  /// Time: the bytes, and what comes out of those that begin like a member.
  static func members(in bytes: [UInt8]) -> [[UInt8]] {
    var members: [[UInt8]] = []
    var at = 0
    while at + 2 < bytes.count {
      if let (start, bits) = beginning(at, bytes) {
        let member = inflated(bytes, from: start, windowBits: bits)
        if member.count > 3 { members.append(member) }
      }
      at += 1
    }
    return members
  }

  /// Where the data of a member that begins at `at` do, and how zlib is told of their form: RFC 1950, 1952, and the
  /// local header of a ZIP file (APPNOTE 4.3.7).
  private static func beginning(_ at: Int, _ bytes: [UInt8]) -> (start: Int, windowBits: CInt)? {
    switch bytes[at] {
    case 0x1F where bytes[at + 1] == 0x8B && bytes[at + 2] == 8: return (at, 15 + 16)
    case 0x78 where (0x7800 | Int(bytes[at + 1])) % 31 == 0: return (at, 15)
    case 0x50 where at + 30 < bytes.count && bytes[at...].starts(with: [0x50, 0x4B, 3, 4]) && bytes[at + 8] == 8:
      let names = Int(bytes[at + 26]) + Int(bytes[at + 27]) << 8 + Int(bytes[at + 28]) + Int(bytes[at + 29]) << 8
      let start = at + 30 + names
      return start < bytes.count ? (start, -15) : nil
    default: return nil
    }
  }

  /// As far as it can be undone: of a member that is cut off or damaged a reader has the beginning too.
  private static func inflated(_ bytes: [UInt8], from start: Int, windowBits: CInt) -> [UInt8] {
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit2_(&stream, windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { unsafe inflateEnd(&stream) }
    var member: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 15)
    // zlib takes its input from a pointer that is not const and leaves it as it is.
    var input = Array(bytes[start...])
    unsafe input.withUnsafeMutableBufferPointer { input in
      unsafe stream.next_in = input.baseAddress
      unsafe stream.avail_in = uInt(input.count)
      var code = Z_OK
      while code == Z_OK, member.count < limit {
        let count = unsafe block.withUnsafeMutableBufferPointer { block in
          unsafe stream.next_out = block.baseAddress
          unsafe stream.avail_out = uInt(block.count)
          code = unsafe inflate(&stream, Z_NO_FLUSH)
          return unsafe block.count - Int(stream.avail_out)
        }
        member += block[..<count]
        if count == 0 { break }
      }
    }
    return member
  }
}
