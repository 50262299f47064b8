/// Finds an element with more attributes than are read, before libxml2 compares each of them with all others.
///
/// Markup is followed as strictly as XML is: whatever the parser might go on behind in another way is reported as malformed,
/// so that every tag it sees was counted.
enum AttributeCount {
  private enum Stop: Error {
    case broken(Int)
    case tooMany(Int)
  }

  /// What is wrong with a document in which an element may have too many; nil for every other one. O(bytes).
  static func problem(in bytes: Span<UInt8>) -> XMLError? {
    // No tag goes on behind a `<`, so that few documents have to be followed.
    if mostEqualsSigns(in: bytes, 0, bytes.count) <= XMLLimit.mostAttributes { return nil }
    do throws(Stop) {
      try follow(bytes)
      return nil
    } catch {
      switch error {
      case .broken(let offset):
        let line = line(of: offset, in: bytes)
        return .malformed(XMLProblem(line: line, offset: offset, message: "a tag is broken"))
      case .tooMany(let offset):
        let line = line(of: offset, in: bytes)
        return .limit(.attributes, XMLProblem(line: line, offset: offset, message: XMLLimit.attributes.sentence))
      }
    }
  }

  /// The most that stand together without a `<` between them; a reference to a character may be one.
  private static func mostEqualsSigns(in bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var (count, most) = (0, 0)
    for at in start..<end {
      switch bytes[at] {
      case UInt8(ascii: "<"): count = 0
      case UInt8(ascii: "="): count += 1
      case UInt8(ascii: "#") where at > start && bytes[at - 1] == UInt8(ascii: "&"): count += 1
      default: continue
      }
      most = max(most, count)
    }
    return most
  }

  private static func follow(_ bytes: Span<UInt8>) throws(Stop) {
    // Behind a character that XML does not have, the parser goes on elsewhere.
    for at in bytes.indices where !isAllowed(at, in: bytes) { throw .broken(at) }
    var at = 0
    while at < bytes.count {
      if bytes[at] != UInt8(ascii: "<") {
        at += 1
      } else if has("<!--", at, in: bytes) {
        at = try end(of: "-->", from: at + 4, in: bytes)
      } else if has("<![CDATA[", at, in: bytes) {
        at = try end(of: "]]>", from: at, in: bytes)
      } else if has("<?", at, in: bytes) {
        at = try end(of: "?>", from: at, in: bytes)
      } else if has("<!DOCTYPE", at, in: bytes) {
        at = try endOfDocumentType(at, in: bytes)
      } else {
        at = try endOfTag(at, in: bytes)
      }
    }
  }

  /// The offset behind a tag.
  private static func endOfTag(_ start: Int, in bytes: Span<UInt8>) throws(Stop) -> Int {
    var count = 0
    var quote: UInt8?
    for at in start + 1..<bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"): throw .broken(at)
      case let byte where quote != nil: if byte == quote { quote = nil }
      case UInt8(ascii: ">"): return at + 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = bytes[at]
      case UInt8(ascii: "="):
        count += 1
        if count > XMLLimit.mostAttributes { throw .tooMany(start) }
      default: break
      }
    }
    throw .broken(start)
  }

  /// The offset behind a document type and the declarations in it. A literal may be an entity, which may hold a tag.
  private static func endOfDocumentType(_ start: Int, in bytes: Span<UInt8>) throws(Stop) -> Int {
    var at = start + 1
    var isInside = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let end = try end(of: byte == UInt8(ascii: "'") ? "'" : "\"", from: at + 1, in: bytes)
        if mostEqualsSigns(in: bytes, at, end) > XMLLimit.mostAttributes { throw .tooMany(at) }
        at = end
      } else if has("<!--", at, in: bytes) {
        at = try end(of: "-->", from: at + 4, in: bytes)
      } else if has("<?", at, in: bytes) {
        at = try end(of: "?>", from: at, in: bytes)
      } else {
        if byte == UInt8(ascii: "[") { isInside = true }
        if byte == UInt8(ascii: "]") { isInside = false }
        at += 1
        if byte == UInt8(ascii: ">"), !isInside { return at }
      }
    }
    throw .broken(start)
  }

  private static func end(of text: String, from start: Int, in bytes: Span<UInt8>) throws(Stop) -> Int {
    var at = start
    while at < bytes.count {
      if has(text, at, in: bytes) { return at + text.utf8.count }
      at += 1
    }
    throw .broken(start)
  }

  private static func has(_ text: String, _ at: Int, in bytes: Span<UInt8>) -> Bool {
    guard at + text.utf8.count <= bytes.count else { return false }
    var next = at
    for letter in text.utf8 {
      if bytes[next] != letter { return false }
      next += 1
    }
    return true
  }

  /// Whether no control character begins there, nor U+FFFE or U+FFFF (XML 1.0, 2.2).
  private static func isAllowed(_ at: Int, in bytes: Span<UInt8>) -> Bool {
    let byte = bytes[at]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D }
    return byte != 0xEF || at + 2 >= bytes.count || bytes[at + 1] != 0xBF || bytes[at + 2] < 0xBE
  }

  private static func line(of offset: Int, in bytes: Span<UInt8>) -> Int {
    var line = 1
    for at in 0..<min(offset, bytes.count) where bytes[at] == 0x0A { line += 1 }
    return line
  }
}
