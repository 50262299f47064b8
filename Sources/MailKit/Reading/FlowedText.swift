/// Text of the format `flowed` (RFC 3676): lines that end with a blank go on in the next one.
package enum FlowedText {
  /// The text with its paragraphs on one line each, as a mail program shows it.
  ///
  /// - Parameters:
  ///   - text: lines ended by a line feed.
  ///   - deletesBlanks: whether the blank at the end of a line that goes on is no part of the text (`DelSp=yes`).
  package static func unflowed(_ text: [UInt8], deletesBlanks: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    // How deep the line before is quoted, where it goes on.
    var openDepth: Int?
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
      var content = line.dropFirst(depth)
      // A blank was put before what would be taken for a quote.
      if content.first == 0x20 { content = content.dropFirst() }
      let isSignature = content.elementsEqual("-- ".utf8)
      let goesOn = content.last == 0x20 && !isSignature && index + 1 < lines.count
      if let openDepth, openDepth == depth, !isSignature {
        result += goesOn && deletesBlanks ? content.dropLast() : content
      } else {
        if index > 0 { result.append(0x0A) }
        if depth > 0 { result += [UInt8](repeating: UInt8(ascii: ">"), count: depth) + [0x20] }
        result += goesOn && deletesBlanks ? content.dropLast() : content
      }
      openDepth = goesOn ? depth : nil
    }
    return result
  }
}
