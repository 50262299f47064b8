package import Detection
package import MarkingGrammar
package import RuleEngine

/// Everything under `Rules/`, as it was when the program was built. The rules were checked against the contract then.
package enum StandardRules {
  /// The paths below `Rules/`, sorted ("cable/CAP-001.sch").
  package static var paths: [String] { Embedded.files.map { $0.path.description } }

  /// A copy of the bytes of one file below `Rules/`; nil where there is none. O(log of the number of files).
  package static func file(_ path: String) -> [UInt8]? {
    let place = Embedded.files.partitioningPlace { isBefore($0.path, path) }
    guard place < Embedded.files.count, Embedded.files[place].path.hasBytes(of: path) else { return nil }
    return Embedded.files[place].text.withUTF8Buffer { unsafe Array($0) }
  }

  private static func isBefore(_ path: StaticString, _ other: String) -> Bool {
    path.withUTF8Buffer { unsafe $0.lexicographicallyPrecedes(other.utf8) }
  }

  /// The rules, without their examples: those stand in the files. Read anew at each call.
  /// - Parameter folders: the folders below `Rules/` whose rules are wanted; nil for all.
  package static func library(of folders: [String]? = nil) -> RuleLibrary {
    let tables = Embedded.tables.filter { table in folders?.contains(where: table.folder.hasBytes(of:)) ?? true }
    // A table was written by the same code when the program was built; a test reads it.
    let parts = tables.map { $0.rules.withUTF8Buffer { unsafe RuleTable.decode($0.span) } ?? RuleLibrary() }
    if parts.count == 1 { return parts[0] }
    return RuleLibrary(
      rules: parts.flatMap(\.rules).sorted { $0.id < $1.id },
      digests: parts.reduce(into: [:]) { digests, part in digests.merge(part.digests) { $1 } })
  }

  /// The names of the profiles, sorted.
  package static var profileNames: [String] { names(of: "profiles/") }

  /// One profile.
  package static func profile(_ name: String) throws(RuleError) -> Profile {
    let path = "profiles/\(name).xml"
    guard let bytes = file(path) else { throw .unknown(names: [name]) }
    return try Profile.load(RuleSource(file: path, bytes: bytes))
  }

  /// The names of the redaction policies, sorted.
  package static var policyNames: [String] { names(of: "policies/") }

  /// The names of the XML files in a folder below `Rules/`, sorted.
  private static func names(of folder: String) -> [String] {
    files(in: folder).map { String($0.dropFirst(folder.utf8.count).dropLast(4)) }.sorted()
  }

  /// The paths of the XML files in a folder below `Rules/`, sorted.
  private static func files(in folder: String) -> [String] {
    var place = Embedded.files.partitioningPlace { isBefore($0.path, folder) }
    var paths: [String] = []
    while place < Embedded.files.count, Embedded.files[place].path.hasPrefix(folder) {
      let path = Embedded.files[place].path.description
      if path.hasSuffix(".xml") { paths.append(path) }
      place += 1
    }
    return paths
  }

  /// The file of one redaction policy; nil where there is none of that name.
  package static func policy(_ name: String) -> RuleSource? {
    let path = "policies/\(name).xml"
    return file(path).map { RuleSource(file: path, bytes: $0) }
  }

  /// The rules that a profile takes.
  package static func ruleSet(profile name: String) throws(RuleError) -> RuleSet {
    let profile = try profile(name)
    return try RuleSet(profile: profile, library: library(of: profile.folders))
  }

  /// The files of the detectors, in order of id.
  package static var detectorSources: [DetectorSource] {
    files(in: "detectors/").map { DetectorSource(file: $0, bytes: file($0) ?? []) }
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

  /// The words that readers know. They are read once; who asks while another thread reads them waits for it.
  package static func vocabulary() throws(VocabularyError) -> Vocabulary { try words.get() }

  private static let words = Result { () throws(VocabularyError) in try readVocabulary() }

  /// The same, read anew.
  package static func readVocabulary() throws(VocabularyError) -> Vocabulary {
    try Vocabulary { file("vocabulary/" + $0) }
  }
}

extension StaticString {
  /// Whether a text has the same bytes.
  fileprivate func hasBytes(of text: String) -> Bool {
    utf8CodeUnitCount == text.utf8.count && hasPrefix(text)
  }

  /// Whether it begins with the bytes of a text.
  fileprivate func hasPrefix(_ text: String) -> Bool {
    withUTF8Buffer { unsafe $0.starts(with: text.utf8) }
  }
}

extension Array {
  /// The first place whose element does not stand before what is looked for; those before it do. O(log n).
  fileprivate func partitioningPlace(isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
