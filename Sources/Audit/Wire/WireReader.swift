/// Reads what `WireWriter` wrote, and trusts none of it. It is a place in bytes that stand elsewhere and are given with every
/// call: one that held them would count references with every byte.
package struct WireReader: Sendable {
  package private(set) var at: Int
  private let end: Int

  package init(_ range: Range<Int>) {
    at = range.lowerBound
    end = range.upperBound
  }

  package mutating func byte(_ bytes: Span<UInt8>) throws(WireError) -> UInt8 {
    let place = try skip(1, bytes)
    return bytes[place.lowerBound]
  }

  package mutating func number(_ bytes: Span<UInt8>) throws(WireError) -> Int {
    let place = try skip(4, bytes).lowerBound
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16 | Int(bytes[place + 3]) << 24
  }

  /// Where the UTF-8 of a text stands.
  package mutating func textRange(_ bytes: Span<UInt8>) throws(WireError) -> Range<Int> {
    let place = try skip(2, bytes).lowerBound
    return try skip(Int(bytes[place]) | Int(bytes[place + 1]) << 8, bytes)
  }

  package mutating func text(_ bytes: Span<UInt8>) throws(WireError) -> String {
    let range = try textRange(bytes)
    var text: [UInt8] = []
    for index in range { text.append(bytes[index]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Passes over some bytes.
  package mutating func skip(_ count: Int, _ bytes: Span<UInt8>) throws(WireError) -> Range<Int> {
    guard count <= min(end, bytes.count) - at else { throw WireError() }
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

  package var reader: WireReader { WireReader(0..<body.count) }
}
