package import MarkingModel

/// Why a document is not redacted: nobody could be sure that nothing is left in it. Nothing is written then.
package enum Refusal: Error, Hashable {
  /// It is not UTF-8 at this place.
  case undecodable(Position)
  /// A format whose parts this version cannot rewrite.
  case format(String)
  /// A part of a message that cannot be read.
  case part(String, PartProblem)
  /// Something in the structure of the file that cannot be written again without a doubt.
  case structure(String)
  /// Where the document has parts, the last says in which of them the place is.
  case unmarked(String, Position, of: String? = nil)
  case unreadableMark(String, Position, of: String? = nil)
  /// A portion that stays by the mark it has holds a mark in its text by which it would go.
  case contradiction(String)
  /// The policy withholds by portion marks, and a document with a level has none.
  case noMarks
  /// Characters that reverse the order of reading: what is seen is not what the bytes say.
  case reordered(Position)
  /// A list of terms that cannot be used.
  case terms(String)
  /// A detector came to its limits.
  case detector(String)
  case decisions(String)
  /// The policy asks for something that was not given.
  case missing(String, option: String)
  /// The records would name the document by words that are withheld in it.
  case documentName
  /// The copy that was made did not stand the test.
  case unverified(String)

  /// Whether it is the settings of the release that have to be put right, and not the document.
  package var isOfSettings: Bool {
    switch self {
    case .missing, .terms: true
    default: false
    }
  }

  /// A sentence without its stop: where, and what to do. No words of the document.
  package var sentence: String {
    switch self {
    case .undecodable(let position):
      "line \(position.line), column \(position.column) is not UTF-8; convert the file first (iconv -t UTF-8)"
    case .format(let name): "it is \(name), which cannot be rewritten; extract its text and redact that"
    case .part(let name, let problem):
      problem.canBeWithheld
        ? "\(name) \(problem.sentence), or let the policy withhold it: <element name=\"attachments\"/>"
        : "\(name) \(problem.sentence)"
    case .structure(let problem): problem
    case .unmarked(let name, let position, let part):
      "line \(position.line)\(part.map { " of \($0)" } ?? ""): \(name) carries no portion mark; mark it, or say --treat-unmarked-as withhold"
    case .unreadableMark(let name, let position, let part):
      "line \(position.line), column \(position.column)\(part.map { " of \($0)" } ?? ""): the mark of \(name) cannot be read; correct it first"
    case .contradiction(let name):
      "what \(name) says of itself and a mark in its text contradict each other; correct it first"
    case .noMarks:
      "its portions carry no marks, and the policy withholds by them; mark them, or say --treat-unmarked-as withhold or "
        + "release"
    case .reordered(let position):
      "line \(position.line), column \(position.column) holds a character that reverses the order of reading; remove it first"
    case .terms(let problem): problem
    case .detector(let id): "the detector \(id) came to its limits on this text, so that nothing can be said of it"
    case .decisions(let problem): problem
    case .missing(let what, let option): "the policy writes \(what) on the copy; give it with \(option)"
    case .documentName:
      "its name holds what is withheld, and the records would give it; rename the file, or name it neutrally with "
        + "--document"
    case .unverified(let problem): "the copy did not stand verification: \(problem)"
    }
  }
}
