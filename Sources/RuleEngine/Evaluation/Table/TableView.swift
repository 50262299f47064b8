import MarkingModel

/// A marking document as a table of numbers: what is compared while it is judged costs no allocation and no reference
/// count. Filled anew for each document.
struct TableView: ~Copyable {
  struct Node {
    /// The position of its name in `ElementName.allCases`.
    var element: Int16
    var parent: Int32
    /// Its first child and its next and previous sibling; -1 where there is none.
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    /// For a child of the document its next and previous sibling of the same name.
    var nextSame: Int32 = -1
    var previousSame: Int32 = -1
    var firstAttribute: Int32
    var attributeCount: Int32
    var line: Int32
    var column: Int32
    var at: Int
    var length: Int
  }

  struct Attribute {
    /// The position of its name in `AttributeName.allCases`.
    var name: Int16
    var value: TableValue
  }

  /// What the attributes of an element were like in the element of that name before: readers set the same ones in the
  /// same order, and most have the same value, so that both are found by one comparison.
  private struct Memo {
    var name: AttributeName
    var ordinal: Int16
    var word = ""
    var value: TableValue?
  }

  private(set) var document = MarkingDocument()
  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// By element: the first and last child of the document of that name; -1 where there is none. It has many children,
  /// and most rules look for a few of them.
  private(set) var firstOfName: [Int32]
  private var lastOfName: [Int32]
  private var memos: [[Memo]]
  /// By element and name: the place that an attribute had among those of such an element when it was last seen; 255 where
  /// it never was.
  private var places: [UInt8]
  /// By the place in the document's list: where the attributes of a node stand here. Nodes may share theirs; empty where
  /// none do.
  private var filled: [Int32] = []
  private let elements: [ElementName: Int16]
  private let names: [AttributeName: Int16]
  private let nameCount: Int

  init() {
    elements = Self.ordinals(of: ElementName.allCases)
    names = Self.ordinals(of: AttributeName.allCases)
    memos = Array(repeating: [], count: ElementName.allCases.count)
    nameCount = AttributeName.allCases.count
    places = Array(repeating: 255, count: ElementName.allCases.count * nameCount)
    firstOfName = Array(repeating: -1, count: ElementName.allCases.count)
    lastOfName = firstOfName
  }

  private static func ordinals<Name: Hashable>(of names: [Name]) -> [Name: Int16] {
    var ordinals: [Name: Int16] = [:]
    for (ordinal, name) in names.enumerated() { ordinals[name] = Int16(ordinal) }
    return ordinals
  }

  func ordinal(of name: ElementName) -> Int16 { elements[name] ?? -1 }
  func ordinal(of name: AttributeName) -> Int16 { names[name] ?? -1 }

  /// O(nodes + attributes).
  mutating func fill(with document: MarkingDocument, _ symbols: inout TableSymbols) {
    self.document = document
    if symbols.isFull {
      symbols.forgetDocuments()
      for element in memos.indices { memos[element].removeAll() }
    }
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    for element in firstOfName.indices {
      firstOfName[element] = -1
      lastOfName[element] = -1
    }
    let written = document.nodes.reduce(0) { $0 + $1.attributeCount }
    filled.removeAll(keepingCapacity: true)
    if written > document.attributes.count {
      filled.append(contentsOf: repeatElement(-1, count: document.attributes.count))
    }
    for node in document.nodes { add(node, document, &symbols) }
  }

  private mutating func add(_ node: MarkingDocument.Node, _ document: MarkingDocument, _ symbols: inout TableSymbols) {
    let element = ordinal(of: node.name)
    var row = Node(
      element: element, parent: Int32(node.parent), firstAttribute: Int32(attributes.count),
      attributeCount: Int32(node.attributeCount), line: Int32(clamping: node.position.line),
      column: Int32(clamping: node.position.column), at: node.range.start, length: node.range.count)
    let index = Int32(nodes.count)
    if node.parent >= 0 {
      row.previous = nodes[node.parent].lastChild
      nodes[node.parent].lastChild = index
      if row.previous < 0 { nodes[node.parent].firstChild = index } else { nodes[Int(row.previous)].next = index }
    }
    if node.parent == 0 {
      row.previousSame = lastOfName[Int(element)]
      lastOfName[Int(element)] = index
      if row.previousSame < 0 {
        firstOfName[Int(element)] = index
      } else {
        nodes[Int(row.previousSame)].nextSame = index
      }
    }
    if !filled.isEmpty, node.attributeCount > 0 {
      let known = filled[node.firstAttribute]
      if known >= 0 {
        row.firstAttribute = known
        nodes.append(row)
        return
      }
      filled[node.firstAttribute] = row.firstAttribute
    }
    nodes.append(row)
    for place in 0..<node.attributeCount {
      add(document.attributes[node.firstAttribute + place], element: Int(element), place, &symbols)
    }
  }

