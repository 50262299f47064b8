import Glibc

/// Workers that judge batches side by side. What they answer is handed on in the order in which it was asked, whatever the
/// number of workers and their speed. A document that ends its worker, or takes too long, costs that document alone.
package final class Crew {
  private let command: [[UInt8]]
  private let count: Int
  /// How long one document may take, in nanoseconds.
  private let patience: UInt64
  private var workers: [WorkerProcess] = []
  private var waiting: [Job] = []
  private var nextJob = 0
  /// How many workers in a row ended before they were ready.
  private var failures = 0
  /// Told of every rule set that a worker announces.
  package var announced: (Frame) throws(AuditError) -> Void = { _ in }

  /// - Parameters:
  ///   - command: the worker's program and arguments.
  ///   - count: how many of them work side by side.
  ///   - patience: how long one document may take, in seconds.
  package init(_ command: [[UInt8]], count: Int, patience: Double) {
    self.command = command
    self.count = count
    self.patience = UInt64(max(0.001, min(patience, 1e9)) * 1e9)
  }

  /// Judges everything that a source finds. `store` is called with complete batches in order, `pause` now and then.
  package func run(
    _ source: inout some AuditSource, pause: () throws(AuditError) -> Void,
    store: (AuditBatch) throws(AuditError) -> Void
  ) throws(AuditError) {
    // Writing to a worker that has ended is an error then, and not the end of the audit.
    _ = signal(SIGPIPE, SIG_IGN)
    while workers.count < count { workers.append(try WorkerProcess(command)) }
    var open: [AuditBatch] = []
    var isExhausted = false
    while true {
      while let worker = idlest {
        if !waiting.isEmpty {
          give(waiting.removeFirst(), to: worker)
        } else if !isExhausted, open.count < 8 * count {
          let batch = AuditBatch()
          isExhausted = try !source.fill(batch)
          if batch.entries.isEmpty { continue }
          open.append(batch)
          if batch.documents > 0 { waiting.append(Job(batch: batch, range: 0..<batch.documents)) }
        } else {
          break
        }
      }
      while let batch = open.first, batch.isComplete {
        try store(batch)
        open.removeFirst()
      }
      if isExhausted, open.isEmpty { break }
      try pause()
      if workers.contains(where: { !$0.jobs.isEmpty }) { try listen() }
    }
    workers = []
  }

  /// A worker that has less to do than it could take.
  private var idlest: WorkerProcess? {
    workers.filter { $0.jobs.count < 2 }.min { $0.jobs.count < $1.jobs.count }
  }

  private func give(_ job: Job, to worker: WorkerProcess) {
    var job = job
    job.number = nextJob
    nextJob = (nextJob + 1) & 0xFFFF_FFFF
    job.answered = 0
    worker.ask(job)
  }

  /// Waits until a worker has something to say, or has been silent for too long.
  private func listen() throws(AuditError) {
    var polled = workers.map { worker in
      pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0)
    }
    for worker in workers {
      polled.append(
        pollfd(fd: worker.wantsToWrite ? worker.input : -1, events: Int16(POLLOUT), revents: 0))
    }
    let now = WorkerProcess.now()
    let nearest = workers.filter { !$0.jobs.isEmpty }.map(deadline).min() ?? now
    let milliseconds = nearest > now ? min((nearest - now) / 1_000_000 + 1, 250) : 0
    let ready = unsafe poll(&polled, UInt(polled.count), Int32(milliseconds))
    if ready < 0 { return }
    for index in workers.indices {
      let worker = workers[index]
      if polled[workers.count + index].revents != 0 { worker.write() }
      if polled[index].revents != 0 {
        let isAlive = worker.read()
        let isSound = try hear(worker)
        if !isAlive || !isSound { try replace(index, .crashed) }
      } else if !worker.jobs.isEmpty, WorkerProcess.now() >= deadline(worker) {
        try replace(index, .timedOut)
      }
    }
  }

  /// When a worker has been silent for too long. To begin, with its rules, it has a minute more.
  private func deadline(_ worker: WorkerProcess) -> UInt64 {
    worker.lastSign + patience + (worker.isReady ? 0 : 60_000_000_000)
  }

  /// Takes the frames that a worker sent; false where it sends what nobody asked for.
  private func hear(_ worker: WorkerProcess) throws(AuditError) -> Bool {
    while true {
      let frame: Frame
      do throws(WireError) {
        guard let next = try worker.inbox.next() else { return true }
        frame = next
        if FrameKind(rawValue: frame.kind) == .answers {
          try take(frame, from: worker)
          continue
        }
        if FrameKind(rawValue: frame.kind) == .hello {
          guard try Self.version(of: frame) == WireVersion.number else { return false }
          worker.isReady = true
          failures = 0
          continue
        }
      } catch {
        return false
      }
      guard FrameKind(rawValue: frame.kind) == .rules else { return false }
      try announced(frame)
    }
  }

  private static func version(of hello: Frame) throws(WireError) -> Int {
    var reader = hello.reader
    let bytes = hello.body.span
    return try reader.number(bytes)
  }

  /// Notes where the answers stand. What they say is read when they are stored.
  private func take(_ frame: Frame, from worker: WorkerProcess) throws(WireError) {
    var reader = frame.reader
    let bytes = frame.body.span
    let number = try reader.number(bytes)
    let first = try reader.number(bytes)
    let count = try reader.number(bytes)
    guard var job = worker.jobs.first, job.number == number, job.answered == first, count <= job.range.count - first
    else { throw WireError() }
    let place = job.batch.keep(frame.body)
    for _ in 0..<count {
      let size = try reader.number(bytes)
      let record = try reader.skip(size, bytes)
      job.batch.answer(job.range.lowerBound + job.answered, .record(frame: place, range: record))
      job.answered += 1
    }
    worker.jobs[0] = job
    if job.answered == job.range.count { worker.jobs.removeFirst() }
  }

  /// Puts a new worker in the place of one that ended or is ended now, and asks again for what it did not answer.
  ///
  /// Of several documents it is not known which one it was: they are asked for again with an answer for each. The one that
  /// is not answered then is asked for once more, alone: whoever ends a worker from outside meets no document so often.
  private func replace(_ index: Int, _ fate: DocumentStatus) throws(AuditError) {
    let worker = workers[index]
    worker.end()
    failures = worker.isReady ? 0 : failures + 1
    if failures > 4 { throw .noWorkers }
    if worker.isReady, let job = worker.jobs.first {
      waiting.insert(contentsOf: jobs(after: job, fate) + worker.jobs.dropFirst(), at: 0)
    } else {
      waiting.insert(contentsOf: worker.jobs, at: 0)
    }
    workers[index] = try WorkerProcess(command)
  }

  /// What is left of the job at which a worker ended.
  private func jobs(after job: Job, _ fate: DocumentStatus) -> [Job] {
    let suspect = job.range.lowerBound + job.answered
    var rest = Job(batch: job.batch, range: suspect..<job.range.upperBound)
    guard job.isCareful else {
      rest.isCareful = true
      return [rest]
    }
    var jobs: [Job] = []
    let strikes = job.batch.strikes[suspect, default: 0] + 1
    job.batch.strikes[suspect] = strikes
    if fate == .timedOut || strikes > 1 {
      job.batch.answer(suspect, .fate(fate))
    } else {
      jobs.append(Job(batch: job.batch, range: suspect..<(suspect + 1), isCareful: true))
    }
    rest.range = (suspect + 1)..<job.range.upperBound
    if !rest.range.isEmpty { jobs.append(rest) }
    return jobs
  }
}
