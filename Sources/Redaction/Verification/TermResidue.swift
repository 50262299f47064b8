package import Detection
package import MarkingGrammar
import MarkingModel

extension Verification {
  /// Looks for the names and terms of lists in a copy of which nothing else is known: by their letters, and in all the forms
  /// in which a release would withhold them.
  ///
  /// - Parameters:
  ///   - searched: the spellings of the lists, each with its line.
  ///   - ordinaryNames: surnames that are words too, and are not looked for alone.
  package static func outcome(
    copy: [UInt8], lists: TermList, searched: [(line: Int, text: [UInt8])], ordinaryNames: Set<String>,
    _ vocabulary: borrowing Vocabulary
  ) -> Outcome {
    var outcome = outcome(copy: copy, terms: searched)
    // What is too short for its letters is looked for as a word.
    outcome.searched += outcome.tooShort
    outcome.tooShort = 0
    // It cannot be read: that has been said.
    if outcome.doubts.contains(where: { if case .unreadable = $0 { true } else { false } }) { return outcome }
    do throws(Refusal) {
      let finder = TextFinder(terms: lists, ordinaryNames: ordinaryNames)
      let found = try finder.find(in: try MarkedText(copy.span, vocabulary))
      let lines = Set(found.compactMap(\.subject).map { lists.entries[$0 - 1].line })
      let known = outcome.doubts
      outcome.doubts += lines.sorted().map { .term(line: $0) }.filter { !known.contains($0) }
    } catch {
      outcome.doubts.append(.unreadable(error))
    }
    return outcome
  }
}
