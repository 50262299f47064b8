import Glibc
import Guarding

/// A part of a batch that a worker is asked to judge.
struct Job {
  var batch: AuditBatch
  /// Its documents.
  var range: Range<Int>
  /// Every answer is sent at once, so that it is known which document ends the worker.
  var isCareful = false
  var number = 0
  /// How many are answered.
  var answered = 0
}

/// One worker: a process of the program that reads documents from a pipe and writes answers to another.
final class WorkerProcess {
  private(set) var process: pid_t
  /// To write to and to read from; -1 when it has ended.
  private(set) var input: Int32
  private(set) var output: Int32
  private var outgoing: [(bytes: [UInt8], range: Range<Int>)] = []
  var inbox = FrameBuffer()
  var jobs: [Job] = []
  /// When it last gave or took something, in nanoseconds of the monotonic clock.
  var lastSign: UInt64
  var isReady = false

  /// - Parameter command: the program and its arguments, as bytes.
  init(_ command: [[UInt8]]) throws(AuditError) {
    // One at a time: a process that is started between the making of a pipe and its marking would keep it open.
    (process, input, output) = try Self.starting.withLock { _ throws(AuditError) in try Self.start(command) }
    lastSign = Self.now()
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
      // F_SETPIPE_SZ, which Glibc's module leaves out (fcntl(2)); where it is refused the pipe is as large as before.
      _ = fcntl(descriptor, 1031, 1 << 20)
    }
  }

  deinit { end() }

  private static let starting = Guarded<Void>(())

  private static func start(_ command: [[UInt8]]) throws(AuditError) -> (pid_t, Int32, Int32) {
    let toWorker = try pipe()
    let fromWorker: (read: Int32, write: Int32)
    do throws(AuditError) {
      fromWorker = try pipe()
    } catch {
      close(toWorker.read)
      close(toWorker.write)
      throw error
    }
    var process = pid_t()
    let status = spawn(command, input: toWorker.read, output: fromWorker.write, &process)
    close(toWorker.read)
    close(fromWorker.write)
    guard status == 0 else {
      close(toWorker.write)
      close(fromWorker.read)
      throw .notStarted(status)
    }
    return (process, toWorker.write, fromWorker.read)
  }

  /// A pipe that a process started later does not inherit.
  private static func pipe() throws(AuditError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .notStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ command: [[UInt8]], input: Int32, output: Int32, _ process: inout pid_t
  ) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    // What a worker says when it ends badly is not for the user: it may speak of a document.
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { word in
      unsafe strdup(word.map { CChar(bitPattern: $0) } + [0])
    }
    unsafe words.append(nil)
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    guard let program = unsafe words[0] else { return ENOMEM }
    return unsafe posix_spawn(&process, program, &actions, &attributes, words, environ)
  }

  static func now() -> UInt64 {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }

  var wantsToWrite: Bool { !outgoing.isEmpty }

  /// Asks it to do a job.
  func ask(_ job: Job) {
    var head = WireWriter()
    head.begin(.check)
    head.number(job.number)
    head.byte(job.isCareful ? 1 : 0)
    head.number(job.range.count)
    for document in job.range { head.number(job.batch.size(of: document)) }
    let content = job.batch.start(of: job.range.lowerBound)..<job.batch.ends[job.range.upperBound - 1]
    head.patch(0, head.bytes.count - 4 + content.count)
    if jobs.isEmpty { lastSign = Self.now() }
    jobs.append(job)
    outgoing.append((head.bytes, 0..<head.bytes.count))
    if !content.isEmpty { outgoing.append((job.batch.content, content)) }
    write()
  }

  /// Writes as much as it takes.
  func write() {
    while let piece = outgoing.first {
      let count = unsafe piece.bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(input, buffer.baseAddress?.advanced(by: piece.range.lowerBound), piece.range.count)
      }
      if count < 0, errno == EINTR { continue }
      // Where it has ended, reading says so.
      guard count >= 0 else { return }
      lastSign = Self.now()
      if count == piece.range.count {
        outgoing.removeFirst()
      } else {
        outgoing[0].range = (piece.range.lowerBound + count)..<piece.range.upperBound
      }
    }
  }

  /// Reads what is there; false where it has ended.
  func read() -> Bool {
    while true {
      let got = inbox.fill(1 << 16) { room in
        unsafe room.withUnsafeMutableBytes { unsafe Glibc.read(output, $0.baseAddress, $0.count) }
      }
      if got > 0 {
        lastSign = Self.now()
        if got < 1 << 16 { return true }
      } else if got == 0 {
        return false
      } else if errno != EINTR {
        return errno == EAGAIN
      }
    }
  }

  /// Ends it, if it has not ended.
  func end() {
    guard input >= 0 else { return }
    close(input)
    close(output)
    input = -1
    output = -1
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
