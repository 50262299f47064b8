import Glibc
import Guarding

/// The unfinished reports of this process, so that a signal leaves none behind.
enum TemporaryFiles {
  private static let paths = Guarded<Set<FilePath>>([])

  /// Makes an empty file with a new name that begins with a dot, for this user alone.
  static func create(in folder: FilePath) throws(SystemError) -> (FilePath, Int32) {
    let template = folder.appending(Array(".caveat-XXXXXX".utf8))
    var name = template.bytes.map { CChar(bitPattern: $0) } + [0]
    let (descriptor, error) = paths.withLock { paths -> (Int32, SystemError) in
      let descriptor = unsafe mkstemp(&name)
      let error = SystemError.last
      if descriptor >= 0 { paths.insert(Self.path(name)) }
      return (descriptor, error)
    }
    guard descriptor >= 0 else { throw error }
    return (path(name), descriptor)
  }

  private static func path(_ name: [CChar]) -> FilePath { FilePath(name.dropLast().map { UInt8(bitPattern: $0) }) }

  /// Removes one that was not finished; does nothing to one that was.
  static func remove(_ path: FilePath) {
    paths.withLock { paths in
      guard paths.remove(path) != nil else { return }
      _ = unsafe path.withCString { unsafe unlink($0) }
    }
  }

  /// Gives a complete one its name.
  static func rename(_ path: FilePath, to target: FilePath) throws(SystemError) {
    let error = paths.withLock { paths -> SystemError? in
      let result = unsafe path.withCString { old in
        unsafe target.withCString { new in unsafe Glibc.rename(old, new) }
      }
      guard result == 0 else { return SystemError.last }
      paths.remove(path)
      return nil
    }
    if let error { throw error }
  }

  /// Removes all of them and then ends the process with `end`, which must not return: no other thread can make or
  /// finish one in between.
  static func removeAll(andThen end: () -> Void) {
    paths.withLock { paths in
      for path in paths { _ = unsafe path.withCString { unsafe unlink($0) } }
      paths = []
      end()
    }
  }
}
