internal import CLibXML2

/// An encoding in which every character is one byte, and those of ASCII are themselves: ISO-8859-1, windows-1252, US-ASCII
/// and what else libxml2 and ICU behind it have of the kind.
package struct ByteEncoding: Sendable {
  /// What each byte stands for; nil where it stands for nothing.
  private let scalars: [Unicode.Scalar?]

  /// - Parameter name: as a document declares it. Nil for a name that is not known, and for an encoding of another kind.
  package init?(named name: String) {
    guard LibXML2.ready, !name.contains("\0") else { return nil }
    var ascii: [UInt8] = [0x09, 0x0A, 0x0D]
    ascii.append(contentsOf: 0x20..<0x7F)
    guard Self.converted(ascii, from: name) == ascii else { return nil }
    var scalars = (0..<0x80).map { Unicode.Scalar($0) as Unicode.Scalar? }
    for byte in UInt8(0x80)...0xFF {
      let text = Self.converted([byte], from: name).map { String(decoding: $0, as: UTF8.self).unicodeScalars }
      // The first byte of several gives nothing yet.
      scalars.append(text?.count == 1 ? text?.first : nil)
    }
    self.scalars = scalars
  }

  package subscript(byte: UInt8) -> Unicode.Scalar? { scalars[Int(byte)] }

  /// Bytes made UTF-8 by a converter of their own, which keeps nothing of those before; nil where it cannot.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    guard let handler = unsafe xmlFindCharEncodingHandler(name) else { return nil }
    defer { unsafe _ = xmlCharEncCloseFunc(handler) }
    guard let input = unsafe xmlBufferCreate(), let output = unsafe xmlBufferCreate() else { return nil }
    defer {
      unsafe xmlBufferFree(input)
      unsafe xmlBufferFree(output)
    }
    guard unsafe xmlBufferAdd(input, bytes, Int32(bytes.count)) == 0,
      unsafe xmlCharEncInFunc(handler, output, input) >= 0
    else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: xmlBufferContent(output), count: Int(xmlBufferLength(output))))
  }
}
