import Checking

/// What an input is by its first bytes.
package enum ContentKind {
  /// Why `bytes` are not text that can be read; nil where they are. O(bytes).
  package static func problem(_ bytes: borrowing FileBytes) -> InputProblem? { bytes.withBytes { problem($0) } }

  /// The same for bytes wherever they are.
  package static func problem(_ bytes: Span<UInt8>) -> InputProblem? {
    ContentProblem(bytes).map(InputProblem.content)
  }
}
