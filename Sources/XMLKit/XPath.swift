internal import CLibXML2

/// One XPath 1.0 expression, compiled once, for trees that were parsed.
///
/// For many expressions on many small documents use `XPathMachine`.
@safe
package struct XPath: ~Copyable {
  private let context: xmlXPathContextPtr
  private let compiled: xmlXPathCompExprPtr
  private let log: ErrorLog

  /// `namespaces` maps the prefixes that the expression uses.
  package init(_ expression: String, namespaces: [String: String] = [:]) throws(XMLError) {
    guard LibXML2.ready, let context = unsafe xmlXPathNewContext(nil) else { throw .outOfMemory }
    let log = ErrorLog()
    unsafe context.pointee.error = ErrorLog.handler
    unsafe context.pointee.userData = log.opaque
    for (prefix, uri) in namespaces { _ = unsafe xmlXPathRegisterNs(context, prefix, uri) }
    guard let compiled = unsafe xmlXPathCtxtCompile(context, expression) else {
      let error = unsafe XMLError.lastError(of: context)
      unsafe xmlXPathFreeContext(context)
      throw error
    }
    unsafe self.context = unsafe context
    unsafe self.compiled = unsafe compiled
    self.log = log
  }

  deinit {
    unsafe xmlXPathFreeCompExpr(compiled)
    unsafe xmlXPathFreeContext(context)
  }

  /// The string value of each node that it selects, in document order; of a number, string or boolean that one value.
  package borrowing func strings(in tree: borrowing XMLTree) throws(XMLError) -> [String] {
    let result = unsafe try evaluate(in: tree)
    defer { unsafe xmlXPathFreeObject(result) }
    guard unsafe result.pointee.type == XPATH_NODESET else {
      return [unsafe Self.take(xmlXPathCastToString(result))]
    }
    guard let set = unsafe result.pointee.nodesetval else { return [] }
    return (0..<Int(unsafe set.pointee.nodeNr)).map {
      unsafe Self.take(xmlXPathCastNodeToString(set.pointee.nodeTab[$0]))
    }
  }

  /// Its value as a string.
  package borrowing func string(in tree: borrowing XMLTree) throws(XMLError) -> String {
    let result = unsafe try evaluate(in: tree)
    defer { unsafe xmlXPathFreeObject(result) }
    return unsafe Self.take(xmlXPathCastToString(result))
  }

  /// Its value as a boolean: for nodes, whether there is one.
  package borrowing func boolean(in tree: borrowing XMLTree) throws(XMLError) -> Bool {
    let result = unsafe try evaluate(in: tree)
    defer { unsafe xmlXPathFreeObject(result) }
    return unsafe xmlXPathCastToBoolean(result) == 1
  }

  private borrowing func evaluate(in tree: borrowing XMLTree) throws(XMLError) -> xmlXPathObjectPtr {
    unsafe context.pointee.doc = unsafe tree.raw
    unsafe context.pointee.node = unsafe xmlDocGetRootElement(tree.raw)
    guard let result = unsafe xmlXPathCompiledEval(compiled, context) else {
      throw unsafe XMLError.lastError(of: context)
    }
    return unsafe result
  }

  /// What `number()` makes of a text.
  package static func number(of text: String) -> Double { unsafe xmlXPathCastStringToNumber(text) }

  /// What `string()` makes of a number.
  package static func text(of number: Double) -> String { unsafe take(xmlXPathCastNumberToString(number)) }

  /// Makes a Swift string of one that libxml2 allocated, and frees that.
  static func take(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    defer { unsafe cxml_free(text) }
    return unsafe String(cString: text)
  }
}

extension XMLError {
  /// The error that an XPath context met last.
  static func lastError(of context: xmlXPathContextPtr) -> XMLError {
    let error = unsafe context.pointee.lastError
    let offset = unsafe Int(error.int1)
    return unsafe .expression(code: Int(error.code), offset: offset > 0 ? offset : nil)
  }
}
