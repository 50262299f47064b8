import Glibc

/// The bytes of one input, held once: read into memory, or mapped where the file is large.
///
/// Small files are read, so that nothing that happens to the file can change what was read; a large one is mapped, so
/// that it takes no memory of its own. A mapped file that is cut short reads as zeros and says so (`hasChanged`).
@safe package struct FileBytes: ~Copyable {
  private enum Store {
    case heap
    /// With the descriptor it is read from and what the file was when it was opened.
    case mapped(descriptor: Int32, before: FileStatus)
  }

  /// Files from this size on are mapped: 8 MiB.
  package static let mappingSize = 8 << 20

  private let start: UnsafeMutableRawPointer?
  package let count: Int
  private let store: Store

  deinit {
    switch store {
    case .heap: unsafe free(start)
    case .mapped(let descriptor, _):
      if let start = unsafe start {
        TruncationGuard.leave(UInt(bitPattern: start))
        unsafe munmap(start, count)
      }
      close(descriptor)
    }
  }

  private init(start: UnsafeMutableRawPointer?, count: Int, store: Store) {
    unsafe self.start = start
    self.count = count
    self.store = store
  }

  /// The file at a path; it is refused without waiting where it is no regular file.
  package init(file path: FilePath) throws(InputProblem) {
    try Self.requireFile(Self.status(path))
    // Between the two calls the file can be exchanged: then O_NONBLOCK keeps a pipe from blocking, and the second look
    // refuses it.
    let descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw InputProblem(SystemError.last) }
    do {
      try self.init(descriptor: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    if case .heap = store { close(descriptor) }
  }

  /// The rest of an open descriptor, which stays the caller's: standard input.
  package init(reading descriptor: Int32) throws(InputProblem) {
    self = try Self.read(descriptor, expected: nil)
  }

  private init(descriptor: Int32) throws(InputProblem) {
    let status: FileStatus
    do { status = try FileStatus.of(descriptor: descriptor) } catch { throw InputProblem(error) }
    try Self.requireFile(status)
    if status.size > InputProblem.limit { throw .tooLarge }
    if status.size < Self.mappingSize {
      self = try Self.read(descriptor, expected: status.size)
    } else {
      self = try Self.map(descriptor, status)
    }
  }

  private static func status(_ path: FilePath) throws(InputProblem) -> FileStatus {
    do { return try FileStatus.of(path) } catch { throw InputProblem(error) }
  }

  private static func requireFile(_ status: FileStatus) throws(InputProblem) {
    switch status.kind {
    case .file: return
    case .folder: throw .folder
    case .pipe: throw .pipe
    case .socket: throw .socket
    case .device, .link: throw .device
    }
  }

  private static func map(_ descriptor: Int32, _ status: FileStatus) throws(InputProblem) -> FileBytes {
    guard let start = unsafe mmap(nil, status.size, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe start != MAP_FAILED
    else { throw InputProblem(SystemError.last) }
    TruncationGuard.enter(UInt(bitPattern: start), count: status.size)
    return unsafe FileBytes(
      start: start, count: status.size, store: .mapped(descriptor: descriptor, before: status))
  }

  /// Reads to the end. A size that is known and does not hold means that the file is being written.
  private static func read(_ descriptor: Int32, expected: Int?) throws(InputProblem) -> FileBytes {
    var capacity = (expected ?? 0) == 0 ? 1 << 16 : (expected ?? 0) + 1
    guard var start = unsafe malloc(capacity) else { throw .noMemory }
    var count = 0
    while true {
      if count == capacity {
        capacity *= 2
        guard capacity <= 2 * InputProblem.limit, let larger = unsafe realloc(start, capacity) else {
          unsafe free(start)
          throw capacity > 2 * InputProblem.limit ? .tooLarge : .noMemory
        }
        unsafe start = larger
      }
      let got = unsafe Glibc.read(descriptor, start + count, capacity - count)
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        let error = SystemError.last
        unsafe free(start)
        throw InputProblem(error)
      }
    }
    let bytes = unsafe FileBytes(start: start, count: count, store: .heap)
    if let expected, expected > 0, expected != count { throw .changed }
    if count > InputProblem.limit { throw .tooLarge }
    return bytes
  }
}

extension FileBytes {
  /// Calls `body` with the bytes.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return try unsafe body(buffer.bindMemory(to: UInt8.self).span)
  }

  /// The first bytes, at most `length`.
  func head(_ length: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: start, count: min(length, count)))
  }

  /// Whether the file was written to, or cut short, since it was opened; then nothing read from it can be trusted.
  package var hasChanged: Bool {
    guard case .mapped(let descriptor, let before) = store else { return false }
    if TruncationGuard.wasHit { return true }
    guard let now = try? FileStatus.of(descriptor: descriptor) else { return true }
    return now.size != before.size || now.modified != before.modified
  }
}
