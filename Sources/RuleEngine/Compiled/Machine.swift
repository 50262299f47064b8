import MarkingModel

/// Evaluates a program over the table of one document after the other.
struct Machine: ~Copyable {
  var program = Program()
  var table = DocumentTable()
  /// By the place of a condition that is evaluated once a document: twice the number of the document in which it was
  /// last, and one more where it held.
  private var answers: [Int] = []
  private var generation = 0
  /// The position and the number of nodes, for a predicate that asks for them.
  var position = 0
  var size = 0
  /// The node that a path led to first.
  var arrived = 0

  /// Takes over what was compiled.
  mutating func load(_ program: Program, _ keys: NodeKeys) {
    self.program = program
    table.use(program.attributes, keys)
    answers = Array(repeating: 0, count: program.onceCount)
  }

  /// O(nodes + attributes).
  mutating func begin(_ document: MarkingDocument) {
    generation += 1
    table.fill(with: document)
  }

  /// Whether a condition is true at a node. What is asked most often needs no call.
  @inline(__always)
  mutating func holds(_ condition: Program.Index, at node: Int) -> Bool {
    switch program.conditions[Int(condition)] {
    case .isValue(let attribute, let wanted, let isEqual):
      let value = value(attribute, at: node)
      if value == wanted { return isEqual }
      if value.isAbsent { return false }
      return value.isUnread ? (read(attribute, at: node) == wanted) == isEqual : !isEqual
    case .has(let attribute): return !value(attribute, at: node).isAbsent
    case .isNumber(let attribute, let order, let right):
      let value = value(attribute, at: node)
      if value.isAbsent { return false }
      return order.holds(value.isNumber ? Double(value.content) : number(value), right)
    default: return holds(other: condition, at: node)
    }
  }

  private mutating func holds(other condition: Program.Index, at node: Int) -> Bool {
    switch program.conditions[Int(condition)] {
    case .constant(let value): return value
    case .not(let inner): return !holds(inner, at: node)
    case .and(let left, let right): return holds(left, at: node) && holds(right, at: node)
    case .or(let left, let right): return holds(left, at: node) || holds(right, at: node)
    case .areSame(let left, let right, let isEqual):
      let (left, right) = (value(left, at: node), value(right, at: node))
      return !left.isAbsent && !right.isAbsent && areSame(left, right) == isEqual
    case .areOrdered(let left, let order, let right):
      let (left, right) = (value(left, at: node), value(right, at: node))
      return !left.isAbsent && !right.isAbsent && order.holds(number(left), number(right))
    case .isOrdered(let attribute, let order, let right):
      let value = value(attribute, at: node)
      return !value.isAbsent && order.holds(number(value), number(right, at: node))
    case .once(let inner, let place): return answer(inner, Int(place), at: node)
    case .exists(let path): return reaches(.exists, along: path, at: node)
    case .value(let path, let value, let isEqual):
      return reaches(.value(value, isEqual: isEqual), along: path, at: node)
    case .order(let path, let order, let right):
      return reaches(.order(order, number(right, at: node)), along: path, at: node)
    case .same(let left, let right, let isEqual):
      return reaches(.same(path: right, origin: node, isEqual: isEqual), along: left, at: node)
    case .pair(let left, let order, let right):
      return reaches(.pair(order, path: right, origin: node), along: left, at: node)
    case .numbers(let left, let order, let right): return order.holds(number(left, at: node), number(right, at: node))
    case .conditions(let left, let right, let isEqual):
      return (holds(left, at: node) == holds(right, at: node)) == isEqual
    case .isNotZero(let number):
      let value = self.number(number, at: node)
      return value != 0 && !value.isNaN
    default: return holds(aboutTexts: condition, at: node)
    }
  }

  private mutating func holds(aboutTexts condition: Program.Index, at node: Int) -> Bool {
    switch program.conditions[Int(condition)] {
    case .text(let path, let text, let isEqual):
      return reaches(.text(text, origin: node, isEqual: isEqual), along: path, at: node)
    case .texts(let left, let right, let isEqual): return (text(left, at: node) == text(right, at: node)) == isEqual
    case .isNotEmpty(let text): return !self.text(text, at: node).isEmpty
    case .contains(let text, let part):
      return Self.place(of: self.text(part, at: node), in: self.text(text, at: node)) != nil
    case .startsWith(let text, let part): return self.text(text, at: node).starts(with: self.text(part, at: node))
    default: return false
    }
  }

  @inline(never)
  private mutating func answer(_ condition: Program.Index, _ place: Int, at node: Int) -> Bool {
    let known = answers[place]
    if known >> 1 == generation { return known & 1 == 1 }
    let holds = holds(condition, at: node)
    answers[place] = generation << 1 | (holds ? 1 : 0)
    return holds
  }

  /// The node that a path begins at; -1 where there is none.
  @inline(__always)
  mutating func start(_ origin: Program.Origin, at node: Int) -> Int {
    origin == .itself ? node : start(elsewhere: origin, at: node)
  }

  private mutating func start(elsewhere origin: Program.Origin, at node: Int) -> Int {
    switch origin {
    case .itself: node
    case .parent: Int(table.nodes[node].parent)
    case .document: table.nodes.count > 1 ? DocumentTable.documentNode : -1
    case .root: 0
    }
  }

  /// The value of an attribute near a node.
  @inline(__always)
  mutating func value(_ attribute: Program.Attribute, at node: Int) -> CodedValue {
    let start = start(attribute.origin, at: node)
    return start < 0 ? .absent : table.value(attribute.name, of: start)
  }

  /// Compares a text with the literals of the rules, and keeps what it is.
  @inline(never)
  private mutating func read(_ attribute: Program.Attribute, at node: Int) -> CodedValue {
    read(attribute.name, of: start(attribute.origin, at: node))
  }

  mutating func read(_ name: Int16, of node: Int) -> CodedValue {
    let value = table.value(name, of: node)
    if !value.isUnread { return value }
    let read = literal(table.texts[value.content]) ?? .foreign(value.content)
    table.keep(read, name, of: node)
    return read
  }

  /// The literal that is equal to a text as it stands in XML. Mostly its bytes are looked at where they are.
  private func literal(_ text: String) -> CodedValue? {
    let bytes = text.utf8Span.span
    for place in bytes.indices where bytes[place] < 0x20 {
      return program.values.value(of: writtenText(text))
    }
    return program.values.value(of: bytes)
  }

  /// Whether two values are the same text.
  mutating func areSame(_ left: CodedValue, _ right: CodedValue) -> Bool {
    if left == right { return true }
    return left.isText || right.isText ? bytes(of: left) == bytes(of: right) : false
  }
}
