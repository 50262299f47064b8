import Glibc
import Reporting

/// The name of a file, as bytes: it need not be UTF-8.
package struct FilePath: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// For messages and reports: without bytes that would move a cursor or break a line.
  package var shown: String { VisibleText.escaped(bytes) }

  /// The name after the last slash.
  package var name: ArraySlice<UInt8> { bytes[((bytes.lastIndex(of: Self.slash) ?? -1) + 1)...] }

  /// The folder it stands in; "." where it names none.
  package var folder: FilePath {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return FilePath(".") }
    return FilePath(slash == 0 ? [Self.slash] : Array(bytes[..<slash]))
  }

  package func appending(_ name: some Collection<UInt8>) -> FilePath {
    FilePath(bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  /// The path without links, "." or ".."; nil where nothing stands there.
  package var resolved: FilePath? {
    unsafe withCString { path in
      guard let found = unsafe realpath(path, nil) else { return nil }
      defer { unsafe free(found) }
      return FilePath(
        Array(unsafe UnsafeBufferPointer(start: found, count: strlen(found)).map { UInt8(bitPattern: $0) }))
    }
  }

  /// Calls `body` with the path as C wants it; the pointer holds for the call only.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe terminated.withUnsafeBufferPointer { buffer in
      // The buffer holds at least the terminator, so that it has an address.
      guard let start = buffer.baseAddress else { preconditionFailure("a terminated path has an address") }
      return unsafe body(start)
    }
  }

  private static let slash = UInt8(ascii: "/")
}
