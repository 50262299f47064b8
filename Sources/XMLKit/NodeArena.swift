internal import CLibXML2

/// A document of elements and attributes in memory that is filled over and over, for evaluating XPath on.
///
/// The library's own functions take three allocations for each attribute. Here the nodes lie in three tables that
/// grow once and are linked as libxml2 links them; everything that only reads a tree works on it. Nothing but
/// `deinit` frees, and the library never does.
@unsafe
struct NodeArena: ~Copyable {
  let document: xmlDocPtr
  private var elements: UnsafeMutableBufferPointer<xmlNode>
  private var attributes: UnsafeMutableBufferPointer<xmlAttr>
  /// The text of attribute `i` is `texts[i]`, for good.
  private var texts: UnsafeMutableBufferPointer<xmlNode>
  private var characters: Characters
  private(set) var elementCount = 0
  private var attributeCount = 0

  init() throws(XMLError) {
    guard LibXML2.ready, let document = unsafe xmlNewDoc("1.0") else { throw .outOfMemory }
    unsafe self.document = unsafe document
    unsafe elements = .allocate(capacity: 0)
    unsafe attributes = .allocate(capacity: 0)
    unsafe texts = .allocate(capacity: 0)
    unsafe characters = Characters()
  }

  deinit {
    unsafe document.pointee.children = nil
    unsafe document.pointee.last = nil
    unsafe xmlFreeDoc(document)
    unsafe elements.deallocate()
    unsafe attributes.deallocate()
    unsafe texts.deallocate()
  }

  /// Empties it and makes room for that many elements and attributes. O(1) where there is room.
  mutating func begin(elements elementTotal: Int, attributes attributeTotal: Int) {
    unsafe elementCount = 0
    unsafe attributeCount = 0
    unsafe characters.begin()
    unsafe document.pointee.children = nil
    unsafe document.pointee.last = nil
    if unsafe elementTotal > elements.count {
      unsafe elements.deallocate()
      unsafe elements = .allocate(capacity: elementTotal * 2)
      var node = unsafe xmlNode()
      unsafe node.type = XML_ELEMENT_NODE
      unsafe node.doc = unsafe document
      unsafe elements.initialize(repeating: node)
    }
    if unsafe attributeTotal > attributes.count { unsafe growAttributes(attributeTotal * 2) }
  }

  private mutating func growAttributes(_ capacity: Int) {
    unsafe attributes.deallocate()
    unsafe texts.deallocate()
    unsafe attributes = .allocate(capacity: capacity)
    unsafe texts = .allocate(capacity: capacity)
    var attribute = unsafe xmlAttr()
    unsafe attribute.type = XML_ATTRIBUTE_NODE
    unsafe attribute.doc = unsafe document
    var text = unsafe xmlNode()
    unsafe text.type = XML_TEXT_NODE
    unsafe text.doc = unsafe document
    unsafe attributes.initialize(repeating: attribute)
    unsafe texts.initialize(repeating: text)
    for index in 0..<capacity {
      let attribute = unsafe attributes.baseAddress! + index
      let text = unsafe texts.baseAddress! + index
      unsafe attribute.pointee.children = unsafe text
      unsafe attribute.pointee.last = unsafe text
      unsafe text.pointee.parent = unsafe UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self)
    }
  }

  /// Adds an element below one that is there already, after that one's other children; the first (parent -1) is the
  /// root. O(1).
  mutating func addElement(_ name: UnsafePointer<xmlChar>, parent: Int) {
    precondition(unsafe elementCount < elements.count && parent < elementCount)
    let node = unsafe elements.baseAddress! + elementCount
    unsafe elementCount += 1
    unsafe node.pointee.name = unsafe name
    unsafe node.pointee.children = nil
    unsafe node.pointee.last = nil
    unsafe node.pointee.next = nil
    unsafe node.pointee.prev = nil
    unsafe node.pointee.properties = nil
    unsafe node.pointee.content = nil
    guard parent >= 0 else {
      unsafe node.pointee.parent = unsafe top
      unsafe document.pointee.children = unsafe node
      unsafe document.pointee.last = unsafe node
      return
    }
    let above = unsafe elements.baseAddress! + parent
    unsafe node.pointee.parent = unsafe above
    if let sibling = unsafe above.pointee.last {
      unsafe sibling.pointee.next = unsafe node
      unsafe node.pointee.prev = unsafe sibling
    } else {
      unsafe above.pointee.children = unsafe node
    }
    unsafe above.pointee.last = unsafe node
  }

  /// Gives the element added last one more attribute; `previous` says whether it has one already. O(value).
  mutating func addAttribute(_ name: UnsafePointer<xmlChar>, _ value: Span<UInt8>) {
    precondition(unsafe attributeCount < attributes.count && elementCount > 0)
    let element = unsafe elements.baseAddress! + (elementCount - 1)
    let attribute = unsafe attributes.baseAddress! + attributeCount
    let text = unsafe texts.baseAddress! + attributeCount
    unsafe attribute.pointee.name = unsafe name
    unsafe attribute.pointee.parent = unsafe element
    unsafe attribute.pointee.next = nil
    unsafe attribute.pointee.prev = nil
    unsafe text.pointee.content = unsafe characters.add(value)
    if unsafe element.pointee.properties == nil {
      unsafe element.pointee.properties = unsafe attribute
    } else {
      // The attributes of one element are added one after the other.
      let sibling = unsafe attribute - 1
      unsafe sibling.pointee.next = unsafe attribute
      unsafe attribute.pointee.prev = unsafe sibling
    }
    unsafe attributeCount += 1
  }

  /// Numbers the elements in document order, as the library does for itself: sorting a set of nodes need not walk the
  /// tree then. O(elements).
  func number() { _ = unsafe xmlXPathOrderDocElems(document) }

  /// The document as the node above the root: the two begin alike.
  var top: xmlNodePtr { unsafe UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self) }

  /// The element with that number, in the order in which they were added.
  func element(_ index: Int) -> xmlNodePtr {
    precondition(unsafe index >= 0 && index < elementCount)
    return unsafe elements.baseAddress! + index
  }

  /// The number of an element; nil for anything else.
  func index(of node: xmlNodePtr) -> Int? {
    guard unsafe node.pointee.type == XML_ELEMENT_NODE else { return nil }
    return unsafe node - UnsafeMutablePointer(elements.baseAddress!)
  }
}
