import Glibc

/// Tells text from other files by their first bytes, so that a PDF is not taken for a text without markings.
package enum ContentKind {
  /// Why `bytes` are not text that can be read; nil where they are. O(bytes).
  package static func problem(_ bytes: borrowing FileBytes) -> InputProblem? { bytes.withBytes { problem($0) } }

  /// The same for bytes wherever they are.
  package static func problem(_ bytes: Span<UInt8>) -> InputProblem? {
    if bytes.count == 0 { return .emptyFile }
    var head: [UInt8] = []
    for index in 0..<min(512, bytes.count) { head.append(bytes[index]) }
    for (start, problem) in starts where head.starts(with: start) { return problem }
    // The reader knows UTF-16 by its mark, which is the start of UTF-32's.
    guard !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF]), hasNUL(bytes) else { return nil }
    return isUTF16(head) ? .utf16 : .hasNUL
  }

  private static func hasNUL(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe memchr(start, 0, buffer.count) != nil
    }
  }

  /// The first bytes that give a format away.
  private static let starts: [([UInt8], InputProblem)] = [
    ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
    (Array("%PDF-".utf8), .fileFormat(name: "a PDF document", remedy: "take its text out first: pdftotext -layout")),
    (Array("{\\rtf".utf8), .fileFormat(name: "an RTF document", remedy: "save it as plain text first")),
    (
      [0x50, 0x4B, 3, 4],
      .fileFormat(name: "a ZIP archive or an office document", remedy: "unpack it, or save it as plain text first")
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], .fileFormat(name: "an office document", remedy: "save it as plain text first")),
    ([0x1F, 0x8B], .fileFormat(name: "compressed with gzip", remedy: "unpack it first")),
    ([0x89, 0x50, 0x4E, 0x47], .fileFormat(name: "a picture", remedy: "recognise its text (OCR) first")),
    ([0xFF, 0xD8, 0xFF], .fileFormat(name: "a picture", remedy: "recognise its text (OCR) first")),
    (Array("II*\0".utf8), .fileFormat(name: "a picture", remedy: "recognise its text (OCR) first")),
    (Array("MM\0*".utf8), .fileFormat(name: "a picture", remedy: "recognise its text (OCR) first")),
    ([0x7F, 0x45, 0x4C, 0x46], .fileFormat(name: "a program", remedy: "look at the name")),
  ]

  /// Whether NUL bytes stand in every second place only, and in most of those: UTF-16 without its mark.
  private static func isUTF16(_ head: [UInt8]) -> Bool {
    var count = [0, 0]
    for (offset, byte) in head.enumerated() where byte == 0 { count[offset % 2] += 1 }
    return min(count[0], count[1]) == 0 && max(count[0], count[1]) * 4 >= head.count
  }
}
