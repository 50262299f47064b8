import MarkingModel
import XMLKit

/// What libxml2 answered to one expression in the present document.
///
/// An expression that names nothing but attributes of its own element has the same value for every element with the same
/// ones, and the elements of a document are alike: it is evaluated once for each combination of values.
struct Answers {
  /// The attributes, by their positions in `AttributeName.allCases` or `TablePlace`.
  let attributes: [Int16]
  /// For each answer the values of the attributes, one after the other.
  private var values: [TableValue?] = []
  private var known: [Bool] = []
  private var generation = 0

  /// More combinations than that are not kept: the expression tells each element from all others.
  private static let most = 8

  /// Nil for an expression that looks elsewhere.
  init?(_ expression: XPathExpression, _ compiler: borrowing TableCompiler) {
    var attributes: [Int16] = []
    guard Self.collect(expression, compiler, &attributes), attributes.count <= 4 else { return nil }
    self.attributes = attributes
  }

  private static func collect(
    _ expression: XPathExpression, _ compiler: borrowing TableCompiler, _ attributes: inout [Int16]
  ) -> Bool {
    switch expression {
    case .binary(_, let left, let right):
      return collect(left, compiler, &attributes) && collect(right, compiler, &attributes)
    case .negated(let inner): return collect(inner, compiler, &attributes)
    case .literal, .number: return true
    case .variable: return false
    case .call(let name, let arguments, _):
      // Without arguments many functions are about the node itself.
      guard !arguments.isEmpty || name == "true" || name == "false", name != "lang", name != "id" else { return false }
      for argument in arguments where !collect(argument, compiler, &attributes) { return false }
      return true
    case .path(let path):
      guard path.start == .context, path.predicates.isEmpty, path.steps.count == 1, let step = path.steps.first,
        step.axis == .attribute, step.predicates.isEmpty, case .name(let name) = step.test,
        let ordinal = compiler.attribute(name)
      else { return false }
      if !attributes.contains(ordinal) { attributes.append(ordinal) }
      return true
    }
  }

  /// The answer for a node; nil where none is known.
  mutating func answer(_ generation: Int, _ view: borrowing TableView, at node: Int) -> Bool? {
    if self.generation != generation {
      self.generation = generation
      values.removeAll(keepingCapacity: true)
      known.removeAll(keepingCapacity: true)
    }
    for answer in known.indices where agrees(answer, view, node) { return known[answer] }
    return nil
  }

  private func agrees(_ answer: Int, _ view: borrowing TableView, _ node: Int) -> Bool {
    let first = answer * attributes.count
    for place in attributes.indices where values[first + place] != view.value(attributes[place], of: node) {
      return false
    }
    return true
  }

  /// Keeps the answer for a node of the document that was asked about last.
  mutating func keep(_ holds: Bool, _ view: borrowing TableView, at node: Int) {
    guard known.count < Self.most else { return }
    for attribute in attributes { values.append(view.value(attribute, of: node)) }
    known.append(holds)
  }
}
