/// Why bytes are not read as a message.
package enum MailError: Error, Hashable {
  /// GMime is not installed.
  case noLibrary
  case outOfMemory
  /// There is no header that could be one of a message.
  case noMessage
  /// More parts within parts than any message has that people write.
  case tooDeep
  /// More parts, header fields or addresses.
  case tooMany
  case tooLarge
  /// Programs read its structure differently: what one of them shows another may leave out.
  case ambiguous

  /// A sentence without its subject and its stop.
  package var sentence: String {
    switch self {
    case .noLibrary: "cannot be read without the library GMime (Debian: libgmime-3.0-0)"
    case .outOfMemory: "needs more memory than there is"
    case .noMessage: "has no header that could be read"
    case .tooDeep: "has more parts within parts than can be read safely"
    case .tooMany: "has more parts, header fields or addresses than can be read safely"
    case .tooLarge: "is larger than can be read safely"
    case .ambiguous: "has a structure that programs read differently; save it anew with a mail program"
    }
  }
}
