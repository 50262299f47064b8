import ArchiveKit
import Audit

/// Archives and mailboxes, member by member.
extension AuditWalk {
  mutating func begin(_ archive: OpenArchive) { archives.append(archive) }

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

  mutating func takeMessage(of archive: OpenArchive, _ batch: AuditBatch) throws(AuditError) {
    guard let message = archive.nextMessage() else { return try finish(archive, batch) }
    let path = archive.path + [UInt8(ascii: "!")] + Array(String(archive.count).utf8)
    if message.count > limits.file { return try know(path, .tooLargeForAudit, size: message.count, batch) }
    batch.append(message.span)
    try know(path, batch)
  }

  mutating func takeMember(of archive: OpenArchive, _ batch: AuditBatch) throws(AuditError) {
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
        got = try batch.withRoom(min(room, AuditBatch.largestRoom)) { room throws(ArchiveError) in
          try archive.read(into: &room)
        }
      } catch {
        throw .archiveMember
      }
      archives[0].given += got
      if count == 0 {
        (kind, isNamedSo) = batch.withOpen { bytes in
          let head = bytes.extracting(0..<min(head, bytes.count))
          let kind = ArchiveKind.of(head: head, name: FilePath(path).name)
          return (kind, kind != nil && ArchiveKind.of(head: head, name: []) == nil)
        }
        if kind != nil { limit = limits.container }
        if let size = member.size, size > limit { throw kind == nil ? .tooLargeForAudit : .containerTooLarge }
      }
      count += got
      if got == 0 { break }
      if count > limit { throw kind == nil ? .tooLargeForAudit : .containerTooLarge }
      room = member.size.map { $0 > count ? min($0 - count, 1 << 20) : 64 } ?? 1 << 16
    }
    guard let kind, !selection.leavesOutArchive(path) else { return nil }
    if archives.count >= limits.depth { throw .tooDeep(limits.depth) }
    return try batch.withOpen { bytes throws(InputProblem) in try Self.open(kind, path, bytes, isNamedSo: isNamedSo) }
  }
}
