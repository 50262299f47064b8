package import MarkingModel
package import TextKit

/// One thing that is wrong in a detector file, and where.
package struct DetectorProblem: Sendable, Hashable, CustomStringConvertible {
  /// The file as the caller named it.
  package var file: String
  package var position: Position
  /// A sentence without its stop. A detector is no document: its words may be quoted.
  package var message: String

  /// "us-ssn.xml:12:30: “luhm” is no check"
  package var description: String { "\(file):\(position.line):\(position.column): \(message)" }
}

/// Why detectors cannot be used or cannot run.
package enum DetectorError: Error, Hashable {
  /// Files that are not as they must be, in order of place.
  case problems([DetectorProblem])
  /// Two detectors of a set have the same id.
  case repeatedID(String)
  /// A detector or entity that is named and is not there.
  case unknown(String)
  /// A detector could not be run to the end: what it would have found is not known.
  case cannotRun(detector: String, PatternError)
  /// An expression that was given without a file is wrong.
  case expression(detector: String, PatternError)
  /// ICU's data is not there.
  case folding(FoldingError)
}

extension DetectorError: CustomStringConvertible {
  /// A sentence without its stop, or a line for each problem.
  package var description: String {
    switch self {
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    case .repeatedID(let id): "there are two detectors with the id “\(id)”"
    case .unknown(let name): "there is no detector or entity “\(name)”"
    case .cannotRun(let id, let error): "detector “\(id)” cannot run: \(error)"
    case .expression(let id, let error): "detector “\(id)”: \(error)"
    case .folding(let error): "\(error)"
    }
  }
}
