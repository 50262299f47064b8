import SQLiteKit

/// One document of an audit file.
package struct AuditDocument: Sendable {
  package struct Finding: Sendable, Hashable {
    package var rule: String
    package var assertion: String
    package var severity: String
    package var line: Int
    package var column: Int
    package var offset: Int
    package var length: Int
    package var telegram: Int
    package var message: String
  }

  package var id: Int
  package var path: String
  /// The columns of `documents` behind the path that have a value, by their names, without counts.
  package var facts: [(name: String, value: AuditValue)]
  package var status: String
  package var findings: [Finding]
}

/// Goes through the documents of an audit file, one at a time.
package final class AuditDocuments {
  package enum Order: Sendable {
    case id
    /// By the bytes of the path.
    case path
  }

  private let documents: Statement
  private let findings: Statement

  package init(_ file: AuditFile, _ order: Order) throws(AuditError) {
    let columns = "size, digest, problem, profile, form, level, recorded_level, captions, date, post"
    (documents, findings) = try AuditFile.failing { () throws(SQLiteError) in
      (
        try file.database.prepare(
          "SELECT id, path, status, \(columns) FROM documents ORDER BY \(order == .id ? "id" : "path, id")"),
        try file.database.prepare(
          """
          SELECT rule, assertion, severity, line, "column", "offset", length, telegram, message FROM findings
          WHERE document = ? ORDER BY number
          """)
      )
    }
  }

  /// The next one; nil at the end.
  package func next() throws(AuditError) -> AuditDocument? {
    try AuditFile.failing { () throws(SQLiteError) in
      guard try documents.step() else { return nil }
      var document = AuditDocument(
        id: documents.number(0), path: documents.text(1) ?? "", facts: [], status: documents.text(2) ?? "",
        findings: [])
      for column in 3..<documents.columns {
        let value = documents.value(column)
        if value != .none { document.facts.append((documents.name(column), value)) }
      }
      findings.bind(1, document.id)
      while try findings.step() {
        document.findings.append(
          AuditDocument.Finding(
            rule: findings.text(0) ?? "", assertion: findings.text(1) ?? "", severity: findings.text(2) ?? "",
            line: findings.number(3), column: findings.number(4), offset: findings.number(5),
            length: findings.number(6), telegram: findings.number(7), message: findings.text(8) ?? ""))
      }
      return document
    }
  }
}
