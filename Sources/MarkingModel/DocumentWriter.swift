/// Writes a marking document: nodes in any order of parts, each followed by its attributes.
public struct DocumentWriter: ~Copyable {
  private var nodes: [MarkingDocument.Node] = []
  private var attributes = AttributeList()
  /// The node whose attributes are being set; -1 where those of the last node are known.
  private var open = -1
  /// Attributes that are not in the list yet: there they are put together, not one by one.
  @usableFromInline var waiting = InlineArray<64, StoredAttribute>(repeating: StoredAttribute(.form, .flag, 0))
  @usableFromInline var waitingCount = 0

  /// Makes room, so that a document of the usual size is not moved while it grows.
  package init(reservingNodes nodeCount: Int, attributes attributeCount: Int, texts textCount: Int) {
    nodes.reserveCapacity(nodeCount)
    attributes.reserve(attributeCount, texts: textCount)
  }

  /// Adds a node below `parent` (-1 for the root) and returns its index. O(1).
  @discardableResult
  package mutating func add(
    _ name: ElementName, to parent: Int, at range: ByteRange, _ position: Position,
    excerpt: ByteRange = ByteRange(0, 0)
  ) -> Int {
    closeNode()
    nodes.append(
      MarkingDocument.Node(
        name: name, parent: parent, range: range, position: position, excerpt: excerpt,
        firstAttribute: count, attributeCount: 0))
    open = nodes.count &- 1
    return open
  }

  /// Says how many attributes the last node has: they are counted once, when the next one comes.
  private mutating func closeNode() {
    if open >= 0 { nodes[open].attributeCount = count &- nodes[open].firstAttribute }
    open = -1
  }

  /// How many nodes there are.
  package var nodeCount: Int { nodes.count }

  /// Adds the nodes that stand below `original` once more, below the node that was added last: the same text at another
  /// place. Attributes are not written again, the copies have those of their originals. O(nodes).
  /// - Parameters:
  ///   - end: the index after the last node below `original`, whose nodes stand together behind it.
  ///   - line: the line of the copies, which stand on one.
  package mutating func repeatNodes(below original: Int, upTo end: Int, line: Int) {
    closeNode()
    let copy = nodes.count &- 1
    let bytes = nodes[copy].range.start &- nodes[original].range.start
    let columns = nodes[copy].position.column &- nodes[original].position.column
    for index in (original &+ 1)..<end {
      var node = nodes[index]
      node.parent &+= copy &- original
      node.range = ByteRange(node.range.start &+ bytes, node.range.end &+ bytes)
      if node.excerpt != ByteRange(0, 0) {
        node.excerpt = ByteRange(node.excerpt.start &+ bytes, node.excerpt.end &+ bytes)
      }
      node.position = Position(line: line, column: node.position.column &+ columns)
      nodes.append(node)
    }
  }

  /// How many attributes there are.
  private var count: Int { attributes.count &+ waitingCount }

  @usableFromInline
  mutating func flush() {
    attributes.append(waiting.span.extracting(0..<waitingCount))
    waitingCount = 0
  }

  @inlinable @inline(__always)
  mutating func wait(_ attribute: StoredAttribute) {
    if waitingCount == waiting.count { flush() }
    waiting[waitingCount] = attribute
    waitingCount &+= 1
  }

  /// Gives the node that was added last one more attribute. O(1).
  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Bool) { wait(StoredAttribute(name, .flag, value ? 1 : 0)) }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Int) { wait(StoredAttribute(name, .number, value)) }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Word) {
    wait(StoredAttribute(name, .word, 0, word: value))
  }

  /// A word that may be none of the contract's.
  package mutating func set(_ name: AttributeName, _ value: String) {
    wait(StoredAttribute(name, .text, attributes.keep(value)))
  }

  package mutating func set(_ name: AttributeName, _ value: MarkingDocument.Value) {
    switch value {
    case .flag(let flag): set(name, flag)
    case .number(let number): set(name, number)
    case .word(let word): set(name, word)
    }
  }

  /// One ASCII letter; an empty word where there is none.
  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, letter: UInt8?) {
    if let letter { wait(StoredAttribute(name, .letter, Int(letter))) } else { set(name, Word.blank) }
  }

  /// Sets nothing where there is no value: the attribute is absent.
  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Int?) { if let value { set(name, value) } }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Bool?) { if let value { set(name, value) } }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Word?) { if let value { set(name, value) } }

  package mutating func set(_ name: AttributeName, _ value: String?) { if let value { set(name, value) } }

  /// The document, the children of its root in the order of their places, or as they were added.
  package consuming func finish(sorting: Bool = true) -> MarkingDocument {
    closeNode()
    flush()
    var document = MarkingDocument(nodes: nodes, attributes: attributes)
    if sorting { document.sortChildren() }
    return document
  }
}
