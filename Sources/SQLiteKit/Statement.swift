internal import CSQLite

/// A statement that was prepared once and is run many times. Parameters count from 1, columns from 0.
@safe
package final class Statement {
  private let database: Database
  private let sqlite: UnsafePointer<csqlite_library>
  private let handle: OpaquePointer

  init(_ sql: String, of database: Database) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let sqlite = unsafe database.sqlite
    let status = unsafe sqlite.pointee.sqlite3_prepare_v3(
      database.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard status == SQLITE_OK, let handle = unsafe prepared else { throw database.error(status) }
    self.database = database
    unsafe self.sqlite = unsafe sqlite
    unsafe self.handle = unsafe handle
  }

  deinit { _ = unsafe sqlite.pointee.sqlite3_finalize(handle) }

  /// Goes on to the next row; false at the end, after which the statement can be run again.
  package func step() throws(SQLiteError) -> Bool {
    let status = unsafe sqlite.pointee.sqlite3_step(handle)
    if status == SQLITE_ROW { return true }
    _ = unsafe sqlite.pointee.sqlite3_reset(handle)
    guard status == SQLITE_DONE else { throw database.error(status) }
    return false
  }

  /// Runs a statement that gives no rows.
  package func run() throws(SQLiteError) { while try step() {} }

  package func bind(_ parameter: Int32, _ number: Int?) {
    if let number {
      _ = unsafe sqlite.pointee.sqlite3_bind_int64(handle, parameter, Int64(number))
    } else {
      _ = unsafe sqlite.pointee.sqlite3_bind_null(handle, parameter)
    }
  }

  package func bind(_ parameter: Int32, _ text: String?) {
    guard let text else {
      _ = unsafe sqlite.pointee.sqlite3_bind_null(handle, parameter)
      return
    }
    bind(parameter, utf8: text.utf8.span)
  }

  /// Bytes of UTF-8 as text; they are copied.
  package func bind(_ parameter: Int32, utf8 bytes: Span<UInt8>) {
    _ = unsafe bytes.withUnsafeBytes { buffer in
      // Without an address it would be NULL and no text.
      if let start = buffer.baseAddress, buffer.count > 0 {
        unsafe sqlite.pointee.sqlite3_bind_text(
          handle, parameter, start.assumingMemoryBound(to: CChar.self), Int32(buffer.count), csqlite_transient())
      } else {
        unsafe sqlite.pointee.sqlite3_bind_text(handle, parameter, "", 0, csqlite_transient())
      }
    }
  }

  /// Bytes as they are; nil is NULL.
  package func bind(_ parameter: Int32, blob bytes: [UInt8]?) {
    guard let bytes else {
      _ = unsafe sqlite.pointee.sqlite3_bind_null(handle, parameter)
      return
    }
    _ = unsafe bytes.withUnsafeBytes { buffer in
      unsafe sqlite.pointee.sqlite3_bind_blob(
        handle, parameter, buffer.baseAddress, Int32(buffer.count), csqlite_transient())
    }
  }

  package var columns: Int { Int(unsafe sqlite.pointee.sqlite3_column_count(handle)) }

  package func name(_ column: Int) -> String {
    guard let name = unsafe sqlite.pointee.sqlite3_column_name(handle, Int32(column)) else { return "" }
    return unsafe String(cString: name)
  }

  package func isNull(_ column: Int) -> Bool {
    unsafe sqlite.pointee.sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }
  package func isNumber(_ column: Int) -> Bool {
    unsafe sqlite.pointee.sqlite3_column_type(handle, Int32(column)) == SQLITE_INTEGER
  }

  package func number(_ column: Int) -> Int { Int(unsafe sqlite.pointee.sqlite3_column_int64(handle, Int32(column))) }

  /// nil for NULL. Bytes that are no UTF-8 are replaced.
  package func text(_ column: Int) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// The bytes of a text or blob; none for NULL.
  package func bytes(_ column: Int) -> [UInt8] {
    guard let start = unsafe sqlite.pointee.sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite.pointee.sqlite3_column_bytes(handle, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }
}
