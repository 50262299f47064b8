import Detection
import FoundationEssentials
import MarkingModel
import TestSupport
import TextKit

/// The detectors of `Rules/detectors`, read from the working copy.
enum StandardDetectors {
  static let sources: [DetectorSource] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Golden.project + "/Rules/detectors")) ?? []
    return names.filter { $0.hasSuffix(".xml") }.sorted().map { name in
      DetectorSource(file: name, bytes: (try? Golden.bytes("Rules/detectors/" + name)) ?? [])
    }
  }()

  static func all() throws -> [Detector] { try DetectorSet.load(sources) }
}

extension DetectorSet {
  /// The parts of a text that are found, each with its entity.
  func parts(of text: String, options: Options = Options()) throws -> [String] {
    let bytes = Array(text.utf8)
    return try find(in: folded(bytes), options: options).map {
      "\($0.entity) " + String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
    }
  }
}

/// A text as detectors see it. (A span of an array that nothing else holds, in an expression that may throw, breaks the
/// compiler, 6.3.1.)
func folded(_ bytes: [UInt8]) throws -> FoldedText { try FoldedText(bytes.span) }
