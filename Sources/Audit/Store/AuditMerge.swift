import SQLiteKit

extension AuditFile {
  /// Adds a shard to this file. What is there already stays as it is: the numbers of documents are those of the whole
  /// audit, so that a document that comes again is the same one.
  package func merge(_ shard: AuditFile, named path: [UInt8]) throws(AuditError) {
    guard try shard.isComplete() else { throw .unfinished }
    var theirs = try shard.settings()
    var ours = try settings()
    if ours.isEmpty { ours = theirs }
    guard let part = theirs.removeValue(forKey: "shard").flatMap(ShardParts.init(_:)),
      let before = ours.removeValue(forKey: "shard").flatMap(ShardParts.init(_:)), let parts = before.joined(with: part)
    else { throw .otherAudit("shard") }
    for (name, value) in theirs.sorted(by: { $0.key < $1.key }) where ours[name] != value { throw .otherAudit(name) }
    try attach(path)
    do throws(AuditError) { try copy(parts) } catch {
      // What went wrong first is what there is to say.
      do throws(AuditError) { try detach() } catch {}
      throw error
    }
    try detach()
  }

  private func detach() throws(AuditError) {
    try Self.failing { () throws(SQLiteError) in try database.execute("DETACH shard") }
  }

  /// Copies from the shard what is not there yet, all of it or nothing.
  private func copy(_ parts: ShardParts) throws(AuditError) {
    let clash = try number(
      """
      SELECT count(*) FROM shard.documents AS theirs JOIN main.documents AS ours USING(id)
      WHERE ours.path IS NOT theirs.path OR ours.digest IS NOT theirs.digest OR ours.status IS NOT theirs.status
      """)
    if clash > 0 { throw .otherDocuments }
    let differs = try number(
      """
      SELECT count(*) FROM shard.rule_sets AS theirs JOIN main.rule_sets AS ours USING(profile)
      WHERE ours.digest <> theirs.digest
      """)
    if differs > 0 { throw .otherAudit("rules") }
    try database.transaction({ () throws(AuditError) in try copyRows(parts) }, failing: { .file($0) })
  }

  private func attach(_ path: [UInt8]) throws(AuditError) {
    try Self.failing { () throws(SQLiteError) in
      let statement = try database.prepare("ATTACH CAST(? AS TEXT) AS shard")
      statement.bind(1, blob: path)
      try statement.run()
    }
  }

  private func copyRows(_ parts: ShardParts) throws(AuditError) {
    try Self.failing { () throws(SQLiteError) in
      for table in ["settings", "rule_sets", "rules", "archives", "documents", "findings"] {
        try database.execute("INSERT OR IGNORE INTO main.\(table) SELECT * FROM shard.\(table)")
      }
      try database.execute(
        """
        UPDATE main.settings SET value = '\(parts.text)' WHERE name = 'shard';
        INSERT INTO main.runs(started, ended, version, evaluator, jobs, resumed_after, excluded)
          SELECT started, ended, version, evaluator, jobs, resumed_after, excluded FROM shard.runs AS theirs
          WHERE NOT EXISTS(SELECT 1 FROM main.runs AS ours WHERE ours.started = theirs.started
            AND ours.ended IS theirs.ended AND ours.jobs = theirs.jobs AND ours.resumed_after = theirs.resumed_after);
        """)
    }
  }

  /// Makes the file whole.
  package func finishMerging() throws(AuditError) {
    try Self.failing { () throws(SQLiteError) in try database.execute(AuditSchema.indexes) }
    try close()
  }

  /// The parts of the audit that are in it.
  package func parts() throws(AuditError) -> ShardParts? { try settings()["shard"].flatMap(ShardParts.init(_:)) }

  /// How many documents and findings it has.
  package func size() throws(AuditError) -> (documents: Int, findings: Int) {
    (try number("SELECT count(*) FROM documents"), try number("SELECT count(*) FROM findings"))
  }
}
