/// The tables and views of an audit file (docs/audit-file.md).
enum AuditSchema {
  /// "CAVT": tells an audit file from other databases.
  static let application = 0x4341_5654
  /// Counts up with every change of what is below.
  static let version = 1

  static let tables = """
    CREATE TABLE settings(
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE runs(
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL,
      ended TEXT,
      version TEXT NOT NULL,
      evaluator TEXT NOT NULL,
      jobs INTEGER NOT NULL,
      resumed_after INTEGER NOT NULL,
      excluded INTEGER
    );
    CREATE TABLE rule_sets(
      profile TEXT PRIMARY KEY,
      digest TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE rules(
      profile TEXT NOT NULL,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL,
      title TEXT NOT NULL,
      PRIMARY KEY(profile, rule)
    ) WITHOUT ROWID;
    CREATE TABLE archives(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      raw_path BLOB,
      size INTEGER,
      members INTEGER NOT NULL
    );
    CREATE TABLE documents(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      raw_path BLOB,
      size INTEGER,
      digest TEXT,
      status TEXT NOT NULL,
      problem TEXT,
      profile TEXT,
      form TEXT,
      level TEXT,
      recorded_level TEXT,
      captions TEXT,
      date TEXT,
      post TEXT,
      errors INTEGER NOT NULL,
      warnings INTEGER NOT NULL,
      infos INTEGER NOT NULL
    );
    CREATE TABLE findings(
      document INTEGER NOT NULL REFERENCES documents(id),
      number INTEGER NOT NULL,
      rule TEXT NOT NULL,
      assertion TEXT NOT NULL,
      severity TEXT NOT NULL,
      line INTEGER NOT NULL,
      "column" INTEGER NOT NULL,
      "offset" INTEGER NOT NULL,
      length INTEGER NOT NULL,
      telegram INTEGER NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY(document, number)
    ) WITHOUT ROWID;
    """

  /// What is asked for by path when an audit is complete: an index that grows with it would cost more.
  static let indexes = "CREATE INDEX IF NOT EXISTS documents_path ON documents(path);"

  /// A view and the question that it answers.
  struct View: Sendable {
    /// As SQL has it.
    var name: String
    var question: String
    var query: String

    /// As it is typed.
    var typed: String { name.replacing("_", with: "-") }
  }

  static let views: [View] = [
    View(
      name: "by_rule", question: "How often was each rule broken, and in how many documents?",
      query: """
        SELECT rule, severity, count(*) AS findings, count(DISTINCT document) AS documents,
          (SELECT title FROM rules WHERE rules.rule = findings.rule LIMIT 1) AS title
        FROM findings GROUP BY rule, severity ORDER BY findings DESC, rule, severity
        """),
    View(
      name: "by_severity", question: "How many findings are there of each severity?",
      query: """
        SELECT severity, count(*) AS findings, count(DISTINCT document) AS documents FROM findings GROUP BY severity
        ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END
        """),
    View(name: "by_post", question: "Which posts have how many findings?", query: grouped("post", "errors DESC, post")),
    View(
      name: "by_year", question: "How many findings have the documents of each year?",
      query: grouped("substr(date, 1, 4)", "year", named: "year")),
    View(
      name: "by_form", question: "Which forms of document are there?", query: grouped("form", "documents DESC, form")),
    View(name: "by_level", question: "Which levels are there?", query: grouped("level", "documents DESC, level")),
    View(
      name: "by_status", question: "What became of everything that was found?",
      query: """
        SELECT status, count(*) AS documents, sum(size) AS bytes FROM documents GROUP BY status
        ORDER BY documents DESC, status
        """),
    View(
      name: "without_level", question: "Which documents have no level?",
      query: "SELECT id, path, form, date FROM documents WHERE status = 'checked' AND level IS NULL ORDER BY id"),
    View(
      name: "level_differs", question: "Where is the level not the one that the record gives?",
      query: """
        SELECT id, path, level, recorded_level FROM documents WHERE level IS NOT recorded_level
          AND recorded_level IS NOT NULL ORDER BY id
        """),
    View(
      name: "most_frequent", question: "Which hundred findings are there most often?",
      query: """
        SELECT rule, severity, message, count(*) AS findings, count(DISTINCT document) AS documents FROM findings
        GROUP BY rule, severity, message ORDER BY findings DESC, rule, message LIMIT 100
        """),
    View(
      name: "most_findings", question: "Which hundred documents have the most errors, then warnings?",
      query: """
        SELECT id, path, errors, warnings, infos FROM documents WHERE errors + warnings > 0
        ORDER BY errors DESC, warnings DESC, id LIMIT 100
        """),
    View(
      name: "unreadable", question: "What could not be read or judged, and why?",
      query: """
        SELECT id, path, status, problem FROM documents WHERE status NOT IN ('checked', 'not-applicable') ORDER BY id
        """),
  ]

  private static func grouped(_ expression: String, _ order: String, named name: String? = nil) -> String {
    """
    SELECT \(expression) AS \(name ?? expression), count(*) AS documents, sum(errors) AS errors,
      sum(warnings) AS warnings, sum(infos) AS infos
    FROM documents WHERE status = 'checked' GROUP BY \(expression) ORDER BY \(order)
    """
  }

  static var all: String {
    tables + "\n"
      + views.map { "CREATE VIEW \($0.name) AS\n\($0.query);" }.joined(separator: "\n")
      + "\nPRAGMA application_id = \(application);\nPRAGMA user_version = \(version);"
  }
}
