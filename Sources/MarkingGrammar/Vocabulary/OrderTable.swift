/// An Executive Order on classification in one of its wordings (reference section 5).
package struct OrderRegime: Sendable, Hashable {
  package var number: Int
  /// The days on which it governed original classification.
  package var period: Period
  /// Days before and after its first day on which the order before it is met as well.
  package var grace: Int
  /// The paragraph that lists the reasons ("1.4"); empty where telegrams gave none.
  package var reason: String
  /// The letters of its reasons.
  package var letters: String
  /// What may stand on an E.O. line under it (values of executive-order/@value).
  package var forms: [String]
}

/// The orders (`orders.tsv`), oldest first.
package struct OrderTable: Sendable {
  package private(set) var rows: [OrderRegime] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "orders.tsv", columns: ["number", "from", "to", "grace", "reason", "letters", "forms", "source"], bytes: bytes)
    while try table.advance() {
      rows.append(
        OrderRegime(
          number: try table.number(0), period: Period(from: try table.day(1), to: try table.day(2)),
          grace: table.text(3).isEmpty ? 0 : try table.number(3), reason: table.text(4), letters: table.text(5),
          forms: table.texts(6)))
    }
  }

  /// The wording in force on a day; nil before the first.
  package func regime(on day: Int) -> OrderRegime? { rows.first { $0.period.contains(day) } }

  /// Whether a number is that of an order in the table.
  package func isKnown(_ number: Int) -> Bool { rows.indices.contains { rows[$0].number == number } }
}
