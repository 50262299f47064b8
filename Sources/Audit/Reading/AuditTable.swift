import SQLiteKit

/// A value of a table.
package enum AuditValue: Sendable, Hashable {
  case none
  case number(Int)
  case text(String)

  /// As it is printed; nothing where there is no value.
  package var text: String {
    switch self {
    case .none: ""
    case .number(let number): String(number)
    case .text(let text): text
    }
  }
}

/// The answer to a standing question, held whole: for those that are short, or of which the beginning is enough.
package struct AuditTable: Sendable {
  /// As it is typed ("by-rule").
  package var name: String
  package var question: String
  package var columns: [String]
  package var rows: [[AuditValue]]
  /// How many rows there are, whatever is held of them.
  package var count: Int

  /// Whether a column holds numbers and nothing else.
  func isNumber(_ column: Int) -> Bool {
    !rows.isEmpty && rows.allSatisfy { if case .text = $0[column] { false } else { true } }
  }
}

extension AuditFile {
  /// Calls `head` with the columns of a view, then `row` with each of its rows.
  package func read<Failure: Error>(
    _ name: String, failing: (AuditError) -> Failure, head: (_ columns: [String]) throws(Failure) -> Void,
    row: (_ values: [AuditValue]) throws(Failure) -> Void
  ) throws(Failure) {
    guard let view = AuditSchema.views.first(where: { $0.typed == name || $0.name == name }) else {
      throw failing(.noView(name, known: AuditSchema.views.map(\.typed)))
    }
    let statement: Statement
    do throws(SQLiteError) {
      statement = try database.prepare("SELECT * FROM \(view.name)")
    } catch {
      throw failing(.file(error))
    }
    try head((0..<statement.columns).map(statement.name))
    while true {
      do throws(SQLiteError) { guard try statement.step() else { return } } catch { throw failing(.file(error)) }
      try row((0..<statement.columns).map(statement.value))
    }
  }

  /// A view, of which at most `limit` rows are held.
  package func table(_ name: String, limit: Int = .max) throws(AuditError) -> AuditTable {
    let question = Self.views.first { $0.name == name }?.question ?? ""
    var table = AuditTable(name: name, question: question, columns: [], rows: [], count: 0)
    try read(
      name, failing: { (error: AuditError) -> AuditError in error },
      head: { columns throws(AuditError) in table.columns = columns },
      row: { row throws(AuditError) in
        table.count += 1
        if table.count <= limit { table.rows.append(row) }
      })
    return table
  }
}

extension Statement {
  /// The value of a column.
  func value(_ column: Int) -> AuditValue {
    isNull(column) ? .none : isNumber(column) ? .number(number(column)) : .text(text(column) ?? "")
  }
}
