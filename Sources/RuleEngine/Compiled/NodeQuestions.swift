/// What conditions ask of the nodes of one element.
struct NodeQuestions: Sendable {
  /// What they ask of one attribute, and so what of its value counts for them.
  struct Column: Sendable {
    let name: Int16
    /// Whether it is compared with literals, and whether it is asked to stand in an order to numbers. Otherwise it counts
    /// only whether it is there.
    private(set) var isRead = false
    private(set) var isOrdered = false
    /// The numbers that it is compared with, in their order: all between two of them are alike.
    private(set) var numbers: [Double] = []

    init(name: Int16) { self.name = name }

    mutating func compare(with value: CodedValue) {
      isRead = true
      if value.isNumber { add(Double(value.content)) }
    }

    mutating func compare(with number: Double) {
      isRead = true
      isOrdered = true
      // Nothing stands in any order to what is no number.
      if !number.isNaN { add(number) }
    }

    private mutating func add(_ number: Double) {
      let place = numbers.firstIndex { $0 >= number } ?? numbers.count
      if place == numbers.count || numbers[place] != number { numbers.insert(number, at: place) }
    }
  }

  /// Two attributes that are compared: nil for the order where it is about being the same.
  struct Comparison: Sendable, Equatable {
    var left: Program.Attribute
    var right: Program.Attribute
    var order: Program.Order?
    var isEqual = false
  }

  /// A key has a bit for each comparison.
  private static let most = 64

  var columns: [Column] = []
  /// Each with a condition that says it.
  private(set) var comparisons: [(comparison: Comparison, condition: Program.Index)] = []
  var asksForPlace = false

  mutating func note(_ attribute: Program.Attribute, _ question: (inout Column) -> Void = { _ in }) {
    guard attribute.isOwn else { return }
    let place = columns.firstIndex { $0.name == attribute.name } ?? columns.count
    if place == columns.count { columns.append(Column(name: attribute.name)) }
    question(&columns[place])
  }

  mutating func note(_ comparison: Comparison, _ condition: Program.Index) {
    note(comparison.left)
    note(comparison.right)
    let isKnown = comparisons.contains { $0.comparison == comparison }
    if comparison.isNear, !isKnown, comparisons.count < Self.most { comparisons.append((comparison, condition)) }
  }
}

extension NodeQuestions.Comparison {
  /// Nil for any other condition.
  init?(_ condition: Program.Condition) {
    switch condition {
    case .areSame(let left, let right, let isEqual):
      self.init(left: left, right: right, order: nil, isEqual: isEqual)
    case .areOrdered(let left, let order, let right): self.init(left: left, right: right, order: order)
    default: return nil
    }
  }

  /// Whether one of the two is the node's own: what is the same for many nodes need not count for each.
  var isNear: Bool { left.isOwn || right.isOwn }
}

extension Program.Attribute {
  /// Whether it is one of the node itself that a document sets: where a node stands is its own.
  @inline(__always) var isOwn: Bool { origin == .itself && name >= 0 }
}
