/// Expressions compiled to rows of numbers that refer to each other: they are evaluated without touching a reference
/// count, which is what most of the time would go to otherwise.
struct TableProgram {
  typealias Index = Int32

  enum Axis {
    case child, parent, precedingSibling, followingSibling, itself
  }

  /// A predicate that is a number.
  enum Place {
    case any, first, last
  }

  /// Conditions that must all hold: a stretch of `lists`.
  struct List {
    var start: Index = 0
    var count: Index = 0
  }

  struct Step {
    var axis: Axis
    /// An element's ordinal; -1 takes every element.
    var element: Int16
    /// What must hold at a node before its position counts, and after.
    var before = List()
    var place = Place.any
    var after = List()
  }

  /// From the node itself or from the document, along steps, to nodes or to an attribute of theirs.
  struct Path {
    var isAbsolute: Bool
    /// A stretch of `steps`.
    var steps: List
    /// Its ordinal (`TablePlace` for the place's); nil where the path leads to elements.
    var attribute: Int16?
    /// Whether it meets its nodes in document order and each once.
    var isInOrder: Bool
  }

  /// A boolean expression.
  enum Condition {
    case constant(Bool)
    case not(Index)
    case and(Index, Index)
    case or(Index, Index)
    case exists(path: Index)
    /// Whether some attribute has this value, or for `isEqual` false another one.
    case value(path: Index, TableValue, isEqual: Bool)
    /// Whether some attribute stands in this order to a number.
    case order(path: Index, Order, number: Index)
    /// Whether some two attributes have the same value, or for `isEqual` false different ones.
    case same(path: Index, other: Index, isEqual: Bool)
    /// Whether some two attributes stand in this order as numbers.
    case pair(path: Index, Order, other: Index)
    case numbers(Index, Order, Index)
    case contains(text: Index, part: Index)
    case startsWith(text: Index, part: Index)
  }

  /// A number.
  enum Number {
    case constant(Double)
    /// The first attribute of a path as a number; not a number where there is none.
    case first(path: Index)
    case count(path: Index)
    /// The length of a text, in characters.
    case length(text: Index)
    case negated(Index)
    case binary(Index, Operation, Index)
  }

  enum Operation {
    case plus, minus, times, divided, modulo
  }

  /// A text.
  enum Text {
    case literal(Index)
    /// The value of the first attribute of a path; empty where there is none.
    case first(path: Index)
    case concat(Index, Index)
  }

  /// A comparison of numbers. Nothing is equal to what is no number, and everything differs from it (IEEE 754).
  enum Order {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  var conditions: [Condition] = []
  var lists: [Index] = []
  var steps: [Step] = []
  var paths: [Path] = []
  var numbers: [Number] = []
  var texts: [Text] = []
  var literals: [[UInt8]] = []
}

extension TableProgram.Order {
  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// The order seen from the other side.
  var reversed: TableProgram.Order {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
