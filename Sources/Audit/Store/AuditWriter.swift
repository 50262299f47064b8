import SQLiteKit

/// Writes what an audit finds to its file, in order. What is there after any number of batches is the beginning of what is
/// there at the end.
package final class AuditWriter {
  package let file: AuditFile
  /// Of everything that is in the file.
  package private(set) var totals = AuditTotals()
  private let inserts: AuditInserts
  private var known: Set<[UInt8]> = []
  /// The rule sets that workers announced, by profile.
  private var announced: [[UInt8]: Frame] = [:]
  private var isOpen = false
  private var lastCommit = WorkerProcess.now()
  private var run = 0

  /// Opens a file for an audit with these settings: a new one, or one that was begun with the same.
  package init(_ path: [UInt8], settings: KeyValuePairs<String, String>) throws(AuditError) {
    let file = try AuditFile(writing: path)
    let isNew = try file.number("SELECT count(*) FROM settings") == 0
    if !isNew {
      let begun = try file.settings()
      for (name, value) in settings where begun[name] != value { throw .otherSettings(name) }
    }
    self.file = file
    inserts = try AuditInserts(file.database)
    if isNew { try begin(settings) }
    try readTotals()
  }

  private func begin(_ settings: KeyValuePairs<String, String>) throws(AuditError) {
    try AuditFile.failing { () throws(SQLiteError) in
      let insert = try file.database.prepare("INSERT INTO settings VALUES(?, ?)")
      try file.database.execute("BEGIN IMMEDIATE")
      for (name, value) in settings {
        insert.bind(1, name)
        insert.bind(2, value)
        try insert.run()
      }
      try file.database.execute("COMMIT")
    }
  }

  private func readTotals() throws(AuditError) {
    totals = try file.totals()
    try AuditFile.failing { () throws(SQLiteError) in
      let sets = try file.database.prepare("SELECT profile FROM rule_sets")
      while try sets.step() { known.insert(sets.bytes(0)) }
    }
  }

  /// Notes that a run begins. Runs are the only thing that differs between an audit that was stopped and one that was not.
  package func beginRun(version: String, evaluator: String, jobs: Int, at time: String) throws(AuditError) {
    try AuditFile.failing { () throws(SQLiteError) in
      let insert = try file.database.prepare(
        "INSERT INTO runs(started, version, evaluator, jobs, resumed_after) VALUES(?, ?, ?, ?, ?) RETURNING id")
      insert.bind(1, time)
      insert.bind(2, version)
      insert.bind(3, evaluator)
      insert.bind(4, jobs)
      insert.bind(5, try file.database.number("SELECT max(id) FROM documents") ?? 0)
      while try insert.step() { run = insert.number(0) }
    }
  }

  /// Writes what is left and notes that the audit came to its end.
  package func endRun(excluded: Int, at time: String) throws(AuditError) {
    try commit()
    try AuditFile.failing { () throws(SQLiteError) in
      try file.database.execute(AuditSchema.indexes)
      let update = try file.database.prepare("UPDATE runs SET ended = ?, excluded = ? WHERE id = ?")
      update.bind(1, time)
      update.bind(2, excluded)
      update.bind(3, run)
      try update.run()
    }
    try file.close()
  }

  /// Keeps what a worker said of its rules until a document comes that they judged.
  package func announce(_ frame: Frame) throws(AuditError) {
    var reader = frame.reader
    let profile: String
    let bytes = frame.body.span
    do throws(WireError) { profile = try reader.text(bytes) } catch { throw .wrongAnswer }
    announced[Array(profile.utf8)] = frame
  }

  /// Writes a batch. One transaction takes all that comes within a quarter of a second.
  package func store(_ batch: AuditBatch) throws(AuditError) {
    try AuditFile.failing { () throws(SQLiteError) in
      if !isOpen {
        try file.database.execute("BEGIN IMMEDIATE")
        isOpen = true
      }
    }
    for entry in batch.entries {
      let counts: AuditInserts.Counts
      switch entry.content {
      case .archive(let members):
        try inserts.insert(archive: entry, members: members)
        continue
      case .known(let status, let problem): counts = try inserts.insert(entry, status, problem: problem)
      case .document(let index):
        switch batch.answers[index] {
        case .record(let frame, let range):
          counts = try inserts.insert(entry, record: range, in: batch.frames[frame], needing: need)
        case .fate(let status): counts = try inserts.insert(entry, status, problem: Self.problem(status))
        case nil: preconditionFailure("a batch is stored when it is complete")
        }
      }
      totals.documents += 1
      totals.bytes += entry.size ?? 0
      totals.errors += counts.errors
      totals.warnings += counts.warnings
      totals.infos += counts.infos
      totals.incomplete += counts.status.isIncomplete ? 1 : 0
    }
    if WorkerProcess.now() > lastCommit + 250_000_000 { try commit() }
  }

  private func commit() throws(AuditError) {
    guard isOpen else { return }
    try AuditFile.failing { () throws(SQLiteError) in try file.database.execute("COMMIT") }
    isOpen = false
    lastCommit = WorkerProcess.now()
  }

  private static func problem(_ status: DocumentStatus) -> String {
    status == .timedOut
      ? "judging it took longer than --timeout-per-document"
      : "it ended the worker that judged it, each time it was tried"
  }

  /// Writes the rules of a profile before the first document that they judged.
  private func need(_ profile: [UInt8]) throws(AuditError) {
    guard !profile.isEmpty, known.insert(profile).inserted else { return }
    guard let frame = announced[profile] else { throw .wrongAnswer }
    try inserts.insert(rules: frame)
  }
}
