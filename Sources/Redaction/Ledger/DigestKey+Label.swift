import RuleEngine

extension DigestKey {
  /// What a label shows of the digest: enough to tell texts of one document apart, and never digits alone, which might
  /// be taken for a number.
  func shown(for text: [UInt8]) -> String {
    let start = String(digest(of: text).prefix(WithheldLabel.keyLength))
    return start.contains(where: \.isLetter) ? start : "a" + start.dropFirst()
  }
}
