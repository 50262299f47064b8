package import MarkingGrammar

extension MarkingExplanation {
  /// The parts of a marking of another country's scheme, in order.
  package static func tokens(
    of marking: NationalMarking, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ExplainedToken] {
    var explained: [ExplainedToken] = []
    for part in marking.parts {
      var token = ExplainedToken(
        text: source.text(part.range), range: part.range, category: part.kind.rawValue, meaning: meaning(of: part.kind))
      if part.entry >= 0 {
        let word = vocabulary.national.rows[part.entry]
        token.meaning = "\(word.name), \(token.meaning)"
        token.authority = word.source
      }
      explained.append(token)
    }
    return explained
  }

  private static func meaning(of kind: NationalMarking.Part.Kind) -> String {
    switch kind {
    case .level: "classification"
    case .prefix: "whose information it is"
    case .sensitive: "more sensitive than the rest of its level"
    case .handling: "handling instruction"
    case .descriptor: "descriptor"
    case .codeword: "code word"
    case .caveat: "caveat"
    case .release: "release"
    case .endorsement: "endorsement"
    case .version: "version of the standard"
    case .namespace: "name space"
    case .expires: "when the marking changes"
    case .downto: "what the classification becomes"
    case .access: "who may have access, by law"
    case .note: "comment"
    case .origin: "who marked it"
    case .unknown: "not known"
    }
  }
}
