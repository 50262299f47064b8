import MarkingModel

/// The rules of a set as far as they are compiled: rows of numbers again, with the program that they are about.
struct RulePlan: Sendable {
  typealias Index = Program.Index

  /// What is known of a rule.
  enum State: UInt8, BitwiseCopyable {
    /// Nobody asked yet.
    case unread
    case compiled
    /// It is outside the subset: libxml2 evaluates it.
    case outside
  }

  struct Row: Sendable {
    var state = State.unread
    /// A stretch of `elements`: those that each alternative of its contexts needs to be there.
    var elements: Range<Int>
    /// A stretch of `clauses`.
    var clauses = 0..<0
    /// Whether what it selects can be told node by node: it stands among the candidates.
    var isByNode = false
    /// What its contexts ask of the document's own node: places in `RulePlan.questions`, each once.
    var questions: [Int] = []
  }

  struct Clause: Sendable {
    /// Its place in `contexts`.
    var context: Int
    /// A stretch of `tests`.
    var tests: Range<Int>
  }

  /// What selects the nodes of clauses: a stretch of `alternatives`.
  struct Context: Sendable {
    var alternatives: Range<Int>
  }

  /// One alternative: what its last step selects, where every question about the document is answered with yes.
  struct Alternative: Sendable {
    enum Selector: BitwiseCopyable {
      /// The document's own node.
      case document
      /// Its place in `steps`.
      case step(Int)
      /// A path that is walked as a whole.
      case path(Index)
    }

    /// Its place in `gates`.
    var gate: Int
    var selector: Selector
  }

  /// A step below the document, which contexts share that begin alike. It is taken once a document.
  struct Step: BitwiseCopyable {
    /// The step above; -1 for the document's own node.
    var parent: Int
    /// The element that it selects.
    var element: Int16
    /// Its row in the program.
    var row: Index
    /// What must hold at a child; nil where its position counts.
    var conditions: Program.List?
  }

  /// One alternative of a clause, among those that may select a node of an element.
  struct Candidate: BitwiseCopyable {
    var rule: Int32
    var clause: Int32
    var gate: Int32
    /// Its last step; -1 where it selects the document's own node.
    var step: Int32
  }

  /// A piece of a message.
  enum MessagePart: Sendable {
    case text(String)
    case value(Index)
  }

  var program = Program()
  var rows: [Row]
  var elements: [ElementSet] = []
  var clauses: [Clause] = []
  var tests: [Index] = []
  /// By test.
  var messages: [[MessagePart]] = []
  var contexts: [Context] = []
  var alternatives: [Alternative] = []
  /// Questions that must all be answered with yes: stretches of `asked`. Contexts have few different ones.
  var gates: [Range<Int>] = []
  /// Places in `questions`.
  var asked: [Int] = []
  /// Conditions on the document's own node, each once.
  var questions: [Index] = []
  var steps: [Step] = []
  /// By element, those of a rule together and in the order of its clauses.
  var candidates: [[Candidate]]
  /// What of nodes decides whether they are alike.
  var keys = NodeKeys()

  init(rows: [Row]) {
    self.rows = rows
    candidates = Array(repeating: [], count: ElementName.allCases.count)
  }
}
