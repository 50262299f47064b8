internal import CArchive
import Glibc

/// One member of an archive, before its bytes are read.
package struct ArchiveMember: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case file
    case folder
    /// Another name of something, in the archive or outside; it has no bytes of its own.
    case link
    /// A device, a pipe or a socket.
    case other
  }

  /// As it stands in the archive; empty where it cannot be read. It need not be UTF-8, nor a path that is safe to write.
  package var name: [UInt8]
  package var kind: Kind
  /// In bytes; nil where that is not known before it is read.
  package var size: Int?
  package var isEncrypted: Bool
}

/// Reads an archive from its beginning to its end, member by member. Nothing is written anywhere.
@safe
package struct ArchiveReader: ~Copyable {
  private let archive: OpaquePointer

  /// An archive that an open descriptor reads; it stays the caller's, and open as long as this.
  package init(descriptor: Int32) throws(ArchiveError) {
    unsafe archive = try Self.opened { archive in unsafe carchive_open_descriptor(descriptor, archive) }
  }

  /// An archive in memory.
  package init(bytes: Span<UInt8>) throws(ArchiveError) {
    unsafe archive = try Self.opened { archive in
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe carchive_open_bytes(buffer.baseAddress, buffer.count, archive)
      }
    }
  }

  deinit { unsafe carchive_close(archive) }

  private static func opened(
    _ open: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(ArchiveError) -> OpaquePointer {
    var archive: OpaquePointer?
    let code = unsafe open(&archive)
    guard let archive = unsafe archive else { throw error(code) }
    return unsafe archive
  }

  private static func error(_ code: Int32) -> ArchiveError {
    switch Int(code) {
    case CARCHIVE_NO_LIBRARY: .noLibrary
    case CARCHIVE_NO_MEMORY: .outOfMemory
    default: .damaged
    }
  }

  /// The next member; nil at the end. What was not read of the one before is passed over.
  package mutating func next() throws(ArchiveError) -> ArchiveMember? {
    var member = unsafe carchive_member()
    let code = unsafe carchive_next(archive, &member)
    if code == CARCHIVE_END { return nil }
    guard code == CARCHIVE_OK else { throw Self.error(code) }
    var name: [UInt8] = []
    if let start = unsafe member.name {
      name = unsafe Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
    }
    let kind: ArchiveMember.Kind =
      switch Int(unsafe member.kind) {
      case CARCHIVE_FOLDER: .folder
      case CARCHIVE_LINK: .link
      case CARCHIVE_OTHER: .other
      default: .file
      }
    let size = unsafe member.size
    return ArchiveMember(
      name: name, kind: kind, size: size < 0 ? nil : Int(size), isEncrypted: unsafe member.is_encrypted != 0)
  }

  /// Whether this is no archive but one compressed file. It holds after the first member was asked for.
  package var isSingleFile: Bool { unsafe carchive_is_single(archive) != 0 }

  /// Fills `bytes` with what comes next of the member, as far as there is something: how many were read, 0 at its end.
  package mutating func read(into bytes: inout MutableSpan<UInt8>) throws(ArchiveError) -> Int {
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe carchive_read(archive, buffer.baseAddress, buffer.count)
    }
    guard count >= 0 else { throw .damaged }
    return Int(count)
  }

  /// How many bytes of the archive were read so far.
  package var consumed: Int { Int(unsafe carchive_consumed(archive)) }
  /// The same after decompression.
  package var expanded: Int { Int(unsafe carchive_expanded(archive)) }
}
