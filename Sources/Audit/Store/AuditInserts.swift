import MarkingModel
import SQLiteKit

/// The prepared statements that fill an audit file. Texts go from the answer of a worker to the database as the bytes that
/// they are.
final class AuditInserts {
  /// What was said of one document.
  struct Counts {
    var status: DocumentStatus
    var errors = 0
    var warnings = 0
    var infos = 0
  }

  private let document: Statement
  private let finding: Statement
  private let archive: Statement
  private let ruleSet: Statement
  private let rule: Statement
  /// The profile of the document before: most have the same.
  private var profile: [UInt8] = []
  private let severities = DocumentAnswer.severities.map(\.rawValue)
  private let words = DocumentStatus.allCases.map(\.word)

  init(_ database: Database) throws(AuditError) {
    func prepare(_ table: String, _ columns: Int) throws(AuditError) -> Statement {
      let values = repeatElement("?", count: columns).joined(separator: ",")
      return try AuditFile.failing { () throws(SQLiteError) in
        try database.prepare("INSERT INTO \(table) VALUES(\(values))")
      }
    }
    document = try prepare("documents", 17)
    finding = try prepare("findings", 11)
    archive = try prepare("archives", 5)
    ruleSet = try prepare("rule_sets", 2)
    rule = try prepare("rules", 4)
  }

  private func bind(_ entry: AuditBatch.Entry, to statement: Statement) {
    statement.bind(1, entry.id)
    if let text = StoredPath.text(entry.path) {
      statement.bind(2, text)
      statement.bind(3, blob: entry.path)
    } else {
      statement.bind(2, utf8: entry.path.span)
      statement.bind(3, blob: nil)
    }
  }

  private func run(_ statement: Statement) throws(AuditError) {
    try AuditFile.failing { () throws(SQLiteError) in try statement.run() }
  }

  func insert(archive entry: AuditBatch.Entry, members: Int) throws(AuditError) {
    bind(entry, to: archive)
    archive.bind(4, entry.size)
    archive.bind(5, members)
    try run(archive)
  }

  /// A document that no worker judged.
  func insert(_ entry: AuditBatch.Entry, _ status: DocumentStatus, problem: String) throws(AuditError) -> Counts {
    var record = WireWriter()
    DocumentAnswer.write(status, digest: "", problem: problem, to: &record)
    return try insert(entry, record: 4..<record.bytes.count, in: record.bytes) { _ throws(AuditError) in }
  }

  /// A document and its findings, from the record of a worker. `needing` is told of a profile before the first document
  /// that it judged.
  func insert(
    _ entry: AuditBatch.Entry, record: Range<Int>, in frame: [UInt8], needing: ([UInt8]) throws(AuditError) -> Void
  ) throws(AuditError) -> Counts {
    var reader = WireReader(record)
    let bytes = frame.span
    let counts: Counts
    let findings: Int
    do throws(WireError) {
      counts = try bindDocument(entry, &reader, bytes)
      findings = try reader.number(bytes)
    } catch {
      throw .wrongAnswer
    }
    try needing(profile)
    try run(document)
    for number in 0..<findings {
      do throws(WireError) {
        try bindFinding(entry.id, number + 1, &reader, bytes)
      } catch {
        throw .wrongAnswer
      }
      try run(finding)
    }
    return counts
  }

  private func bindDocument(
    _ entry: AuditBatch.Entry, _ reader: inout WireReader, _ bytes: Span<UInt8>
  ) throws(WireError) -> Counts {
    guard let status = DocumentStatus(rawValue: try reader.byte(bytes)) else { throw WireError() }
    bind(entry, to: document)
    document.bind(4, entry.size)
    try bindText(5, of: document, &reader, bytes)
    document.bind(6, words[Int(status.rawValue)])
    try bindText(7, of: document, &reader, bytes)
    let range = try bindText(8, of: document, &reader, bytes)
    if !holds(profile, range, bytes) {
      profile = []
      for index in range { profile.append(bytes[index]) }
    }
    for column in Int32(9)...14 { try bindText(column, of: document, &reader, bytes) }
    let counts = Counts(
      status: status, errors: try reader.number(bytes), warnings: try reader.number(bytes),
      infos: try reader.number(bytes))
    document.bind(15, counts.errors)
    document.bind(16, counts.warnings)
    document.bind(17, counts.infos)
    return counts
  }

  /// An empty text is none.
  @discardableResult
  private func bindText(
    _ column: Int32, of statement: Statement, _ reader: inout WireReader, _ bytes: Span<UInt8>
  ) throws(WireError) -> Range<Int> {
    let range = try reader.textRange(bytes)
    bind(column, of: statement, range, bytes)
    return range
  }

  private func bind(_ column: Int32, of statement: Statement, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    if range.isEmpty { return statement.bind(column, nil as Int?) }
    statement.bind(column, utf8: bytes.extracting(range))
  }

  private func holds(_ profile: [UInt8], _ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard profile.count == range.count else { return false }
    for index in profile.indices where profile[index] != bytes[range.lowerBound + index] { return false }
    return true
  }

  private func bindFinding(
    _ document: Int, _ number: Int, _ reader: inout WireReader, _ bytes: Span<UInt8>
  ) throws(WireError) {
    let severity = Int(try reader.byte(bytes))
    guard severity < severities.count else { throw WireError() }
    finding.bind(1, document)
    finding.bind(2, number)
    try bindText(3, of: finding, &reader, bytes)
    try bindText(4, of: finding, &reader, bytes)
    finding.bind(5, severities[severity])
    for column in Int32(6)...10 { finding.bind(column, try reader.number(bytes)) }
    let message = try reader.textRange(bytes)
    finding.bind(11, utf8: bytes.extracting(message))
  }

  /// A rule set as a worker announced it.
  func insert(rules frame: Frame) throws(AuditError) {
    var reader = frame.reader
    let bytes = frame.body.span
    let profile: String
    let count: Int
    do throws(WireError) {
      profile = try reader.text(bytes)
      ruleSet.bind(1, profile)
      ruleSet.bind(2, try reader.text(bytes))
      count = try reader.number(bytes)
    } catch {
      throw .wrongAnswer
    }
    for _ in 0..<count {
      do throws(WireError) { try bindRule(of: profile, &reader, bytes) } catch { throw .wrongAnswer }
      try run(rule)
    }
    try run(ruleSet)
  }

  private func bindRule(of profile: String, _ reader: inout WireReader, _ bytes: Span<UInt8>) throws(WireError) {
    rule.bind(1, profile)
    rule.bind(2, try reader.text(bytes))
    let severity = Int(try reader.byte(bytes))
    guard severity < severities.count else { throw WireError() }
    rule.bind(3, severities[severity])
    rule.bind(4, try reader.text(bytes))
  }
}
