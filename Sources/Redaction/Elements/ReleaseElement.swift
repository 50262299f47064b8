/// The parts of a document's form that a policy can withhold.
package enum ReleaseElement: String, Sendable, Hashable, CaseIterable {
  /// Format lines 1 to 11 of a telegram.
  case transmission
  /// Its routing indicators, in whatever line.
  case routing
  /// The message continuity numbers behind its addressees.
  case continuityNumbers = "continuity-numbers"
  /// Lines that say who drafted, cleared or approved it.
  case drafting
  /// The name at its end.
  case signature
  /// TAGS of persons.
  case personTags = "person-tags"
  /// The classification authority: who classified it.
  case authority
  /// From, To, Cc and Bcc lines of an e-mail in print.
  case correspondents
  /// A field of an e-mail's header, in a message or in print; its clause says which.
  case header
  /// NARA's Message Attributes page.
  case record
  /// Parts of a message that cannot be read.
  case attachments
}
