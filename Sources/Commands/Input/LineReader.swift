import Glibc

/// The lines of a descriptor, or what other parts a byte ends, one after the other: memory for the longest only.
struct LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Why reading stopped before the end.
  private(set) var problem: SystemError?

  private let delimiter: UInt8

  init(_ descriptor: Int32, delimiter: UInt8 = 0x0A) {
    self.descriptor = descriptor
    self.delimiter = delimiter
  }

  /// The next line without its end (LF or CRLF); nil after the last.
  mutating func next() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: delimiter) {
        let line = buffer[start..<end]
        start = end + 1
        return Array(delimiter == 0x0A && line.last == 0x0D ? line.dropLast() : line)
      }
      searched = buffer.count
      if isAtEnd { break }
      let before = start
      fill()
      searched -= before - start
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return Array(buffer[start...])
  }

  /// Reads more behind what is left.
  private mutating func fill() {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    let size = 1 << 16
    let count = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    while true {
      let got = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress?.advanced(by: count), size)
      }
      if got < 0, errno == EINTR { continue }
      if got < 0 { problem = SystemError.last }
      isAtEnd = got <= 0
      buffer.removeLast(size - max(0, got))
      return
    }
  }
}
