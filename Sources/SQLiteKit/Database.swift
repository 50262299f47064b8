internal import CSQLite

/// An open SQLite database. One thread at a time may use it and what it prepares.
@safe
package final class Database {
  package enum Access: Sendable {
    /// The file has to be there.
    case readOnly
    /// The file is made where it is not there.
    case readWrite
    /// Nothing writes to the file, and no file may be made beside it: a medium that cannot be written to.
    case unchanging
  }

  let sqlite: UnsafePointer<csqlite_library>
  let handle: OpaquePointer

  /// - Parameter path: as bytes; it need not be UTF-8.
  package convenience init(path: [UInt8], _ access: Access) throws(SQLiteError) {
    // As a URI, so that no letter of a path is taken for anything else.
    var name = Array("file:".utf8)
    if path.first != UInt8(ascii: "/") { name += "./".utf8 }
    for byte in path {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"): name += Self.escaped(byte)
      default: name.append(byte)
      }
    }
    if access == .unchanging { name += "?immutable=1".utf8 }
    try self.init(uri: name, access == .readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
  }

  /// A database that is nowhere but in memory.
  package static func inMemory() throws(SQLiteError) -> Database {
    try Database(uri: Array("file::memory:".utf8), SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY)
  }

  private init(uri: [UInt8], _ access: Int32) throws(SQLiteError) {
    guard let sqlite = unsafe csqlite_library() else {
      throw SQLiteError(code: SQLITE_CANTOPEN, text: "SQLite (libsqlite3.so.0) is not installed")
    }
    let flags = access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    var opened: OpaquePointer?
    let status = unsafe (uri + [0]).map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { buffer in
      unsafe sqlite.pointee.sqlite3_open_v2(buffer.baseAddress, &opened, flags, nil)
    }
    guard let handle = unsafe opened else { throw SQLiteError(code: SQLITE_NOMEM, text: "out of memory") }
    guard status == SQLITE_OK else {
      let error = unsafe Self.error(handle, status, sqlite)
      _ = unsafe sqlite.pointee.sqlite3_close_v2(handle)
      throw error
    }
    unsafe self.sqlite = unsafe sqlite
    unsafe self.handle = unsafe handle
    _ = unsafe sqlite.pointee.sqlite3_busy_timeout(handle, 10_000)
  }

  deinit { _ = unsafe sqlite.pointee.sqlite3_close_v2(handle) }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// Runs statements that give no rows, or whose rows do not matter.
  package func execute(_ sql: String) throws(SQLiteError) {
    let status = unsafe sqlite.pointee.sqlite3_exec(handle, sql, nil, nil, nil)
    guard status == SQLITE_OK else { throw error(status) }
  }

  package func prepare(_ sql: String) throws(SQLiteError) -> Statement { try Statement(sql, of: self) }

  /// Runs `body` in a transaction, which is undone where it throws.
  package func transaction<Failure: Error>(
    _ body: () throws(Failure) -> Void, failing: (SQLiteError) -> Failure
  ) throws(Failure) {
    do throws(SQLiteError) { try execute("BEGIN IMMEDIATE") } catch { throw failing(error) }
    do throws(Failure) {
      try body()
    } catch {
      // What cannot be undone now is undone when the file is opened next.
      _ = unsafe sqlite.pointee.sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
    do throws(SQLiteError) { try execute("COMMIT") } catch { throw failing(error) }
  }

  /// The first column of the first row, as a number; nil without a row.
  package func number(_ sql: String) throws(SQLiteError) -> Int? {
    let statement = try prepare(sql)
    return try statement.step() ? statement.number(0) : nil
  }

  func error(_ status: Int32) -> SQLiteError { unsafe Self.error(handle, status, sqlite) }

  private static func error(
    _ handle: OpaquePointer, _ status: Int32, _ sqlite: UnsafePointer<csqlite_library>
  ) -> SQLiteError {
    let text = unsafe sqlite.pointee.sqlite3_errmsg(handle).map { unsafe String(cString: $0) }
    return SQLiteError(code: status & 0xFF, text: text ?? "")
  }
}
