package import MarkingModel

/// What a set of portions says, as far as the banner above them depends on it (C16 p27–30; markings reference 1.6).
///
/// A join-semilattice: `join` is commutative, associative and idempotent, and the empty value is neutral. So portions can
/// be taken in any order, in parts, and more than once. `RequiredBanner` reads the banner from it.
package struct RollUp: Sendable, Hashable {
  /// Numbers of portions, from 1.
  package typealias Portions = PortionSet

  /// Which portions say what, for facts that need no name, by their ordinals.
  private var plain: [Portions] = Array(repeating: [], count: RollUpFact.ordinals)
  /// The same for those of a system, a country or a control.
  private(set) var named: [RollUpFact: Portions] = [:]
  /// What those are about: most portions name next to nothing.
  private(set) var kinds: RollUpFact.Kinds = []
  /// Who every portion with an FD&R mark may be released to.
  package private(set) var released = Audience.everyone
  /// Who every portion with an FD&R mark may be shown to: whoever it may be released to may see it (C16 p30 rule 26).
  package private(set) var disclosed = Audience.everyone

  package init() {}

  /// What one portion says.
  package init(_ marking: Marking, portion number: Int, _ vocabulary: borrowing Vocabulary) {
    join(marking, portion: number, vocabulary)
  }

  /// Time: what `other` says.
  package mutating func join(_ other: RollUp) {
    for ordinal in plain.indices { plain[ordinal].formUnion(other.plain[ordinal]) }
    for (fact, portions) in other.named { named[fact, default: []].formUnion(portions) }
    kinds.formUnion(other.kinds)
    released = released.intersection(other.released)
    disclosed = disclosed.intersection(other.disclosed)
  }

  package func joined(with other: RollUp) -> RollUp {
    var result = self
    result.join(other)
    return result
  }

  /// Adds a portion. Time: what the portion says, whatever others have said before.
  package mutating func join(_ marking: Marking, portion number: Int, _ vocabulary: borrowing Vocabulary) {
    join(PortionFacts(marking, vocabulary), portions: [number])
  }

  /// Adds portions that say the same, none of them or more. Time: what one of them says, and a step for 64 of them.
  package mutating func join(_ portion: PortionFacts, portions: Portions) {
    if portions.isEmpty { return }
    for fact in portion.facts {
      if let ordinal = fact.ordinal {
        plain[ordinal].formUnion(portions)
      } else {
        named[fact, default: []].formUnion(portions)
        kinds.formUnion(fact.kind)
      }
    }
    released = released.intersection(portion.released)
    disclosed = disclosed.intersection(portion.disclosed)
  }

  /// The portions of which something holds.
  package func portions(_ fact: RollUpFact) -> Portions {
    if let ordinal = fact.ordinal { return plain[ordinal] }
    return kinds.contains(fact.kind) ? named[fact] ?? [] : []
  }

  package func portions(_ fact: ReleaseFact) -> Portions { portions(.release(fact)) }
  package func portions(_ facts: [ReleaseFact]) -> Portions {
    facts.reduce(into: []) { $0.formUnion(portions($1)) }
  }

  /// Whether any portion could be read.
  package var isEmpty: Bool { Classification.allCases.allSatisfy { portions(.level($0)).isEmpty } }
}
