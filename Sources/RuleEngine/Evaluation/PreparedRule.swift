import MarkingModel
import XMLKit

/// A rule with its contexts and tests as numbers. They are read when a document first comes to them.
struct PreparedRule {
  /// A stretch of the evaluator's clauses.
  var clauses: Range<Int>

  struct Clause {
    /// Index of its context among those of all rules.
    var context: Int
    /// A stretch of the evaluator's `clauseTests`.
    var tests: Range<Int>
  }
}

/// A test or a condition. It is evaluated over the table where that knows it, and by libxml2 where it does not.
enum PreparedTest {
  case unread
  case table(TableProgram.Index)
  /// With the index of what is known about it, where it looks at nothing but attributes of its element.
  case xpath(XPathMachine.Expression, answers: Int?)
}

/// What selects the nodes of one or more clauses, and what it selected in the present document.
struct PreparedContext {
  enum Selector {
    /// A stretch of the paths in `ContextSteps`.
    case paths(Range<Int>)
    case table([TableProgram.Index])
    case xpath(XPathMachine.Expression)
  }

  var selector: Selector
  var selection: [Int] = []
  /// The document for which `selection` was made.
  var generation = 0
}

/// A piece of a message.
enum PreparedPart {
  case text(String)
  case table(TableProgram.Index)
  case xpath(XPathMachine.Expression)
}
