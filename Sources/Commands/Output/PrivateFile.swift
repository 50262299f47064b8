import Glibc

/// A file for its owner alone that has no name until it is complete: whoever kills the program finds nothing of it.
///
/// Where the file system cannot do that it has a name with a dot, which is removed when the program ends in any way that
/// it can notice.
struct PrivateFile: ~Copyable {
  private let target: FilePath
  private let descriptor: Int32
  /// Where it lies meanwhile; nil where it has no name.
  private let temporary: FilePath?

  /// - Parameter target: where it will stand; its folder must exist.
  init(at target: FilePath) throws(SystemError) {
    self.target = target.resolved ?? target
    let folder = self.target.folder
    let unnamed = unsafe folder.withCString { unsafe open($0, Self.unnamedFile | O_RDWR | O_CLOEXEC, 0o600) }
    if unnamed >= 0 {
      descriptor = unnamed
      temporary = nil
      return
    }
    let error = SystemError.last
    guard [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(error.code) else { throw error }
    (temporary, descriptor) = try TemporaryFiles.create(in: folder)
  }

  /// O_TMPFILE, which Glibc's module leaves out (open(2)).
  private static var unnamedFile: Int32 { 0o20_000_000 | O_DIRECTORY }

  deinit {
    close(descriptor)
    if let temporary { TemporaryFiles.remove(temporary) }
  }

  /// Writes all of it and makes sure that it is on the disk.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    try Descriptor(number: descriptor).write(bytes)
    guard fsync(descriptor) == 0 else { throw SystemError.last }
  }

  /// Gives it the permissions of another file, and its owner where that is allowed.
  func take(mode: UInt32, owner: UInt32, group: UInt32) throws(SystemError) {
    // Who may not give it to others keeps it, with no more rights than the file had.
    let isGiven = fchown(descriptor, owner, group) == 0
    guard fchmod(descriptor, isGiven ? mode : mode & 0o777) == 0 else { throw SystemError.last }
  }

  /// What is in it now, read back from the file.
  func contents() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let offset = off_t(bytes.count)
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, offset) }
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemError.last }
      bytes += buffer[..<count]
    }
  }

  /// Gives it its name in one step. An older file of that name is replaced only where that was asked for.
  consuming func finish(replacing: Bool) throws(SystemError) {
    guard let temporary else { return try link(replacing: replacing) }
    if replacing { return try TemporaryFiles.rename(temporary, to: target) }
    let result = unsafe temporary.withCString { old in
      unsafe target.withCString { new in unsafe Glibc.link(old, new) }
    }
    guard result == 0 else { throw SystemError.last }
  }

  private func link(replacing: Bool) throws(SystemError) {
    if !replacing { return try link(to: target) }
    // A name can be given to it only where none stands: it gets one beside, and takes the other's place with that.
    let (beside, descriptor) = try TemporaryFiles.create(in: target.folder)
    close(descriptor)
    _ = unsafe beside.withCString { unsafe unlink($0) }
    defer { TemporaryFiles.remove(beside) }
    try link(to: beside)
    try TemporaryFiles.rename(beside, to: target)
  }

  private func link(to path: FilePath) throws(SystemError) {
    let source = FilePath("/proc/self/fd/\(descriptor)")
    let result = unsafe source.withCString { old in
      unsafe path.withCString { new in unsafe linkat(AT_FDCWD, old, AT_FDCWD, new, AT_SYMLINK_FOLLOW) }
    }
    guard result == 0 else { throw SystemError.last }
  }
}
