import Detection
import FoundationEssentials
import MarkingModel
import TextKit

/// Recall and precision of detectors on labelled data.
///
/// A value is found where a detection of its entity covers all of it. A detection is right where it touches a value of its
/// entity; it counts for the detector that made it.
struct Quality {
  struct Figures {
    var labels = 0
    var found = 0
    var detections = 0
    var right = 0
    var recall: Double { labels == 0 ? 1 : Double(found) / Double(labels) }
    var precision: Double { detections == 0 ? 1 : Double(right) / Double(detections) }
  }

  /// Detectors with a checksum or a range of issued numbers.
  static let checked = ["aba-routing", "credit-card", "iban", "us-ein", "us-itin", "us-ssn"]
  /// How many misses and false alarms are printed while detectors are worked on (`SHOWN`).
  static let shown = Int(ProcessInfo.processInfo.environment["SHOWN"] ?? "0") ?? 0

  private(set) var figures: [String: Figures] = [:]
  private(set) var misses: [String] = []
  private(set) var alarms: [String] = []

  static func measure(_ set: DetectorSet, seed: UInt64, each count: Int) throws -> Quality {
    let entities = Dictionary(uniqueKeysWithValues: set.detectors.map { ($0.id, $0.entity) })
    var data = LabelledData(seed: seed, entities: entities)
    var quality = Quality()
    for text in data.texts(each: count) { try quality.add(text, set) }
    return quality
  }

  private mutating func add(_ text: LabelledText, _ set: DetectorSet) throws {
    let bytes = Array(text.text.utf8)
    let found = try set.find(in: folded(bytes))
    func part(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
    for label in text.labels {
      figures[label.detector, default: Figures()].labels += 1
      let isFound = found.contains {
        $0.entity == label.entity && $0.range.start <= label.range.start && $0.range.end >= label.range.end
      }
      if isFound {
        figures[label.detector, default: Figures()].found += 1
      } else {
        misses.append(
          "\(label.detector): \(part(label.range)) | \(text.text.debugDescription) | \(found.map { $0.detector + " " + part($0.range) })"
        )
      }
    }
    for detection in found {
      figures[detection.detector, default: Figures()].detections += 1
      let isRight = text.labels.contains {
        $0.entity == detection.entity && $0.range.start < detection.range.end && detection.range.start < $0.range.end
      }
      if isRight {
        figures[detection.detector, default: Figures()].right += 1
      } else {
        alarms.append(
          "\(detection.detector): \(part(detection.range)) \(detection.reasons) | \(text.text.debugDescription)")
      }
    }
  }

  /// The same over the texts that are written by hand.
  static func measureHandWritten(_ set: DetectorSet) throws -> Quality {
    var quality = Quality()
    for text in HandWritten.texts { try quality.add(HandWritten.read(text), set) }
    return quality
  }

  /// All detectors together.
  var total: Figures {
    figures.values.reduce(into: Figures()) { sum, it in
      sum.labels += it.labels
      sum.found += it.found
      sum.detections += it.detections
      sum.right += it.right
    }
  }

  /// With one digit behind the point, rounded down: 99.96 % is not all.
  static func percent(_ share: Double) -> String {
    let tenths = Int(share * 1000 + 1e-9)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
