extension ISMAttributes {
  /// Reads attributes from one line: `classification=S; ownerProducer=USA` or, as in XML, `ism:classification="S"
  /// ism:ownerProducer="USA"`. A semicolon ends a value only where the next attribute follows it, because a name and title
  /// may hold one. Nil where a piece of the line is no attribute.
  package init?(line: String) {
    let bytes = Array(line.utf8)
    var at = bytes.span.skipSeparators(0)
    while at < bytes.count {
      guard let name = bytes.span.attributeName(at) else { return nil }
      let value = bytes.span.attributeValue(name.end)
      set(
        String(decoding: bytes[name.start..<name.end - 1], as: UTF8.self),
        String(decoding: bytes[value.start..<value.end], as: UTF8.self))
      at = bytes.span.skipSeparators(value.next)
    }
  }

  /// One line that `init(line:)` reads.
  package var line: String { list.map { $0.name + "=" + $0.value.withSingleBlanks }.joined(separator: "; ") }
}

extension Span where Element == UInt8 {
  /// The first offset from `at` on that is neither blank nor semicolon.
  fileprivate func skipSeparators(_ at: Int) -> Int {
    var i = at
    while i < count, self[i] <= 0x20 || self[i] == 0x3B { i += 1 }
    return i
  }

  /// A name and its equals sign: where the name begins, a prefix left out, and the offset after the sign.
  fileprivate func attributeName(_ at: Int) -> (start: Int, end: Int)? {
    var start = at
    var i = at
    while i < count, self[i].isLetterOrDigit || self[i] == 0x3A || self[i] == 0x2D || self[i] == 0x5F {
      i += 1
      if self[i - 1] == 0x3A { start = i }
    }
    return i > start && i < count && self[i] == 0x3D ? (start, i + 1) : nil
  }

  /// A value from `at` on: between quotation marks, or up to a semicolon that the next attribute or the end follows.
  fileprivate func attributeValue(_ at: Int) -> (start: Int, end: Int, next: Int) {
    if at < count, self[at] == 0x22 || self[at] == 0x27 {
      var i = at + 1
      while i < count, self[i] != self[at] { i += 1 }
      return (at + 1, i, Swift.min(i + 1, count))
    }
    var i = at
    while i < count {
      if self[i] == 0x3B {
        let next = skipSeparators(i)
        if next == count || attributeName(next) != nil { return (at, i, next) }
      }
      i += 1
    }
    return (at, count, count)
  }
}
