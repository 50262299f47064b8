import XMLKit

/// The steps of all contexts, those that contexts share once: each is taken once a document, and one of which nothing
/// is there costs nothing.
struct ContextSteps {
  enum Kind {
    /// The children with that name, by its position in `ElementName.allCases`; -1 for a name that no document has.
    case children(Int16)
    /// Those of the children with that name of which all conditions hold. `whole` is the same as one expression,
    /// where that is cheaper for many children.
    case conditions(Int16, [PreparedRule.Test], whole: XPathMachine.Expression?)
    /// The children with that name and a position, as XPath counts it.
    case position(Int16, XPathMachine.Expression)
  }

  struct Step {
    var kind: Kind
    /// Index of the step above; -1 for the root.
    var parent: Int
    var selection: [Int] = []
    /// The document for which `selection` was made.
    var generation = 0
  }

  /// One alternative of a context: what its last step selects, where the answer to every question is yes.
  struct Path {
    var questions: [Int] = []
    var last = -1
  }

  /// A condition of the root, and whether it holds in a document. Contexts ask the same in any order.
  struct Question {
    var test: PreparedRule.Test
    var holds = false
    var generation = 0
  }

  var steps: [Step] = []
  var questions: [Question] = []
  private var numbers: [String: Int] = [:]
  private var questionNumbers: [String: Int] = [:]

  /// The number of a step below another, by what is written; nil where it is new.
  func number(of text: String, below parent: Int) -> Int? { numbers["\(parent) \(text)"] }

  mutating func add(_ text: String, below parent: Int, _ kind: Kind) -> Int {
    steps.append(Step(kind: kind, parent: parent))
    numbers["\(parent) \(text)"] = steps.count - 1
    return steps.count - 1
  }

  /// The number of a question, by what is written; nil where it is new.
  func question(_ text: String) -> Int? { questionNumbers[text] }

  mutating func add(_ question: String, _ test: PreparedRule.Test) -> Int {
    questions.append(Question(test: test))
    questionNumbers[question] = questions.count - 1
    return questions.count - 1
  }
}
