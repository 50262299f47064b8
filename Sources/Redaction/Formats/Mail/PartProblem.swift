/// Why a part of a message cannot be released.
package enum PartProblem: Sendable, Hashable {
  /// A file of a kind that is not read.
  case attachment
  /// Encrypted, or signed in a way that hides the text (S/MIME, OpenPGP).
  case sealed
  /// A part that stands for a message in pieces, or for one that lies elsewhere.
  case elsewhere
  /// Text with marks of its own (enriched text, RTF).
  case markup
  /// A file put into the text itself (uuencode, yEnc, base64 within a calendar).
  case embedded
  case characterSet
  case transferEncoding
  case headerField

  /// Whether a policy that withholds attachments may leave it out whole.
  package var canBeWithheld: Bool {
    switch self {
    case .attachment, .sealed, .elsewhere, .markup, .embedded: true
    case .characterSet, .transferEncoding, .headerField: false
    }
  }

  /// A clause about the part.
  package var sentence: String {
    switch self {
    case .attachment: "is a file of a kind that cannot be read"
    case .sealed: "is encrypted or sealed by a signature; save it in clear first"
    case .elsewhere: "stands for text that is not in the file"
    case .markup: "is text with markup that cannot be read"
    case .embedded: "holds a file within its text"
    case .characterSet: "is in a character set that is not known, or not in the one that it names"
    case .transferEncoding: "has a transfer encoding that is not known"
    case .headerField: "has a header field that cannot be decoded"
    }
  }
}
