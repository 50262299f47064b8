/// The repository that a run is in. What is said of files from one run to the next names them from its root.
struct Repository: Sendable {
  /// The nearest folder above the run, or the one it is started in, that holds `.git`; else the one it is started in.
  let root: FilePath
  /// Whether it is one at all.
  let isRepository: Bool
  /// From the root to the folder that the run is started in.
  private let prefix: [ArraySlice<UInt8>]

  init(around folder: FilePath) {
    var root: FilePath?
    for candidate in Self.above(folder) where (try? FileStatus.of(candidate.appending(".git".utf8))) != nil {
      root = candidate
      break
    }
    self.root = root ?? folder
    isRepository = root != nil
    prefix = Array(Self.parts(folder.bytes).dropFirst(Self.parts(self.root.bytes).count))
  }

  /// The folders from one up to another above it, both included; that one alone where it is not below.
  func folders(from folder: FilePath) -> [FilePath] {
    var folders: [FilePath] = []
    for candidate in Self.above(folder) {
      folders.append(candidate)
      if candidate == root { return folders }
    }
    return [folder]
  }

  /// The path of a file from the root, without "." and ".."; absolute where it is not below. It is a matter of the
  /// names alone: links are not followed.
  func path(of file: FilePath) -> FilePath {
    let isAbsolute = file.bytes.first == slash
    let parts = Self.normal((isAbsolute ? [] : Self.parts(root.bytes) + prefix) + Self.parts(file.bytes))
    let above = Self.parts(root.bytes)
    guard parts.starts(with: above), parts.count > above.count else {
      return FilePath([slash] + Self.joined(parts[...]))
    }
    return FilePath(Self.joined(parts.dropFirst(above.count)))
  }

  private static func joined(_ parts: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
    var path: [UInt8] = []
    for part in parts {
      if !path.isEmpty { path.append(slash) }
      path += part
    }
    return path
  }

  private static func above(_ folder: FilePath) -> [FilePath] {
    var folders = [folder]
    while folders[folders.count - 1].bytes.count > 1 { folders.append(folders[folders.count - 1].folder) }
    return folders
  }

  private static func parts(_ path: [UInt8]) -> [ArraySlice<UInt8>] { path.split(separator: slash) }

  private static func normal(_ parts: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    for part in parts {
      if part.elementsEqual("..".utf8) {
        _ = result.popLast()
      } else if !part.elementsEqual(".".utf8) {
        result.append(part)
      }
    }
    return result
  }
}

private let slash = UInt8(ascii: "/")
