import MarkingModel
import XMLKit

/// What the clauses of rules are about, found once a document for all of them.
extension LibXML2Evaluator {
  /// What selects the nodes of one or more clauses: one of its alternatives, or several.
  struct Context {
    struct Alternative {
      /// Its place in `paths`.
      var path: Int
      /// Places in `conditions`: where one does not hold it selects nothing.
      var conditions: [Int]
    }

    var alternatives: [Alternative]
  }

  /// A path that contexts go, and what it selects in the present document.
  struct Path {
    var expression: XPathMachine.Expression
    /// The element that it is evaluated at; -1 for what is above the root.
    var start: Int
    /// The element that it begins with, `tags` in `tags/tag[@code]`: where there is none it selects nothing.
    var first: ElementName?
    var selection: [Int] = []
    /// The document for which `selection` was made.
    var generation = 0
  }

  /// Something that contexts ask of the document, and the answer in the present one.
  struct Condition {
    var expression: XPathMachine.Expression
    var holds = false
    var generation = 0
  }

  /// The nodes that a context selects in the present document, in its order.
  mutating func selection(of context: Int, for rule: Int) throws(EvaluationError) -> [Int] {
    let alternatives = contexts[context].alternatives
    if alternatives.count == 1 { return try selection(of: alternatives[0], for: rule) }
    var selection: Set<Int> = []
    for alternative in alternatives { selection.formUnion(try self.selection(of: alternative, for: rule)) }
    return selection.sorted()
  }

  private mutating func selection(
    of alternative: Context.Alternative, for rule: Int
  ) throws(EvaluationError) -> [Int] {
    let path = alternative.path
    if let first = paths[path].first, !names.contains(first) { return [] }
    for condition in alternative.conditions where try !holds(condition, for: rule) { return [] }
    if paths[path].generation == generation { return paths[path].selection }
    var selection: [Int] = []
    let (expression, start) = (paths[path].expression, paths[path].start)
    try evaluating(rule) { machine throws(XMLError) in try machine.select(expression, at: start, into: &selection) }
    paths[path].selection = selection
    paths[path].generation = generation
    return selection
  }

  /// The place of a context in `contexts`, to which it is added when it is new.
  mutating func number(ofContext text: String) -> Int {
    if let known = contextNumbers[text] { return known }
    let rooted = RootedPath.alternatives(of: text)?.map { rooted in
      Context.Alternative(
        path: number(ofPath: rooted.path, from: 0), conditions: rooted.conditions.map { number(ofCondition: $0) })
    }
    contexts.append(
      Context(alternatives: rooted ?? [.init(path: number(ofPath: text, from: -1), conditions: [])]))
    contextNumbers[text] = contexts.count - 1
    return contexts.count - 1
  }

  private mutating func number(ofPath text: String, from start: Int) -> Int {
    if let known = pathNumbers[text] { return known }
    paths.append(
      Path(expression: expression(text), start: start, first: start < 0 ? nil : Self.firstElement(of: text)))
    pathNumbers[text] = paths.count - 1
    return paths.count - 1
  }

  private mutating func number(ofCondition text: String) -> Int {
    if let known = conditionNumbers[text] { return known }
    conditions.append(Condition(expression: expression(text)))
    conditionNumbers[text] = conditions.count - 1
    return conditions.count - 1
  }

  private mutating func holds(_ condition: Int, for rule: Int) throws(EvaluationError) -> Bool {
    if conditions[condition].generation != generation {
      let expression = conditions[condition].expression
      conditions[condition].holds = try evaluating(rule) { machine throws(XMLError) in
        try machine.holds(expression, at: 0)
      }
      conditions[condition].generation = generation
    }
    return conditions[condition].holds
  }

  private static func firstElement(of path: String) -> ElementName? {
    let name = path.prefix { $0.isLetter || $0 == "-" }
    let next = path.dropFirst(name.count).first
    return next == nil || next == "[" || next == "/" ? ElementName(rawValue: String(name)) : nil
  }
}
