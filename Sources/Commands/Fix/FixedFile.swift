import Glibc

/// Puts repaired bytes in the place of a file: beside it first, then under its name, in one step.
struct FixedFile {
  enum Problem: Error {
    case readOnly
    case changed
    case unwritten(SystemError)

    var sentence: String {
      switch self {
      case .readOnly: "it is write-protected and was not changed"
      case .changed: "it was changed meanwhile and was not repaired"
      case .unwritten(let error): "it could not be written (\(error.text)) and was not changed"
      }
    }
  }

  private let path: FilePath
  /// What stood there when it was read.
  private let before: FileStatus

  init(_ path: FilePath, _ before: FileStatus) {
    self.path = path
    self.before = before
  }

  /// Writes `bytes` where `original` stands; a link keeps pointing to the file.
  func write(_ bytes: [UInt8], over original: [UInt8]) throws(Problem) {
    guard before.mode & 0o222 != 0 else { throw .readOnly }
    do throws(SystemError) {
      let file = try PrivateFile(at: path)
      try file.write(bytes)
      try file.take(mode: before.mode, owner: before.owner, group: before.group)
      guard isUnchanged(original) else { throw SystemError(code: ESTALE) }
      try file.finish(replacing: true)
    } catch {
      throw error.code == ESTALE ? .changed : .unwritten(error)
    }
  }

  /// Whether the file is the one that was read and holds what was read.
  private func isUnchanged(_ original: [UInt8]) -> Bool {
    guard let now = try? FileStatus.of(path), now.identity == before.identity, now.size == original.count,
      now.modified == before.modified, let bytes = try? FileBytes(file: path)
    else { return false }
    return bytes.withBytes { span in
      span.count == original.count && original.indices.allSatisfy { span[$0] == original[$0] }
    }
  }
}
