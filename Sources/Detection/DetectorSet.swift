package import TextKit

/// Detectors made ready to find together. Nothing in it changes: threads may share it.
package final class DetectorSet: Sendable {
  let compiled: [CompiledDetector]
  let forms: [CompiledForm]
  let plan: AnchorPlan
  let contexts: ContextIndex

  /// The detectors, in order of id.
  package var detectors: [Detector] { compiled.map(\.detector) }

  /// Compiles detectors.
  /// - Throws: `repeatedID`, `expression`.
  package convenience init(_ detectors: [Detector]) throws(DetectorError) {
    try self.init(detectors, usingAnchors: true)
  }

  /// The same, and whether expressions are tried at their anchors only or anywhere: both find the same.
  package init(_ detectors: [Detector], usingAnchors: Bool) throws(DetectorError) {
    var compiled: [CompiledDetector] = []
    var forms: [CompiledForm] = []
    var described: [Detector.Form] = []
    for (index, detector) in detectors.sorted(by: { $0.id < $1.id }).enumerated() {
      if detector.id == compiled.last?.detector.id { throw .repeatedID(detector.id) }
      do throws(PatternError) {
        compiled.append(try CompiledDetector(detector))
        for var form in detector.forms {
          if !usingAnchors { form.anchors = [] }
          forms.append(try CompiledForm(form, of: index, isAnchored: !form.anchors.isEmpty))
          described.append(form)
        }
      } catch {
        throw .expression(detector: detector.id, error)
      }
    }
    self.compiled = compiled
    self.forms = forms
    plan = AnchorPlan(described)
    contexts = ContextIndex(compiled)
  }

  /// Loads detectors from files and compiles them; the problems of all files are reported together.
  package convenience init(loading sources: [DetectorSource]) throws(DetectorError) {
    try self.init(try Self.load(sources))
  }

  /// Loads detectors from files.
  package static func load(_ sources: [DetectorSource]) throws(DetectorError) -> [Detector] {
    var detectors: [Detector] = []
    var problems: [DetectorProblem] = []
    for source in sources {
      do throws(DetectorError) {
        detectors.append(try DetectorLoader.load(source))
      } catch {
        guard case .problems(let found) = error else { throw error }
        problems += found
      }
    }
    if !problems.isEmpty { throw .problems(problems) }
    return detectors
  }

  /// The set with some of the detectors, named by id or by entity.
  /// - Throws: `unknown`.
  package func selecting(_ names: [String]) throws(DetectorError) -> DetectorSet {
    for name in names where !detectors.contains(where: { $0.id == name || $0.entity == name }) { throw .unknown(name) }
    return try DetectorSet(detectors.filter { names.contains($0.id) || names.contains($0.entity) })
  }

  /// What is asked of one search.
  package struct Options: Sendable, Hashable {
    /// What is found with less confidence, in percent, is left out.
    package var threshold = 50
    /// Other thresholds, by id of a detector or by entity; the id goes first.
    package var thresholds: [String: Int] = [:]
    /// Values that are never data, folded and in small letters (`allow`).
    package private(set) var allowed: Set<[UInt8]> = []

    package init() {}

    /// Adds a value that is never found: the same characters, without regard to case.
    package mutating func allow(_ value: String) throws(FoldingError) {
      allowed.insert(try FoldedText(Array(value.utf8).span).lowered)
    }

    func threshold(of detector: Detector) -> Int {
      thresholds[detector.id] ?? thresholds[detector.entity] ?? threshold
    }
  }

  /// Whether a text has a word in it that speaks for what a detector finds: it may be a label.
  package func hasContext(in text: FoldedText) -> Bool {
    contexts.hits(in: text).contains { !contexts.groups[$0.group].isEmpty }
  }

  /// Finds data in a text, in order of place. No two of them overlap (`Resolution` says what becomes of those that do).
  /// - Throws: `cannotRun` where a detector runs into a limit: nothing is known then, which is not the same as nothing
  ///   found.
  package func find(in text: FoldedText, options: Options = Options()) throws(DetectorError) -> [Detection] {
    var search = try Search(self, text, options)
    try search.run()
    let joined = try Joins.candidates(in: text, of: self, options)
    return Resolution.resolve(search.candidates + joined, in: text, of: self)
  }
}
