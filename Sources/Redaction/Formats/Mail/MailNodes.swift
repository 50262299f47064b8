import MarkingModel

/// A message as the copy has it: nothing but constants, and stretches of the reading text.
struct MailNode: Sendable {
  var fields: [MailLine]
  var body: MailBody

  /// Whether its last line is the border of its parts, which has to be ended.
  var endsWithParts: Bool {
    switch body {
    case .parts: true
    case .message(let node): node.endsWithParts
    case .text: false
    }
  }
}

/// A header field of the copy.
struct MailLine: Sendable {
  /// In its usual spelling.
  var name: String
  /// Its value in the reading text.
  var value: ByteRange
  /// Of a list of addresses, in order; nil for a field without structure.
  var items: [MailItem]?
}

/// One of a list of addresses in the reading text: `Ann Finch <ann@example.org>`.
struct MailItem: Sendable {
  var range: ByteRange
  /// The displayed name and the address within it; nil for what is no address: a group, or what a label stands in.
  var mailbox: (name: ByteRange, address: ByteRange)?
}

/// A part of the copy.
indirect enum MailBody: Sendable {
  case parts(MailMultipart, [MailBody])
  case message(MailNode)
  case text(MailLeaf)
}

extension MailBody {
  /// The parts without parts.
  var leaves: [MailLeaf] {
    switch self {
    case .parts(_, let children): children.flatMap(\.leaves)
    case .message(let node): node.body.leaves
    case .text(let leaf): [leaf]
    }
  }
}

/// The multiparts that a copy has.
enum MailMultipart: String, Sendable { case mixed, alternative, related, digest }

struct MailLeaf: Sendable {
  enum Content: Sendable {
    case plain
    /// Lines of a calendar or a card.
    case lines(ContentLines)
    /// With the bytes that it was read from.
    case page(HTMLDocument, source: [UInt8])
    case xml(XMLDocument, source: [UInt8])
  }

  /// `text/plain`.
  var type: String
  /// In the reading text.
  var range: ByteRange
  var content: Content
  /// Its file name in the reading text.
  var fileName: ByteRange?
  var isAttachment: Bool
}
