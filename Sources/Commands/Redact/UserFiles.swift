import Redaction
import RuleEngine
import StandardRules

/// Reads the files of a user's that say how a release is made.
enum UserFiles {
  /// The largest ledger: hundreds of thousands of entries.
  private static let ledgerLimit = 256 << 20

  static func policy(_ name: String) throws(UsageError) -> Policy {
    let isPath = name.contains("/") || name.hasSuffix(".xml")
    guard isPath || StandardRules.policyNames.contains(name) else {
      throw .unknownPolicy(name, known: StandardRules.policyNames)
    }
    let source = isPath ? try file(Array(name.utf8)) : StandardRules.policy(name)
    guard let source else { throw .unknownPolicy(name, known: StandardRules.policyNames) }
    return try loaded { () throws(RuleError) in try Policy.load(source) }
  }

  static func key(_ path: [UInt8]?) throws(UsageError) -> DigestKey? {
    guard let path else { return nil }
    guard let key = DigestKey(try file(path).bytes) else { throw .shortKey }
    return key
  }

  static func decisions(_ path: [UInt8]?) throws(UsageError) -> Decisions? {
    guard let path else { return nil }
    let source = try file(path, limit: ledgerLimit)
    return try loaded { () throws(RuleError) in try DecisionsReader.read(source) }
  }

  static func ledger(_ path: [UInt8]) throws(UsageError) -> Ledger {
    let source = try file(path, limit: ledgerLimit)
    return try loaded { () throws(RuleError) in try LedgerReader.read(source) }
  }

  static func file(_ path: [UInt8], limit: Int = RuleFiles.limit) throws(UsageError) -> RuleSource {
    let path = FilePath(path)
    do throws(InputProblem) {
      return try RuleFiles.source(path, limit: limit)
    } catch {
      throw .unreadFile(path.shown, error)
    }
  }

  private static func loaded<Value>(_ load: () throws(RuleError) -> Value) throws(UsageError) -> Value {
    do throws(RuleError) {
      return try load()
    } catch {
      throw .rules(error.description.split(separator: "\n").map(String.init))
    }
  }
}
