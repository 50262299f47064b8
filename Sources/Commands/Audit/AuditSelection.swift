import Glibc
import RuleEngine

/// Which of the documents that are found an audit is about.
struct AuditSelection: Sendable {
  /// Patterns of which one has to fit; none means all.
  var included: [[UInt8]] = []
  /// Patterns of which none may fit, neither the document nor a folder or an archive that it stands in.
  var excluded: [[UInt8]] = []
  /// Which part of all documents, counted from 1, and of how many.
  var shard = (part: 1, of: 1)

  /// Whether a document is left out by its name.
  func leavesOut(_ path: [UInt8]) -> Bool {
    if included.isEmpty, excluded.isEmpty { return false }
    if leavesOutArchive(path) { return true }
    return !included.isEmpty && !included.contains { Self.fits(path, $0) }
  }

  /// Whether nothing in an archive is wanted: it need not fit what is included, as its members may.
  func leavesOutArchive(_ path: [UInt8]) -> Bool {
    if excluded.isEmpty { return false }
    let ends = path.indices.dropFirst().filter { path[$0] == UInt8(ascii: "/") || path[$0] == UInt8(ascii: "!") }
    return (ends + [path.count]).contains { end in
      let outer = Array(path[..<end])
      return excluded.contains { Self.fits(outer, $0) }
    }
  }

  /// Whether a path or its last name fits a pattern of the shell; * fits slashes too.
  private static func fits(_ path: [UInt8], _ pattern: [UInt8]) -> Bool {
    let path = FilePath(path)
    return [path, FilePath(Array(path.name))].contains { text in
      unsafe FilePath(pattern).withCString { pattern in
        unsafe text.withCString { text in unsafe fnmatch(pattern, text, 0) == 0 }
      }
    }
  }

  /// Whether a document belongs to this part: the first 60 bits of the SHA-256 of its path say to which it does, so that
  /// every machine comes to the same answer alone.
  func isOurs(_ path: [UInt8]) -> Bool {
    if shard.of == 1 { return true }
    let digits = Digest.hex(of: path.span).prefix(15)
    return (Int(digits, radix: 16) ?? 0) % shard.of == shard.part - 1
  }
}
