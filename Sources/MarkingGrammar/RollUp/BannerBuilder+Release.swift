import MarkingModel

extension BannerBuilder {
  /// What the banner must state about foreign release, the list of the given banner standing for a bare REL.
  mutating func decideRelease(_ vocabulary: borrowing Vocabulary) {
    var released = rollUp.released
    var disclosed = rollUp.disclosed
    if let list = given?.releasableTo, !list.isEmpty, !rollUp.portions(.bare).isEmpty {
      let audience = Audience(list, vocabulary.countries)
      released = released.intersection(audience)
      for fact in rollUp.named.keys {
        guard case .bareDisclosure(let codes) = fact else { continue }
        disclosed = disclosed.intersection(audience.union(Audience(codes, vocabulary.countries)))
      }
    }
    var decision = ReleaseDecision(
      rollUp: rollUp, policy: policy, isClassified: isClassified, released: released, disclosed: disclosed)
    release = decision.decide()
    decision.countsNonIC = false
    lenientRelease = decision.decide()
  }

  /// Writes the FD&R marks into the dissemination controls.
  mutating func addReleaseMarks(_ vocabulary: borrowing Vocabulary) -> [(String, RollUp.Portions)] {
    let tetragraphs = Set(facts(.tetragraph) { if case .tetragraph(let code) = $0 { code } else { nil } }.map(\.0))
      .union(given?.releasableTo ?? []).union(given?.displayOnlyTo ?? [])
    var marks: [String] = []
    if release.isNoForn { marks.append("NF") }
    if release.isRelido { marks.append("RELIDO") }
    if !release.released.isEmpty {
      marks.append(release.isEyesOnly ? "EYES" : "REL")
      marking.releasableTo = ["USA"] + release.released.list(preferring: tetragraphs, vocabulary.countries)
    }
    if !release.shown.isEmpty {
      marks.append("DISPLAYONLY")
      marking.displayOnlyTo = release.shown.list(preferring: tetragraphs, vocabulary.countries)
    }
    return marks.map { ($0, release.portions) }
  }
}
