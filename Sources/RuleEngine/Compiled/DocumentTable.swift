import MarkingModel

/// A marking document as tables of numbers, for the compiled expressions: filled anew for each document, in the room of
/// the one before. What is compared costs no allocation and no reference count.
///
/// Node 0 is the root of the tree, which is above the document's own node 1; node `i` of the document is `i + 1` here.
struct DocumentTable: ~Copyable {
  struct Node: BitwiseCopyable {
    /// The ordinal of its name; `rootElement` for the root.
    var element: Int16
    var parent: Int32
    /// Its children, and its next and previous sibling; -1 where there is none.
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    /// Its next and previous sibling of the same name.
    var nextSame: Int32 = -1
    var previousSame: Int32 = -1
    /// Where its attributes stand in `values`: one place for each that elements of its name have.
    var values: Int32 = 0
    /// Where its codes stand in `codes`: one for each of its columns. And the sum of their hashes.
    var codes: Int32 = 0
    var sum: UInt64 = 0
    /// Whether every code is known; `alone` where another node with the same codes may be another one.
    var state = State.coded
  }

  enum State: UInt8, BitwiseCopyable {
    case coded, unread, alone
  }

  /// Where an attribute stands among those of an element, and among those that count; -1 where it does not.
  struct Column: BitwiseCopyable {
    /// -1 where no expression names it, `missing` where no document had it yet.
    var value: Int16 = -1
    var key: Int16 = -1

    static var missing: Int16 { -2 }
  }

  /// The node of the document itself.
  static var documentNode: Int { 1 }

  /// What stands for the name of the root.
  private let rootElement = Int16(ElementName.allCases.count)
  let nameCount = AttributeName.allCases.count
  let words = CodedValue.words
  /// The text of an element, which has none.
  let empty = CodedValue.words[Word.blank.ordinal]

  private(set) var document = MarkingDocument()
  var nodes: [Node] = []
  var values: [CodedValue] = []
  /// The texts of the document, and numbers that there is no room for elsewhere.
  var texts: [String] = []
  /// By element: the first and last child of the document of that name; -1 where there is none. It has many children,
  /// and most rules look for a few of them.
  var firstOfName: [Int32]
  /// By element: the last node of that name, and its parent.
  var lastOfName: [Int32]
  var lastParents: [Int32]
  /// By element and name.
  var columns: [Column]
  var widths: [Int]
  /// By name: whether expressions name it.
  private var isUsed: [Bool]
  /// What of nodes decides whether they are alike.
  private(set) var keys = NodeKeys()
  /// What the attributes of each node count as there.
  var codes: [Int32] = []
  /// By the place in the document's list: the node that has had these attributes. Nodes may share theirs; empty where none
  /// do.
  var filled: [Int32] = []
  /// Whether every node stands right behind those that are before it in the tree; `ranks` is by node, where not.
  var isInTreeOrder = true
  var ranks: [Int32] = []

  init() {
    let count = Int(rootElement) + 1
    firstOfName = Array(repeating: -1, count: count)
    lastOfName = firstOfName
    lastParents = firstOfName
    columns = Array(repeating: Column(), count: count * nameCount)
    widths = Array(repeating: 0, count: count)
    isUsed = Array(repeating: false, count: nameCount)
  }

  /// Sees to it that attributes of these names are kept, and what counts of nodes, from the next document on.
  mutating func use(_ names: [Int16], _ keys: NodeKeys) {
    for name in names where name >= 0 && !isUsed[Int(name)] {
      isUsed[Int(name)] = true
      for element in widths.indices { columns[element * nameCount + Int(name)].value = Column.missing }
    }
    mark(self.keys) { _ in -1 }
    mark(keys) { Int16($0) }
    self.keys = keys
  }

  private mutating func mark(_ keys: NodeKeys, _ number: (Int) -> Int16) {
    for element in 0..<(keys.starts.count - 1) {
      for (place, column) in keys.columns[keys.columns(of: element)].enumerated() {
        columns[element * nameCount + Int(column.name)].key = number(place)
      }
    }
  }

  /// O(nodes + attributes).
  mutating func fill(with document: MarkingDocument) {
    self.document = document
    texts = document.attributes.texts
    for element in firstOfName.indices {
      firstOfName[element] = -1
      lastParents[element] = -1
    }
    var written = 0
    for node in document.nodes { written += node.attributeCount }
    let isShared = written > document.attributes.count
    repeat {
      filled.removeAll(keepingCapacity: true)
      if isShared { filled.append(contentsOf: repeatElement(-1, count: document.attributes.count)) }
      nodes.removeAll(keepingCapacity: true)
      nodes.append(Node(element: rootElement, parent: -1))
      for node in document.nodes {
        nodes.append(
          Node(
            element: Int16(truncatingIfNeeded: node.name.ordinal), parent: Int32(truncatingIfNeeded: node.parent &+ 1)))
      }
      // An element has an attribute for the first time: there was no place for it in those before.
    } while !fillRows()
    link()
  }

  /// Gives the document back: who reads the next one has its room then, which is still in the cache.
  mutating func forget() {
    document = MarkingDocument()
    texts = []
  }

  /// The value of an attribute of a node, the place's among them.
  @inline(__always)
  mutating func value(_ name: Int16, of node: Int) -> CodedValue {
    if name < 0 { return place(name, of: node) }
    let row = nodes[node]
    let column = columns[Int(row.element) &* nameCount &+ Int(name)].value
    return column < 0 ? .absent : values[Int(row.values) &+ Int(column)]
  }

  /// A stretch of `codes`: those of a node.
  @inline(__always)
  func codes(of node: Int) -> Range<Int> {
    let it = nodes[node]
    return Int(it.codes)..<(Int(it.codes) &+ keys.columns(of: Int(it.element)).count)
  }

  private mutating func place(_ name: Int16, of node: Int) -> CodedValue {
    guard node > 0 else { return .absent }
    let it = document.nodes[node - 1]
    let number =
      switch name {
      case PlaceAttribute.at: it.range.start
      case PlaceAttribute.length: it.range.count
      case PlaceAttribute.line: it.position.line
      default: it.position.column
      }
    return CodedValue.number(number) ?? .absent
  }

  /// Keeps what an attribute was found to be.
  mutating func keep(_ value: CodedValue, _ name: Int16, of node: Int) {
    let row = nodes[node]
    let column = columns[Int(row.element) &* nameCount &+ Int(name)].value
    values[Int(row.values) &+ Int(column)] = value
  }
}
