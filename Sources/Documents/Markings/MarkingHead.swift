import MarkingGrammar
import MarkingModel

/// What the node of a marking says that does not depend on where it stands.
struct MarkingHead: Sendable {
  var mayBeShown: Bool
  var kind: Word
  var system: Word
  var level: Word
  var rank: Int
  var isNATO: Bool
  var isConcealed: Bool
  var owners: Int
  var hasDisclosure: Bool
  var isCaveated: Bool
  /// Whether it is of Restricted Data, Formerly Restricted Data or transclassified nuclear information.
  var isAtomic: Bool
  /// How many controls there are, compartments and the like not counted.
  var controls: Int

  init(_ written: WrittenMarking, _ facts: MarkingFacts) {
    mayBeShown = written.mayBeShown
    kind = written.kind.word
    system = written.system.word
    level = written.classification.word
    rank = written.classification?.rank ?? 0
    isNATO = facts.isNATO
    isConcealed = written.isConcealedOwner
    owners = written.ownerCount
    hasDisclosure = facts.hasDisclosure
    isCaveated = facts.isCaveated
    isAtomic = facts.isAtomic
    controls = written.tokens.count { $0.depth == 0 || $0.category == .nonic }
  }
}
