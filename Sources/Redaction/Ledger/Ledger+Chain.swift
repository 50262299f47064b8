internal import RuleEngine

extension Ledger {
  /// One link: a digest over the link before and the fields, each with its length, so that none can be moved into the
  /// next.
  static func link(_ previous: String, _ fields: [String]) -> String {
    var digest = Digest()
    digest.update(previous)
    for field in fields { digest.update("\(field.utf8.count):\(field)\n") }
    return digest.hex()
  }
}
