import Glibc

/// An open descriptor that bytes are written to. It is not closed by this.
struct Descriptor: Sendable {
  var number: Int32

  /// Writes all of `bytes`, waiting where the other side is slow.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count > 0 {
        written += count
      } else if errno == EAGAIN {
        var wait = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  var isTerminal: Bool { isatty(number) == 1 }
}
