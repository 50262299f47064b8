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
    var fields: [Range<Int>] = []
    var start = 0
    while start < table.count {
      let kind = table[start]
      fields.removeAll(keepingCapacity: true)
      var field = start
      var at = table.place(of: 0x09, or: 0x0A, from: field)
      while at < table.count, table[at] == 0x09 {
        fields.append(field..<at)
        field = at + 1
        at = table.place(of: 0x09, or: 0x0A, from: field)
      }
      fields.append(field..<at)
      guard fields[0].count == 1, decoder.add(kind, fields, of: table) else { return nil }
      start = at + 1
    }
    decoder.finish()
    return RuleLibrary(rules: decoder.rules, digests: decoder.digests)
  }

  /// The rules so far. A part of one is put into what it belongs to when the next begins.
  private struct Decoder {
    private(set) var rules: [Rule] = []
    private(set) var digests: [String: String] = [:]
    private var clauses: [Rule.Clause] = []
    private var assertions: [Rule.Assertion] = []
    private var message: [Rule.MessagePart] = []

    /// Adds one line of the kind that its first byte says; false where it cannot stand here.
    mutating func add(_ kind: UInt8, _ fields: [Range<Int>], of table: Span<UInt8>) -> Bool {
      switch (kind, fields.count) {
      case (UInt8(ascii: "R"), 10):
        finish()
        let id = text(table, fields[1])
        let reach = Rule.Reach(
          forms: words(table, fields[6]), from: Int(text(table, fields[7])), to: Int(text(table, fields[8])))
        rules.append(
          Rule(
            id: id, title: text(table, fields[3]), why: text(table, fields[4]), notes: [],
            isUnverified: !fields[5].isEmpty, reach: reach, clauses: [], examples: [], file: text(table, fields[2])))
        digests[id] = text(table, fields[9])
      case (UInt8(ascii: "N"), 2) where !rules.isEmpty: rules[rules.count - 1].notes.append(text(table, fields[1]))
      case (UInt8(ascii: "C"), 2) where !rules.isEmpty:
        finishClause()
        clauses.append(Rule.Clause(context: text(table, fields[1]), assertions: []))
      case (UInt8(ascii: "A"), 6) where !clauses.isEmpty:
        guard let severity = Severity(rawValue: text(table, fields[2])) else { return false }
        finishMessage()
        assertions.append(
          Rule.Assertion(
            id: text(table, fields[1]), severity: severity, authority: text(table, fields[3]),
            test: text(table, fields[4]), message: [],
            repair: fields[5].isEmpty ? nil : RepairKind(rawValue: text(table, fields[5]))))
      case (UInt8(ascii: "T"), 2) where !assertions.isEmpty: message.append(.text(text(table, fields[1])))
      case (UInt8(ascii: "V"), 2) where !assertions.isEmpty: message.append(.value(text(table, fields[1])))
      default: return false
      }
      return true
    }

    mutating func finish() {
      finishClause()
      if !clauses.isEmpty { rules[rules.count - 1].clauses = clauses }
      clauses = []
    }

    private mutating func finishClause() {
      finishMessage()
      if !assertions.isEmpty { clauses[clauses.count - 1].assertions = assertions }
      assertions = []
    }

    private mutating func finishMessage() {
      if !message.isEmpty { assertions[assertions.count - 1].message = message }
      message = []
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

  /// The words of a field: it holds no escapes.
  private static func words(_ table: Span<UInt8>, _ field: Range<Int>) -> [String] {
    var words: [String] = []
    var start = field.lowerBound
    for end in field where table[end] == 0x20 {
      words.append(text(table, start..<end))
      start = end + 1
    }
    if !field.isEmpty { words.append(text(table, start..<field.upperBound)) }
    return words
  }

  private static func text(_ table: Span<UInt8>, _ place: Range<Int>) -> String {
    let field = table.extracting(place)
    let escape = UInt8(ascii: "\\")
    // Few fields hold an escape.
    if field.place(of: escape, or: escape, from: 0) == field.count, let text = try? UTF8Span(validating: field) {
      return String(copying: text)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.count)
    var at = 0
    while at < field.count {
      if field[at] == UInt8(ascii: "\\"), at + 1 < field.count {
        at += 1
        switch field[at] {
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        default: bytes.append(field[at])
        }
      } else {
        bytes.append(field[at])
      }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
