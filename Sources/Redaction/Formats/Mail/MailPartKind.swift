import MailKit

/// How the content of a part is read.
enum MailPartKind: Hashable {
  case plain
  case flowed(deletesBlanks: Bool)
  case table
  /// A calendar or a card.
  case lines
  case page
  case xml
  case unread(PartProblem)

  init(_ part: MailPart) {
    switch part.type {
    case "text/plain", "text/markdown", "":
      let isFlowed = part.parameter("format")?.lowercased() == "flowed"
      self = isFlowed ? .flowed(deletesBlanks: part.parameter("delsp")?.lowercased() == "yes") : .plain
    case "text/csv", "text/tab-separated-values": self = .table
    case "text/calendar", "text/vcard", "text/x-vcard", "text/directory": self = .lines
    case "text/html": self = .page
    case "text/xml", "application/xml": self = .xml
    case "text/enriched", "text/richtext", "text/rtf": self = .unread(.markup)
    case "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted": self = .unread(.sealed)
    case "message/partial", "message/external-body": self = .unread(.elsewhere)
    default: self = .unread(.attachment)
    }
  }

  /// What makes a message refused, whatever a policy says.
  static func problem(of part: MailPart) -> PartProblem? {
    // What comes behind the word is a comment, and what is in a comment is anybody's.
    let encoding = part.field("Content-Transfer-Encoding").map { MailHeader.clean($0).lowercased() } ?? "7bit"
    let known: Set<String>
    switch part.kind {
    case .leaf: known = ["7bit", "8bit", "binary", "quoted-printable", "base64"]
    case .parts, .message: known = ["7bit", "8bit", "binary"]
    }
    return known.contains(encoding) ? nil : .transferEncoding
  }
}

/// Files within a text, which a mail program offers to save.
enum EmbeddedFile {
  static func isIn(_ text: [UInt8]) -> Bool {
    text.split(separator: 0x0A).contains { line in
      line.starts(with: "=ybegin ".utf8) || line.starts(with: "-----BEGIN PGP ".utf8) || isUuencode(line)
    }
  }

  /// `begin 644 name`.
  private static func isUuencode(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "begin ".utf8) else { return false }
    let mode = line.dropFirst("begin ".utf8.count).prefix { $0 != 0x20 }
    return (3...4).contains(mode.count) && mode.allSatisfy { $0 &- 0x30 < 8 } && line.count > 11
  }
}
