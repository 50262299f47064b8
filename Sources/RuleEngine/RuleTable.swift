import MarkingModel

/// Rules in a compact form that loads without XML: one line a piece, tab between fields. For the rules that are embedded
/// when the program is built; they have been checked by then. Examples stay in the rule files.
package enum RuleTable {
  /// The rules of a library as lines.
  package static func encode(_ library: RuleLibrary) -> String {
    var lines: [String] = []
    func line(_ kind: String, _ fields: [String]) {
      lines.append(([kind] + fields.map(escaped)).joined(separator: "\t"))
    }
    for rule in library.rules {
      line(
        "R",
        [
          rule.id, rule.file, rule.title, rule.why, rule.isUnverified ? "unverified" : "",
          rule.reach.forms.joined(separator: " "), rule.reach.from.map(String.init) ?? "",
          rule.reach.to.map(String.init) ?? "", library.digests[rule.id] ?? "",
        ])
      for note in rule.notes { line("N", [note]) }
      for clause in rule.clauses {
        line("C", [clause.context])
        for assertion in clause.assertions {
          line(
            "A",
            [
              assertion.id, assertion.severity.rawValue, assertion.authority, assertion.test,
              assertion.repair?.rawValue ?? "",
            ])
          for part in assertion.message {
            switch part {
            case .text(let text): line("T", [text])
            case .value(let path): line("V", [path])
            }
          }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The library of a table, without examples; nil where the text is no such table. O(bytes).
  package static func decode(_ table: Span<UInt8>) -> RuleLibrary? {
    var decoder = Decoder()
    var fields: [String] = []
    var start = 0
    while start < table.count {
      let kind = table[start]
      fields.removeAll(keepingCapacity: true)
      var field = start
      var at = table.place(of: 0x09, or: 0x0A, from: field)
      while at < table.count, table[at] == 0x09 {
        fields.append(text(table, field, at))
        field = at + 1
        at = table.place(of: 0x09, or: 0x0A, from: field)
      }
      fields.append(text(table, field, at))
      guard fields[0].utf8.count == 1, decoder.add(kind, fields) else { return nil }
      start = at + 1
    }
    decoder.finish()
    return RuleLibrary(rules: decoder.rules, digests: decoder.digests)
  }

  /// The rules so far, and the parts of the last one that are not finished: they are put into what they belong to once.
  private struct Decoder {
    private(set) var rules: [Rule] = []
    private(set) var digests: [String: String] = [:]
    private var rule: Rule?
    private var clause: Rule.Clause?
    private var assertion: Rule.Assertion?

    /// Adds one line of the kind that its first byte says; false where it cannot stand here.
    mutating func add(_ kind: UInt8, _ fields: [String]) -> Bool {
      switch (kind, fields.count) {
      case (UInt8(ascii: "R"), 10):
        finish()
        rule = Rule(
          id: fields[1], title: fields[3], why: fields[4], notes: [], isUnverified: !fields[5].isEmpty,
          reach: Rule.Reach(
            forms: fields[6].utf8.split(separator: 0x20).map { String(Substring($0)) }, from: Int(fields[7]),
            to: Int(fields[8])),
          clauses: [], examples: [], file: fields[2])
        digests[fields[1]] = fields[9]
      case (UInt8(ascii: "N"), 2) where rule != nil: rule?.notes.append(fields[1])
      case (UInt8(ascii: "C"), 2) where rule != nil:
        finishClause()
        clause = Rule.Clause(context: fields[1], assertions: [])
      case (UInt8(ascii: "A"), 6) where clause != nil:
        guard let severity = Severity(rawValue: fields[2]) else { return false }
        finishAssertion()
        assertion = Rule.Assertion(
          id: fields[1], severity: severity, authority: fields[3], test: fields[4], message: [],
          repair: RepairKind(rawValue: fields[5]))
      case (UInt8(ascii: "T"), 2) where assertion != nil: assertion?.message.append(.text(fields[1]))
      case (UInt8(ascii: "V"), 2) where assertion != nil: assertion?.message.append(.value(fields[1]))
      default: return false
      }
      return true
    }

    mutating func finish() {
      finishClause()
      if let rule { rules.append(rule) }
      rule = nil
    }

    private mutating func finishClause() {
      finishAssertion()
      if let clause { rule?.clauses.append(clause) }
      clause = nil
    }

    private mutating func finishAssertion() {
      if let assertion { clause?.assertions.append(assertion) }
      assertion = nil
    }
  }

  // Tabs, line ends and backslashes inside a field are escaped; few fields hold any.
  private static func escaped(_ field: String) -> String {
    var out = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func text(_ table: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    let field = table.extracting(start..<end)
    let escape = UInt8(ascii: "\\")
    // Few fields hold an escape.
    if field.place(of: escape, or: escape, from: 0) == field.count, let text = try? UTF8Span(validating: field) {
      return String(copying: text)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    var at = start
    while at < end {
      if table[at] == UInt8(ascii: "\\"), at + 1 < end {
        at += 1
        switch table[at] {
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        default: bytes.append(table[at])
        }
      } else {
        bytes.append(table[at])
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
