import SQLiteKit

/// What the summaries of an audit say.
package struct AuditSummary: Sendable {
  /// How often documents of each level have each caption.
  package struct CaptionMatrix: Sendable {
    package var levels: [String] = []
    /// With the number for each level.
    package var rows: [(caption: String, counts: [Int])] = []
  }

  package var settings: [String: String] = [:]
  /// The version of the program, and when the first run began and the last one ended; empty where none did.
  package var version = ""
  package var started = ""
  package var ended = ""
  package var runs = 0
  package var excluded = 0
  package var archives = 0
  package var totals = AuditTotals()
  /// The profiles that judged, with the digest of their rules and how many there are.
  package var profiles: [(name: String, digest: String, rules: Int)] = []
  package var captions = CaptionMatrix()
  /// The views, in order of the schema.
  package var tables: [AuditTable] = []

  /// The parts of the audit that were not merged: "2, 5 of 16"; nil where none is missing.
  var missingParts: String? {
    guard let parts = settings["shard"].flatMap(ShardParts.init(_:)), !parts.isWhole else { return nil }
    return parts.missing.map(String.init).joined(separator: ", ") + " of \(parts.of)"
  }

  package func table(_ name: String) -> AuditTable? { tables.first { $0.name == name } }

  /// - Parameter limit: how many rows of each table are held.
  package init(_ file: AuditFile, limit: Int = 500) throws(AuditError) {
    settings = try file.settings()
    totals = try file.totals()
    try AuditFile.failing { () throws(SQLiteError) in
      let runs = try file.database.prepare(
        "SELECT count(*), min(started), max(ended), max(version), max(excluded) FROM runs")
      while try runs.step() {
        self.runs = runs.number(0)
        started = runs.text(1) ?? ""
        ended = runs.text(2) ?? ""
        version = runs.text(3) ?? ""
        excluded = runs.number(4)
      }
      archives = try file.database.number("SELECT count(*) FROM archives") ?? 0
      let sets = try file.database.prepare(
        """
        SELECT profile, digest, (SELECT count(*) FROM rules WHERE rules.profile = rule_sets.profile) FROM rule_sets
        ORDER BY profile
        """)
      while try sets.step() { profiles.append((sets.text(0) ?? "", sets.text(1) ?? "", sets.number(2))) }
      captions = try Self.captions(file.database)
    }
    for view in AuditFile.views { tables.append(try file.table(view.name, limit: limit)) }
  }

  /// The levels in the order of their height, then everything else.
  private static let levels = ["", "U", "LOU", "C", "S", "TS"]

  private static func captions(_ database: Database) throws(SQLiteError) -> CaptionMatrix {
    let statement = try database.prepare(
      """
      SELECT captions, coalesce(level, ''), count(*) FROM documents WHERE captions IS NOT NULL GROUP BY captions, level
      """)
    var counts: [String: [String: Int]] = [:]
    while try statement.step() {
      for caption in (statement.text(0) ?? "").split(separator: ", ") {
        counts[String(caption), default: [:]][statement.text(1) ?? "", default: 0] += statement.number(2)
      }
    }
    let used = Set(counts.values.flatMap(\.keys))
    let known = levels.filter(used.contains) + used.subtracting(levels).sorted()
    var matrix = CaptionMatrix(levels: known)
    let sums = counts.map { (caption: $0.key, sum: $0.value.values.reduce(0, +)) }
    for (caption, _) in sums.sorted(by: { ($1.sum, $0.caption) < ($0.sum, $1.caption) }) {
      matrix.rows.append((caption, known.map { counts[caption]?[$0] ?? 0 }))
    }
    return matrix
  }
}
