/// A text as it stands in XML, which has no control characters: U+FFFD is written for each.
func writtenText(_ text: String) -> String {
  func isForbidden(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D }
  if !text.utf8.contains(where: isForbidden) { return text }
  return String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { $0.isASCII && isForbidden(UInt8(ascii: $0)) ? "\u{FFFD}" : $0 }))
}
