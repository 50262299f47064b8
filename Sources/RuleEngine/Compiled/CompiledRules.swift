import Guarding

/// The rules of a set, compiled. Each is compiled when a document first has what it is about; what was is kept for every
/// evaluator of the set, on whatever thread.
package final class CompiledRules: Sendable {
  package let set: RuleSet
  let gates: Gates
  private let compiler: Guarded<RuleCompiler>

  /// O(bytes of the contexts); no expression is read.
  package init(_ set: RuleSet) {
    self.set = set
    gates = Gates(set)
    compiler = Guarded(RuleCompiler(set.rules))
  }

  /// What was compiled up to now.
  var plan: RulePlan { compiler.withLock { $0.plan } }

  /// The plan with these rules compiled.
  func plan(compiling rules: [Int]) -> RulePlan {
    compiler.withLock { compiler in
      compiler.compile(rules, of: set.rules)
      return compiler.plan
    }
  }

  /// The ids of the rules that are outside the compiled subset: libxml2 evaluates them.
  package var outside: Set<String> {
    let plan = plan(compiling: Array(set.rules.indices))
    return Set(set.rules.indices.filter { plan.rows[$0].state == .outside }.map { set.rules[$0].id })
  }
}
