import Detection
import MarkingGrammar
import MarkingModel
import Redaction
import RuleEngine
import StandardRules

/// Reads the files of a user's that say how a release is made.
enum UserFiles {
  /// The largest ledger: hundreds of thousands of entries.
  private static let ledgerLimit = 256 << 20

  /// What releases are made with: a policy, the detectors and the user's lists, the digest of the latter two, and what the
  /// lists were taken for.
  static func redactor(
    _ name: String, terms termPaths: [[UInt8]], detectors detectorPaths: [[UInt8]]
  ) throws(UsageError) -> (redactor: Redactor, detectorsDigest: String, lists: String?) {
    let terms = try self.terms(termPaths, forRelease: true)
    let own = try detectorPaths.map { path throws(UsageError) in
      let file = try file(path)
      return DetectorSource(file: file.file, bytes: file.bytes)
    }
    var digest = Digest()
    for source in StandardRules.detectorSources + own {
      digest.update("\(Digest.hex(of: source.bytes.span))  \(source.file)\n")
    }
    for file in terms.digests { digest.update("\(file)  terms\n") }
    let detectors = try compiled { () throws(DetectorError) in
      try DetectorSet(DetectorSet.load(StandardRules.detectorSources) + DetectorSet.loadProving(own))
    }
    let policy = try policy(name, detectors: Set(detectors.detectors.map(\.id)))
    if !termPaths.isEmpty, policy.terms == nil {
      throw .rules(["the policy \(policy.name) has no <terms>: the lists of --terms would be withheld by nothing"])
    }
    let finder = try compiled { () throws(DetectorError) in
      try TextFinder(policy, detectors: detectors, terms: terms.list, ordinaryNames: StandardRules.ordinarySurnames)
    }
    var redactor = Redactor(policy, finder: finder)
    redactor.terms = terms.searched
    redactor.fitness = try policy.copy.profile.map { profile throws(UsageError) in try fitness(profile) }
    return (redactor, digest.hex(), termPaths.isEmpty ? nil : terms.list.summary)
  }

  /// The lists of --terms as one, what is looked for in a copy, and the digest of each. A line without a kind is a term, and a name too
  /// where it may be one.
  /// - Parameter forRelease: whether its exemptions have to be some.
  static func terms(
    _ paths: [[UInt8]], forRelease: Bool = false
  ) throws(UsageError) -> (list: TermList, searched: [(line: Int, text: [UInt8])], digests: [String]) {
    var list = TermList([])
    var searched: [(line: Int, text: [UInt8])] = []
    var digests: [String] = []
    for path in paths {
      let file = try file(path)
      digests.append(Digest.hex(of: file.bytes.span))
      let read: TermList
      do throws(TermListError) {
        read = try TermList(reading: file.bytes, kind: .term, guessesNames: true)
        searched += try read.searched(ordinaryWords: StandardRules.ordinarySurnames)
        list.entries += read.entries
      } catch {
        throw .rules(["\(file.file): \(error)"])
      }
      if forRelease, let mistake = TextFinder.exemptionMistake(in: read) {
        throw .rules(["\(file.file): line \(mistake.line): \(mistake.sentence)"])
      }
    }
    return (list, searched, digests)
  }

  static func vocabulary() throws(UsageError) -> Vocabulary {
    do throws(VocabularyError) { return try StandardRules.vocabulary() } catch { throw .rules(["\(error)"]) }
  }

  private static func compiled<Value>(_ make: () throws(DetectorError) -> Value) throws(UsageError) -> Value {
    do throws(DetectorError) {
      return try make()
    } catch {
      throw .rules(error.description.split(separator: "\n").map(String.init))
    }
  }

  private static func policy(_ name: String, detectors: Set<String>) throws(UsageError) -> Policy {
    let isPath = name.contains("/") || name.hasSuffix(".xml")
    guard isPath || StandardRules.policyNames.contains(name) else {
      throw .unknownPolicy(name, known: StandardRules.policyNames)
    }
    let source = isPath ? try file(Array(name.utf8)) : StandardRules.policy(name)
    guard let source else { throw .unknownPolicy(name, known: StandardRules.policyNames) }
    let codes = PortionCodes(try vocabulary())
    return try loaded { () throws(RuleError) in
      try Policy.load(source, detectors: detectors, profiles: StandardRules.profileNames, codes: codes)
    }
  }

  /// The rules of a profile, to judge a copy by.
  static func fitness(_ profile: String) throws(UsageError) -> Fitness {
    try loaded { () throws(RuleError) in Fitness(try StandardRules.ruleSet(profile: profile)) }
  }

  static func key(_ path: [UInt8]?) throws(UsageError) -> DigestKey? {
    guard let path else { return nil }
    guard let key = DigestKey(try file(path).bytes) else { throw .shortKey(.key) }
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

extension TermList {
  /// How many lines were taken for names: of any other a part stays where it stands alone.
  fileprivate var summary: String {
    let names = entries.count { $0.kind == .name }
    return "taken as names: \(names.counted("line")) of the lists; as words only: \(entries.count - names)"
  }
}
