import Glibc

/// A pattern for paths: `*` and `?` stand for anything within one name, `[…]` for one of its characters, `**` for any
/// number of folders; with a slash at its end it is about everything in a folder.
struct PathPattern: Sendable, Hashable {
  let text: String
  private let parts: [String]

  init(_ text: String) {
    self.text = text
    var parts = text.split(separator: "/").filter { $0 != "." }.map(String.init)
    if text.hasSuffix("/") { parts.append("**") }
    self.parts = parts
  }

  /// Whether it stands for one path only. A bracket that nothing closes is one of its characters.
  var isPlain: Bool {
    let isClosed = text.firstIndex(of: "[").map { text[$0...].contains("]") } ?? false
    return !isClosed && !text.contains { "*?\\".contains($0) } && !text.hasSuffix("/")
  }

  func matches(_ path: String) -> Bool {
    Self.matches(parts[...], path.split(separator: "/").map(String.init)[...])
  }

  private static func matches(_ parts: ArraySlice<String>, _ names: ArraySlice<String>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    if part == "**" {
      // At its end it stands for a file in the folder at least.
      if parts.count == 1 { return !names.isEmpty }
      return names.indices.contains { matches(parts.dropFirst(), names[$0...]) }
    }
    guard let name = names.first, unsafe fnmatch(part, name, 0) == 0 else { return false }
    return matches(parts.dropFirst(), names.dropFirst())
  }
}
