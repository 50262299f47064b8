/// Where the start tags and attributes of a document stand in its bytes, which libxml2's tree does not keep.
///
/// Made for bytes that libxml2 has found well-formed and free of a document type, so that it need not check anything.
struct XMLPlaces {
  /// Byte offsets of one attribute's name and of the first byte of its value.
  struct Attribute {
    var name: Int
    var value: Int
  }

  /// One start tag.
  struct Tag {
    /// Byte offset of the element's name.
    var name: Int
    /// In the order in which they are written, declarations of namespaces left out, as in libxml2's tree.
    var attributes: [Attribute] = []
  }

  /// In document order.
  private(set) var tags: [Tag] = []

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<![CDATA[") {
        skip(past: "]]>")
      } else if starts("<?") {
        skip(past: "?>")
      } else if starts("</") {
        skip(past: ">")
      } else {
        at += 1
        readTag()
      }
    }
  }

  /// Reads from the name of the element to the end of its start tag.
  private mutating func readTag() {
    var tag = Tag(name: at)
    skipName()
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/") else { break }
      let name = at
      let declaresNamespace = starts("xmlns:") || starts("xmlns=") || starts("xmlns ")
      skipName()
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") { at += 1 }
      guard at < bytes.count else { break }
      let quote = bytes[at]
      at += 1
      if !declaresNamespace { tag.attributes.append(Attribute(name: name, value: at)) }
      while at < bytes.count, bytes[at] != quote { at += 1 }
      at += 1
    }
    tags.append(tag)
  }

  private func starts(_ text: String) -> Bool {
    at + text.utf8.count <= bytes.count && bytes[at..<(at + text.utf8.count)].elementsEqual(text.utf8)
  }

  private mutating func skip(past text: String) {
    while at < bytes.count, !starts(text) { at += 1 }
    at += text.utf8.count
  }

  private mutating func skipName() {
    while at < bytes.count, !isSpace(bytes[at]),
      ![UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")]
        .contains(bytes[at])
    {
      at += 1
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