  private mutating func add(
    _ attribute: MarkingDocument.Attribute, element: Int, _ place: Int, _ symbols: inout TableSymbols
  ) {
    if place >= memos[element].count || memos[element][place].name != attribute.name {
      let memo = Memo(name: attribute.name, ordinal: ordinal(of: attribute.name))
      if place >= memos[element].count { memos[element].append(memo) } else { memos[element][place] = memo }
      places[element * nameCount + Int(memo.ordinal)] = UInt8(clamping: place)
    }
    let value: TableValue
    switch attribute.value {
    case .flag(let flag): value = .word(flag ? TableSymbols.yes : TableSymbols.no)
    case .number(let number): value = .number(number)
    case .word(let word):
      if let known = memos[element][place].value, memos[element][place].word.utf8.elementsEqual(word.utf8) {
        value = known
      } else {
        value = symbols.value(of: word)
        memos[element][place].word = word
        memos[element][place].value = value
      }
    }
    attributes.append(Attribute(name: memos[element][place].ordinal, value: value))
  }

  /// The first child of that name of a node, or for -1 the root; -1 where there is none.
  func first(_ element: Int16, below parent: Int) -> Int {
    if element < 0 || nodes.isEmpty { return -1 }
    if parent < 0 { return nodes[0].element == element ? 0 : -1 }
    if parent == 0 { return Int(firstOfName[Int(element)]) }
    return among(element, from: Int(nodes[parent].firstChild))
  }

  /// The next sibling of that name, which the node has too; -1 where there is none.
  func next(_ element: Int16, after node: Int) -> Int {
    nodes[node].parent == 0 ? Int(nodes[node].nextSame) : among(element, from: Int(nodes[node].next))
  }

  /// Whether a node and those of its name after it are so many that it pays to ask about all of them at once.
  func hasMany(from node: Int) -> Bool {
    let element = nodes[node].element
    var node = node
    for _ in 0..<2 {
      node = next(element, after: node)
      if node < 0 { return false }
    }
    return true
  }

  private func among(_ element: Int16, from first: Int) -> Int {
    var node = first
    while node >= 0, nodes[node].element != element { node = Int(nodes[node].next) }
    return node
  }

  /// The place of an attribute of a node in `attributes`; nil where the node has none of that name.
  func attribute(_ name: Int16, of node: Int) -> Int? {
    let first = Int(nodes[node].firstAttribute)
    let count = Int(nodes[node].attributeCount)
    // Most nodes of an element have the same attributes in the same order.
    let place = Int(places[Int(nodes[node].element) * nameCount + Int(name)])
    if place < count, attributes[first + place].name == name { return first + place }
    for index in first..<(first + count) where attributes[index].name == name { return index }
    return nil
  }

  /// The value of an attribute of a node, the place's among them; nil where the node has none of that name.
  func value(_ name: Int16, of node: Int) -> TableValue? {
    if name >= 0 { return attribute(name, of: node).map { attributes[$0].value } }
    switch name {
    case TablePlace.at: return .number(nodes[node].at)
    case TablePlace.length: return .number(nodes[node].length)
    case TablePlace.line: return .number(Int(nodes[node].line))
    default: return .number(Int(nodes[node].column))
    }
  }

  /// The same as XML writes it; empty where the node has none of that name.
  func text(_ name: Int16, of node: Int) -> String {
    if name >= 0 {
      guard let index = attribute(name, of: node) else { return "" }
      // The document may hold the attributes of its nodes in another order than the nodes.
      let place = index - Int(nodes[node].firstAttribute)
      return TableSymbols.written(document.attributes[document.nodes[node].firstAttribute + place].value.description)
    }
    return value(name, of: node).map { String($0.number) } ?? ""
  }
}

/// Ordinals for the attributes of the place that every element has.
enum TablePlace {
  static let at: Int16 = -1
  static let length: Int16 = -2
  static let line: Int16 = -3
  static let column: Int16 = -4

  static let names = ["at", "length", "line", "column"]

  static func ordinal(_ name: String) -> Int16? {
    switch name {
    case "at": at
    case "length": length
    case "line": line
    case "column": column
    default: nil
    }
  }
}
