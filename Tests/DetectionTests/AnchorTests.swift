import Detection
import MarkingModel
import TestSupport
import Testing
import TextKit

/// Trying expressions at their anchors finds what searching the whole text with each of them finds.
@Suite struct AnchorTests {
  @Test(arguments: 0..<8)
  func findNoLessThanASearchOfTheWholeText(_ seed: Int) throws {
    let detectors = try StandardDetectors.all()
    let anchored = try DetectorSet(detectors)
    let plain = try DetectorSet(detectors, usingAnchors: false)
    let entities = Dictionary(uniqueKeysWithValues: detectors.map { ($0.id, $0.entity) })
    var data = LabelledData(seed: UInt64(seed), entities: entities)
    var options = DetectorSet.Options()
    options.threshold = seed % 2 == 0 ? 50 : 5
    for text in data.texts(each: 12) {
      let folded = try folded(Array(text.text.utf8))
      let some = try anchored.find(in: folded, options: options).map { "\($0)" }
      let all = try plain.find(in: folded, options: options).map { "\($0)" }
      #expect(some == all, "\(Set(some).symmetricDifference(all).sorted()) \(text.text.debugDescription)")
    }
  }
}
