import Documents
import Glibc
package import MarkingModel
package import RuleEngine

/// Why bytes are no text that can be checked, told by the first of them, so that a PDF is not taken for a text without
/// markings.
package enum ContentProblem: Error, Sendable, Hashable {
  case empty
  case hasNUL
  case utf16(bigEndian: Bool)
  case utf32
  /// A message with a text that is encrypted, or encoded so that it is not read: without it the rest would look clean.
  case message
  /// XML with labels that cannot be read, and no rule said so: without its labels it would look clean.
  case labels
  /// Some other format. The remedy says what to do with such a file.
  case format(name: String, remedy: String)

  /// Nil for text. O(bytes).
  package init?(_ bytes: Span<UInt8>) {
    guard let problem = Self.problem(bytes) else { return nil }
    self = problem
  }

  /// Nil where every problem that was met in reading a document is reported.
  package init?(unreported document: MarkingDocument, _ result: CheckResult) {
    let problems = document.nodes(named: .problem)
    guard !problems.isEmpty, !result.findings.contains(where: { problems.contains($0.node) }) else { return nil }
    self = .labels
  }

  /// One sentence without its full stop, to stand after the name of the file.
  package var sentence: String {
    switch self {
    case .empty: "it is empty; look whether the right file was saved"
    case .hasNUL: "it holds NUL bytes, so that it is no text; take its text out and check that"
    case .utf16(let bigEndian):
      "it seems to be UTF-16 without a byte order mark; save it as UTF-8 (iconv -f UTF-16\(bigEndian ? "BE" : "LE") -t UTF-8)"
    case .utf32: "it is text in UTF-32; save it as UTF-8 (iconv -f UTF-32 -t UTF-8)"
    case .labels:
      "it is XML with labels that cannot be read, and the rule that says why (ISM-014, N47-009) is not in use; check it "
        + "without --profile, --select and --ignore"
    case .message: "it is a message with a part that cannot be read; save its text as plain text and check that"
    case .format(let name, let remedy): "it is \(name), not text; \(remedy)"
    }
  }

  private static func problem(_ bytes: Span<UInt8>) -> ContentProblem? {
    if bytes.count == 0 { return .empty }
    for (start, problem) in starts where bytes.starts(with: start) { return problem }
    // The reader knows UTF-16 by its mark, which is the start of UTF-32's.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !isUTF16, hasNUL(bytes) else { return MessageText.isWhole(bytes) ? nil : .message }
    guard let bigEndian = isBigEndian(bytes) else { return .hasNUL }
    return .utf16(bigEndian: bigEndian)
  }

  private static func hasNUL(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe memchr(start, 0, buffer.count) != nil
    }
  }

  /// The first bytes that give a format away.
  private static let starts: [([UInt8], ContentProblem)] = [
    ([0xFF, 0xFE, 0, 0], .utf32), ([0, 0, 0xFE, 0xFF], .utf32),
    (Array("%PDF-".utf8), .format(name: "a PDF document", remedy: "take its text out first: pdftotext -layout")),
    (Array("{\\rtf".utf8), .format(name: "an RTF document", remedy: "save it as plain text first")),
    (
      [0x50, 0x4B, 3, 4],
      .format(name: "a ZIP archive or an office document", remedy: "unpack it, or save it as plain text first")
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], .format(name: "an office document", remedy: "save it as plain text first")),
    ([0x1F, 0x8B], .format(name: "compressed with gzip", remedy: "unpack it first")),
    ([0x89, 0x50, 0x4E, 0x47], .format(name: "a picture", remedy: "recognise its text (OCR) first")),
    ([0xFF, 0xD8, 0xFF], .format(name: "a picture", remedy: "recognise its text (OCR) first")),
    (Array("II*\0".utf8), .format(name: "a picture", remedy: "recognise its text (OCR) first")),
    (Array("MM\0*".utf8), .format(name: "a picture", remedy: "recognise its text (OCR) first")),
    ([0x7F, 0x45, 0x4C, 0x46], .format(name: "a program", remedy: "look at the name")),
  ]

  /// Whether the high bytes come first in UTF-16 without its mark: NUL bytes stand in every second place only, and in most
  /// of those, as its first 512 bytes show. Nil for what is none.
  private static func isBigEndian(_ bytes: Span<UInt8>) -> Bool? {
    let head = min(512, bytes.count)
    var count = [0, 0]
    for offset in 0..<head where bytes[offset] == 0 { count[offset % 2] += 1 }
    let isUTF16 = min(count[0], count[1]) == 0 && max(count[0], count[1]) * 4 >= head
    return isUTF16 ? count[0] > 0 : nil
  }
}

extension Span where Element == UInt8 {
  fileprivate func starts(with start: [UInt8]) -> Bool {
    guard count >= start.count else { return false }
    for offset in start.indices where self[offset] != start[offset] { return false }
    return true
  }
}
