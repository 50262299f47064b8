import Detection
import MarkingModel
import TestSupport
import Testing
import TextKit
import XMLKit

/// Every file of `Rules/detectors`: its form, and its examples.
@Suite struct DetectorFileTests {
  @Test(arguments: StandardDetectors.sources)
  func theExamplesHold(_ source: DetectorSource) throws {
    let detector = try DetectorLoader.load(source)
    let set = try DetectorSet([detector])
    for example in detector.examples {
      let bytes = Array(example.text.utf8)
      let found = try set.find(in: folded(bytes)).map(\.range)
      #expect(found == example.values, "\(source.file):\(example.line)")
    }
  }

  @Test func allDetectorsTogetherFindTheExamplesOfEach() throws {
    let detectors = try StandardDetectors.all()
    let set = try DetectorSet(detectors)
    for detector in detectors {
      for example in detector.examples where !example.values.isEmpty {
        let bytes = Array(example.text.utf8)
        let found = try set.find(in: folded(bytes))
        for value in example.values {
          #expect(
            found.contains {
              $0.range.start <= value.start && $0.range.end >= value.end && $0.entity == detector.entity
            },
            "\(detector.id):\(example.line): \(found)")
        }
      }
    }
  }
}
