package import MarkingModel

/// A marking document as an indented tree, for `caveat parse`: the place, the element, its attributes.
package enum MarkingDocumentText {
  /// The width of a line, in characters.
  static let width = 110

  package static func bytes(_ document: MarkingDocument) -> [UInt8] {
    var out = ReportBuffer()
    out.line("line:col    offset+length   element and attributes")
    write(document, indent: 0, to: &out)
    return out.take()
  }

  private static func write(_ document: MarkingDocument, indent: Int, to out: inout ReportBuffer) {
    var depths: [Int] = []
    for index in document.nodes.indices {
      let node = document.nodes[index]
      let depth = depths.indices.contains(node.parent) ? depths[node.parent] + 1 : indent
      depths.append(depth)
      let place = TextLayout.pad("\(node.position.line):\(node.position.column)", 12)
      let offset = TextLayout.pad("\(node.range.start)+\(node.range.count)", 16)
      let margin = String(repeating: "  ", count: depth)
      let attributes = document.attributes(of: index).map { "\($0.name.rawValue)=\(shown($0.value))" }
      let head = place + offset + margin + node.name.rawValue
      let hanging = String(repeating: " ", count: 28) + margin + "    "
      var line = head
      var isFirst = true
      for attribute in attributes {
        if !isFirst, line.count + 1 + attribute.count > width {
          out.line(line)
          line = hanging + attribute
        } else {
          line += " " + attribute
        }
        isFirst = false
      }
      out.line(line)
    }
    for inner in document.quoted { write(inner, indent: indent + 1, to: &out) }
  }

  /// A value without quotes where it is one plain word.
  private static func shown(_ value: MarkingDocument.Value) -> String {
    let text = value.description
    let isPlain = !text.isEmpty && !text.contains { $0 == " " || $0 == "\"" || $0 == "=" }
    return VisibleText.escaped(isPlain ? text : "\"" + text + "\"")
  }
}
