import Foundation
import RuleEngine
import TestSupport

/// The project's own rule files, read from the working copy.
enum ProjectFiles {
  static func source(_ path: String) throws -> RuleSource {
    RuleSource(file: path, bytes: try Golden.bytes("Rules/" + path))
  }

  static func contract() throws -> Contract {
    try Contract.read(source("marking-document.rng")) { try? Golden.bytes("Rules/vocabulary/" + $0) }
  }

  /// Read once for all tests.
  static let loadedContract: Result<Contract, RuleError> = {
    do {
      return .success(try contract())
    } catch {
      return .failure(error as? RuleError ?? .unknown(names: ["marking-document.rng"]))
    }
  }()

  /// Every rule file, in order of name.
  static func rules() throws -> [RuleSource] {
    try FileManager.default.contentsOfDirectory(atPath: Golden.project + "/Rules/cable").sorted()
      .map { try source("cable/" + $0) }
  }
}
