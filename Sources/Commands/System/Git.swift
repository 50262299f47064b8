import Glibc

/// Why git gave no answer.
enum GitError: Error {
  case notStarted
  /// The command ended with this exit code.
  case refused(Int32)
}

/// Runs git and takes what it writes. Nothing that a repository is configured with is started by the way.
struct Git: Sendable {
  private let folder: FilePath

  init(in folder: FilePath) { self.folder = folder }

  /// What a command writes to its standard output.
  /// - Parameters:
  ///   - words: the command and its options.
  ///   - operands: what follows, as bytes.
  func run(_ words: [String], _ operands: [[UInt8]]) throws(GitError) -> [UInt8] {
    let fixed = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-C"].map { Array($0.utf8) }
    let arguments = fixed + [folder.bytes] + words.map { Array($0.utf8) } + operands
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw .notStarted }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    guard let process = Self.start(arguments, output: ends[1]) else {
      close(ends[1])
      throw .notStarted
    }
    close(ends[1])
    let answer = Self.readAll(ends[0])
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .refused(status >> 8) }
    return answer
  }

  /// Starts the program that the path of the shell names; its other descriptors are those of a quiet program.
  private static func start(_ arguments: [[UInt8]], output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    var words = unsafe arguments.map { argument in unsafe FilePath(argument).withCString { unsafe strdup($0) } }
    unsafe words.append(nil)
    var process: pid_t = 0
    let result = unsafe posix_spawnp(&process, "git", &actions, nil, words, environ)
    for index in unsafe words.indices { unsafe free(words[index]) }
    return result == 0 ? process : nil
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }
}
