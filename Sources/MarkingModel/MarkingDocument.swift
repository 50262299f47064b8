/// What a reader found in one document: a tree of markings, as a flat table in document order.
///
/// The names and their meaning are the contract in `Rules/marking-document.rng`. Everything that works on
/// documents (the XML tree for the rules, `caveat parse`, reports) walks this table and knows no format.
@usableFromInline
package struct MarkingDocument: Sendable {
  /// One element.
  @usableFromInline
  package struct Node: Sendable, BitwiseCopyable {
    @usableFromInline package var name: ElementName
    /// Index of the parent; -1 for the root.
    @usableFromInline package var parent: Int
    @usableFromInline package var range: ByteRange
    @usableFromInline package var position: Position
    /// The marking in `range` that a report may show; empty where nothing may be shown.
    @usableFromInline package var excerpt: ByteRange
    /// Index of the first of its attributes, which stand together.
    @usableFromInline package var firstAttribute: Int
    @usableFromInline package var attributeCount: Int

    @inlinable
    init(
      name: ElementName, parent: Int, range: ByteRange, position: Position, excerpt: ByteRange, firstAttribute: Int,
      attributeCount: Int
    ) {
      self.name = name
      self.parent = parent
      self.range = range
      self.position = position
      self.excerpt = excerpt
      self.firstAttribute = firstAttribute
      self.attributeCount = attributeCount
    }
  }

  /// One attribute of a node.
  package struct Attribute: Sendable {
    package var name: AttributeName
    package var value: Value
  }

  /// The value of an attribute. None of them holds text of a portion.
  package enum Value: Sendable, Hashable {
    case flag(Bool)
    case number(Int)
    /// A word of a vocabulary or of the contract.
    case word(String)
  }

  /// In document order of the tree: a parent stands before its children. The first is the root.
  package private(set) var nodes: [Node] = []
  package private(set) var attributes = AttributeList()
  /// Telegrams that this one repeats, in order, and behind them those that follow it in the document. Each is judged on its
  /// own; their places are places in the same bytes.
  package var quoted: [MarkingDocument] = []

  /// Whether the bytes at its places are the text that was read, so that a repair may change them.
  package var isEditable = true

  package init() {}

  init(nodes: [Node], attributes: AttributeList) {
    self.nodes = nodes
    self.attributes = attributes
  }

  /// Adds a node below `parent` (-1 for the root) and returns its index. O(1).
  @discardableResult
  package mutating func add(
    _ name: ElementName, to parent: Int, at range: ByteRange, _ position: Position,
    excerpt: ByteRange = ByteRange(0, 0)
  ) -> Int {
    nodes.append(
      Node(
        name: name, parent: parent, range: range, position: position, excerpt: excerpt,
        firstAttribute: attributes.count, attributeCount: 0))
    return nodes.count - 1
  }

  /// Gives the node that was added last one more attribute. O(1).
  package mutating func set(_ name: AttributeName, _ value: Value) {
    attributes.append(name, value)
    nodes[nodes.count - 1].attributeCount += 1
  }

  package mutating func set(_ name: AttributeName, _ value: Bool) { set(name, .flag(value)) }
  package mutating func set(_ name: AttributeName, _ value: Int) { set(name, .number(value)) }
  package mutating func set(_ name: AttributeName, _ value: String) { set(name, .word(value)) }

  /// Sets nothing where there is no value: the attribute is absent.
  package mutating func set(_ name: AttributeName, _ value: Int?) { if let value { set(name, .number(value)) } }
  package mutating func set(_ name: AttributeName, _ value: String?) { if let value { set(name, .word(value)) } }
  package mutating func set(_ name: AttributeName, _ value: Bool?) { if let value { set(name, .flag(value)) } }

  /// Whether the children of the root stand in the order of their places.
  private var areChildrenSorted: Bool {
    var last = 0
    for node in nodes where node.parent == 0 {
      if node.range.start < last { return false }
      last = node.range.start
    }
    return true
  }

  /// Puts the children of the root in the order of their places, their own children with them: parts are added part by
  /// part. O(nodes · log nodes).
  package mutating func sortChildren() {
    guard nodes.count > 2, !areChildrenSorted else { return }
    // Where a child begins and which one it is, in one number: at most 16 million of them.
    var keys: [UInt64] = []
    keys.reserveCapacity(nodes.count)
    for index in 1..<nodes.count where nodes[index].parent == 0 {
      keys.append(UInt64(nodes[index].range.start) << 24 | UInt64(index & 0xFF_FFFF))
    }
    guard nodes.count <= 0xFF_FFFF else { return }
    keys.sort()
    var sorted: [Node] = []
    sorted.reserveCapacity(nodes.count)
    sorted.append(nodes[0])
    for key in keys {
      let first = Int(key & 0xFF_FFFF)
      let shift = sorted.count - first
      var index = first
      repeat {
        var node = nodes[index]
        if index > first { node.parent += shift }
        sorted.append(node)
        index += 1
      } while index < nodes.count && nodes[index].parent != 0
    }
    nodes = sorted
  }

  /// Moves every range, lines and columns staying as they are: the reader worked on a copy of the bytes.
  package mutating func mapRanges(_ map: (ByteRange) -> ByteRange) {
    for index in nodes.indices {
      nodes[index].range = map(nodes[index].range)
      if !nodes[index].excerpt.isEmpty { nodes[index].excerpt = map(nodes[index].excerpt) }
    }
    for index in quoted.indices { quoted[index].mapRanges(map) }
  }

  /// Shows nothing at the places of which this is asked for: the bytes there are not what was read.
  package mutating func hideExcerpts(_ isHidden: (ByteRange) -> Bool) {
    for index in nodes.indices where isHidden(nodes[index].excerpt) { nodes[index].excerpt = ByteRange(0, 0) }
    for index in quoted.indices { quoted[index].hideExcerpts(isHidden) }
  }

  /// Where its nodes begin, in no order, those of quoted documents with them.
  package var starts: [Int] { nodes.map(\.range.start) + quoted.flatMap(\.starts) }

  /// Gives every node the position of the byte where it begins.
  package mutating func mapPositions(_ position: (Int) -> Position) {
    for index in nodes.indices { nodes[index].position = position(nodes[index].range.start) }
    for index in quoted.indices { quoted[index].mapPositions(position) }
  }

  /// The attributes of a node, in the order in which they were set.
  package func attributes(of node: Int) -> Slice<AttributeList> { attributes[range(of: node)] }

  private func range(of node: Int) -> Range<Int> {
    nodes[node].firstAttribute..<(nodes[node].firstAttribute + nodes[node].attributeCount)
  }

  /// The value of one attribute of a node. O(attributes of the node).
  package func value(_ name: AttributeName, of node: Int) -> Value? {
    range(of: node).first { attributes.name($0) == name }.map(attributes.value)
  }

  package func word(_ name: AttributeName, of node: Int) -> String? {
    if case .word(let text) = value(name, of: node) { text } else { nil }
  }

  package func number(_ name: AttributeName, of node: Int) -> Int? {
    if case .number(let number) = value(name, of: node) { number } else { nil }
  }

  package func flag(_ name: AttributeName, of node: Int) -> Bool {
    value(name, of: node) == .flag(true)
  }

  /// The indexes of the nodes of one name. O(nodes).
  package func nodes(named name: ElementName) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }
}

extension MarkingDocument.Value: CustomStringConvertible {
  /// As it stands in XML.
  package var description: String {
    switch self {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): String(number)
    case .word(let word): word
    }
  }
}
