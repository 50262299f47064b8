import Glibc

/// Reads folders.
enum Folder {
  /// The names in a folder, without "." and "..", in order of their bytes.
  /// - Parameter followsLink: whether the folder may be reached by a link.
  static func names(_ path: FilePath, followsLink: Bool) throws(SystemError) -> [[UInt8]] {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let descriptor = unsafe path.withCString { unsafe open($0, flags) }
    guard descriptor >= 0 else { throw SystemError.last }
    guard let folder = unsafe fdopendir(descriptor) else {
      let error = SystemError.last
      close(descriptor)
      throw error
    }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(folder) else { break }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name != [dot], name != [dot, dot] { names.append(name) }
    }
    guard errno == 0 else { throw SystemError.last }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static let dot = UInt8(ascii: ".")
}
