/// The days on which something was in use; an end that is nil is open.
package struct Period: Sendable, Hashable {
  /// The first day, as yyyymmdd.
  package var from: Int?
  /// The last day, as yyyymmdd.
  package var to: Int?

  package init(from: Int?, to: Int?) {
    self.from = from
    self.to = to
  }

  /// Whether it has neither beginning nor end.
  package var isOpen: Bool { from == nil && to == nil }
  /// Whether it had ended before `day`.
  package func isOver(on day: Int) -> Bool { to.map { day > $0 } ?? false }
  /// Whether it had not begun by `day`.
  package func isYetToCome(on day: Int) -> Bool { from.map { day < $0 } ?? false }
  package func contains(_ day: Int) -> Bool { !isOver(on: day) && !isYetToCome(on: day) }
}
