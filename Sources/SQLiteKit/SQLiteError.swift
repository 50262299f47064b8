internal import CSQLite

/// Why SQLite did not do what it was asked.
package struct SQLiteError: Error, Sendable, Hashable {
  /// SQLite's result code, without what it adds to it.
  package var code: Int32
  /// SQLite's own words.
  package var text: String

  package init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }

  /// The file is no database, or a damaged one.
  package var isNoDatabase: Bool { code == SQLITE_NOTADB || code == SQLITE_CORRUPT }
  /// Somebody else uses the file.
  package var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// The disk, or what this user may have of it, is full.
  package var isFull: Bool { code == SQLITE_FULL }
}
