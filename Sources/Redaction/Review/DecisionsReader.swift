internal import MarkingModel
package import RuleEngine
internal import XMLKit

/// Reads a decisions file that a person has worked on. Nothing in it that is not understood passes.
package struct DecisionsReader {
  private var reader: StrictReader
  private var decisions = Decisions(originalDigest: "", policyDigest: "", decisions: [])

  package static func read(_ source: RuleSource) throws(RuleError) -> Decisions {
    let root = try source.parse()
    var reader = DecisionsReader(reader: StrictReader(source))
    if reader.reader.expect(root, "decisions", in: Decisions.namespace) { reader.read(root) }
    try reader.reader.throwIfAny()
    return reader.decisions
  }

  private mutating func read(_ root: XMLElement) {
    reader.attributes(
      of: root, known: ["original-sha256", "policy-sha256", "reviewer"],
      required: ["original-sha256", "policy-sha256"])
    reader.noText(in: root)
    decisions.originalDigest = root.attribute("original-sha256") ?? ""
    decisions.policyDigest = root.attribute("policy-sha256") ?? ""
    decisions.reviewer = root.attribute("reviewer").map(folded).flatMap { $0.isEmpty ? nil : $0 }
    if decisions.reviewer == nil {
      reader.note(.policy("the reviewer has to give a name: the ledger says who decided"), at: root.offset)
    }
    for child in root.children {
      switch child.name {
      case "withhold": readProposal(child)
      case "add": readAddition(child)
      default: reader.note(.unexpectedElement(child.name, in: "decisions"), at: child.offset)
      }
    }
  }

  private mutating func readProposal(_ element: XMLElement) {
    reader.attributes(
      of: element,
      known: [
        "n", "decision", "part", "line", "column", "source", "detail", "name", "exemption", "replace", "confidence",
        "subject",
      ], required: ["decision", "source", "name"])
    let decision = element.attribute("decision")
    if decision != "accept", decision != "reject" {
      reader.note(.policy("a decision is accept or reject"), at: element.offset)
    }
    reader.noText(in: element)
    if let number = element.attribute("n"), number != String(decisions.decisions.count + 1) {
      reader.note(.policy("proposals are numbered in order, from 1"), at: element.offset)
    }
    guard let source = source(of: element) else {
      return reader.note(.policy("this is no source of a withholding"), at: element.offset)
    }
    var pieces: [ByteRange] = []
    for child in element.children {
      guard child.name == "piece" else {
        reader.note(.unexpectedElement(child.name, in: "withhold"), at: child.offset)
        continue
      }
      reader.attributes(of: child, known: ["at", "length"])
      reader.nothing(in: child)
      if let range = range(of: child) { pieces.append(range) }
    }
    if pieces.isEmpty { reader.note(.missingElement("<piece>", in: "withhold"), at: element.offset) }
    var withholding = Withholding(
      source, name: element.attribute("name") ?? "", pieces: pieces, exemptions: exemptions(of: element),
      replacement: element.attribute("replace").flatMap(Replacement.init(rawValue:)) ?? .label,
      confidence: element.attribute("confidence").flatMap { Int($0) })
    withholding.subject = element.attribute("subject").flatMap { Int($0) }
    decisions.decisions.append(
      Decisions.Decision(
        withholding: withholding, isAccepted: decision == "accept",
        part: element.attribute("part") ?? "",
        position: Position(
          line: element.attribute("line").flatMap { Int($0) } ?? 1,
          column: element.attribute("column").flatMap { Int($0) } ?? 1)))
  }

  /// `<add at="120" length="8" exemption="(b)(6)"/>` or `<add text="…" exemption="(b)(6)"/>`.
  private mutating func readAddition(_ element: XMLElement) {
    reader.attributes(of: element, known: ["at", "length", "text", "exemption"], required: ["exemption"])
    reader.nothing(in: element)
    let exemptions = exemptions(of: element)
    if let text = element.attribute("text"), !text.isEmpty {
      decisions.texts.append((text, exemptions))
    } else if let range = range(of: element) {
      decisions.places.append(Withholding(.reviewer, name: "reviewer", pieces: [range], exemptions: exemptions))
    }
  }

  private func source(of element: XMLElement) -> Withholding.Source? {
    switch element.attribute("source") {
    case "portion": .portion
    case "unmarked": .unmarked
    case "element": element.attribute("detail").flatMap(ReleaseElement.init(rawValue:)).map { .element($0) }
    case "detector": element.attribute("detail").map { .detector($0) }
    case "term": .term
    default: nil
    }
  }

  private mutating func range(of element: XMLElement) -> ByteRange? {
    guard let at = element.attribute("at").flatMap({ Int($0) }),
      let length = element.attribute("length").flatMap({ Int($0) }), at >= 0, length > 0, at < 1 << 48, length < 1 << 48
    else {
      reader.note(.policy("a place is two numbers, at and length"), at: element.offset)
      return nil
    }
    return ByteRange(at, at + length)
  }

  private mutating func exemptions(of element: XMLElement) -> [Exemption] {
    var exemptions: [Exemption] = []
    for part in (element.attribute("exemption") ?? "").split(separator: ";") {
      do throws(ExemptionMistake) {
        exemptions.append(try Exemption(folded(String(part))))
      } catch {
        reader.note(.policy("“\(folded(String(part)))”: \(error.sentence)"), at: element.offset)
      }
    }
    return exemptions
  }
}
