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
  }

  /// The node of the document itself.
  static var documentNode: Int { 1 }

  /// What stands for the name of the root.
  private let rootElement = Int16(ElementName.allCases.count)
  private let nameCount = AttributeName.allCases.count
  private let words = CodedValue.words
  /// The text of an element, which has none.
  let empty = CodedValue.words[Word.blank.ordinal]

  private(set) var document = MarkingDocument()
  var nodes: [Node] = []
  var values: [CodedValue] = []
  /// The texts of the document, and numbers that there is no room for elsewhere.
  private(set) var texts: [String] = []
  /// By element: the first and last child of the document of that name; -1 where there is none. It has many children,
  /// and most rules look for a few of them.
  var firstOfName: [Int32]
  /// By element: the last node of that name, and its parent.
  var lastOfName: [Int32]
  var lastParents: [Int32]
  /// By element and name: which of the places of such an element is the attribute's; -1 where it has none. Only
  /// attributes that expressions name have one.
  private var columns: [Int16]
  private var widths: [Int]
  /// By name: whether expressions name it.
  private var isUsed: [Bool]
  /// By the place in the document's list: where the attributes of a node stand. Nodes may share theirs; empty where none
  /// do.
  private var filled: [Int32] = []
  /// Whether every node stands right behind those that are before it in the tree; `ranks` is by node, where not.
  var isInTreeOrder = true
  var ranks: [Int32] = []

  init() {
    let count = Int(rootElement) + 1
    firstOfName = Array(repeating: -1, count: count)
    lastOfName = firstOfName
    lastParents = firstOfName
    columns = Array(repeating: -1, count: count * nameCount)
    widths = Array(repeating: 0, count: count)
    isUsed = Array(repeating: false, count: nameCount)
  }

  /// Sees to it that attributes of these names are kept, from the next document on.
  mutating func use(_ names: [Int16]) {
    for name in names where name >= 0 && !isUsed[Int(name)] { isUsed[Int(name)] = true }
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
    } while !fillValues()
    link()
  }

  /// Gives the document back: who reads the next one has its room then, which is still in the cache.
  mutating func forget() {
    document = MarkingDocument()
    texts = []
  }

  /// False where there were attributes that had no place; they have one now.
  private mutating func fillValues() -> Bool {
    // Out of the structure, so that its other lists can be changed meanwhile.
    var values: [CodedValue] = []
    swap(&values, &self.values)
    values.removeAll(keepingCapacity: true)
    let attributes = document.attributes.stored
    var room = 0
    for index in 1..<max(1, nodes.count) { room &+= widths[Int(nodes[index].element)] }
    values.append(contentsOf: repeatElement(.absent, count: room))
    var places = values.mutableSpan
    var first = 0
    var grew = false
    for index in 1..<max(1, nodes.count) {
      let node = document.nodes[index &- 1]
      if !filled.isEmpty, node.attributeCount > 0 {
        if filled[node.firstAttribute] >= 0 {
          nodes[index].values = filled[node.firstAttribute]
          continue
        }
        filled[node.firstAttribute] = Int32(truncatingIfNeeded: first)
      }
      nodes[index].values = Int32(truncatingIfNeeded: first)
      let element = Int(nodes[index].element)
      let width = widths[element]
      for place in node.firstAttribute..<(node.firstAttribute &+ node.attributeCount) {
        let attribute = attributes[place]
        let name = attribute.name.ordinal
        let column = Int(columns[element &* nameCount &+ name])
        if column >= 0, !grew {
          places[first &+ column] =
            switch attribute.kind {
            case .word: words[attribute.word.ordinal]
            case .flag: attribute.number != 0 ? .yes : .no
            case .letter: .letter(UInt8(truncatingIfNeeded: attribute.number))
            case .text: .text(attribute.number)
            case .short: Self.keep(attribute.short, &texts)
            case .number: CodedValue.number(attribute.number) ?? Self.keep(String(attribute.number), &texts)
            }
        } else if column < 0, isUsed[name] {
          columns[element &* nameCount &+ name] = Int16(widths[element])
          widths[element] += 1
          grew = true
        }
      }
      first &+= width
    }
    swap(&values, &self.values)
    return !grew
  }

  /// What stands in no list of the document: a few letters, a number that there is no room for.
  private static func keep(_ text: String, _ texts: inout [String]) -> CodedValue {
    texts.append(text)
    return .text(texts.count - 1)
  }

  /// The value of an attribute of a node, the place's among them.
  @inline(__always)
  mutating func value(_ name: Int16, of node: Int) -> CodedValue {
    if name < 0 { return place(name, of: node) }
    let row = nodes[node]
    let column = columns[Int(row.element) &* nameCount &+ Int(name)]
    return column < 0 ? .absent : values[Int(row.values) &+ Int(column)]
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
    let column = columns[Int(row.element) &* nameCount &+ Int(name)]
    values[Int(row.values) &+ Int(column)] = value
  }
}
