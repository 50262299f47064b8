internal import CLibXML2

/// The values that a document type gives to attributes. Each element of the name has them: a short document could ask for
/// more memory than there is.
struct DefaultValues {
  /// No document has more elements.
  private var mostElements = 0
  private var count = 0

  /// What they may come to in all, in bytes.
  private static let most = 64_000_000

  init() {}

  init(in source: Span<UInt8>) {
    for at in source.indices where source[at] == UInt8(ascii: "<") { mostElements += 1 }
  }

  /// Counts one; whether they are few enough.
  private mutating func take(_ bytes: Int) -> Bool {
    count += bytes
    return count <= Self.most / max(mostElements, 1)
  }

  /// Has a parser say what is too much, as a document type that cannot be read.
  static func watch(_ parser: xmlParserCtxtPtr) {
    unsafe parser.pointee.sax.pointee.attributeDecl = { context, element, name, type, kind, value, tree in
      guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else {
        return unsafe xmlFreeEnumeration(tree)
      }
      let bytes = unsafe value.map { unsafe Int(xmlStrlen($0)) } ?? 0
      if let log = unsafe ErrorLog.from(parser.pointee._private), !log.defaults.take(bytes) {
        log.documentType = unsafe XMLProblem(
          line: Int(parser.pointee.input.pointee.line), offset: nil,
          message: "the values that it gives to attributes are too long for so many elements")
        unsafe xmlStopParser(parser)
      }
      unsafe xmlSAX2AttributeDecl(context, element, name, type, kind, value, tree)
    }
  }
}
