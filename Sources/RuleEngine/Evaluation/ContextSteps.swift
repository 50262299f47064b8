import XMLKit

/// The steps of all contexts, those that contexts share once. A step is taken once a document; one of which nothing is
/// there costs nothing, and is not even read before something is.
struct ContextSteps {
  /// What selects among the children of the name.
  enum Kind {
    case all
    /// Not yet read: its place in `written`.
    case unread(Int)
    /// All of these must hold: a stretch of `conditions`. `whole` is the same as one expression, where that is cheaper
    /// for many children.
    case conditions(Range<Int>, whole: XPathMachine.Expression?)
    /// There is a position among the predicates, so that the step is evaluated as a whole.
    case table(TableProgram.Index)
    case xpath(XPathMachine.Expression)
  }

  struct Step {
    /// Index of the step above; -1 for the root.
    var parent: Int
    /// The position of its name in `ElementName.allCases`; -1 for a name that no document has.
    var element: Int16
    var kind: Kind
    var selection: [Int] = []
    /// The document for which `selection` was made.
    var generation = 0
  }

  /// A predicate of the root, and whether it holds in a document. Contexts ask the same in any order.
  struct Question {
    enum Kind {
      case unread(String)
      case conditions(Range<Int>)
      /// Evaluated above the root.
      case xpath(XPathMachine.Expression)
    }

    var kind: Kind
    var holds = false
    var generation = 0
  }

  /// One alternative of a context: what its last step selects, where the answer to every question is yes.
  struct Path {
    /// A stretch of `asked`.
    var questions: Range<Int>
    var last: Int
  }

  var steps: [Step] = []
  var written: [ContextPath.Step] = []
  /// Numbers of tests.
  var conditions: [Int] = []
  var questions: [Question] = []
  /// Numbers of questions.
  private(set) var asked: [Int] = []
  private(set) var paths: [Path] = []
  private var numbers: [StepKey: Int] = [:]
  private var questionNumbers: [String: Int] = [:]

  private struct StepKey: Hashable {
    var parent: Int
    var text: String
  }

  /// Adds the alternatives of a context and returns their places in `paths`. Predicates are read when they are needed.
  mutating func add(_ alternatives: [ContextPath], _ compiler: borrowing TableCompiler) -> Range<Int> {
    let first = paths.count
    for alternative in alternatives {
      let firstAsked = asked.count
      var last = -1
      for (depth, step) in alternative.steps.enumerated() {
        var step = step
        if depth == 0 {
          for predicate in step.predicates { asked.append(question(predicate)) }
          step = ContextPath.Step(name: step.name, text: step.name)
        }
        last = number(of: step, below: last, compiler)
      }
      paths.append(Path(questions: firstAsked..<asked.count, last: last))
    }
    return first..<paths.count
  }

  private mutating func question(_ predicate: String) -> Int {
    if let known = questionNumbers[predicate] { return known }
    questions.append(Question(kind: .unread(predicate)))
    questionNumbers[predicate] = questions.count - 1
    return questions.count - 1
  }

  private mutating func number(
    of step: ContextPath.Step, below parent: Int, _ compiler: borrowing TableCompiler
  ) -> Int {
    let key = StepKey(parent: parent, text: step.text)
    if let known = numbers[key] { return known }
    var kind = Kind.all
    if !step.predicates.isEmpty {
      written.append(step)
      kind = .unread(written.count - 1)
    }
    steps.append(Step(parent: parent, element: compiler.element(step.name) ?? -1, kind: kind))
    numbers[key] = steps.count - 1
    return steps.count - 1
  }
}
