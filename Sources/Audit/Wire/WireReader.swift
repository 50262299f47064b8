/// Reads what `WireWriter` wrote, and trusts none of it.
package struct WireReader: Sendable {
  private let bytes: [UInt8]
  package private(set) var at: Int
  private let end: Int

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  package var isAtEnd: Bool { at >= end }

  package mutating func byte() throws(WireError) -> UInt8 {
    guard at < end else { throw WireError() }
    defer { at += 1 }
    return bytes[at]
  }

  package mutating func number() throws(WireError) -> Int {
    guard end - at >= 4 else { throw WireError() }
    defer { at += 4 }
    return Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16 | Int(bytes[at + 3]) << 24
  }

  /// Where the UTF-8 of a text stands.
  package mutating func textRange() throws(WireError) -> Range<Int> {
    guard end - at >= 2 else { throw WireError() }
    let count = Int(bytes[at]) | Int(bytes[at + 1]) << 8
    at += 2
    return try skip(count)
  }

  package mutating func text() throws(WireError) -> String {
    String(decoding: bytes[try textRange()], as: UTF8.self)
  }

  /// Passes over some bytes.
  package mutating func skip(_ count: Int) throws(WireError) -> Range<Int> {
    guard end - at >= count else { throw WireError() }
    defer { at += count }
    return at..<(at + count)
  }
}

/// Gathers frames from pieces of a stream.
package struct FrameBuffer: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  private var count = 0

  /// The largest frame: two gibibytes.
  package static let limit = 1 << 31

  package init() {}

  /// Whether a frame was begun and not ended.
  package var isInside: Bool { count > start }

  /// Reads more, by a function that fills a stretch of memory and says how much it filled.
  package mutating func fill(_ size: Int, _ read: (inout MutableSpan<UInt8>) -> Int) -> Int {
    if start > 0, start == count || start > bytes.count / 2 {
      bytes.removeSubrange(..<start)
      count -= start
      start = 0
    }
    if bytes.count < count + size { bytes.append(contentsOf: repeatElement(0, count: count + size - bytes.count)) }
    let first = count
    var whole = bytes.mutableSpan
    var free = whole._mutatingExtracting(first..<(first + size))
    let got = read(&free)
    count += max(0, got)
    return got
  }

  /// How many bytes have to come before the next frame is complete, as far as that is known.
  package var missing: Int {
    guard count - start >= 4 else { return 4 - (count - start) }
    return max(0, 4 + length - (count - start))
  }

  private var length: Int {
    Int(bytes[start]) | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2]) << 16 | Int(bytes[start + 3]) << 24
  }

  /// The next frame that is complete; nil until there is one.
  package mutating func next() throws(WireError) -> Frame? {
    guard count - start >= 4 else { return nil }
    let length = length
    guard length >= 1, length <= Self.limit else { throw WireError() }
    guard count - start >= 4 + length else { return nil }
    let first = start + 4
    start = first + length
    return Frame(kind: bytes[first], body: Array(bytes[(first + 1)..<(first + length)]))
  }
}

/// One frame without its length.
package struct Frame: Sendable {
  package var kind: UInt8
  package var body: [UInt8]

  package var reader: WireReader { WireReader(body, 0..<body.count) }
}
