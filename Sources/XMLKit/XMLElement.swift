internal import CLibXML2

/// One element of a parsed document as a plain value that knows where it stands in the file.
package struct XMLElement: Sendable, Hashable {
  /// One attribute; declarations of namespaces are none.
  package struct Attribute: Sendable, Hashable {
    /// Empty where it has none.
    package var namespace: String
    package var name: String
    package var value: String
    /// Byte offset of the name in the file.
    package var nameOffset: Int
    /// Byte offset of the first byte after the opening quote.
    package var valueOffset: Int
  }

  /// What stands in an element; comments and processing instructions are left out.
  package enum Content: Sendable, Hashable {
    case element(XMLElement)
    case text(String)
    case cdata(String)
  }

  package var namespace: String
  package var name: String
  package var attributes: [Attribute]
  package var content: [Content]
  /// Byte offset of the name in the start tag.
  package var offset: Int

  /// The elements in it.
  package var children: [XMLElement] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// Its own text, without that of the elements in it.
  package var text: String {
    content.reduce(into: "") { text, part in
      switch part {
      case .text(let piece), .cdata(let piece): text += piece
      case .element: break
      }
    }
  }

  /// The value of an attribute without a namespace, or of the namespace given.
  package func attribute(_ name: String, namespace: String = "") -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// Parses a whole document (see `XMLTree.init(parsing:)`) and returns its root.
  package static func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLElement {
    let tree = try XMLTree(parsing: bytes.span)
    let places = XMLPlaces(bytes)
    var next = 0
    return unsafe read(xmlDocGetRootElement(tree.raw), places, &next)
  }

  /// Copies one node; `next` counts the start tags met so far. The depth is bounded by libxml2's own limit (256).
  private static func read(_ node: xmlNodePtr, _ places: XMLPlaces, _ next: inout Int) -> XMLElement {
    let tag = places.tags[next]
    next += 1
    var element = unsafe XMLElement(
      namespace: namespace(node.pointee.ns), name: String(cString: node.pointee.name), attributes: [], content: [],
      offset: tag.name)
    var property = unsafe node.pointee.properties
    while let attribute = unsafe property {
      let place = tag.attributes[element.attributes.count]
      let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      defer { unsafe cxml_free(value) }
      element.attributes.append(
        unsafe Attribute(
          namespace: namespace(attribute.pointee.ns), name: String(cString: attribute.pointee.name),
          value: value.map { unsafe String(cString: $0) } ?? "", nameOffset: place.name, valueOffset: place.value))
      unsafe property = attribute.pointee.next
    }
    var child = unsafe node.pointee.children
    while let here = unsafe child {
      switch unsafe here.pointee.type {
      case XML_ELEMENT_NODE: element.content.append(.element(unsafe read(here, places, &next)))
      case XML_TEXT_NODE: element.content.append(.text(unsafe String(cString: here.pointee.content)))
      case XML_CDATA_SECTION_NODE: element.content.append(.cdata(unsafe String(cString: here.pointee.content)))
      default: break
      }
      unsafe child = here.pointee.next
    }
    return element
  }

  private static func namespace(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    guard let namespace = unsafe namespace, let uri = unsafe namespace.pointee.href else { return "" }
    return unsafe String(cString: uri)
  }
}

extension XMLElement.Attribute {
  /// The byte offset in the file at which the byte `index` of the value was written.
  ///
  /// A reference (`&lt;`, `&#39;`) and a CR LF are several bytes in the file and fewer in the value. `bytes` are the
  /// file's. O(index).
  package func offset(ofValueByte index: Int, in bytes: [UInt8]) -> Int {
    var decoded = 0
    var at = valueOffset
    while decoded < index, at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "&"):
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count - 1
        decoded += Self.decodedCount(bytes[(at + 1)..<end])
        // A place inside a character that is written as a reference is the place of the reference.
        if decoded > index { return at }
        at = end + 1
      case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A:
        at += 2
        decoded += 1
      default:
        at += 1
        decoded += 1
      }
    }
    return at
  }

  /// How many bytes of UTF-8 a reference stands for, given what is between `&` and `;`.
  private static func decodedCount(_ reference: ArraySlice<UInt8>) -> Int {
    guard reference.first == UInt8(ascii: "#") else { return 1 }
    let digits = String(decoding: reference.dropFirst(), as: UTF8.self)
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = value.flatMap(Unicode.Scalar.init) else { return 1 }
    return UTF8.width(scalar)
  }
}
