import MarkingModel
import RuleEngine
import TestSupport

/// Expressions of the compiled subset, made by chance from a seed: any operator and function, along any axis, with
/// predicates in predicates.
struct RandomExpressions {
  private var dice: Dice

  private static let elements = [
    "paragraph", "subparagraph", "caption", "page", "subject", "transmission", "addressee", "document", "tags", "tag",
    "*",
  ]
  private static let attributes = [
    "n", "mark", "rank", "level", "section", "label", "name", "order", "marked", "day", "post", "line", "at", "form",
  ]
  private static let axes = [
    "child", "parent", "self", "descendant", "descendant-or-self", "ancestor", "ancestor-or-self", "following",
    "preceding", "following-sibling", "preceding-sibling",
  ]
  private static let literals = [
    "''", "'U'", "'SBU'", "'1'", "'02'", "'true'", "'é'", "'B'", "'-1.5'", "' 2 '", "'paragraph'", "'x\u{FFFD}'",
  ]
  private static let numbers = ["0", "1", "2", "3", "1.5", ".5", "20060630", "0 div 0", "1 div 0"]

  init(seed: UInt64) { dice = Dice(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { dice.next(bound) }

  private mutating func one(of list: [String]) -> String { list[below(list.count)] }

  /// A rule whose context, test and message are made by chance.
  mutating func rule(_ number: Int) -> Rule {
    let id = "TST-\(100 + number)"
    let assertion = Rule.Assertion(
      id: id + "-a", severity: .error, authority: "", test: condition(3),
      message: [.text("x "), .value(text(2)), .text(" "), .value(self.number(2))])
    return Rule(
      id: id, title: "", why: "", notes: [], isUnverified: false, reach: Rule.Reach(),
      clauses: [
        Rule.Clause(context: "/document/\(step(1)) | /document[\(condition(1))]/paragraph", assertions: [assertion]),
        Rule.Clause(context: "/document/paragraph[\(condition(2))]/\(step(2))", assertions: [assertion]),
        Rule.Clause(context: "/document/\(one(of: Self.elements))[\(predicate(2))]", assertions: [assertion]),
        // What contexts ask of the document, which the evaluators may answer once for many of them.
        Rule.Clause(
          context: "/document[\(any(1)) and \(condition(1)) \(one(of: ["and", "or"])) \(condition(1))]/\(step(1))",
          assertions: [assertion]),
        Rule.Clause(context: "/document[\(predicate(1))]/paragraph", assertions: [assertion]),
      ], examples: [], file: "")
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else { return below(2) == 0 ? path(0) : "\(path(0)) = \(one(of: Self.literals))" }
    let operators = ["=", "!=", "<", "<=", ">", ">="]
    switch below(12) {
    case 0: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 1: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 2: return "not(\(condition(depth - 1)))"
    case 3: return "contains(\(text(depth - 1)), \(text(depth - 1)))"
    case 4: return "starts-with(\(text(depth - 1)), \(text(depth - 1)))"
    case 5: return "boolean(\(any(depth - 1)))"
    case 6: return path(depth - 1)
    case 7: return "boolean(\(path(depth - 1)) | \(path(depth - 1)))"
    case 8: return "((\(path(depth - 1)) | \(path(depth - 1))) \(one(of: operators)) \(any(depth - 1)))"
    default: return "(\(any(depth - 1)) \(one(of: operators)) \(any(depth - 1)))"
    }
  }

  private mutating func any(_ depth: Int) -> String {
    switch below(7) {
    case 0: condition(depth)
    case 1: number(depth)
    case 2: text(depth)
    case 3: one(of: Self.literals)
    default: path(depth)
    }
  }

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: Self.numbers) }
    switch below(9) {
    case 0: return "count(\(path(depth - 1)))"
    case 1: return "sum(\(path(depth - 1)))"
    case 2: return "string-length(\(text(depth - 1)))"
    case 3: return "\(one(of: ["floor", "ceiling", "round", "number"]))(\(any(depth - 1)))"
    case 4: return "-\(path(depth - 1))"
    case 5, 6:
      return "(\(number(depth - 1)) \(one(of: ["+", "-", "*", "div", "mod"])) \(number(depth - 1)))"
    case 7: return "number(\(text(depth - 1)))"
    default: return "(\(path(depth - 1)) + \(one(of: Self.numbers)))"
    }
  }

  private mutating func text(_ depth: Int) -> String {
    guard depth > 0 else { return below(2) == 0 ? one(of: Self.literals) : "@" + one(of: Self.attributes) }
    switch below(9) {
    case 0: return "concat(\(text(depth - 1)), \(text(depth - 1)))"
    case 1: return "substring-before(\(text(depth - 1)), \(text(0)))"
    case 2: return "substring-after(\(text(depth - 1)), \(text(0)))"
    case 3: return "substring(\(text(depth - 1)), \(number(depth - 1)))"
    case 4: return "substring(\(text(depth - 1)), \(number(0)), \(number(depth - 1)))"
    case 5: return "normalize-space(\(text(depth - 1)))"
    case 6: return "translate(\(text(depth - 1)), \(text(0)), \(text(0)))"
    case 7: return "name(\(one(of: ["", "..", "*[2]", "following::*"])))"
    default: return "string(\(any(depth - 1)))"
    }
  }

  private mutating func path(_ depth: Int) -> String {
    var path = ["", "", "", "../", "../", "/document/", "//", "../../"][below(8)]
    if depth > 0 { for _ in 0..<below(3) { path += step(depth - 1) + "/" } }
    return path + (below(4) == 0 ? step(depth) : "@" + one(of: Self.attributes))
  }

  private mutating func step(_ depth: Int) -> String {
    let axis = below(3) == 0 ? one(of: Self.axes) + "::" : ""
    var step = axis + (below(12) == 0 ? "node()" : one(of: Self.elements))
    if depth > 0 { for _ in 0..<below(3) { step += "[\(predicate(depth - 1))]" } }
    return step
  }

  private mutating func predicate(_ depth: Int) -> String {
    switch below(8) {
    case 0: one(of: ["1", "2", "last()", "last() - 1", "position()", "@n"])
    case 1: "position() \(one(of: ["<", "=", ">", "mod 2 ="])) \(one(of: ["1", "2", "last()"]))"
    case 2: "last() > \(1 + below(3))"
    case 3: number(depth)
    default: condition(depth)
    }
  }
}
