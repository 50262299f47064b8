internal import MarkingModel
internal import XMLKit

extension Ledger {
  package static let namespace = "urn:caveat:ledger:1"

  /// As a document of `Reports/caveat-ledger.rng`.
  package func xml() -> [UInt8] {
    var xml = XMLWriter()
    xml.start("ledger", ["xmlns": Self.namespace, "tool": head.tool, "version": head.version])
    xml.attribute("timestamp", head.timestamp)
    xml.start("policy", ["name": head.policy, "sha256": head.policyDigest])
    xml.attribute("profile", head.profile)
    xml.end()
    xml.start("detectors", ["sha256": head.detectorsDigest])
    xml.end()
    xml.start("original", ["file": head.inputName, "format": head.format])
    write(head.original, to: &xml)
    xml.start("copy", ["disposition": head.disposition, "unmarked-portions": head.unmarkedPortions])
    write(head.copy, to: &xml)
    if let review = head.review {
      xml.start("review")
      xml.attribute("reviewer", review.reviewer)
      xml.attribute("accepted", review.accepted)
      xml.attribute("rejected", review.rejected)
      xml.attribute("added", review.added)
      xml.end()
    }
    for kind in dropped { xml.element("dropped", ["kind": kind.name, "count": String(kind.count)]) }
    for addition in additions {
      xml.element(
        "added", ["kind": addition.kind.rawValue, "at": String(addition.offset)], text: addition.text)
    }
    for entry in entries { write(entry, to: &xml) }
    xml.element("seal", ["entries": String(entries.count), "chain": seal])
    xml.end()
    return xml.takeOutput()
  }

  /// What is said of both files, in the element that is open.
  private func write(_ account: Account, to xml: inout XMLWriter) {
    xml.attribute("sha256", account.digest)
    xml.attribute("bytes", account.bytes)
    xml.attribute("text-sha256", account.textDigest)
    xml.attribute("text-bytes", account.textBytes)
    xml.end()
  }

  private func write(_ entry: Entry, to xml: inout XMLWriter) {
    xml.start("withheld")
    xml.attribute("n", entry.number)
    xml.attribute("withholding", entry.withholding)
    xml.attribute("at", entry.range.start)
    xml.attribute("length", entry.range.count)
    xml.attribute("part", entry.part)
    xml.attribute("line", entry.position.line)
    xml.attribute("column", entry.position.column)
    xml.attribute("copy-at", entry.copied.start)
    xml.attribute("copy-length", entry.copied.count)
    xml.attribute("source", entry.source)
    xml.attribute("detail", entry.detail)
    xml.attribute("name", entry.name)
    xml.attribute("confidence", entry.confidence.map(String.init))
    xml.attribute("label", entry.label)
    xml.attribute("value-hmac", entry.valueDigest)
    xml.attribute("reviewer", entry.reviewer)
    xml.attribute("chain", entry.chain)
    for exemption in entry.exemptions { xml.element("exemption", text: exemption) }
    xml.end()
  }
}
