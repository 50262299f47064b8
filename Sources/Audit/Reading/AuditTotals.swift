import SQLiteKit

/// Sums over the documents of an audit.
package struct AuditTotals: Sendable {
  package var documents = 0
  package var bytes = 0
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  /// How many documents were not read or not judged.
  package var incomplete = 0

  package var findings: Int { errors + warnings + infos }
}

extension AuditFile {
  /// Of everything that is in the file. O(documents).
  func totals() throws(AuditError) -> AuditTotals {
    try Self.failing { () throws(SQLiteError) in
      let sums = try database.prepare(
        """
        SELECT count(*), sum(size), sum(errors), sum(warnings), sum(infos),
          sum(status NOT IN ('checked', 'not-applicable')) FROM documents
        """)
      var totals = AuditTotals()
      while try sums.step() {
        totals.documents = sums.number(0)
        totals.bytes = sums.number(1)
        totals.errors = sums.number(2)
        totals.warnings = sums.number(3)
        totals.infos = sums.number(4)
        totals.incomplete = sums.number(5)
      }
      return totals
    }
  }
}
