/// Writes frames: the length of what follows in four bytes, the kind in one, then the body. Numbers have the lowest byte
/// first (docs/worker.md).
package struct WireWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func begin(_ kind: FrameKind) {
    start = bytes.count
    number(0)
    bytes.append(kind.rawValue)
  }

  package mutating func end() { patch(start, bytes.count - start - 4) }

  /// Puts a number over the four bytes that were written at `place`.
  package mutating func patch(_ place: Int, _ number: Int) {
    for byte in 0..<4 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
  }

  package mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Four bytes; what does not fit is the largest that does.
  package mutating func number(_ value: Int) {
    let value = UInt32(clamping: value)
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    bytes.append(UInt8(truncatingIfNeeded: value >> 24))
  }

  /// Its length in two bytes, then its UTF-8. Nothing that is written is longer than 65,535 bytes; what were would be cut.
  package mutating func text(_ text: String) {
    var text = text
    let count = min(text.utf8.count, 0xFFFF)
    bytes.append(UInt8(truncatingIfNeeded: count))
    bytes.append(UInt8(truncatingIfNeeded: count >> 8))
    text.withUTF8 { buffer in unsafe bytes.append(contentsOf: buffer.prefix(count)) }
  }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// What a frame is.
package enum FrameKind: UInt8, Sendable {
  /// To the worker: documents to judge.
  case check = 0x43  // C
  /// From the worker, before anything else.
  case hello = 0x48  // H
  /// From the worker: the rules of a profile, before the first document that they judged.
  case rules = 0x52  // R
  /// From the worker: what became of documents.
  case answers = 0x41  // A
}

/// The version of the frames.
package enum WireVersion { package static let number = 1 }

/// Bytes that are no frame of this version.
package struct WireError: Error, Sendable, Hashable { package init() {} }
