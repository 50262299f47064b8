package import Detection
package import MarkingGrammar
package import RuleEngine

/// Everything under `Rules/`, as it was when the program was built. The rules were checked against the contract then.
package enum StandardRules {
  /// The paths below `Rules/`, sorted ("cable/CAP-001.sch").
  package static var paths: [String] { Embedded.files.map { $0.path.description } }

  /// A copy of the bytes of one file below `Rules/`; nil where there is none. O(number of files).
  package static func file(_ path: String) -> [UInt8]? {
    Embedded.files.first { $0.path.withUTF8Buffer { unsafe $0.elementsEqual(path.utf8) } }
      .map { $0.text.withUTF8Buffer { unsafe Array($0) } }
  }

  /// The rules, without their examples: those stand in the files. Read anew at each call.
  package static func library() -> RuleLibrary {
    let table = Embedded.table.withUTF8Buffer { unsafe Array($0) }
    // The table was written by the same code when the program was built; a test reads it.
    return RuleTable.decode(table.span) ?? RuleLibrary()
  }

  /// The names of the profiles, sorted.
  package static var profileNames: [String] {
    paths.filter { $0.hasPrefix("profiles/") && $0.hasSuffix(".xml") }.map { String($0.dropFirst(9).dropLast(4)) }
      .sorted()
  }

  /// One profile.
  package static func profile(_ name: String) throws(RuleError) -> Profile {
    let path = "profiles/\(name).xml"
    guard let bytes = file(path) else { throw .unknown(names: [name]) }
    return try Profile.load(RuleSource(file: path, bytes: bytes))
  }

  /// The names of the redaction policies, sorted.
  package static var policyNames: [String] {
    paths.filter { $0.hasPrefix("policies/") && $0.hasSuffix(".xml") }.map { String($0.dropFirst(9).dropLast(4)) }
      .sorted()
  }

  /// The file of one redaction policy; nil where there is none of that name.
  package static func policy(_ name: String) -> RuleSource? {
    let path = "policies/\(name).xml"
    return file(path).map { RuleSource(file: path, bytes: $0) }
  }

  /// The rules that a profile takes.
  package static func ruleSet(profile name: String) throws(RuleError) -> RuleSet {
    try RuleSet(profile: try profile(name), library: library())
  }

  /// The files of the detectors, in order of id.
  package static var detectorSources: [DetectorSource] {
    paths.filter { $0.hasPrefix("detectors/") && $0.hasSuffix(".xml") }
      .map { DetectorSource(file: $0, bytes: file($0) ?? []) }
  }

  /// All detectors, made ready. Loaded anew at each call.
  package static func detectors() throws(DetectorError) -> DetectorSet { try DetectorSet(loading: detectorSources) }

  /// Surnames that are ordinary English words, in small letters (`TermFinder.Options.ordinaryWords`).
  package static var ordinarySurnames: Set<String> {
    let text = String(decoding: file("detectors/ordinary-surnames.txt") ?? [], as: UTF8.self)
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }

  /// The contract that rules are held against.
  package static func contract() throws(RuleError) -> Contract {
    let path = "marking-document.rng"
    return try Contract.read(RuleSource(file: path, bytes: file(path) ?? [])) { file("vocabulary/" + $0) }
  }

  /// The words that readers know.
  package static func vocabulary() throws(VocabularyError) -> Vocabulary {
    try Vocabulary { file("vocabulary/" + $0) }
  }
}
