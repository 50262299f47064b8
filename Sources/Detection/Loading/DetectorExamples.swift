internal import MarkingModel
internal import TextKit

extension DetectorSet {
  /// Loads the files of a user's, whose examples have to hold: a detector that does not find what it says it finds is
  /// not used.
  /// - Throws: `problems` with the line of each example that does not hold.
  package static func loadProving(_ sources: [DetectorSource]) throws(DetectorError) -> [Detector] {
    let detectors = try load(sources)
    var problems: [DetectorProblem] = []
    for (detector, source) in zip(detectors, sources) {
      let set = try DetectorSet([detector])
      for example in detector.examples {
        let bytes = Array(example.text.utf8)
        let text: FoldedText
        do throws(FoldingError) { text = try FoldedText(bytes.span) } catch { throw .folding(error) }
        if try set.find(in: text).map(\.range) == example.values { continue }
        problems.append(
          DetectorProblem(
            file: source.file, position: Position(line: example.line, column: 1),
            message: "the detector does not find in this example what is marked in it, or finds something else"))
      }
    }
    if !problems.isEmpty { throw .problems(problems) }
    return detectors
  }
}
