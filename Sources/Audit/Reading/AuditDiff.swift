/// Compares two audits: what is new, what is fixed, what is unchanged. Documents are the same where their paths are.
package struct AuditDiff: Sendable {
  package enum Change: String, Sendable, CaseIterable {
    case new
    case fixed
    case unchanged
  }

  /// How many findings of each severity.
  package private(set) var counts: [Change: [String: Int]] = [:]
  /// How many documents are only in the new audit, only in the old one, and in both.
  package private(set) var added = 0
  package private(set) var gone = 0
  package private(set) var common = 0

  package func count(_ change: Change) -> Int { counts[change, default: [:]].values.reduce(0, +) }

  /// Goes through both files side by side and calls `found` for every finding that is in one of them only.
  package init(
    _ old: AuditFile, _ new: AuditFile,
    found: (Change, _ path: String, AuditDocument.Finding) throws(AuditError) -> Void
  ) throws(AuditError) {
    let olds = try AuditDocuments(old, .path)
    let news = try AuditDocuments(new, .path)
    var before = try olds.next()
    var after = try news.next()
    while before != nil || after != nil {
      let isOld = after.map { after in before.map { Self.precedes($0.path, after.path) } ?? false } ?? true
      let isNew = before.map { before in after.map { Self.precedes($0.path, before.path) } ?? false } ?? true
      let path = (isOld ? before : after)?.path ?? ""
      let (fixed, fresh, kept) = Self.compare(
        isNew ? [] : before?.findings ?? [], isOld ? [] : after?.findings ?? [])
      if isOld { gone += 1 } else if isNew { added += 1 } else { common += 1 }
      for (change, findings) in [(Change.new, fresh), (.fixed, fixed), (.unchanged, kept)] {
        for finding in findings {
          counts[change, default: [:]][finding.severity, default: 0] += 1
          if change != .unchanged { try found(change, path, finding) }
        }
      }
      if !isNew { before = try olds.next() }
      if !isOld { after = try news.next() }
    }
  }

  /// In order of bytes, as SQLite sorts.
  private static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  private struct Key: Hashable {
    var rule: String
    var assertion: String
    var message: String
    var line: Int
    var column: Int
  }

  /// Pairs the findings of one document: first those that are equal in everything, then those that say the same in another
  /// line, then those of the same assertion.
  static func compare(
    _ old: [AuditDocument.Finding], _ new: [AuditDocument.Finding]
  ) -> (fixed: [AuditDocument.Finding], new: [AuditDocument.Finding], unchanged: [AuditDocument.Finding]) {
    var old = old
    var new = new
    var unchanged: [AuditDocument.Finding] = []
    let keys: [(AuditDocument.Finding) -> Key] = [
      { Key(rule: $0.rule, assertion: $0.assertion, message: $0.message, line: $0.line, column: $0.column) },
      { Key(rule: $0.rule, assertion: $0.assertion, message: $0.message, line: 0, column: 0) },
      { Key(rule: $0.rule, assertion: $0.assertion, message: "", line: 0, column: 0) },
    ]
    for key in keys where !old.isEmpty && !new.isEmpty {
      var left: [Key: Int] = [:]
      for finding in old { left[key(finding), default: 0] += 1 }
      var matched: [Key: Int] = [:]
      new.removeAll { finding in
        guard let count = left[key(finding)], count > 0 else { return false }
        left[key(finding)] = count - 1
        matched[key(finding), default: 0] += 1
        unchanged.append(finding)
        return true
      }
      old.removeAll { finding in
        guard let count = matched[key(finding)], count > 0 else { return false }
        matched[key(finding)] = count - 1
        return true
      }
    }
    return (old, new, unchanged)
  }
}
