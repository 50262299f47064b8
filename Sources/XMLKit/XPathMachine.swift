internal import CLibXML2

/// Many XPath 1.0 expressions for many small documents, one after the other: one machine for each worker.
///
/// Fill it with a document (`begin`, `addElement`, `addAttribute`), then evaluate. Elements go by their number, in
/// the order in which they were added. Names are interned, each expression is compiled when it is first needed, and
/// the library's objects are used again.
@safe
package struct XPathMachine: ~Copyable {
  /// A name that was interned.
  package struct Name: Sendable, Hashable { fileprivate var index: Int }
  /// An expression that was added.
  package struct Expression: Sendable, Hashable { fileprivate var index: Int }

  private var arena: NodeArena
  private let dictionary: xmlDictPtr
  private let context: xmlXPathContextPtr
  private let log: ErrorLog
  /// Whether something was added since the elements were numbered.
  private var isNumbered = false
  private var names: [UnsafePointer<xmlChar>] = unsafe []
  private var sources: [String] = []
  private var compiled: [xmlXPathCompExprPtr?] = unsafe []

  package init() throws(XMLError) {
    let arena = unsafe try NodeArena()
    guard let dictionary = unsafe xmlDictCreate() else { throw .outOfMemory }
    guard let context = unsafe xmlXPathNewContext(arena.document) else {
      unsafe xmlDictFree(dictionary)
      throw .outOfMemory
    }
    let log = ErrorLog()
    unsafe context.pointee.dict = unsafe dictionary
    unsafe context.pointee.error = ErrorLog.handler
    unsafe context.pointee.userData = log.opaque
    _ = unsafe xmlXPathContextSetCache(context, 1, -1, 0)
    unsafe self.arena = arena
    unsafe self.dictionary = unsafe dictionary
    unsafe self.context = unsafe context
    self.log = log
  }

  deinit {
    for index in unsafe compiled.indices { unsafe xmlXPathFreeCompExpr(compiled[index]) }
    unsafe xmlXPathFreeContext(context)
    unsafe xmlDictFree(dictionary)
  }

  /// Makes a name for `addElement` and `addAttribute`.
  package mutating func intern(_ name: String) -> Name {
    // Null only where memory is exhausted.
    unsafe names.append(xmlDictLookup(dictionary, name, -1)!)
    return Name(index: unsafe names.count - 1)
  }

  /// Adds an expression. It is compiled, and its errors appear, when it is first evaluated.
  package mutating func add(_ expression: String) -> Expression {
    sources.append(expression)
    unsafe compiled.append(nil)
    return Expression(index: sources.count - 1)
  }

  /// Empties the document and makes room for so many elements and attributes.
  package mutating func begin(elements: Int, attributes: Int) {
    unsafe arena.begin(elements: elements, attributes: attributes)
  }

  /// Adds an element below one that is there; the first (parent -1) is the root.
  package mutating func addElement(_ name: Name, parent: Int) {
    unsafe arena.addElement(names[name.index], parent: parent)
    isNumbered = false
  }

  /// Gives the element added last one more attribute.
  package mutating func addAttribute(_ name: Name, _ value: Span<UInt8>) {
    unsafe arena.addAttribute(names[name.index], value)
  }

  /// Adds the elements that an expression selects from an element, or for -1 from what is above the root, to `selection`,
  /// in document order.
  package mutating func select(
    _ expression: Expression, at element: Int, into selection: inout [Int]
  ) throws(XMLError) {
    let compiled = unsafe try ready(expression, at: element)
    guard let result = unsafe xmlXPathCompiledEval(compiled, context) else {
      throw unsafe XMLError.lastError(of: context)
    }
    defer { unsafe xmlXPathFreeObject(result) }
    guard let set = unsafe result.pointee.nodesetval else { return }
    // A compiled expression ends with the library's own sort.
    for place in 0..<Int(unsafe set.pointee.nodeNr) {
      guard let node = unsafe set.pointee.nodeTab[place], let index = unsafe arena.index(of: node) else { continue }
      selection.append(index)
    }
  }

  /// Whether an expression is true at an element.
  package mutating func holds(_ expression: Expression, at element: Int) throws(XMLError) -> Bool {
    let compiled = unsafe try ready(expression, at: element)
    let value = unsafe xmlXPathCompiledEvalToBoolean(compiled, context)
    guard value >= 0 else { throw unsafe XMLError.lastError(of: context) }
    return value == 1
  }

  /// The string value of an expression at an element.
  package mutating func string(_ expression: Expression, at element: Int) throws(XMLError) -> String {
    let compiled = unsafe try ready(expression, at: element)
    guard let result = unsafe xmlXPathCompiledEval(compiled, context) else {
      throw unsafe XMLError.lastError(of: context)
    }
    defer { unsafe xmlXPathFreeObject(result) }
    return unsafe XPath.take(xmlXPathCastToString(result))
  }

  /// The compiled form, with the context set to an element of the document.
  private mutating func ready(_ expression: Expression, at element: Int) throws(XMLError) -> xmlXPathCompExprPtr {
    if !isNumbered {
      unsafe arena.number()
      isNumbered = true
    }
    unsafe context.pointee.doc = unsafe arena.document
    unsafe context.pointee.node = unsafe element < 0 ? arena.top : arena.element(element)
    if let it = unsafe compiled[expression.index] { return unsafe it }
    guard let it = unsafe xmlXPathCtxtCompile(context, sources[expression.index]) else {
      throw unsafe XMLError.lastError(of: context)
    }
    unsafe compiled[expression.index] = unsafe it
    return unsafe it
  }
}
