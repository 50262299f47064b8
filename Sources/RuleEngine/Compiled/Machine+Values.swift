import MarkingModel
import XMLKit

extension Machine {
  /// A number at a node.
  mutating func number(_ number: Program.Index, at node: Int) -> Double {
    switch program.numbers[Int(number)] {
    case .constant(let value): return value
    case .attribute(let attribute):
      let value = value(attribute, at: node)
      return value.isAbsent ? .nan : self.number(value)
    case .first(let path):
      guard let first = first(path, at: node) else { return .nan }
      return self.number(value(along: path, of: first))
    case .count(let path): return Double(nodes(path, at: node).count)
    case .sum(let path):
      var sum = 0.0
      for found in nodes(path, at: node) { sum += self.number(value(along: path, of: Int(found))) }
      return sum
    // In characters: the bytes that begin one are counted.
    case .length(let text): return Double(self.text(text, at: node).count { $0 & 0xC0 != 0x80 })
    case .ofText(let text): return XPath.number(of: String(decoding: self.text(text, at: node), as: UTF8.self))
    case .ofCondition(let condition): return holds(condition, at: node) ? 1 : 0
    case .negated(let inner): return -self.number(inner, at: node)
    case .floor(let inner): return self.number(inner, at: node).rounded(.down)
    case .ceiling(let inner): return self.number(inner, at: node).rounded(.up)
    case .round(let inner): return Self.rounded(self.number(inner, at: node))
    case .position: return Double(position)
    case .size: return Double(size)
    case .binary(let left, let operation, let right):
      let a = self.number(left, at: node)
      let b = self.number(right, at: node)
      switch operation {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .divided: return a / b
      case .modulo: return a.truncatingRemainder(dividingBy: b)
      }
    }
  }

  /// The nearest whole number, of two the greater (§4.4).
  static func rounded(_ number: Double) -> Double {
    let down = number.rounded(.down)
    return number - down >= 0.5 ? down + 1 : down
  }

  /// What XPath's number() makes of a value.
  mutating func number(_ value: CodedValue) -> Double {
    if value.isNumber { return Double(value.content) }
    return XPath.number(of: String(decoding: bytes(of: value), as: UTF8.self))
  }

  /// The first node that a path leads to, in the order of the tree.
  private mutating func first(_ path: Program.Index, at node: Int) -> Int? {
    let it = program.paths[Int(path)]
    if it.steps.count == 1, let first = first(it, at: node) { return first < 0 ? nil : first }
    if it.isInOrder { return reaches(.first, along: path, at: node) ? arrived : nil }
    var found = nodes(path, at: node)
    table.order(&found)
    return found.first.map { Int($0) }
  }

  /// The nodes that a path leads to, each once.
  mutating func nodes(_ path: Program.Index, at node: Int) -> [Int32] {
    var found: [Int32] = []
    _ = reaches(.collect, along: path, at: node, &found)
    if !program.paths[Int(path)].isDistinct { table.order(&found) }
    return found
  }

  /// The value of an attribute of a node that a path leads to, or of that node.
  private mutating func value(along path: Program.Index, of node: Int) -> CodedValue {
    if let attribute = program.paths[Int(path)].attribute { return table.value(attribute, of: node) }
    return table.empty
  }

  /// A text at a node, in UTF-8.
  mutating func text(_ text: Program.Index, at node: Int) -> [UInt8] {
    switch program.texts[Int(text)] {
    case .literal(let literal): return program.literals[Int(literal)]
    case .attribute(let attribute):
      let value = value(attribute, at: node)
      return value.isAbsent ? [] : bytes(of: value)
    case .first(let path):
      guard let first = first(path, at: node) else { return [] }
      return bytes(of: value(along: path, of: first))
    case .name(let path):
      guard let first = first(path, at: node), first > 0 else { return [] }
      return Array(ElementName.allCases[Int(table.nodes[first].element)].rawValue.utf8)
    case .concat(let left, let right): return self.text(left, at: node) + self.text(right, at: node)
    case .ofNumber(let number): return Self.written(self.number(number, at: node))
    case .ofCondition(let condition): return Array((holds(condition, at: node) ? "true" : "false").utf8)
    case .before(let text, let sign):
      let text = self.text(text, at: node)
      return Self.place(of: self.text(sign, at: node), in: text).map { Array(text[..<$0]) } ?? []
    case .after(let text, let sign):
      let (text, sign) = (self.text(text, at: node), self.text(sign, at: node))
      return Self.place(of: sign, in: text).map { Array(text[($0 + sign.count)...]) } ?? []
    case .substring(let text, let start, let length):
      return Self.substring(
        self.text(text, at: node), from: number(start, at: node), length: length < 0 ? nil : number(length, at: node))
    case .normalized(let text): return Array(folded(String(decoding: self.text(text, at: node), as: UTF8.self)).utf8)
    case .translated(let text, let from, let to):
      return Self.translated(
        self.text(text, at: node), from: self.text(from, at: node), to: self.text(to, at: node))
    }
  }

  /// A number as a text: whole ones here, others as libxml2 writes them.
  private static func written(_ number: Double) -> [UInt8] {
    if let whole = Int32(exactly: number) { return Array(String(whole).utf8) }
    return Array(XPath.text(of: number).utf8)
  }

  /// The value as XML has it, in UTF-8.
  mutating func bytes(of value: CodedValue) -> [UInt8] {
    if value.isNumber { return Array(String(value.content).utf8) }
    if value.isText { return Array(writtenText(table.texts[value.content]).utf8) }
    if let text = CodedValue.text(ofSymbol: value.content) { return Array(text.utf8) }
    return program.symbols[value.content - CodedValue.firstLiteral]
  }

  /// Where a part begins in a text; nil where it is not in it. O(text × part); both are single values.
  static func place(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard part.count <= text.count else { return nil }
    return (0...(text.count - part.count)).first { text[$0...].starts(with: part) }
  }

  /// The characters at the places from `start` on, of which the first is 1 (§4.2): those whose place is not below it and
  /// is below the end, both rounded.
  static func substring(_ text: [UInt8], from start: Double, length: Double?) -> [UInt8] {
    let first = rounded(start)
    let end = length.map { first + rounded($0) } ?? .infinity
    let characters = String(decoding: text, as: UTF8.self).unicodeScalars
    var place = 0.0
    var found = String.UnicodeScalarView()
    for character in characters {
      place += 1
      if place >= first, place < end { found.append(character) }
    }
    return Array(String(found).utf8)
  }

  /// Each character that stands in `from` by the one at its place in `to`, or left out where there is none (§4.2).
  static func translated(_ text: [UInt8], from: [UInt8], to: [UInt8]) -> [UInt8] {
    let from = Array(String(decoding: from, as: UTF8.self).unicodeScalars)
    let to = Array(String(decoding: to, as: UTF8.self).unicodeScalars)
    var found = String.UnicodeScalarView()
    for character in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let place = from.firstIndex(of: character) else {
        found.append(character)
        continue
      }
      if place < to.count { found.append(to[place]) }
    }
    return Array(String(found).utf8)
  }
}
