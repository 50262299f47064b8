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

  /// Whether a pattern is one: fnmatch takes what is not closed for a letter, and then nothing fits.
  static func isPattern(_ pattern: [UInt8]) -> Bool {
    var at = 0
    while at < pattern.count {
      switch pattern[at] {
      case UInt8(ascii: "\\"):
        at += 2
        if at > pattern.count { return false }
      case UInt8(ascii: "["):
        guard let end = endOfSet(at, in: pattern) else { return false }
        at = end
      default: at += 1
      }
    }
    return true
  }

  /// The index behind a set of characters; nil where it is not closed. A `]` that comes first is one of them, and so is
  /// that of a class (`[:digit:]`).
  private static func endOfSet(_ start: Int, in pattern: [UInt8]) -> Int? {
    var at = start + 1
    if at < pattern.count, pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^") { at += 1 }
    let first = at
    while at < pattern.count {
      switch pattern[at] {
      case UInt8(ascii: "]") where at > first: return at + 1
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "[") where at + 1 < pattern.count && ":.=".utf8.contains(pattern[at + 1]):
        let close = [pattern[at + 1], UInt8(ascii: "]")]
        guard let end = pattern[(at + 2)...].indices.first(where: { pattern[$0...].starts(with: close) }) else {
          return nil
        }
        at = end + 2
      default: at += 1
      }
    }
    return nil
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
