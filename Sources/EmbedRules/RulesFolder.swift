import Detection
import MarkingGrammar
import RuleEngine

/// Everything under `Rules/`, checked: the contract, the vocabulary, every rule, every profile and every detector.
struct RulesFolder {
  private let files: [(path: String, bytes: [UInt8])]
  private let library: RuleLibrary

  init(_ folder: String) throws(EmbedError) {
    let files = try readFiles(below: folder)
    self.files = files
    func bytes(_ path: String) -> [UInt8]? { files.first { $0.path == path }?.bytes }
    for file in files where String(validating: file.bytes, as: UTF8.self) == nil {
      throw .notText(folder + "/" + file.path)
    }
    do throws(VocabularyError) {
      _ = try Vocabulary { bytes("vocabulary/" + $0) }
    } catch {
      throw .vocabulary("\(folder)/vocabulary/\(error)")
    }
    try Self.checkDetectors(files, in: folder)
    guard let grammar = bytes("marking-document.rng") else { throw .missing(folder + "/marking-document.rng") }
    do throws(RuleError) {
      let contract = try Contract.read(RuleSource(file: "marking-document.rng", bytes: grammar)) {
        bytes("vocabulary/" + $0)
      }
      let rules = files.filter { $0.path.hasSuffix(".sch") }.map { RuleSource(file: $0.path, bytes: $0.bytes) }
      library = try RuleLibrary(loading: rules, contract: contract)
      for file in files where file.path.hasPrefix("profiles/") && file.path.hasSuffix(".xml") {
        let profile = try Profile.load(RuleSource(file: file.path, bytes: file.bytes))
        _ = try RuleSet(profile: profile, library: library)
      }
    } catch {
      throw .rules("\(error)".split(separator: "\n").map { "\(folder)/\($0)" }.joined(separator: "\n"))
    }
  }

  /// Loads and compiles every detector, so that one that is wrong breaks the build.
  private static func checkDetectors(_ files: [(path: String, bytes: [UInt8])], in folder: String) throws(EmbedError) {
    let sources = files.filter { $0.path.hasPrefix("detectors/") && $0.path.hasSuffix(".xml") }
      .map { DetectorSource(file: folder + "/" + $0.path, bytes: $0.bytes) }
    do throws(DetectorError) {
      _ = try DetectorSet(loading: sources)
    } catch {
      throw .rules("\(error)")
    }
  }

  /// Swift source that holds the files and the compact form of the rules as static text.
  func swiftSource() -> String {
    var source = """
      // Made by EmbedRules from Rules/. Not to be edited.

      enum Embedded {
        /// The compact form of the rules of each folder (RuleTable).
        static let tables: [(folder: StaticString, rules: StaticString)] = [

      """
    for folder in Set(library.rules.map(\.folder)).sorted() {
      let rules = library.rules.filter { $0.folder == folder }
      let table = RuleTable.encode(RuleLibrary(rules: rules, digests: library.digests))
      source += "    (\(literal(Array(folder.utf8))), \(literal(Array(table.utf8)))),\n"
    }
    source += """
        ]

        /// Every file below Rules/, in order of the bytes of their paths.
        static let files: [(path: StaticString, text: StaticString)] = [

      """
    for file in files { source += "    (\(literal(Array(file.path.utf8))), \(literal(file.bytes))),\n" }
    return source + "  ]\n}\n"
  }

  /// A Swift literal. Control characters and quotes are escaped; the rest stands as it is.
  private func literal(_ bytes: [UInt8]) -> String {
    var text = "\""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
