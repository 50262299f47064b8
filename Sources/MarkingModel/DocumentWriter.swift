/// Writes a marking document: nodes in any order of parts, each followed by its attributes.
package struct DocumentWriter {
  @usableFromInline var nodes: [MarkingDocument.Node] = []
  @usableFromInline var attributes = AttributeList()

  /// Makes room, so that a document of the usual size is not moved while it grows.
  package init(reservingNodes nodeCount: Int, attributes attributeCount: Int, texts textCount: Int) {
    nodes.reserveCapacity(nodeCount)
    attributes.reserve(attributeCount, texts: textCount)
  }

  /// Adds a node below `parent` (-1 for the root) and returns its index. O(1).
  @inlinable
  @discardableResult
  package mutating func add(
    _ name: ElementName, to parent: Int, at range: ByteRange, _ position: Position,
    excerpt: ByteRange = ByteRange(0, 0)
  ) -> Int {
    closeNode()
    nodes.append(
      MarkingDocument.Node(
        name: name, parent: parent, range: range, position: position, excerpt: excerpt,
        firstAttribute: attributes.stored.count, attributeCount: 0))
    return nodes.count &- 1
  }

  /// Says how many attributes the last node has: they are counted once, when the next one comes.
  @inlinable
  mutating func closeNode() {
    let last = nodes.count &- 1
    if last >= 0 { nodes[last].attributeCount = attributes.stored.count &- nodes[last].firstAttribute }
  }

  /// Gives the node that was added last one more attribute. O(1).
  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Bool) { attributes.append(name, value) }

  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Int) { attributes.append(name, value) }

  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Word) { attributes.append(name, value) }

  /// A word that may be none of the contract's.
  package mutating func set(_ name: AttributeName, _ value: String) { attributes.append(name, value) }

  /// One ASCII letter; an empty word where there is none.
  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, letter: UInt8?) {
    if let letter { attributes.append(name, letter: letter) } else { attributes.append(name, Word.blank) }
  }

  /// Sets nothing where there is no value: the attribute is absent.
  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Int?) { if let value { attributes.append(name, value) } }

  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Bool?) { if let value { attributes.append(name, value) } }

  @inlinable @inline(__always)
  package mutating func set(_ name: AttributeName, _ value: Word?) { if let value { attributes.append(name, value) } }

  package mutating func set(_ name: AttributeName, _ value: String?) { if let value { attributes.append(name, value) } }

  /// The document, the children of its root in the order of their places.
  package consuming func finish() -> MarkingDocument {
    closeNode()
    var document = MarkingDocument(nodes: nodes, attributes: attributes)
    document.sortChildren()
    return document
  }
}
