import ArchiveKit
import Glibc
import MailKit

/// An archive or a mailbox whose members an audit goes through.
final class OpenArchive {
  /// Where the members come from.
  private enum Members {
    case archive
    /// The messages that are left, the next one last.
    case mailbox([[UInt8]])
  }

  let path: [UInt8]
  /// In bytes, as it stands on the disk or in the archive around it.
  let size: Int
  /// Whether only its name says that it is one.
  let isNamedSo: Bool
  private var members: Members
  private var reader: ArchiveReader?
  private let descriptor: Int32
  /// How many members were found so far.
  private(set) var count = 0
  /// How many bytes were taken out of it, and of the archives in it.
  var given = 0

  /// An archive on the disk; the descriptor is closed with it.
  init(path: [UInt8], size: Int, descriptor: Int32, isNamedSo: Bool) throws(ArchiveError) {
    self.path = path
    self.size = size
    self.isNamedSo = isNamedSo
    self.descriptor = descriptor
    members = .archive
    do throws(ArchiveError) {
      reader = try ArchiveReader(descriptor: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// An archive in memory, whose bytes are copied.
  init(path: [UInt8], bytes: Span<UInt8>, isNamedSo: Bool) throws(ArchiveError) {
    self.path = path
    size = bytes.count
    self.isNamedSo = isNamedSo
    descriptor = -1
    members = .archive
    reader = try ArchiveReader(bytes: bytes)
  }

  /// A mailbox in memory.
  init(path: [UInt8], mailbox: [UInt8]) {
    self.path = path
    size = mailbox.count
    isNamedSo = false
    descriptor = -1
    members = .mailbox(Mailbox.messages(in: mailbox).reversed())
    reader = nil
  }

  deinit {
    reader = nil
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes of the file were read.
  var consumed: Int { min(size, reader?.consumed ?? 0) }

  /// Whether what is passed over has to be decompressed as well: all but ZIP and bare TAR.
  var isCompressed: Bool { reader?.expanded != reader?.consumed }

  /// The next message of a mailbox; nil at its end, or where it is none.
  func nextMessage() -> [UInt8]? {
    guard case .mailbox(var left) = members, let message = left.popLast() else { return nil }
    members = .mailbox(left)
    count += 1
    return message
  }

  var isMailbox: Bool { if case .mailbox = members { true } else { false } }

  /// The next member; nil at the end.
  func next() throws(ArchiveError) -> ArchiveMember? {
    guard var member = try reader?.next() else { return nil }
    if reader?.isSingleFile == true {
      // Bytes that are neither an archive nor compressed would pass as well, as one file.
      if isNamedSo || Self.isNamedTAR(path) { throw .damaged }
      member.name = Self.singleName(path)
    }
    count += 1
    if member.name.isEmpty { member.name = Array("#\(count)".utf8) }
    return member
  }

  func read(into bytes: inout MutableSpan<UInt8>) throws(ArchiveError) -> Int {
    try reader?.read(into: &bytes) ?? 0
  }

  private static func isNamedTAR(_ path: [UInt8]) -> Bool {
    [".tgz", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".tar"].contains {
      path.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// The name of a compressed file without its last ending.
  private static func singleName(_ path: [UInt8]) -> [UInt8] {
    let name = FilePath(path).name
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return Array("data".utf8) }
    return Array(name[..<dot])
  }
}
