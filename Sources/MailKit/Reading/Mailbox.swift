/// The messages of a mailbox file (RFC 4155, mboxrd): each behind a line that begins with `From `.
package enum Mailbox {
  /// The messages without the lines between them, `>From ` at the beginning of a line read as `From `. Each ends a line.
  ///
  /// A line of a text may begin with `From ` too: one that parts messages stands behind an empty line, names a time, and a
  /// header follows it. What stands before the first is none of a message.
  package static func messages(in file: [UInt8]) -> [[UInt8]] {
    var messages: [[UInt8]] = []
    var message: [UInt8]?
    var lines = Lines(file)
    var isBehindEmpty = true
    while let line = lines.next() {
      if message == nil ? line.starts(with: "From ".utf8) : isBehindEmpty && isEnvelope(line, before: lines.peek()) {
        if let message { messages.append(closed(message)) }
        message = []
      } else if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8),
        line.first == UInt8(ascii: ">")
      {
        message?.append(contentsOf: line.dropFirst())
      } else {
        message?.append(contentsOf: line)
      }
      isBehindEmpty = line.allSatisfy { $0 == 0x0A || $0 == 0x0D }
    }
    if let message { messages.append(closed(message)) }
    return messages
  }

  /// Without the empty line that closes it.
  private static func closed(_ message: [UInt8]) -> [UInt8] {
    for ending in ["\r\n\r\n", "\n\n"] where message.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
      return Array(message.dropLast(ending.utf8.count / 2))
    }
    return message.last == 0x0A ? message : message + [0x0A]
  }

  private static func isEnvelope(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>?) -> Bool {
    guard line.starts(with: "From ".utf8), let next, let colon = next.firstIndex(of: UInt8(ascii: ":")),
      colon > next.startIndex, next[..<colon].allSatisfy({ 0x21..<0x7F ~= $0 })
    else { return false }
    let bytes = Array(line)
    func isDigit(_ index: Int) -> Bool { bytes[index] &- 0x30 < 10 }
    return bytes.indices.dropFirst(2).dropLast(2).contains {
      bytes[$0] == UInt8(ascii: ":") && isDigit($0 - 2) && isDigit($0 - 1) && isDigit($0 + 1) && isDigit($0 + 2)
    }
  }

  /// Lines with their ends.
  private struct Lines {
    private let file: [UInt8]
    private var at = 0

    init(_ file: [UInt8]) { self.file = file }

    func peek() -> ArraySlice<UInt8>? {
      guard at < file.count else { return nil }
      let end = file[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? file.count
      return file[at..<end]
    }

    mutating func next() -> ArraySlice<UInt8>? {
      guard let line = peek() else { return nil }
      at = line.endIndex
      return line
    }
  }
}
