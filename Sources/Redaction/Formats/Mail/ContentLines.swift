import MarkingModel

/// The lines of a calendar or a card (RFC 5545, 6350) as somebody reads them: unfolded, without the signs of escaping.
struct ContentLines: Sendable {
  /// UTF-8.
  let text: [UInt8]
  /// The places that stand for an escaped character, in order.
  private let escapes: [Int]

  /// Nil where a value is a file, or text that is encoded once more.
  ///
  /// - Parameter lines: ended by line feeds.
  init?(reading lines: [UInt8]) {
    var text: [UInt8] = []
    var escapes: [Int] = []
    for line in Self.unfolded(lines).split(separator: 0x0A, omittingEmptySubsequences: false) {
      if Self.isEncoded(line) { return nil }
      var at = line.startIndex
      while at < line.endIndex {
        if line[at] == UInt8(ascii: "\\"), at + 1 < line.endIndex, let plain = Self.plain(line[at + 1]) {
          escapes.append(text.count)
          text.append(plain)
          at += 2
        } else {
          text.append(line[at])
          at += 1
        }
      }
      text.append(0x0A)
    }
    text.removeLast()
    self.text = text
    self.escapes = escapes
  }

  /// The lines with changes made to the text.
  func rewritten(_ changes: TextChanges) -> [UInt8] {
    var lines: [UInt8] = []
    var at = 0
    var next = escapes[...]
    func copy(to end: Int) {
      while at < end {
        while let escape = next.first, escape < at { next.removeFirst() }
        lines += next.first == at ? Self.escaped(text[at]) : [text[at]]
        at += 1
      }
    }
    for change in changes.changes {
      copy(to: change.range.start)
      lines += change.text.utf8.flatMap(Self.escaped)
      at = max(at, change.range.end)
    }
    copy(to: text.count)
    return lines
  }

  /// Lines that a blank continues put together.
  private static func unfolded(_ lines: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(lines.count)
    for index in lines.indices {
      let isBlank = lines[index] == 0x20 || lines[index] == 0x09
      if isBlank, text.last == 0x0A, index > 0, lines[index - 1] == 0x0A {
        text.removeLast()
      } else {
        text.append(lines[index])
      }
    }
    return text
  }

  /// What stands behind a reverse solidus; nil where it escapes nothing.
  private static func plain(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "N"): 0x0A
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): byte
    default: nil
    }
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x0A: Array("\\n".utf8)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
    default: [byte]
    }
  }

  private static func isEncoded(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self).uppercased()
    guard let colon = text.firstIndex(of: ":") else { return false }
    let head = text[..<colon]
    let signs = ["ENCODING=", "VALUE=BINARY", ";BASE64", ";QUOTED-PRINTABLE"]
    return signs.contains { head.contains($0) } && !head.contains("ENCODING=8BIT")
      || text.contains("DATA:")
        && text.contains(";BASE64")
  }
}
