/// What holds documents inside, told by its first bytes, and by its name where they are damaged.
package enum ArchiveKind: Sendable, Hashable {
  /// A ZIP or TAR archive, or a compressed file.
  case archive
  /// A mailbox (RFC 4155).
  case mailbox

  /// How many bytes have to be looked at.
  package static let headSize = 512

  /// The kind of a file with these first bytes; nil where it is a document, or something else that holds none.
  /// - Parameter name: of the file; an archive whose beginning is damaged is recognised by it.
  package static func of(head: Span<UInt8>, name: some Collection<UInt8>) -> ArchiveKind? {
    guard head.count > 0 else { return nil }
    // Most documents begin with none of these.
    switch head[0] {
    case 0x50 where starts(head, with: [0x50, 0x4B]):
      let isZIP = starts(head, with: [0x50, 0x4B, 3, 4]) || starts(head, with: [0x50, 0x4B, 5, 6])
      return isZIP && !isOfficeDocument(head) ? .archive : nil
    case 0x1F, 0x42, 0xFD, 0x28:
      for magic in magics where starts(head, with: magic) { return .archive }
    case UInt8(ascii: "F") where isMailbox(head): return .mailbox
    default: break
    }
    return isTAR(head) || isNamedSo(name) ? .archive : nil
  }

  private static func isNamedSo(_ name: some Collection<UInt8>) -> Bool {
    let ending = Array(name.suffix(12))
    guard let last = ending.last, [0x72, 0x70, 0x7A, 0x32, 0x74].contains(last | 0x20) else { return false }
    let small = ending.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
    return endings.contains { small.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// gzip, bzip2, xz, zstd.
  private static let magics: [[UInt8]] = [
    [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
  ]

  private static let endings = [".tar", ".zip", ".tgz", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst"]

  private static func starts(_ head: Span<UInt8>, with bytes: [UInt8]) -> Bool {
    guard head.count >= bytes.count else { return false }
    for (offset, byte) in bytes.enumerated() where head[offset] != byte { return false }
    return true
  }

  /// Whether the first member is one that office documents begin with (OPC, OpenDocument, EPUB): such a ZIP is one document.
  private static func isOfficeDocument(_ head: Span<UInt8>) -> Bool {
    guard head.count > 30 else { return false }
    let length = Int(head[26]) | Int(head[27]) << 8
    guard length <= 64, head.count >= 30 + length else { return false }
    var name: [UInt8] = []
    for index in 30..<(30 + length) { name.append(head[index]) }
    return ["[Content_Types].xml", "mimetype", "_rels/.rels"].contains { name.elementsEqual($0.utf8) }
  }

  /// Whether it is the header of a member whose check sum is right (POSIX.1-1988 and before).
  private static func isTAR(_ head: Span<UInt8>) -> Bool {
    guard head.count >= 512, head[0] != 0 else { return false }
    // The check sum is written in octal digits.
    for index in 148..<156 where head[index] != 0x20 && head[index] != 0 && !(0x30...0x37 ~= head[index]) {
      return false
    }
    var sum = 0
    for index in 0..<512 { sum += 148..<156 ~= index ? 0x20 : Int(head[index]) }
    var written = 0
    var hasDigit = false
    for index in 148..<156 {
      let byte = head[index]
      if 0x30...0x37 ~= byte {
        written = written * 8 + Int(byte - 0x30)
        hasDigit = true
      } else if hasDigit || byte != 0x20 {
        break
      }
    }
    return hasDigit && sum == written
  }

  /// Whether it begins with the line before a message, which names a time, and a header field behind it.
  private static func isMailbox(_ head: Span<UInt8>) -> Bool {
    guard starts(head, with: Array("From ".utf8)) else { return false }
    var end = 0
    var hasTime = false
    while end < head.count, head[end] != 0x0A {
      hasTime = hasTime || head[end] == UInt8(ascii: ":")
      end += 1
    }
    guard hasTime, end < head.count, end < 256 else { return false }
    var index = end + 1
    if index < head.count, head[index] == UInt8(ascii: ">") { index += 1 }
    let first = index
    while index < head.count, 0x21..<0x7F ~= head[index], head[index] != UInt8(ascii: ":") { index += 1 }
    return index > first && index < head.count && head[index] == UInt8(ascii: ":")
  }
}
