/// A message as it was sent: its header and the part that it consists of.
package struct MailMessage: Sendable, Hashable {
  package var fields: [MailField]
  package var part: MailPart
}

/// One part of a message, with everything that was said of it. Texts are UTF-8.
package struct MailPart: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// Parts in order, and whether text stands before the first or behind the last: no program shows it.
    case parts([MailPart], hasHiddenText: Bool)
    /// A message within the message; nil where its header cannot be read.
    case message(MailMessage?)
    /// Anything else. `text` is the content in UTF-8 where it is text of a named character set that can be converted.
    case leaf(content: [UInt8], text: [UInt8]?)
  }

  package var kind: Kind
  /// In small letters: `text/plain`.
  package var type: String
  package var parameters: [MailParameter]
  /// `inline`, `attachment`; nil without one.
  package var disposition: String?
  package var dispositionParameters: [MailParameter]
  package var fields: [MailField]

  package func parameter(_ name: String) -> String? {
    parameters.first { $0.name.lowercased() == name }?.value
  }

  /// The value of a field; nil without one.
  package func field(_ name: String) -> String? { fields.first { $0.isNamed(name) }?.value }

  /// What the part is called, by its disposition or its type.
  package var fileName: String? {
    dispositionParameters.first { $0.name.lowercased() == "filename" }?.value ?? parameter("name")
  }
}

package struct MailParameter: Sendable, Hashable {
  package var name: String
  package var value: String
}

/// One field of a header.
package struct MailField: Sendable, Hashable {
  package var name: String
  /// On one line, with its encoded words decoded.
  package var value: String
  /// Of `From`, `To` and their like.
  package var addresses: [MailAddress] = []
  /// Of `Date`: as RFC 5322 writes it; nil where it is no date.
  package var date: String?
  /// Whether a word of it is encoded in a way that cannot be undone.
  package var isOdd = false

  package func isNamed(_ other: String) -> Bool { name.lowercased() == other.lowercased() }
}

/// One of a list of addresses.
package enum MailAddress: Sendable, Hashable {
  /// The name that is displayed, empty for none, and `local@domain`.
  case mailbox(name: String, address: String)
  case group(name: String, members: [MailAddress])
}
