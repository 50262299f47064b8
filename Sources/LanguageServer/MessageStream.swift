import Glibc

/// Why nothing more can be read of a client: where one message ends is no longer known.
package enum StreamError: Error, Sendable {
  /// The head of a message is none.
  case head
  /// It says that more than 64 MiB follow.
  case length
  /// The input ends inside a message.
  case end
  /// The system's error number.
  case system(Int32)
}

/// Messages of a client, each behind a head with its length (the base protocol of the Language Server Protocol).
package struct MessageStream {
  private static let lengthLimit = 1 << 26
  private static let headLimit = 1 << 12

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  /// How many of them were taken.
  private var start = 0

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next message; nil at the end of the input. Waits for it.
  package mutating func next() throws(StreamError) -> [UInt8]? {
    guard let length = try head() else { return nil }
    while bytes.count - start < length {
      if try !fill() { throw .end }
    }
    defer { drop(length) }
    return Array(bytes[start..<(start + length)])
  }

  /// The length that a head gives; nil at the end of the input.
  private mutating func head() throws(StreamError) -> Int? {
    var seen = start
    while true {
      if let end = Self.endOfHead(bytes[seen...]) {
        let length = Self.length(bytes[start..<end])
        start = end
        guard let length else { throw .head }
        guard length <= Self.lengthLimit else { throw .length }
        return length
      }
      guard bytes.count - start <= Self.headLimit else { throw .head }
      // The four bytes that end a head may come in pieces.
      seen = max(start, bytes.count - 3)
      let offset = seen - start
      if try !fill() {
        if bytes.count == start { return nil }
        throw .end
      }
      seen = start + offset
    }
  }

  private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for at in bytes.startIndex...(bytes.endIndex - 4) where bytes[at..<(at + 4)].elementsEqual("\r\n\r\n".utf8) {
      return at + 4
    }
    return nil
  }

  private static func length(_ head: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-length" else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      guard !value.isEmpty, value.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      return Int(value)
    }
    return nil
  }

  private mutating func drop(_ count: Int) {
    start += count
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
      start = 0
    }
  }

  /// Reads more; false at the end of the input.
  private mutating func fill() throws(StreamError) -> Bool {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    var got = 0
    var code: Int32 = 0
    let room = 1 << 16
    let before = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: room))
    unsafe bytes.withUnsafeMutableBytes { buffer in
      repeat {
        got = unsafe read(descriptor, buffer.baseAddress! + before, room)
        code = errno
      } while got < 0 && code == EINTR
    }
    bytes.removeLast(room - max(0, got))
    if got < 0 { throw .system(code) }
    return got > 0
  }
}
