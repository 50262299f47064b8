import Detection
import FoundationEssentials
import MarkingModel
import TestSupport
import Testing

/// How much of generated data with labels each detector finds, and how much of what it finds is labelled.
@Suite struct QualityTests {
  private static let seed: UInt64 = 20_261_126

  @Test func figuresAreWhatIsStated() throws {
    let set = try DetectorSet(StandardDetectors.all())
    let quality = try Quality.measure(set, seed: Self.seed, each: 300)
    let written = try Quality.measureHandWritten(set)
    for miss in (written.misses + quality.misses).prefix(Quality.shown) { print("MISS", miss) }
    for alarm in (written.alarms + quality.alarms).prefix(Quality.shown) { print("ALARM", alarm) }
    for id in Quality.checked {
      let figures = try #require(quality.figures[id])
      #expect(figures.recall >= 0.99 && figures.precision >= 0.97, "\(id) \(figures)")
    }
    #expect(quality.total.recall >= 0.99 && quality.total.precision >= 0.97)
    #expect(written.total.recall >= 0.95 && written.total.precision >= 0.95, "\(written.total)")
    let page = DetectorPage(set: set, generated: quality, handWritten: written)
    let difference = try Golden.difference(Array(page.markdown.utf8), from: "docs/detectors.md")
    #expect(difference == nil)
  }

  /// Writes the data with labels and what is found in it, for the comparison with other programs
  /// (`Tests/oracle/compare-presidio.py`).
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LABELLED"] != nil))
  func dataForOthers() throws {
    let set = try DetectorSet(StandardDetectors.all())
    let entities = Dictionary(uniqueKeysWithValues: set.detectors.map { ($0.id, $0.entity) })
    var data = LabelledData(seed: 4711, entities: entities)
    var lines = ""
    for text in data.texts(each: 60) + HandWritten.texts.map(HandWritten.read) {
      let record = LabelledRecord(
        text: text.text, labels: text.labels.map { .init($0.entity, $0.range) },
        found: try set.find(in: folded(Array(text.text.utf8))).map { .init($0.entity, $0.range) })
      lines += String(decoding: try JSONEncoder().encode(record), as: UTF8.self) + "\n"
    }
    let path = try #require(ProcessInfo.processInfo.environment["LABELLED"])
    try Data(lines.utf8).write(to: URL(filePath: path))
  }
}

/// One text, as other programs read it; places in bytes.
struct LabelledRecord: Encodable {
  struct Part: Encodable {
    var entity: String
    var start: Int
    var end: Int

    init(_ entity: String, _ range: ByteRange) {
      self.entity = entity
      start = range.start
      end = range.end
    }
  }

  var text: String
  var labels: [Part]
  var found: [Part]
}
