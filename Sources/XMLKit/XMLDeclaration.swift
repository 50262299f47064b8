/// The declaration that an XML document may begin with.
package struct XMLDeclaration: Sendable, Hashable {
  /// The encoding that it names, as it is written.
  package var encoding: String
  /// Where the name stands, in bytes.
  package var range: Range<Int>

  /// The declaration of a document, behind a byte order mark in UTF-8; nil where there is none or it names no encoding
  /// (XML 1.0, 2.8 and 4.3.3).
  package init?(of bytes: Span<UInt8>) {
    var at = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    let limit = min(bytes.count, at + 512)
    func isBlank(_ at: Int) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) }
    for letter in "<?xml".utf8 {
      guard at < limit, bytes[at] == letter else { return nil }
      at += 1
    }
    // Names and values in quotes, until the encoding is met.
    while at < limit {
      while at < limit, isBlank(at) { at += 1 }
      var name: [UInt8] = []
      while at < limit, (bytes[at] | 0x20) &- 0x61 < 26 {
        name.append(bytes[at])
        at += 1
      }
      while at < limit, isBlank(at) { at += 1 }
      guard at < limit, bytes[at] == UInt8(ascii: "=") else { return nil }
      at += 1
      while at < limit, isBlank(at) { at += 1 }
      guard at < limit, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { return nil }
      let quote = bytes[at]
      let start = at + 1
      at = start
      while at < limit, bytes[at] != quote { at += 1 }
      guard at < limit else { return nil }
      if name.elementsEqual("encoding".utf8) {
        range = start..<at
        encoding = String(decoding: (start..<at).map { bytes[$0] }, as: UTF8.self)
        return
      }
      at += 1
    }
    return nil
  }
}
