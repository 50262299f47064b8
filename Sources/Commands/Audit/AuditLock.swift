import Audit
import Glibc

/// The audit file on the disk, made for its owner alone and held against other audits as long as this is there.
final class AuditLock {
  private let descriptor: Int32
  let path: FilePath
  /// Whether nothing stood there: what is there then is this audit's alone.
  let isNew: Bool

  /// - Parameters:
  ///   - isNew: whether it must not be there yet.
  init(_ path: FilePath, isNew: Bool) throws(UsageError) {
    self.path = path
    self.isNew = isNew
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | (isNew ? O_EXCL : 0)
    descriptor = unsafe path.withCString { unsafe open($0, flags, 0o600) }
    guard descriptor >= 0 else { throw .outputNotCreated(path.shown, SystemError.last) }
    // Held by the open file: it ends with the process, however that ends.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let error = SystemError.last
      close(descriptor)
      throw error.code == EWOULDBLOCK ? .audit(path.shown, .inUse) : .outputNotCreated(path.shown, error)
    }
  }

  deinit { close(descriptor) }

  /// The files that SQLite keeps of it.
  var identities: Set<FileStatus.Identity> { Self.identities(of: path) }

  /// The files that SQLite keeps of an audit file.
  static func identities(of path: FilePath) -> Set<FileStatus.Identity> {
    Set(
      ["", "-wal", "-shm"].compactMap { ending in
        (try? FileStatus.of(FilePath(path.bytes + Array(ending.utf8))))?.identity
      })
  }

  /// Removes an audit file and what stands beside it.
  static func remove(_ path: FilePath) {
    for ending in ["-wal", "-shm", ""] {
      _ = unsafe FilePath(path.bytes + Array(ending.utf8)).withCString { unsafe unlink($0) }
    }
  }
}
