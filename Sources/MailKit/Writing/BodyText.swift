/// A text as the body of a part: as it is where every program leaves it as it is, else quoted-printable (RFC 2045).
package struct BodyText {
  /// `7bit` or `quoted-printable`.
  package let transferEncoding: String
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - text: UTF-8, its lines ended by a line feed.
  ///   - lineEnd: what ends a line of the file.
  ///   - endsLine: whether the body has to end a line, whether the text does or not.
  package init(_ text: [UInt8], lineEnd: [UInt8], endsLine: Bool = false) {
    let isOpen = endsLine && text.last != 0x0A
    if !isOpen, Self.isSafe(text) {
      transferEncoding = "7bit"
      bytes = lineEnd == [0x0A] ? text : text.flatMap { $0 == 0x0A ? lineEnd : [$0] }
    } else {
      transferEncoding = "quoted-printable"
      bytes = Self.quoted(text, lineEnd) + (isOpen ? [0x3D] + lineEnd : [])
    }
  }

  /// Whether all lines are short and of printable ASCII, none ends with a blank, and none begins as a line between the
  /// messages of a mailbox does.
  private static func isSafe(_ text: [UInt8]) -> Bool {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      let line = text[start..<end]
      guard line.count <= longestLine, line.last != 0x20, line.last != 0x09, !isEnvelope(line),
        line.allSatisfy({ 0x20..<0x7F ~= $0 || $0 == 0x09 })
      else { return false }
      start = end + 1
    }
    return true
  }

  private static let longestLine = 200
  private static let quotedLine = 76

  /// `From `, with signs of quoting before it or without.
  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
  }

  private static func quoted(_ text: [UInt8], _ lineEnd: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + text.count / 8)
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { bytes += lineEnd }
      var width = 0
      let protects = isEnvelope(line)
      for at in line.indices {
        let byte = line[at]
        let isBlankAtEnd = (byte == 0x20 || byte == 0x09) && at == line.endIndex - 1
        let isFree = (0x20..<0x7F ~= byte && byte != 0x3D || byte == 0x09) && !isBlankAtEnd
        let letters = isFree && !(protects && at == line.startIndex) ? [byte] : [0x3D] + Hexadecimal.bytes(byte)
        // A soft break needs a place of its own.
        if width + letters.count > quotedLine - 1 {
          bytes += [0x3D] + lineEnd
          width = 0
          // What stands in a new line now may look like a line between messages.
          if letters == [UInt8(ascii: "F")] || letters == [UInt8(ascii: ">")] {
            bytes += [0x3D] + Hexadecimal.bytes(byte)
            width = 3
            continue
          }
        }
        bytes += letters
        width += letters.count
      }
    }
    return bytes
  }
}
