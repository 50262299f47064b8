package import MarkingModel
internal import XMLKit

/// What a person decided about the withholdings that were proposed for one document.
///
/// `caveat redact --propose FILE` writes one with everything accepted; the second run, `--review FILE`, does exactly
/// what it says. Of a proposal a person changes the decision and nothing else: what was accepted is what the program
/// proposed, and what is withheld besides is an addition.
package struct Decisions: Sendable, Hashable {
  package struct Decision: Sendable, Hashable {
    package var withholding: Withholding
    package var isAccepted: Bool
    /// The part of the document, for people.
    package var part = ""
    package var position: Position
  }

  /// SHA-256 of the document and of the policy that they were made for.
  package var originalDigest: String
  package var policyDigest: String
  package var reviewer: String?
  /// One for each proposal, in order.
  package var decisions: [Decision]
  /// Places to withhold besides.
  package var places: [Withholding] = []
  /// Texts to withhold wherever they stand.
  package var texts: [(text: String, exemptions: [Exemption])] = []

  package static func == (a: Self, b: Self) -> Bool {
    a.originalDigest == b.originalDigest && a.policyDigest == b.policyDigest && a.reviewer == b.reviewer
      && a.decisions == b.decisions && a.places == b.places && a.texts.map(\.text) == b.texts.map(\.text)
      && a.texts.map(\.exemptions) == b.texts.map(\.exemptions)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(originalDigest)
    hasher.combine(policyDigest)
    hasher.combine(decisions)
  }

  package static let namespace = "urn:caveat:decisions:1"

  package init(originalDigest: String, policyDigest: String, decisions: [Decision]) {
    self.originalDigest = originalDigest
    self.policyDigest = policyDigest
    self.decisions = decisions
  }
}

extension Decisions {
  /// Proposes every withholding.
  package init(
    proposing withholdings: [Withholding], in text: MarkedText, policyDigest: String
  ) {
    let source = text.bytes.span
    var counter = PartCounter(text.document.parts)
    var decisions: [Decision] = []
    for withholding in withholdings {
      let (part, position) = counter.place(of: withholding.start, in: source)
      decisions.append(Decision(withholding: withholding, isAccepted: true, part: part, position: position))
    }
    self.init(originalDigest: text.digest, policyDigest: policyDigest, decisions: decisions)
  }

  /// The decisions in numbers, for the ledger.
  var review: Ledger.Review {
    let accepted = decisions.count { $0.isAccepted }
    return Ledger.Review(
      reviewer: reviewer, accepted: accepted, rejected: decisions.count - accepted, added: places.count + texts.count)
  }

  /// The number of the first proposal that is missing here, or was changed in more than its decision.
  package func firstChanged(from proposed: Decisions) -> Int? {
    for (index, proposal) in proposed.decisions.enumerated() {
      guard index < decisions.count else { return index + 1 }
      var decision = decisions[index]
      decision.isAccepted = proposal.isAccepted
      if decision != proposal { return index + 1 }
    }
    return decisions.count > proposed.decisions.count ? proposed.decisions.count + 1 : nil
  }

  package func xml() -> [UInt8] {
    var xml = XMLWriter()
    xml.start(
      "decisions",
      ["xmlns": Self.namespace, "original-sha256": originalDigest, "policy-sha256": policyDigest])
    xml.attribute("reviewer", reviewer ?? "")
    for (index, decision) in decisions.enumerated() {
      let withholding = decision.withholding
      xml.start("withhold")
      xml.attribute("n", index + 1)
      xml.attribute("decision", decision.isAccepted ? "accept" : "reject")
      xml.attribute("part", decision.part)
      xml.attribute("line", decision.position.line)
      xml.attribute("column", decision.position.column)
      xml.attribute("source", withholding.source.word)
      xml.attribute("detail", withholding.source.detail)
      xml.attribute("name", withholding.name)
      xml.attribute("exemption", withholding.exemptions.map(\.text).joined(separator: "; "))
      if withholding.replacement != .label { xml.attribute("replace", withholding.replacement.rawValue) }
      xml.attribute("confidence", withholding.confidence.map(String.init))
      xml.attribute("subject", withholding.subject.map(String.init))
      for piece in withholding.pieces {
        xml.element("piece", ["at": String(piece.start), "length": String(piece.count)])
      }
      xml.end()
    }
    xml.end()
    return xml.takeOutput()
  }
}
