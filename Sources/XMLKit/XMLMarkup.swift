internal import CLibXML2

/// One element of a document with everything that a writer needs to write it again: prefixes, declarations of namespaces,
/// and what stands between its tags.
package struct XMLMarkup: Sendable {
  package enum Content: Sendable {
    case element(XMLMarkup)
    /// Text and CDATA sections, entities resolved.
    case text([UInt8])
    case comment
    case instruction
  }

  package struct Attribute: Sendable {
    /// With its prefix, as it is written.
    package var name: String
    package var namespace: String
    package var value: [UInt8]

    /// Without its prefix.
    package var localName: String { name.split(separator: ":").last.map(String.init) ?? name }
  }

  package var name: String
  package var namespace: String
  /// Prefixes (empty for none) and what they stand for.
  package var declarations: [(prefix: String, namespace: String)]
  package var attributes: [Attribute]
  package var content: [Content]

  /// A document: its root, and what stands around it.
  package struct Document: Sendable {
    package var root: XMLMarkup
    package var comments = 0
    package var instructions = 0
    package var hasDocumentType = false
  }

  /// Parses a document in the encoding that it declares.
  ///
  /// A document type may declare entities and values of attributes in itself, which its elements then have; what it names
  /// in other files is not read, and an entity that stands for one is an error, as is one that is not declared. libxml2's
  /// own limits on depth, size and what entities make of it stay in force, with one on the attributes of an element
  /// (`XMLLimit`) and one on the values that the document type gives them (`DefaultValues`).
  package static func parse(_ bytes: [UInt8]) throws(XMLError) -> Document {
    guard LibXML2.ready, let parser = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe xmlFreeParserCtxt(parser) }
    if let problem = AttributeCount.problem(in: bytes.span) { throw problem }
    let log = ErrorLog()
    unsafe parser.pointee._private = log.opaque
    unsafe parser.pointee.sax.pointee.serror = { context, error in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      unsafe ErrorLog.from(parser.pointee._private)?.note(error)
    }
    unsafe parser.pointee.sax.pointee.entityDecl = { context, name, type, publicID, systemID, content in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      let isInternal =
        type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) || type == Int32(XML_INTERNAL_PARAMETER_ENTITY.rawValue)
      if isInternal { return unsafe xmlSAX2EntityDecl(context, name, type, publicID, systemID, content) }
      unsafe ErrorLog.from(parser.pointee._private)?.documentType = XMLProblem(
        line: Int(parser.pointee.input.pointee.line), offset: nil, message: "an entity stands for another file")
      unsafe xmlStopParser(parser)
    }
    log.defaults = DefaultValues(in: bytes.span)
    unsafe DefaultValues.watch(parser)
    // Values that the document type gives are those of the elements. What it names in another file would be read for
    // them as well, but for the handler.
    unsafe parser.pointee.sax.pointee.externalSubset = nil
    let flags = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOENT.rawValue
        | XML_PARSE_DTDATTR.rawValue)
    let parsed = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe xmlCtxtReadMemory(
        parser, UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: buffer.count),
        nil, nil, flags)
    }
    extendLifetime(log)
    defer { unsafe xmlFreeDoc(parsed) }
    if let problem = log.documentType { throw .documentType(problem) }
    guard let parsed = unsafe parsed, let root = unsafe xmlDocGetRootElement(parsed), log.problems.isEmpty else {
      throw log.error ?? .malformed(XMLProblem(line: 1, offset: 0, message: "there is nothing in it"))
    }
    var document = Document(root: unsafe try read(root))
    var node = unsafe parsed.pointee.children
    while let here = unsafe node {
      switch unsafe here.pointee.type {
      case XML_COMMENT_NODE: document.comments += 1
      case XML_PI_NODE: document.instructions += 1
      case XML_DTD_NODE: document.hasDocumentType = true
      default: break
      }
      unsafe node = here.pointee.next
    }
    return document
  }

  /// Copies one node. The depth is bounded by libxml2's own limit (256).
  private static func read(_ node: xmlNodePtr) throws(XMLError) -> XMLMarkup {
    var element = unsafe XMLMarkup(
      name: name(node.pointee.name, node.pointee.ns), namespace: uri(node.pointee.ns), declarations: [], attributes: [],
      content: [])
    var declaration = unsafe node.pointee.nsDef
    while let here = unsafe declaration {
      unsafe element.declarations.append((text(here.pointee.prefix), text(here.pointee.href)))
      unsafe declaration = here.pointee.next
    }
    var property = unsafe node.pointee.properties
    while let attribute = unsafe property {
      let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
      defer { unsafe cxml_free(value) }
      element.attributes.append(
        unsafe Attribute(
          name: name(attribute.pointee.name, attribute.pointee.ns), namespace: uri(attribute.pointee.ns),
          value: Array(text(value).utf8)))
      unsafe property = attribute.pointee.next
    }
    var child = unsafe node.pointee.children
    while let here = unsafe child {
      switch unsafe here.pointee.type {
      case XML_ELEMENT_NODE: element.content.append(.element(unsafe try read(here)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: element.append(unsafe Array(text(here.pointee.content).utf8))
      case XML_COMMENT_NODE: element.content.append(.comment)
      case XML_PI_NODE: element.content.append(.instruction)
      default:
        throw .malformed(XMLProblem(line: 0, offset: nil, message: "there is something in it that cannot be resolved"))
      }
      unsafe child = here.pointee.next
    }
    return element
  }

  private mutating func append(_ text: [UInt8]) {
    guard case .text(var before) = content.last else { return content.append(.text(text)) }
    // Taken out first: sections that follow one another are not copied each time.
    content.removeLast()
    before += text
    content.append(.text(before))
  }

  private static func name(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    let prefix = unsafe text(namespace?.pointee.prefix)
    return unsafe prefix.isEmpty ? text(name) : prefix + ":" + text(name)
  }

  private static func uri(_ namespace: UnsafeMutablePointer<xmlNs>?) -> String {
    unsafe text(namespace?.pointee.href)
  }

  private static func text(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }
}
