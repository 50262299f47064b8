import FoundationEssentials
import MarkingModel
import TestSupport
import Testing
import TextKit

@testable import Detection

/// How much of generated data with labels each detector finds, and how much of what it finds is labelled.
@Suite struct QualityTests {
  static let seed: UInt64 = 20_261_126

  @Test func figuresAreWhatIsStated() throws {
    let set = try DetectorSet(StandardDetectors.all())
    let quality = try Quality.measure(set, seed: Self.seed, each: 400)
    for id in Quality.checked {
      let figures = try #require(quality.figures[id])
      #expect(figures.recall >= 0.99, "\(id) \(figures)")
      #expect(figures.precision >= 0.97, "\(id) \(figures)")
    }
    for miss in quality.misses.prefix(Quality.shown) { print("MISS", miss) }
    for alarm in quality.alarms.prefix(Quality.shown) { print("ALARM", alarm) }
    print(quality.table(of: set.detectors))
  }
}
