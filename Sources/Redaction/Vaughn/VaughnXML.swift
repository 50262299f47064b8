internal import XMLKit

extension VaughnIndex {
  package static let namespace = "urn:caveat:vaughn:1"

  /// As a document of `Reports/caveat-vaughn.rng`.
  package func xml() -> [UInt8] {
    var xml = XMLWriter()
    xml.start("vaughn", ["xmlns": Self.namespace])
    xml.start("document", ["file": document])
    if !date.isEmpty { xml.attribute("date", date) }
    if !from.isEmpty { xml.attribute("from", from) }
    if !to.isEmpty { xml.attribute("to", to) }
    xml.attribute("pages", pages)
    xml.attribute("disposition", disposition)
    xml.element("description", text: description)
    for claim in claims {
      xml.start("claim")
      if !claim.exemption.isEmpty { xml.attribute("exemption", claim.exemption) }
      for name in claim.withheld { xml.element("withheld", text: name) }
      xml.element("justification", text: claim.justification)
      if !claim.harm.isEmpty { xml.element("harm", text: claim.harm) }
      xml.end()
    }
    xml.element("segregability", text: segregability)
    xml.end()
    xml.end()
    return xml.takeOutput()
  }
}
