internal import CGumbo

/// One element of a parsed page, as the HTML standard has it built: a plain value.
package struct HTMLElement: Sendable {
  package enum Content: Sendable {
    case element(HTMLElement)
    case text([UInt8])
    case comment
  }

  /// In small letters.
  package var name: String
  /// SVG or MathML.
  package var isForeign: Bool
  package var attributes: [(name: String, value: [UInt8])]
  package var content: [Content]

  package func attribute(_ name: String) -> [UInt8]? { attributes.first { $0.name == name }?.value }

  /// How deep elements may lie in each other, tags that are never closed counted as well: the parser is recursive where
  /// it frees its tree.
  package static let depthLimit = 512

  /// How many attributes an element may have: the parser compares each with all others.
  package static let attributeLimit = 512

  /// Parses UTF-8 without NUL, as a browser does, and returns the element `html`, comments around it with it. What is no
  /// UTF-8 becomes U+FFFD.
  package static func parse(_ bytes: [UInt8]) throws(HTMLError) -> HTMLElement {
    if bytes.contains(0) { throw .nul }
    if depthBound(of: bytes) > depthLimit { throw .tooDeep }
    if AttributeBound(of: bytes).most > attributeLimit { throw .tooManyAttributes }
    // Zero-terminated, because the parser looks at the byte behind the end.
    let buffer = bytes + [0]
    var options = unsafe kGumboDefaultOptions
    unsafe options.max_errors = 0
    return unsafe try buffer.withUnsafeBufferPointer { buffer throws(HTMLError) in
      let start = unsafe UnsafeRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self)
      guard let output = unsafe gumbo_parse_with_options(&options, start, bytes.count) else { throw .outOfMemory }
      defer { unsafe gumbo_destroy_output(&options, output) }
      guard let root = unsafe output.pointee.root, var element = unsafe read(root, depth: 0) else { throw .tooDeep }
      let around = unsafe output.pointee.document.pointee.v.document.children
      for index in unsafe 0..<Int(around.length) {
        let node = unsafe around.data[index]?.assumingMemoryBound(to: GumboNode.self)
        if unsafe node?.pointee.type == GUMBO_NODE_COMMENT { element.content.append(.comment) }
      }
      return element
    }
  }

  /// Copies one node; nil where it lies too deep.
  private static func read(_ node: UnsafeMutablePointer<GumboNode>, depth: Int) -> HTMLElement? {
    guard depth <= depthLimit else { return nil }
    let raw = unsafe node.pointee.v.element
    var element = unsafe HTMLElement(
      name: name(of: raw), isForeign: raw.tag_namespace != GUMBO_NAMESPACE_HTML, attributes: [], content: [])
    for index in unsafe 0..<Int(raw.attributes.length) {
      guard let attribute = unsafe raw.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self) else {
        continue
      }
      unsafe element.attributes.append(
        (String(cString: attribute.pointee.name).lowercased(), bytes(attribute.pointee.value)))
    }
    for index in unsafe 0..<Int(raw.children.length) {
      guard let child = unsafe raw.children.data[index]?.assumingMemoryBound(to: GumboNode.self) else { continue }
      switch unsafe child.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        guard let copy = unsafe read(child, depth: depth + 1) else { return nil }
        element.content.append(.element(copy))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        element.content.append(.text(unsafe bytes(child.pointee.v.text.text)))
      case GUMBO_NODE_COMMENT: element.content.append(.comment)
      default: break
      }
    }
    return element
  }

  private static func name(of element: GumboElement) -> String {
    if unsafe element.tag != GUMBO_TAG_UNKNOWN {
      return unsafe gumbo_normalized_tagname(element.tag).map { unsafe String(cString: $0) }?.lowercased() ?? ""
    }
    var piece = unsafe element.original_tag
    unsafe gumbo_tag_from_original_text(&piece)
    guard let start = unsafe piece.data else { return "" }
    let letters = unsafe UnsafeBufferPointer(start: start, count: piece.length).map { UInt8(bitPattern: $0) }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    return unsafe Array(String(cString: text).utf8)
  }

  /// Start tags without their end tags, at most, those left out that a browser closes itself.
  private static func depthBound(of bytes: [UInt8]) -> Int {
    var depth = 0
    var most = 0
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let isEnd = bytes[at + 1] == UInt8(ascii: "/")
      var end = at + (isEnd ? 2 : 1)
      var name: [UInt8] = []
      while end < bytes.count, name.count < 12, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] &- 0x30 < 10 {
        name.append(bytes[end] | 0x20)
        end += 1
      }
      if !name.isEmpty, !closedByItself.contains(name) {
        depth = isEnd ? max(0, depth - 1) : depth + 1
        most = max(most, depth)
      }
      at = end
    }
    return most
  }

  private static let closedByItself = Set(
    [
      "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta",
      "param", "a",
      "source", "track", "wbr", "p", "li", "dd", "dt", "tr", "td", "th", "option", "tbody", "thead", "tfoot",
    ].map { Array($0.utf8) })
}

/// Why a page cannot be parsed.
package enum HTMLError: Error, Hashable {
  case nul
  case tooDeep
  case tooManyAttributes
  case outOfMemory

  /// A sentence without its stop.
  package var sentence: String {
    switch self {
    case .nul: "there is a NUL byte in it"
    case .tooDeep: "its elements are nested more than \(HTMLElement.depthLimit) deep"
    case .tooManyAttributes: "an element of it has more than \(HTMLElement.attributeLimit) attributes"
    case .outOfMemory: "there is not enough memory for it"
    }
  }
}
