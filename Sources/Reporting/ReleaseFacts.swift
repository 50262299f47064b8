/// What a compliance report says of the release that a copy came from.
package struct ReleaseFacts: Sendable, Hashable {
  /// "RELEASED IN PART".
  package var disposition: String
  /// The exemptions that are cited in the copy, in their texts.
  package var exemptions: [String]
  package var policy: String
  /// SHA-256 of the policy's file and of the original, in hexadecimal.
  package var policyDigest: String
  package var originalDigest: String
  /// How many withholdings there are, and in how many places of the copy.
  package var withheld: Int
  package var places: Int
  /// How many bytes of the original are gone, and how many it has.
  package var withheldBytes: Int
  package var originalBytes: Int
  /// How many withheld texts were looked for in the copy and not found.
  package var searched: Int
  /// How many are too short or too common to be looked for.
  package var tooShort: Int

  package init(
    disposition: String, exemptions: [String], policy: String, policyDigest: String, originalDigest: String,
    withheld: Int, places: Int, withheldBytes: Int, originalBytes: Int, searched: Int, tooShort: Int
  ) {
    self.disposition = disposition
    self.exemptions = exemptions
    self.policy = policy
    self.policyDigest = policyDigest
    self.originalDigest = originalDigest
    self.withheld = withheld
    self.places = places
    self.withheldBytes = withheldBytes
    self.originalBytes = originalBytes
    self.searched = searched
    self.tooShort = tooShort
  }
}
