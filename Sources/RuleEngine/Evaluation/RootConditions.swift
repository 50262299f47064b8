/// What a context asks of the document before it looks at anything below: `@form = 'wire'` and `@rank > 1` in
/// `/document[@form = 'wire' and @rank > 1]/caption`. Many contexts ask the same, and most get a no.
enum RootConditions {
  /// The operands of the outermost `and` in the first predicate of `/document`; none where it has another form. Each is a
  /// condition by itself: `and` asks for the truth of its operands alone (XPath 1.0 §3.4), and the document is one node.
  static func conditions(of context: String) -> [String] {
    let bytes = Array(context.utf8)
    let start = Array("/document[".utf8)
    guard bytes.starts(with: start) else { return [] }
    var operands: [String] = []
    var from = start.count
    var at = from
    var depth = 0
    var quote: UInt8?
    func operand(to end: Int) -> String { String(decoding: bytes[from..<end], as: UTF8.self) }
    func isWord(_ word: String, at place: Int) -> Bool {
      let end = place + word.utf8.count
      return end < bytes.count && bytes[place..<end].elementsEqual(word.utf8) && isBlank(bytes[place - 1])
        && isBlank(bytes[end])
    }
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]"), depth == 0 {
        operands.append(operand(to: at))
        // Behind it: nothing, a step, another predicate. An alternative would be asked apart.
        return context.contains("|") || operands.contains(where: isNumber) ? [] : operands
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
        depth -= 1
      } else if depth == 0, isWord("or", at: at) {
        return []
      } else if depth == 0, isWord("and", at: at) {
        operands.append(operand(to: at))
        at += 3
        from = at
        continue
      }
      at += 1
    }
    return []
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// What could be a number would be a position.
  private static func isNumber(_ operand: String) -> Bool {
    !operand.contains { "=<>@'\"".contains($0) } && !operand.contains("not(")
  }
}
