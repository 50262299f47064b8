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
          line("A", [assertion.id, assertion.severity.rawValue, assertion.authority, assertion.test])
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
    var rules: [Rule] = []
    var digests: [String: String] = [:]
    var start = 0
    while start < table.count {
      var fields: [String] = []
      var field = start
      var at = start
      while at < table.count, table[at] != 0x0A {
        if table[at] == 0x09 {
          fields.append(text(table, field, at))
          field = at + 1
        }
        at += 1
      }
      fields.append(text(table, field, at))
      guard add(fields, to: &rules) else { return nil }
      if fields[0] == "R" { digests[fields[1]] = fields[9] }
      start = at + 1
    }
    return RuleLibrary(rules: rules, digests: digests)
  }

  private static func add(_ fields: [String], to rules: inout [Rule]) -> Bool {
    let rule = rules.count - 1
    switch (fields[0], fields.count) {
    case ("R", 10):
      rules.append(
        Rule(
          id: fields[1], title: fields[3], why: fields[4], notes: [], isUnverified: !fields[5].isEmpty,
          reach: Rule.Reach(
            forms: fields[6].split(separator: " ").map(String.init), from: Int(fields[7]), to: Int(fields[8])),
          clauses: [], examples: [], file: fields[2]))
      return true
    case ("N", 2) where rule >= 0:
      rules[rule].notes.append(fields[1])
      return true
    case ("C", 2) where rule >= 0:
      rules[rule].clauses.append(Rule.Clause(context: fields[1], assertions: []))
      return true
    case ("A", 5) where rule >= 0 && !rules[rule].clauses.isEmpty:
      guard let severity = Severity(rawValue: fields[2]) else { return false }
      let assertion = Rule.Assertion(
        id: fields[1], severity: severity, authority: fields[3], test: fields[4], message: [])
      rules[rule].clauses[rules[rule].clauses.count - 1].assertions.append(assertion)
      return true
    case ("T", 2): return add(.text(fields[1]), to: &rules)
    case ("V", 2): return add(.value(fields[1]), to: &rules)
    default: return false
    }
  }

  private static func add(_ part: Rule.MessagePart, to rules: inout [Rule]) -> Bool {
    guard let rule = rules.indices.last, let clause = rules[rule].clauses.indices.last,
      let assertion = rules[rule].clauses[clause].assertions.indices.last
    else { return false }
    rules[rule].clauses[clause].assertions[assertion].message.append(part)
    return true
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
    var at = start
    while at < end, table[at] != UInt8(ascii: "\\") { at += 1 }
    // Few fields hold an escape.
    if at == end, let text = try? UTF8Span(validating: table.extracting(start..<end)) { return String(copying: text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end - start)
    at = start
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
