import ArchiveKit
import Audit
import Glibc

/// How much of the bytes of the operands an audit has gone through: for its progress.
final class AuditPosition {
  /// Of files that are done.
  fileprivate(set) var finished = 0
  /// Of the archive that is open.
  fileprivate(set) var current = 0
  /// How many documents were left out by their names.
  fileprivate(set) var excluded = 0

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
  private let selection: AuditSelection
  private let limits: Limits
  private var resume: ResumePoint
  private var archives: [OpenArchive] = []
  private var documents = 0
  private var archiveCount = 0
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

  private mutating func know(
    _ path: [UInt8], _ status: DocumentStatus, _ problem: String, size: Int?, _ batch: AuditBatch
  ) throws(AuditError) {
    guard let id = try number(path) else { return }
    batch.add(AuditBatch.Entry(id: id, path: path, size: size, content: .known(status, problem: problem)))
  }

  private mutating func know(
    _ path: [UInt8], _ problem: InputProblem, size: Int?, _ batch: AuditBatch
  ) throws(AuditError) {
    try know(path, problem.status, problem.sentence, size: size, batch)
  }

  /// Makes a document of the bytes that were read last.
  private mutating func know(_ path: [UInt8], _ batch: AuditBatch) throws(AuditError) {
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

  private static func open(
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
      if kind == .mailbox, size > limits.container { throw .tooLargeForAudit }
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

// MARK: - Archives

extension AuditWalk {
  private mutating func begin(_ archive: OpenArchive) { archives.append(archive) }

  /// Leaves the innermost archive.
  private mutating func leave() {
    let archive = archives.removeLast()
    if archives.isEmpty {
      position.finished += archive.size
      position.current = 0
    }
  }

  /// Leaves an archive that was read to its end.
  private mutating func finish(_ archive: OpenArchive, _ batch: AuditBatch) throws(AuditError) {
    leave()
    archiveCount += 1
    guard selection.isOurs(archive.path), !resume.isKnown(archive: archiveCount) else { return }
    batch.add(
      AuditBatch.Entry(
        id: archiveCount, path: archive.path, size: archive.size, content: .archive(members: archive.count)))
  }

  private mutating func takeMessage(of archive: OpenArchive, _ batch: AuditBatch) throws(AuditError) {
    guard let message = archive.nextMessage() else { return try finish(archive, batch) }
    let path = archive.path + [UInt8(ascii: "!")] + Array(String(archive.count).utf8)
    if message.count > limits.file { return try know(path, .tooLargeForAudit, size: message.count, batch) }
    batch.append(message.span)
    try know(path, batch)
  }

  private mutating func takeMember(of archive: OpenArchive, _ batch: AuditBatch) throws(AuditError) {
    position.current = archives[0].consumed
    let next: ArchiveMember?
    do throws(ArchiveError) {
      next = try archive.next()
    } catch {
      leave()
      return try know(archive.path, .archive(error), size: archive.size, batch)
    }
    guard let member = next else { return try finish(archive, batch) }
    let path = archive.path + [UInt8(ascii: "!")] + member.name
    switch member.kind {
    case .folder: return
    case .link:
      return try know(
        path, .notApplicable, "it is another name of something, without bytes of its own", size: nil, batch)
    case .other: return try know(path, .notApplicable, "it is a device or a pipe, not a file", size: nil, batch)
    case .file: break
    }
    if member.isEncrypted { return try know(path, .encrypted, size: member.size, batch) }
    if archive.isCompressed, expandsTooFar(by: member.size ?? 0) { return try stop(batch) }
    var inner: OpenArchive?
    do throws(InputProblem) {
      inner = try read(member, path, from: archive, batch)
    } catch {
      batch.dropOpen()
      return try know(path, error, size: member.size, batch)
    }
    if expandsTooFar(by: 0) {
      batch.dropOpen()
      return try stop(batch)
    }
    if let inner {
      batch.dropOpen()
      begin(inner)
    } else {
      try know(path, batch)
    }
  }

  /// Whether the file that is open would give too many times its size.
  private func expandsTooFar(by more: Int) -> Bool {
    let outermost = archives[0]
    let given = outermost.given.addingReportingOverflow(more)
    return given.overflow
      || given.partialValue > limits.freely && given.partialValue / limits.ratio > max(1, outermost.size)
  }

  /// Leaves the file that is open, and all archives in it.
  private mutating func stop(_ batch: AuditBatch) throws(AuditError) {
    let outermost = archives[0]
    while !archives.isEmpty { leave() }
    try know(outermost.path, .expandsTooFar(limits.ratio), size: outermost.size, batch)
  }

  /// Reads a member behind the last document of the batch; what it is where it is an archive itself.
  private func read(
    _ member: ArchiveMember, _ path: [UInt8], from archive: OpenArchive, _ batch: AuditBatch
  ) throws(InputProblem) -> OpenArchive? {
    var count = 0
    var limit = limits.file
    var kind: ArchiveKind?
    var isNamedSo = false
    // Of what is too large only the beginning is wanted.
    let head = ArchiveKind.headSize
    var room = max(head, member.size.map { $0 > limits.file ? head : $0 } ?? 1 << 16)
    while true {
      let got: Int
      do throws(ArchiveError) {
        got = try batch.withRoom(room) { room throws(ArchiveError) in try archive.read(into: &room) }
      } catch {
        throw .archiveMember
      }
      archives[0].given += got
      if count == 0 {
        (kind, isNamedSo) = batch.withOpen { bytes in
          let head = bytes.extracting(0..<min(head, bytes.count))
          return (ArchiveKind.of(head: head, name: FilePath(path).name), ArchiveKind.of(head: head, name: []) == nil)
        }
        if kind != nil { limit = limits.container }
        if let size = member.size, size > limit { throw .tooLargeForAudit }
      }
      count += got
      if got == 0 { break }
      if count > limit { throw .tooLargeForAudit }
      room = member.size.map { $0 > count ? min($0 - count, 1 << 20) : 64 } ?? 1 << 16
    }
    guard let kind, !selection.leavesOutArchive(path) else { return nil }
    if archives.count >= limits.depth { throw .tooDeep(limits.depth) }
    return try batch.withOpen { bytes throws(InputProblem) in try Self.open(kind, path, bytes, isNamedSo: isNamedSo) }
  }
}
