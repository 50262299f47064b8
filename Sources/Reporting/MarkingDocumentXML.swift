package import MarkingModel
import XMLKit

/// A marking document as XML, for `caveat parse`: valid against `Rules/marking-document.rng`, and what SVRL locations
/// are paths in.
package enum MarkingDocumentXML {
  package static func bytes(_ document: MarkingDocument) -> [UInt8] {
    var out = XMLWriter()
    write(document, to: &out)
    return out.takeOutput()
  }

  private static func write(_ document: MarkingDocument, to out: inout XMLWriter) {
    var open: [Int] = []
    for index in document.nodes.indices {
      let node = document.nodes[index]
      while let last = open.last, last != node.parent {
        out.end()
        open.removeLast()
      }
      out.start(node.name.rawValue)
      out.attribute("at", node.range.start)
      out.attribute("length", node.range.count)
      out.attribute("line", node.position.line)
      out.attribute("column", node.position.column)
      for attribute in document.attributes(of: index) {
        out.attribute(attribute.name.rawValue, attribute.value.description)
      }
      open.append(index)
    }
    while open.count > 1 {
      out.end()
      open.removeLast()
    }
    for inner in document.quoted { write(inner, to: &out) }
    if !open.isEmpty { out.end() }
  }
}
