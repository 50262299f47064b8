import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import StandardRules
import TestSupport

/// The telegrams of `../shared/corpus/aad-telegrams` with what the archive recorded (GROUND-TRUTH.tsv).
struct ReleasedTelegrams {
  struct Telegram {
    var file: String
    var level: Level
    var captions: Set<String>
    var document: MarkingDocument
  }

  static let folder = Golden.project + "/../shared/corpus/aad-telegrams"
  static var areThere: Bool { FileManager.default.fileExists(atPath: folder + "/GROUND-TRUTH.tsv") }

  private static let levels: [Substring: Level] = [
    "UNCLASSIFIED": .unclassified, "LIMITED OFFICIAL USE": .limitedOfficialUse, "CONFIDENTIAL": .confidential,
    "SECRET": .secret,
  ]

  /// Reads all of them.
  static func all() throws -> [Telegram] {
    let vocabulary = try StandardRules.vocabulary()
    let table = try String(contentsOf: URL(filePath: folder + "/GROUND-TRUTH.tsv"), encoding: .utf8)
    return try table.split(separator: "\n").dropFirst().map { row in
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      let file = String(fields[0].split(separator: "/").last ?? "")
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + file)))
      return Telegram(
        file: file, level: levels[fields[2]] ?? .none,
        captions: fields[3] == "n/a" ? [] : Set(fields[3].split(separator: ",").map { $0.trimmed }),
        document: DocumentReader.read(bytes.span, vocabulary: vocabulary))
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
