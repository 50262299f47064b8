import ArchiveKit
import Audit
import Glibc

/// How much of the bytes of the operands an audit has gone through: for its progress.
final class AuditPosition {
  /// Of files that are done.
  var finished = 0
  /// Of the archive that is open.
  var current = 0
  /// How many documents were left out by their names.
  var excluded = 0

  var bytes: Int { finished + current }
}

/// Finds what an audit is about: files, folders with all they hold, and the members of archives and mailboxes, to a limited
/// depth. Everything that is found is handed on, whether it can be judged or not; what it is numbered depends on names only.
struct AuditWalk: AuditSource {
  struct Limits: Sendable {
    /// The largest document, in bytes.
    var file = 32 << 20
    /// The largest archive within an archive, and the largest mailbox: they are held in memory.
    var container = 64 << 20
    /// Archives within archives.
    var depth = 4
    /// How many times its size an archive may give, from 64 MiB on. Text is seldom pressed to less than a fiftieth.
    var ratio = 200
    var freely = 64 << 20
  }

  private var operands: () -> [UInt8]?
  private var walk: InputWalk?
  private let reports: Set<FileStatus.Identity>
  let selection: AuditSelection
  let limits: Limits
  var resume: ResumePoint
  var archives: [OpenArchive] = []
  private var documents = 0
  var archiveCount = 0
  let position = AuditPosition()

  /// - Parameters:
  ///   - operands: gives one after the other.
  ///   - reports: the files of the audit itself, which are passed over.
  init(
    _ operands: @escaping () -> [UInt8]?, reports: Set<FileStatus.Identity>, _ selection: AuditSelection,
    _ limits: Limits, after resume: ResumePoint
  ) {
    self.operands = operands
    self.reports = reports
    self.selection = selection
    self.limits = limits
    self.resume = resume
  }

  mutating func fill(_ batch: AuditBatch) throws(AuditError) -> Bool {
    while !batch.isFull {
      if let archive = archives.last {
        if archive.isMailbox { try takeMessage(of: archive, batch) } else { try takeMember(of: archive, batch) }
      } else if let step = nextStep() {
        try take(step, batch)
      } else {
        return false
      }
    }
    return true
  }

  private mutating func nextStep() -> InputWalk.Step? {
    while true {
      if let step = walk?.next() { return step }
      guard let operand = operands() else { return nil }
      walk = InputWalk([operand], reports: reports, includesHidden: true)
    }
  }

  private mutating func take(_ step: InputWalk.Step, _ batch: AuditBatch) throws(AuditError) {
    switch step {
    // The command refuses it.
    case .standardInput, .ownReport: break
    case .file(let path): try take(file: path, batch)
    case .problem(let path, let problem): try know(path.bytes, problem, size: nil, batch)
    case .unfollowedLink(let path):
      try know(path.bytes, .notApplicable, "it is a link to a folder, which is not followed", size: nil, batch)
    }
  }

  // MARK: What is found

  /// Counts a document; nil where it is not to be judged here, or was in an earlier run.
  private mutating func number(_ path: [UInt8]) throws(AuditError) -> Int? {
    if selection.leavesOut(path) {
      position.excluded += 1
      return nil
    }
    documents += 1
    guard selection.isOurs(path) else { return nil }
    return try resume.isKnown(documents, path) ? nil : documents
  }

  mutating func know(
    _ path: [UInt8], _ status: DocumentStatus, _ problem: String, size: Int?, _ batch: AuditBatch
  ) throws(AuditError) {
    guard let id = try number(path) else { return }
    batch.add(AuditBatch.Entry(id: id, path: path, size: size, content: .known(status, problem: problem)))
  }

  mutating func know(
    _ path: [UInt8], _ problem: InputProblem, size: Int?, _ batch: AuditBatch
  ) throws(AuditError) {
    try know(path, problem.status, problem.sentence, size: size, batch)
  }

  /// Makes a document of the bytes that were read last.
  mutating func know(_ path: [UInt8], _ batch: AuditBatch) throws(AuditError) {
    if let id = try number(path) { batch.addDocument(id: id, path: path) } else { batch.dropOpen() }
  }

  // MARK: Files

  private mutating func take(file path: FilePath, _ batch: AuditBatch) throws(AuditError) {
    var size: Int?
    do throws(InputProblem) {
      let status: FileStatus
      do throws(SystemError) { status = try FileStatus.of(path) } catch { throw InputProblem(error) }
      if status.kind == .file, status.size > FileBytes.mappingSize {
        size = status.size
        if let archive = try openLarge(path, status.size) { return begin(archive) }
        if status.size > limits.file { throw .tooLargeForAudit }
      }
      let bytes = try FileBytes(file: path)
      size = bytes.count
      if let archive = try bytes.withBytes({ span throws(InputProblem) in try open(path, span) }) {
        return begin(archive)
      }
      if bytes.count > limits.file { throw .tooLargeForAudit }
      bytes.withBytes { batch.append($0) }
      if bytes.hasChanged {
        batch.dropOpen()
        throw .changed
      }
    } catch {
      position.finished += size ?? 0
      return try know(path.bytes, error, size: size, batch)
    }
    position.finished += size ?? 0
    try know(path.bytes, batch)
  }

  /// The archive that a small file is; nil where it is none, or is not wanted.
  private func open(_ path: FilePath, _ bytes: Span<UInt8>) throws(InputProblem) -> OpenArchive? {
    let head = bytes.extracting(0..<min(ArchiveKind.headSize, bytes.count))
    guard let kind = ArchiveKind.of(head: head, name: path.name), !selection.leavesOutArchive(path.bytes) else {
      return nil
    }
    return try Self.open(kind, path.bytes, bytes, isNamedSo: ArchiveKind.of(head: head, name: []) == nil)
  }

  static func open(
    _ kind: ArchiveKind, _ path: [UInt8], _ bytes: Span<UInt8>, isNamedSo: Bool
  ) throws(InputProblem) -> OpenArchive {
    switch kind {
    case .mailbox:
      return OpenArchive(path: path, mailbox: unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) })
    case .archive:
      do throws(ArchiveError) {
        return try OpenArchive(path: path, bytes: bytes, isNamedSo: isNamedSo)
      } catch {
        throw .archive(error)
      }
    }
  }

  /// The archive that a large file is, read from the disk as it goes.
  private func openLarge(_ path: FilePath, _ size: Int) throws(InputProblem) -> OpenArchive? {
    let descriptor = unsafe path.withCString {
      unsafe Glibc.open($0, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw InputProblem(SystemError.last) }
    var head = [UInt8](repeating: 0, count: ArchiveKind.headSize)
    let got = unsafe head.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    head.removeLast(head.count - max(0, got))
    let kind = ArchiveKind.of(head: head.span, name: path.name)
    guard kind == .archive, !selection.leavesOutArchive(path.bytes) else {
      close(descriptor)
      if kind == .mailbox, size > limits.container { throw .containerTooLarge }
      return nil
    }
    do throws(ArchiveError) {
      return try OpenArchive(
        path: path.bytes, size: size, descriptor: descriptor,
        isNamedSo: ArchiveKind.of(head: head.span, name: []) == nil)
    } catch {
      throw .archive(error)
    }
  }
}
