import Glibc

/// A report on its way to a file.
///
/// It is written beside its place, under a name of its own that only this user can read, and takes its place in one
/// step when it is complete. Dropped before that, it leaves nothing.
package struct ReportFile: ~Copyable {
  /// Where it will stand.
  private let target: FilePath
  private let temporary: FilePath
  private let descriptor: Int32

  /// - Parameter target: its folder must exist; an older file of that name stays until the end.
  package init(at target: FilePath) throws(SystemError) {
    // Through a link the file behind it is replaced, not the link.
    self.target = target.resolved ?? target
    (temporary, descriptor) = try TemporaryFiles.create(in: self.target.folder)
  }

  deinit {
    close(descriptor)
    TemporaryFiles.remove(temporary)
  }

  package func write(_ bytes: [UInt8]) throws(SystemError) { try Descriptor(number: descriptor).write(bytes) }

  /// Puts the complete report in its place, with the permissions of any new file.
  package consuming func finish() throws(SystemError) {
    guard fchmod(descriptor, 0o666 & ~Self.mask) == 0, fsync(descriptor) == 0 else { throw SystemError.last }
    try TemporaryFiles.rename(temporary, to: target)
  }

  /// The permissions that new files do not get. Asking means setting, so that it is set to the strictest meanwhile.
  private static var mask: mode_t {
    let mask = umask(0o777)
    umask(mask)
    return mask
  }
}
