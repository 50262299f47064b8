/// Expressions compiled to rows of numbers that refer to each other: they are evaluated without touching a reference
/// count, which is what most of the time would go to otherwise.
struct Program: Sendable {
  typealias Index = Int32

  /// Where a path or an attribute begins.
  enum Origin: UInt8, BitwiseCopyable {
    case itself, parent
    /// The document's own node, whatever the node is.
    case document
    /// What is above it.
    case root
  }

  enum Axis: UInt8, BitwiseCopyable {
    case child, parent, precedingSibling, followingSibling, itself, descendant, descendantOrSelf, ancestor
    case ancestorOrSelf, following, preceding
  }

  enum NodeTest: BitwiseCopyable {
    /// An element's ordinal.
    case element(Int16)
    case anyElement, anyNode
    /// A text, a comment, a name that no document has.
    case nothing
  }

  /// One attribute of one node near by; its ordinal, or that of `PlaceAttribute`.
  struct Attribute: BitwiseCopyable, Equatable {
    var origin: Origin
    var name: Int16
  }

  /// Conditions that must all hold: a stretch of `lists`.
  struct List: BitwiseCopyable {
    var start: Index = 0
    var count: Index = 0
    var range: Range<Int> { Int(start)..<Int(start + count) }
  }

  /// What a step asks about positions.
  enum Place: UInt8, BitwiseCopyable {
    case any
    /// `[1]` or `[last()]`, between the conditions before and after it.
    case first, last
    /// Predicates one after the other, each of which may ask for the position.
    case general
  }

  struct Step: BitwiseCopyable {
    var axis: Axis
    var test: NodeTest
    /// What must hold at a node before its position counts, and after; with a general place all of its predicates stand
    /// in `before`, those that are a number as the condition that the position equals it.
    var before = List()
    var place = Place.any
    var after = List()
  }

  /// From a node along steps to nodes or to an attribute of theirs.
  struct Path: BitwiseCopyable {
    var origin: Origin
    /// A stretch of `steps`.
    var steps: List
    /// nil where the path leads to elements.
    var attribute: Int16?
    /// Whether it meets its nodes in the order of the tree, and whether each once.
    var isInOrder: Bool
    var isDistinct: Bool
  }

  /// A boolean expression.
  enum Condition: BitwiseCopyable {
    case constant(Bool)
    case not(Index)
    case and(Index, Index)
    case or(Index, Index)
    case has(Attribute)
    /// Whether an attribute is there and has this value, or for `isEqual` false another one.
    case isValue(Attribute, CodedValue, isEqual: Bool)
    /// Whether an attribute is there and stands in this order to a number.
    case isNumber(Attribute, Order, Double)
    /// Whether two attributes are there and have the same value, or for `isEqual` false different ones.
    case areSame(Attribute, Attribute, isEqual: Bool)
    case areOrdered(Attribute, Order, Attribute)
    /// Whether an attribute is there and stands in this order to a number that must be found out.
    case isOrdered(Attribute, Order, number: Index)
    case exists(path: Index)
    /// The same of some attribute, or of the empty text of some element, that a path leads to.
    case value(path: Index, CodedValue, isEqual: Bool)
    case order(path: Index, Order, number: Index)
    case text(path: Index, text: Index, isEqual: Bool)
    case same(path: Index, other: Index, isEqual: Bool)
    case pair(path: Index, Order, other: Index)
    case numbers(Index, Order, Index)
    case texts(Index, Index, isEqual: Bool)
    case conditions(Index, Index, isEqual: Bool)
    case isNotZero(number: Index)
    case isNotEmpty(text: Index)
    case contains(text: Index, part: Index)
    case startsWith(text: Index, part: Index)
    /// What is the same at every node of a document: evaluated once for each, and kept at `place`.
    case once(Index, place: Index)
  }

  /// A number.
  enum Number: BitwiseCopyable {
    case constant(Double)
    case attribute(Attribute)
    /// The first node of a path as a number; not a number where there is none.
    case first(path: Index)
    case count(path: Index)
    case sum(path: Index)
    /// The length of a text, in characters.
    case length(text: Index)
    case ofText(Index)
    /// 1 or 0.
    case ofCondition(Index)
    case negated(Index)
    case floor(Index)
    case ceiling(Index)
    case round(Index)
    case binary(Index, Operation, Index)
    case position, size
  }

  enum Operation: UInt8, BitwiseCopyable {
    case plus, minus, times, divided, modulo
  }

  /// A text.
  enum Text: BitwiseCopyable {
    case literal(Index)
    case attribute(Attribute)
    /// The value of the first node of a path; empty where there is none.
    case first(path: Index)
    /// The name of the first node of a path; empty where there is none.
    case name(path: Index)
    case concat(Index, Index)
    case ofNumber(Index)
    case ofCondition(Index)
    case before(text: Index, sign: Index)
    case after(text: Index, sign: Index)
    /// `length` is -1 for the rest of the text.
    case substring(text: Index, start: Index, length: Index)
    case normalized(Index)
    case translated(Index, from: Index, to: Index)
  }

  /// A comparison of numbers. Nothing is equal to what is no number, and everything differs from it (IEEE 754).
  enum Order: UInt8, BitwiseCopyable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  var conditions: [Condition] = []
  var lists: [Index] = []
  var steps: [Step] = []
  var paths: [Path] = []
  var numbers: [Number] = []
  var texts: [Text] = []
  var literals: [[UInt8]] = []
  /// The symbols of those literals that no document's vocabulary has, and the values that texts are found to have.
  var symbols: [[UInt8]] = []
  /// The values of literals.
  var values = TextMap<CodedValue>()
  /// How many conditions are evaluated once a document.
  var onceCount = 0
  /// The attributes that are named, in the order in which they were met.
  var attributes: [Int16] = []
}

extension Program.Order {
  @inline(__always)
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
  var reversed: Program.Order {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
