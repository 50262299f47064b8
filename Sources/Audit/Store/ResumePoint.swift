import SQLiteKit

/// How far an earlier run came, and whether what it found is still there.
package struct ResumePoint {
  private let documents: Int
  private let archives: Int
  /// The documents of the earlier run in order, from the next one on.
  private let rows: Statement?
  private var next: (id: Int, path: [UInt8])?

  /// Nothing was done before.
  package init() {
    documents = 0
    archives = 0
    rows = nil
  }

  package init(_ file: AuditFile) throws(AuditError) {
    documents = try file.number("SELECT max(id) FROM documents")
    archives = try file.number("SELECT max(id) FROM archives")
    let documents = documents
    rows = try AuditFile.failing { () throws(SQLiteError) in
      try file.database.prepare(
        "SELECT id, coalesce(raw_path, CAST(path AS BLOB)) FROM documents WHERE id <= \(documents) ORDER BY id")
    }
    try advance()
  }

  private mutating func advance() throws(AuditError) {
    next = try AuditFile.failing { () throws(SQLiteError) in
      guard let rows, try rows.step() else { return nil }
      return (rows.number(0), rows.bytes(1))
    }
  }

  /// Whether a document that belongs to this audit was found by an earlier run. Throws where that found another of this
  /// number. To be asked in order.
  package mutating func isKnown(_ id: Int, _ path: [UInt8]) throws(AuditError) -> Bool {
    guard id <= documents else { return false }
    guard let next, next.id == id, next.path == path else { throw .inputsChanged(id) }
    try advance()
    return true
  }

  package func isKnown(archive id: Int) -> Bool { id <= archives }
}
