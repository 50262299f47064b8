/// A half-open range of byte offsets into the bytes of a document.
@frozen
public struct ByteRange: Sendable, Hashable, BitwiseCopyable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset after the last byte.
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end <= start }
}

/// A place in a document, for people: both numbers count from 1.
@frozen
public struct Position: Sendable, Hashable, BitwiseCopyable {
  public var line: Int
  /// In characters (Unicode scalars; a byte that is not UTF-8 counts as one).
  public var column: Int

  @inlinable
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
