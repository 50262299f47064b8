/// Writes a marking document: nodes in any order of parts, each followed by its attributes.
public struct DocumentWriter: ~Copyable {
  @usableFromInline var nodes: GrowingBuffer<MarkingDocument.Node>
  @usableFromInline var attributes: GrowingBuffer<StoredAttribute>
  private var texts: [String] = []
  /// How many of the nodes know how many attributes they have: it is counted when all of them are there.
  private var counted = 0

  /// Makes room, so that a document of the usual size is not moved while it grows.
  package init(reservingNodes nodeCount: Int, attributes attributeCount: Int, texts textCount: Int) {
    nodes = GrowingBuffer(capacity: nodeCount)
    attributes = GrowingBuffer(capacity: attributeCount)
    texts.reserveCapacity(textCount)
  }

  /// Adds a node below `parent` (-1 for the root) and returns its index. O(1).
  @inlinable @inline(__always)
  @discardableResult
  public mutating func add(
    _ name: ElementName, to parent: Int, at range: ByteRange, _ position: Position,
    excerpt: ByteRange = ByteRange(0, 0)
  ) -> Int {
    nodes.append(
      MarkingDocument.Node(
        name: name, parent: parent, range: range, position: position, excerpt: excerpt,
        firstAttribute: attributes.count, attributeCount: 0))
    return nodes.count &- 1
  }

  /// Says of each node that was added since the last call how many attributes it has.
  private mutating func countAttributes() {
    for index in counted..<nodes.count {
      let end = index &+ 1 < nodes.count ? nodes[index &+ 1].firstAttribute : attributes.count
      nodes[index].attributeCount = end &- nodes[index].firstAttribute
    }
    counted = nodes.count
  }

  /// How many nodes there are.
  package var nodeCount: Int { nodes.count }

  /// Adds the nodes that stand below `original` once more, below the node that was added last: the same text at another
  /// place. Attributes are not written again, the copies have those of their originals. O(nodes).
  /// - Parameters:
  ///   - end: the index after the last node below `original`, whose nodes stand together behind it.
  ///   - line: the line of the copies, which stand on one.
  package mutating func repeatNodes(below original: Int, upTo end: Int, line: Int) {
    countAttributes()
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
    counted = nodes.count
  }

  @inlinable @inline(__always)
  mutating func add(_ attribute: StoredAttribute) { attributes.append(attribute) }

  /// Gives the node that was added last one more attribute. O(1).
  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Bool) { add(StoredAttribute(name, .flag, value ? 1 : 0)) }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Int) { add(StoredAttribute(name, .number, value)) }

  @inlinable @inline(__always)
  public mutating func set(_ name: AttributeName, _ value: Word) {
    add(StoredAttribute(name, .word, 0, word: value))
  }

  /// A word that may be none of the contract's.
  package mutating func set(_ name: AttributeName, _ value: String) {
    texts.append(value)
    add(StoredAttribute(name, .text, texts.count &- 1))
  }

  /// A word of one to eight ASCII characters, the first in the lowest byte and 0 behind the last.
  package mutating func set(_ name: AttributeName, short value: UInt64) {
    add(StoredAttribute(name, .short, Int(truncatingIfNeeded: value)))
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
    if let letter { add(StoredAttribute(name, .letter, Int(letter))) } else { set(name, Word.blank) }
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
    countAttributes()
    var document = MarkingDocument(
      nodes: nodes.array(), attributes: AttributeList(stored: attributes.array(), texts: texts))
    if sorting { document.sortChildren() }
    return document
  }
}
