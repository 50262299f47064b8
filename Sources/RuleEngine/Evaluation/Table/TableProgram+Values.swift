extension TableProgram {
  /// Whether a condition is true at a node.
  func holds(_ condition: Index, _ view: borrowing TableView, at node: Int) -> Bool {
    var none: [Int] = []
    switch conditions[Int(condition)] {
    case .constant(let value): return value
    case .not(let inner): return !holds(inner, view, at: node)
    case .and(let left, let right): return holds(left, view, at: node) && holds(right, view, at: node)
    case .or(let left, let right): return holds(left, view, at: node) || holds(right, view, at: node)
    case .exists(let path): return reaches(.exists, along: path, view, at: node, &none)
    case .value(let path, let value, let isEqual):
      return reaches(.value(value, isEqual: isEqual), along: path, view, at: node, &none)
    case .order(let path, let order, let right):
      return reaches(.order(order, number(right, view, at: node)), along: path, view, at: node, &none)
    case .same(let left, let right, let isEqual):
      return reaches(.same(path: right, origin: node, isEqual: isEqual), along: left, view, at: node, &none)
    case .pair(let left, let order, let right):
      return reaches(.pair(order, path: right, origin: node), along: left, view, at: node, &none)
    case .numbers(let left, let order, let right):
      return order.holds(number(left, view, at: node), number(right, view, at: node))
    case .contains(let text, let part):
      return Self.does(self.text(text, view, at: node), contain: self.text(part, view, at: node))
    case .startsWith(let text, let part):
      return self.text(text, view, at: node).starts(with: self.text(part, view, at: node))
    }
  }

  /// A number at a node.
  func number(_ number: Index, _ view: borrowing TableView, at node: Int) -> Double {
    switch numbers[Int(number)] {
    case .constant(let value): return value
    case .first(let path):
      var found: [Int] = []
      _ = reaches(.collect, along: path, view, at: node, &found)
      guard let first = found.first, let attribute = paths[Int(path)].attribute,
        let value = view.value(attribute, of: first)
      else { return .nan }
      return self.number(value, attribute, view, first)
    case .count(let path):
      var found: [Int] = []
      _ = reaches(.collect, along: path, view, at: node, &found)
      return Double(found.count)
    case .length(let text):
      // In characters: the bytes that begin one are counted.
      return Double(self.text(text, view, at: node).count { $0 & 0xC0 != 0x80 })
    case .negated(let inner): return -self.number(inner, view, at: node)
    case .binary(let left, let operation, let right):
      let a = self.number(left, view, at: node)
      let b = self.number(right, view, at: node)
      switch operation {
      case .plus: return a + b
      case .minus: return a - b
      case .times: return a * b
      case .divided: return a / b
      case .modulo: return a.truncatingRemainder(dividingBy: b)
      }
    }
  }

  /// A text at a node, in UTF-8.
  func text(_ text: Index, _ view: borrowing TableView, at node: Int) -> [UInt8] {
    switch texts[Int(text)] {
    case .literal(let literal): return literals[Int(literal)]
    case .first(let path):
      var found: [Int] = []
      _ = reaches(.collect, along: path, view, at: node, &found)
      guard let first = found.first, let attribute = paths[Int(path)].attribute else { return [] }
      return Array(view.text(attribute, of: first).utf8)
    case .concat(let left, let right): return self.text(left, view, at: node) + self.text(right, view, at: node)
    }
  }

  /// O(text × part); both are single values.
  private static func does(_ text: [UInt8], contain part: [UInt8]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  /// XPath's number() of a text (§4.4): white space, a minus sign, digits with at most one point, white space.
  static func number(of text: some Sequence<UInt8>) -> Double {
    var digits: [UInt8] = []
    var isFinished = false
    var hasPoint = false
    var hasDigit = false
    for byte in text {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: isFinished = !digits.isEmpty
      case _ where isFinished: return .nan
      case UInt8(ascii: "-") where digits.isEmpty: digits.append(byte)
      case UInt8(ascii: ".") where !hasPoint:
        hasPoint = true
        // Swift wants a digit on either side of the point.
        if !hasDigit { digits.append(UInt8(ascii: "0")) }
        digits.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
        digits.append(byte)
      default: return .nan
      }
    }
    if digits.last == UInt8(ascii: ".") { digits.append(UInt8(ascii: "0")) }
    return hasDigit ? Double(String(decoding: digits, as: UTF8.self)) ?? .nan : .nan
  }
}
