import MarkingModel

/// Where a marking stands in its document.
struct MarkingSpot: Sendable {
  /// As the contract names it: `header`, `footer`, `paragraph`, …
  var place: Word
  /// Whether it is the banner of the whole document.
  var isOverall: Bool
  /// Whether it is lined through.
  var isStruck: Bool
  /// Whether the text that it marks was taken out: nothing but labels stand there.
  var isWithheld: Bool

  /// Sets it on the node that was added last.
  func write(to document: inout DocumentWriter) {
    document.set(.place, place)
    document.set(.overall, isOverall)
    document.set(.struck, isStruck)
    document.set(.withheld, isWithheld)
  }
}
