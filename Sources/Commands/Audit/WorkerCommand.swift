import Audit
import Documents
import Glibc
import MarkingModel
import Reporting
import RuleEngine

/// `caveat worker`: judges documents that come in frames on standard input (docs/worker.md).
struct WorkerCommand: ~Copyable {
  private var reader: Reader
  private var evaluators: Evaluators
  private let output: Descriptor
  private var out = WireWriter()
  /// The profiles whose rules were announced.
  private var announced: Set<String> = []
  private var lastFlush = Self.now()

  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    var worker = WorkerCommand(
      reader: try Reader(form: arguments.value(.form)), evaluators: try Evaluators(withoutConfiguration: arguments),
      output: Descriptor(number: surroundings.output))
    do throws(SystemError) {
      return try worker.work(surroundings)
    } catch {
      surroundings.note(Surroundings.unwritten(nil, error))
      return .incomplete
    }
  }

  /// Ends the process when nobody reads its answers any more, even while it judges a document: its program was killed.
  static func endWithReader(of output: Int32) {
    var thread = pthread_t()
    let argument = unsafe UnsafeMutableRawPointer(bitPattern: Int(output) + 1)
    _ = unsafe pthread_create(
      &thread, nil,
      { argument in
        // No event is asked for: what is left is that the other end was closed.
        var polled = pollfd(fd: Int32(Int(bitPattern: argument) - 1), events: 0, revents: 0)
        while unsafe poll(&polled, 1, -1) < 0, errno == EINTR {}
        if polled.revents & Int16(POLLERR | POLLHUP) != 0 { _exit(ExitCode.incomplete.rawValue) }
        return nil
      }, argument)
  }

  private static func now() -> UInt64 {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }

  /// Why a worker ends before its input does.
  private enum Problem: Error {
    case frame(WireError)
    case system(SystemError)
  }

  private mutating func work(_ surroundings: Surroundings) throws(SystemError) -> ExitCode {
    out.begin(.hello)
    out.number(WireVersion.number)
    out.text(Version.number)
    out.end()
    try flush()
    var inbox = FrameBuffer()
    while true {
      do throws(Problem) {
        while let frame = try Self.next(&inbox) { try take(frame) }
      } catch {
        if case .system(let error) = error { throw error }
        surroundings.note("standard input holds what is no frame of version \(WireVersion.number)")
        return .usage
      }
      let got = inbox.fill(min(max(inbox.missing, 1 << 16), 1 << 20)) { room in
        unsafe room.withUnsafeMutableBytes { unsafe read(surroundings.input, $0.baseAddress, $0.count) }
      }
      if got > 0 || got < 0 && errno == EINTR { continue }
      if got == 0, !inbox.isInside { return .clean }
      surroundings.note("standard input ends within a frame")
      return .incomplete
    }
  }

  private static func next(_ inbox: inout FrameBuffer) throws(Problem) -> Frame? {
    do throws(WireError) { return try inbox.next() } catch { throw .frame(error) }
  }

  /// Judges the documents of one frame. Answers are sent when there are many of them, or the first has waited for a tenth
  /// of a second, or the frame asks for each at once.
  private mutating func take(_ frame: Frame) throws(Problem) {
    let job: Int
    let answersEach: Bool
    var sizes: [Int] = []
    var fields = frame.reader
    let bytes = frame.body.span
    do throws(WireError) {
      guard FrameKind(rawValue: frame.kind) == .check else { throw WireError() }
      job = try fields.number(bytes)
      answersEach = try fields.byte(bytes) & 1 != 0
      let count = try fields.number(bytes)
      guard count <= frame.body.count / 4 else { throw WireError() }
      for _ in 0..<count { sizes.append(try fields.number(bytes)) }
      guard sizes.reduce(fields.at, +) == frame.body.count else { throw WireError() }
    } catch {
      throw .frame(error)
    }
    var answers = AnswerFrame(job: job)
    var start = fields.at
    for (index, size) in sizes.enumerated() {
      if answers.isEmpty { answers.begin(at: index) }
      judge(bytes.extracting(start..<(start + size)), &answers.out)
      start += size
      answers.count()
      if answersEach || answers.isLarge || Self.now() > lastFlush + 100_000_000 { try send(&answers) }
    }
    if !answers.isEmpty { try send(&answers) }
  }

  private mutating func send(_ answers: inout AnswerFrame) throws(Problem) {
    do throws(SystemError) {
      try flush()
      try output.write(answers.take())
    } catch {
      throw .system(error)
    }
    lastFlush = Self.now()
  }

  private mutating func flush() throws(SystemError) {
    if out.bytes.isEmpty { return }
    try output.write(out.bytes)
    out.removeAll()
  }

  private mutating func judge(_ bytes: Span<UInt8>, _ answer: inout WireWriter) {
    let digest = Digest.hex(of: bytes)
    do throws(InputProblem) {
      if let problem = ContentKind.problem(bytes) { throw problem }
      let document = reader.read(bytes, orAs: try evaluators.paper(at: ""))
      let (rules, result) = try evaluators.check(document, at: "", recordingJudgements: false)
      if announced.insert(rules.profile).inserted { DocumentAnswer.write(rules, to: &out) }
      DocumentAnswer.write(checked: document, result, profile: rules.profile, digest: digest, to: &answer)
    } catch {
      DocumentAnswer.write(error.status, digest: digest, problem: error.sentence, to: &answer)
    }
  }
}
