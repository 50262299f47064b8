import Foundation
import Glibc

/// Why `Rules/` cannot be embedded.
enum EmbedError: Error, CustomStringConvertible {
  case unreadable(String)
  case notText(String)
  case unwritable(String)
  case missing(String)
  case vocabulary(String)
  /// A line for each problem, the file with its whole path, as compilers write it.
  case rules(String)

  var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read"
    case .notText(let path): "\(path): is not UTF-8"
    case .unwritable(let path): "\(path): cannot be written"
    case .missing(let path): "\(path): is missing"
    case .vocabulary(let problem), .rules(let problem): problem
    }
  }
}

/// Says on standard error what is wrong, in the form that build systems look for, and ends the tool.
func fail(_ problem: String) -> Never {
  for line in problem.split(separator: "\n") {
    // `file:line:column: error: sentence` is what editors jump to.
    let parts = line.split(separator: " ", maxSplits: 1)
    let message = parts.count == 2 && parts[0].hasSuffix(":") ? "\(parts[0]) error: \(parts[1])" : "error: \(line)"
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }
  exit(1)
}

/// The bytes of every regular file below a folder, by path relative to it, in order of path.
func readFiles(below folder: String) throws(EmbedError) -> [(path: String, bytes: [UInt8])] {
  guard let names = FileManager.default.subpaths(atPath: folder) else { throw .unreadable(folder) }
  var files: [(path: String, bytes: [UInt8])] = []
  for name in names.sorted() {
    let path = folder + "/" + name
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else { continue }
    guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    files.append((name, [UInt8](data)))
  }
  return files
}

func writeFile(_ text: String, to path: String) throws(EmbedError) {
  do {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  } catch {
    throw .unwritable(path)
  }
}
