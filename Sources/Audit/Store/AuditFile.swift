package import SQLiteKit

/// An audit file: a database of what was found, without any text of a document.
package struct AuditFile {
  package let database: Database

  /// Opens a file that is there, to read from it.
  package init(reading path: [UInt8]) throws(AuditError) {
    let database: Database
    do throws(SQLiteError) {
      database = try Self.readable(path)
      let application = try database.number("PRAGMA application_id")
      guard application == AuditSchema.application else { throw SQLiteError(code: 26, text: "") }
    } catch {
      throw error.isNoDatabase ? .notAnAudit : .file(error)
    }
    self.database = database
    try requireVersion()
  }

  /// Where no file can be made beside it, as on a medium that is sealed, nothing else can write to it either.
  private static func readable(_ path: [UInt8]) throws(SQLiteError) -> Database {
    do throws(SQLiteError) {
      let database = try Database(path: path, .readOnly)
      _ = try database.number("SELECT count(*) FROM sqlite_master")
      return database
    } catch {
      if error.isNoDatabase { throw error }
      let database = try Database(path: path, .unchanging)
      _ = try database.number("SELECT count(*) FROM sqlite_master")
      return database
    }
  }

  /// Opens a file to write to it; an empty one gets its tables.
  package init(writing path: [UInt8]) throws(AuditError) {
    do throws(SQLiteError) {
      database = try Database(path: path, .readWrite)
      try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192")
      let tables = try database.number("SELECT count(*) FROM sqlite_master")
      if tables == 0 {
        try database.transaction(
          { () throws(SQLiteError) in try database.execute(AuditSchema.all) }, failing: { $0 })
      }
      guard try database.number("PRAGMA application_id") == AuditSchema.application else {
        throw SQLiteError(code: 26, text: "")
      }
    } catch {
      throw error.isNoDatabase ? .notAnAudit : .file(error)
    }
    try requireVersion()
  }

  private func requireVersion() throws(AuditError) {
    let version = try number("PRAGMA user_version")
    guard version == AuditSchema.version else { throw .otherVersion(version) }
  }

  /// Puts everything into the one file, which can be read then where nothing can be written. Somebody who is reading it now
  /// keeps the files beside it.
  func close() throws(AuditError) {
    try Self.failing { () throws(SQLiteError) in
      try database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      do throws(SQLiteError) { try database.execute("PRAGMA journal_mode = DELETE") } catch {
        if !error.isBusy { throw error }
      }
    }
  }

  /// The first number that a query gives; 0 without one.
  package func number(_ sql: String) throws(AuditError) -> Int {
    try Self.failing { () throws(SQLiteError) in try database.number(sql) ?? 0 }
  }

  static func failing<Value>(_ body: () throws(SQLiteError) -> Value) throws(AuditError) -> Value {
    do throws(SQLiteError) { return try body() } catch { throw .file(error) }
  }

  /// What the audit was begun with, by name.
  package func settings() throws(AuditError) -> [String: String] {
    try Self.failing { () throws(SQLiteError) in
      let statement = try database.prepare("SELECT name, value FROM settings")
      var settings: [String: String] = [:]
      while try statement.step() { settings[statement.text(0) ?? ""] = statement.text(1) }
      return settings
    }
  }

  /// Whether a run came to its end.
  package func isComplete() throws(AuditError) -> Bool {
    try number("SELECT count(*) FROM runs WHERE ended IS NOT NULL") > 0
  }

  /// The names of the views as they are typed, with the questions that they answer.
  package static var views: [(name: String, question: String)] { AuditSchema.views.map { ($0.typed, $0.question) } }
}
