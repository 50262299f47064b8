import MarkingGrammar
import MarkingModel

/// The labels that SMART may print within a Classified-By line: what follows `Position:` is one, and what follows `Name:` is
/// none.
enum ClassifierField {
  case none, name, position

  /// The field that a word in capitals names; nil for any other word.
  init?(label: String) {
    switch label {
    case "NAME": self = .name
    case "POSITION", "TITLE", "OFFICE": self = .position
    default: return nil
    }
  }
}

/// Where the classifier serves: `Embassy Lisbon`, which is neither a name nor a position.
enum ClassifierPlace {
  private static let offices: Set<String> = [
    "EMBASSY", "AMEMBASSY", "USEMBASSY", "CONSULATE", "AMCONSUL", "CONGEN", "MISSION", "USMISSION",
  ]

  /// The end of the name of a post that is known, of three words at most, behind the word for an office; nil where none
  /// stands there.
  static func end(
    behind word: String, _ text: Span<UInt8>, _ from: Int, _ end: Int, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    guard offices.contains(word) else { return nil }
    let start = text.skipBlanks(from, end)
    var last = start
    var found: Int?
    for _ in 0..<3 where last < end && text.isOfName(last) {
      let after = text.titleEnd(last, end)
      if vocabulary.posts.isKnown(address: text, start, after) { found = after }
      last = text.skipBlanks(after, end)
    }
    return found
  }
}
