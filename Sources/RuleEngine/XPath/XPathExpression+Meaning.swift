extension XPathExpression {
  /// What it says, as bytes: the same for two expressions that say the same at different places, and for no others.
  var meaning: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    append(to: &bytes)
    return bytes
  }

  fileprivate func append(to bytes: inout [UInt8]) {
    switch self {
    case .binary(let operation, let left, let right):
      bytes.append(UInt8(ascii: "b"), operation.rawValue)
      left.append(to: &bytes)
      right.append(to: &bytes)
    case .negated(let inner):
      bytes.append(UInt8(ascii: "-"))
      inner.append(to: &bytes)
    case .literal(let text, _): bytes.append(UInt8(ascii: "'"), text)
    case .number(let text, _): bytes.append(UInt8(ascii: "n"), text)
    case .variable(let name, _): bytes.append(UInt8(ascii: "$"), name)
    case .call(let name, let arguments, _):
      bytes.append(UInt8(ascii: "c"), name)
      bytes.append(arguments)
    case .path(let path): path.append(to: &bytes)
    }
  }
}

extension XPathPath {
  fileprivate func append(to bytes: inout [UInt8]) {
    switch start {
    case .root: bytes.append(UInt8(ascii: "/"))
    case .context: bytes.append(UInt8(ascii: "."))
    case .expression(let inner):
      bytes.append(UInt8(ascii: "("))
      inner.append(to: &bytes)
    }
    bytes.append(predicates)
    bytes.append(count: steps.count)
    for step in steps { step.append(to: &bytes) }
  }
}

extension XPathStep {
  fileprivate func append(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "s"), axis.rawValue)
    switch test {
    case .name(let name): bytes.append(UInt8(ascii: "n"), name)
    case .anyName: bytes.append(UInt8(ascii: "*"))
    case .anyNode: bytes.append(UInt8(ascii: "a"))
    case .text: bytes.append(UInt8(ascii: "t"))
    case .comment: bytes.append(UInt8(ascii: "c"))
    case .processingInstruction: bytes.append(UInt8(ascii: "p"))
    }
    bytes.append(predicates)
  }
}

// How many bytes or parts follow stands before them: no text can be taken for what stands behind it.
extension [UInt8] {
  fileprivate mutating func append(_ kind: UInt8, _ text: String) {
    append(kind)
    append(count: text.utf8.count)
    append(contentsOf: text.utf8)
  }

  fileprivate mutating func append(_ expressions: [XPathExpression]) {
    append(count: expressions.count)
    for expression in expressions { expression.append(to: &self) }
  }

  fileprivate mutating func append(count: Int) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: count >> shift)) }
  }
}
