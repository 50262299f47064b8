package import MarkingModel

/// A marking document as JSON, for `caveat parse`: every node with its place and attributes.
///
/// A node is `{"element", "at", "length", "line", "column", "attributes": {…}, "children": […]}`; numbers and truth
/// values are JSON's own. A quoted telegram is the last of the children, a `document` of its own.
package enum MarkingDocumentJSON {
  package static func bytes(_ document: MarkingDocument) -> [UInt8] {
    var out = JSONText()
    write(document, to: &out)
    return out.take()
  }

  private static func write(_ document: MarkingDocument, to out: inout JSONText) {
    var open: [Int] = []
    for index in document.nodes.indices {
      let node = document.nodes[index]
      while let last = open.last, last != node.parent {
        close(&out)
        open.removeLast()
      }
      out.open(.object)
      out.member("element", node.name.rawValue)
      out.member("at", node.range.start)
      out.member("length", node.range.count)
      out.member("line", node.position.line)
      out.member("column", node.position.column)
      out.open(.object, "attributes", inline: true)
      for attribute in document.attributes(of: index) {
        switch attribute.value {
        case .flag(let flag): out.member(attribute.name.rawValue, flag)
        case .number(let number): out.member(attribute.name.rawValue, number)
        case .word(let word): out.member(attribute.name.rawValue, word)
        }
      }
      out.close()
      out.open(.array, "children")
      open.append(index)
    }
    while open.count > 1 {
      close(&out)
      open.removeLast()
    }
    for inner in document.quoted { write(inner, to: &out) }
    if !open.isEmpty { close(&out) }
  }

  private static func close(_ out: inout JSONText) {
    out.close()
    out.close()
  }
}
