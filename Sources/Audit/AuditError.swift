package import SQLiteKit

/// Why an audit cannot begin, or cannot go on. What was found until then stays in the audit file.
package enum AuditError: Error, Sendable, Hashable {
  /// The audit file could not be read or written.
  case file(SQLiteError)
  /// What is there is no audit file.
  case notAnAudit
  /// An audit file of another version of the schema.
  case otherVersion(Int)
  /// Another process writes to it.
  case inUse
  /// What is asked for is not what the audit was begun with: the name of the first setting that differs.
  case otherSettings(String)
  /// The document of a number is not the one that it was when the audit was begun.
  case inputsChanged(Int)
  /// Workers end before they are ready.
  case noWorkers
  /// A worker said something that is no answer: it is another program, or another version.
  case wrongAnswer
  /// A process could not be started (the error number of the system).
  case notStarted(Int32)
  /// Shards that are no parts of one audit: the name of the setting that differs.
  case otherAudit(String)
  /// Shards that were made of other documents, or of other bytes of them.
  case otherDocuments
  /// A shard whose run did not come to its end.
  case unfinished
  case noView(String, known: [String])

  /// One sentence without its stop.
  package var sentence: String {
    switch self {
    case .file(let error) where error.isFull: "the disk is full; go on with --resume when there is space"
    case .file(let error): "SQLite says: \(error.text)"
    case .notAnAudit: "it is no audit file of caveat"
    case .otherVersion(let version): "it is an audit file of version \(version), which this program does not know"
    case .inUse: "another audit is writing to it"
    case .otherSettings(let name):
      "it was begun with another value of \(name); say the same as then, or begin a new file"
    case .inputsChanged(let number):
      "document \(number) is not the one that it was when the audit was begun; begin a new file"
    case .noWorkers: "the workers end before they are ready; see caveat worker --help"
    case .wrongAnswer: "a worker gave an answer that is not understood; it may be of another version of the program"
    case .notStarted: "no worker could be started"
    case .otherAudit(let name): "it is no part of the same audit: \(name) differs"
    case .otherDocuments: "it is no part of the same audit: a document in it is another one, or was changed meanwhile"
    case .unfinished: "its audit did not come to its end; go on with --resume first"
    case .noView(let given, let known): "there is no view '\(given)'; there is \(known.joined(separator: ", "))"
    }
  }
}
