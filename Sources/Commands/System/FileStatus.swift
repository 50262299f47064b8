import Glibc

/// What stands at a path, as far as the program cares.
package struct FileStatus: Sendable {
  package enum Kind: Sendable {
    case file
    case folder
    case link
    case pipe
    case device
    case socket
  }

  /// The same for two names of one file.
  package struct Identity: Sendable, Hashable {
    var device: UInt
    var node: UInt
  }

  var kind: Kind
  var identity: Identity
  /// In bytes.
  var size: Int
  /// When the content changed last, in nanoseconds since 1970.
  var modified: Int
  /// The bits of its permissions.
  var mode: UInt32
  var owner: UInt32
  var group: UInt32
  /// How many names it has.
  var names: Int

  /// Asks for what stands at `path`.
  /// - Parameter followsLinks: whether a link stands for what it points to.
  static func of(_ path: FilePath, followsLinks: Bool = true) throws(SystemError) -> FileStatus {
    var status = stat()
    let result = unsafe path.withCString { name in
      unsafe followsLinks ? stat(name, &status) : lstat(name, &status)
    }
    guard result == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  /// Asks for what an open descriptor reads.
  static func of(descriptor: Int32) throws(SystemError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError.last }
    return FileStatus(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = Identity(device: UInt(status.st_dev), node: UInt(status.st_ino))
    size = Int(status.st_size)
    mode = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    names = Int(status.st_nlink)
    modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }
}
