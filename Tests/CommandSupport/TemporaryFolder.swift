import Glibc

/// A folder of its own for a test; it is removed with all it holds.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var name = Array("/tmp/caveat-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else { preconditionFailure("no temporary folder could be made") }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { remove(path) }

  /// The path of a name in it.
  package func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file and returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) -> String {
    let path = path(name)
    guard let file = unsafe fopen(path, "w") else { preconditionFailure("a test file could not be written") }
    unsafe bytes.withUnsafeBytes { buffer in _ = unsafe fwrite(buffer.baseAddress, 1, buffer.count, file) }
    unsafe fclose(file)
    return path
  }

  @discardableResult
  package func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  @discardableResult
  package func folder(_ name: String) -> String {
    let path = path(name)
    unsafe mkdir(path, 0o755)
    return path
  }

  /// The bytes of a file; nil where there is none.
  package func read(_ name: String) -> [UInt8]? { Self.read(path: path(name)) }

  package func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The names in it, in order.
  package var names: [String] { Self.names(path) }

  package static func read(path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  package static func names(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private func remove(_ path: String) {
    unsafe chmod(path, 0o755)
    for name in Self.names(path) {
      var status = stat()
      let entry = path + "/" + name
      guard unsafe lstat(entry, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { remove(entry) } else { unsafe unlink(entry) }
    }
    unsafe rmdir(path)
  }
}
