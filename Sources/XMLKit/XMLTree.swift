internal import CLibXML2

/// One parsed document of libxml2, owned: freed exactly once.
@safe
package struct XMLTree: ~Copyable {
  let raw: xmlDocPtr

  /// Parses `bytes`, which must be UTF-8.
  ///
  /// Nothing is fetched, no entity but the five of XML is expanded, a document type declaration is refused before
  /// anything in it is read, and libxml2's own limits on depth and size stay in force, with one on the attributes of an element (`XMLLimit`).
  package init(parsing bytes: Span<UInt8>) throws(XMLError) {
    guard LibXML2.ready, let parser = unsafe xmlNewParserCtxt() else { throw .outOfMemory }
    defer { unsafe xmlFreeParserCtxt(parser) }
    guard let count = Int32(exactly: bytes.count) else {
      throw .malformed(XMLProblem(line: 0, offset: nil, message: "larger than 2 GB"))
    }
    if let offset = bytes.firstOffsetThatIsNoText {
      throw .malformed(XMLProblem(line: 0, offset: offset, message: "the file is not UTF-8"))
    }
    if let problem = AttributeCount.problem(in: bytes) { throw problem }
    let log = ErrorLog()
    unsafe parser.pointee._private = log.opaque
    unsafe parser.pointee.sax.pointee.serror = { context, error in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      unsafe ErrorLog.from(parser.pointee._private)?.note(error, offset: ErrorLog.offset(in: parser))
    }
    unsafe parser.pointee.sax.pointee.internalSubset = { context, _, _, _ in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return }
      let line = unsafe Int(parser.pointee.input.pointee.line)
      unsafe ErrorLog.from(parser.pointee._private)?.documentType = XMLProblem(
        line: line, offset: ErrorLog.offset(in: parser), message: "a document type declaration is not allowed")
      unsafe xmlStopParser(parser)
    }
    let flags = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, nil, flags)
    }
    extendLifetime(log)
    if let problem = log.documentType {
      unsafe xmlFreeDoc(parsed)
      throw .documentType(problem)
    }
    guard let parsed = unsafe parsed, unsafe xmlDocGetRootElement(parsed) != nil else {
      unsafe xmlFreeDoc(parsed)
      throw log.error ?? .malformed(XMLProblem(line: 1, offset: 0, message: "there is nothing in it"))
    }
    // A namespace error leaves a tree behind, but one whose names mean nothing.
    if let error = log.error {
      unsafe xmlFreeDoc(parsed)
      throw error
    }
    if let declared = unsafe parsed.pointee.encoding, unsafe xmlStrcasecmp(declared, "UTF-8") != 0 {
      unsafe xmlFreeDoc(parsed)
      throw .malformed(XMLProblem(line: 1, offset: 0, message: "the encoding it declares is not UTF-8"))
    }
    unsafe raw = parsed
  }

  deinit { unsafe xmlFreeDoc(raw) }
}

extension Span<UInt8> {
  /// The offset of the first NUL or of the first byte that cannot be UTF-8; nil where all of it is text.
  ///
  /// libxml2 would take UTF-16 and others by their first bytes; places in a file are counted in UTF-8 only.
  var firstOffsetThatIsNoText: Int? {
    for offset in indices where self[offset] == 0 { return offset }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: self)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
