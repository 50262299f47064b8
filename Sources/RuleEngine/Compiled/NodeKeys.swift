import MarkingModel

/// What counts of the nodes of each element: nodes whose values come to the same codes, and of which the same comparisons
/// hold, are alike. Everything stands in lists for all elements, one after the other.
struct NodeKeys: Sendable {
  /// An attribute that counts.
  struct Column: BitwiseCopyable, Sendable {
    var name: Int16
    /// Whether a text must be known as the literal that it is equal to, and whether it is compared with numbers.
    var isRead: Bool
    var isOrdered: Bool
    /// A stretch of `numbers`, in their order.
    var first: Int32
    var end: Int32
  }

  /// By element: where its columns begin; one more for the end. And the same of `comparisons`.
  private(set) var starts: [Int32] = [0]
  private(set) var columns: [Column] = []
  private(set) var numbers: [Double] = []
  private(set) var comparisonStarts: [Int32] = [0]
  /// Conditions that compare an attribute of the node with another one.
  private(set) var comparisons: [Program.Index] = []
  /// By element: whether it counts that a node is the first or the last of its name.
  private(set) var asksForPlace: [Bool] = []

  init(_ elements: [NodeQuestions] = Array(repeating: NodeQuestions(), count: ElementName.allCases.count)) {
    for element in elements {
      for column in element.columns {
        let first = Int32(numbers.count)
        numbers += column.numbers
        columns.append(
          Column(
            name: column.name, isRead: column.isRead, isOrdered: column.isOrdered, first: first,
            end: Int32(numbers.count)))
      }
      starts.append(Int32(columns.count))
      comparisons += element.comparisons.map(\.condition)
      comparisonStarts.append(Int32(comparisons.count))
      asksForPlace.append(element.asksForPlace)
    }
  }

  /// A stretch of `columns`.
  @inline(__always)
  func columns(of element: Int) -> Range<Int> { Int(starts[element])..<Int(starts[element + 1]) }

  /// A stretch of `comparisons`.
  @inline(__always)
  func comparisons(of element: Int) -> Range<Int> {
    Int(comparisonStarts[element])..<Int(comparisonStarts[element + 1])
  }

  /// What an attribute that is not there counts as.
  static var absent: Int32 { 0 }
  /// It is there, and none of what it is compared with.
  private static var other: Int32 { 1 }
  /// A text that is not known yet.
  static var unread: Int32 { -1 }
  /// A text that is compared with numbers: each may be another one.
  static var alone: Int32 { -2 }

  /// What a value counts as that is there.
  @inline(__always)
  static func code(of value: CodedValue, _ column: Column, _ numbers: Span<Double>) -> Int32 {
    if value.isNumber {
      return column.first == column.end ? other : code(of: Double(value.content), column, numbers)
    }
    if value.isSymbol { return column.isRead ? Int32(truncatingIfNeeded: value.content << 1 &+ 3) : other }
    if value.isUnread, column.isRead { return unread }
    return column.isOrdered ? alone : other
  }

  /// Which of the numbers it is, or between which it lies.
  @inline(__always)
  private static func code(of number: Double, _ column: Column, _ numbers: Span<Double>) -> Int32 {
    var place = Int(column.first)
    while place < Int(column.end), numbers[place] < number { place &+= 1 }
    let isOne = place < Int(column.end) && numbers[place] == number
    return Int32(truncatingIfNeeded: (place &- Int(column.first)) << 2 &+ (isOne ? 4 : 2))
  }
}
