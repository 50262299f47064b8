internal import MarkingModel
internal import TextKit

/// A form ready to be matched.
final class CompiledForm: Sendable {
  /// The number of its detector in the set.
  let detector: Int
  let name: String
  let pattern: Pattern
  let value: Int?
  let check: Check?
  let confidence: Detector.Confidence
  /// Whether it begins with a number's word.
  let beginsWithWord: Bool

  init(_ form: Detector.Form, of detector: Int, isAnchored: Bool) throws(PatternError) {
    self.detector = detector
    name = form.name
    var options: Pattern.Options = isAnchored ? .anchored : []
    // Machine code for all these words takes longer to make than they take to be tried beside a label.
    if SharedGroups.areCalled(in: form.expression) { options.insert(.interpreted) }
    pattern = try Pattern(form.expression, options)
    value = pattern.group(named: "value")
    check = form.check
    confidence = form.confidence
    beginsWithWord = SharedGroups.beginsWithWord(form.expression)
  }
}

/// What all forms of a detector share, ready to be matched.
final class CompiledDetector: Sendable {
  let detector: Detector
  let raising: CompiledWords?
  let lowering: CompiledWords?
  let exceptions: [CompiledException]

  init(_ detector: Detector) throws(PatternError) {
    self.detector = detector
    raising = try CompiledWords(detector.context.raising)
    lowering = try CompiledWords(detector.context.lowering)
    var exceptions: [CompiledException] = []
    for exception in detector.exceptions { exceptions.append(try CompiledException(exception.expression)) }
    self.exceptions = exceptions
  }
}

/// An expression for what is no such data.
final class CompiledException: Sendable {
  let pattern: Pattern
  init(_ expression: String) throws(PatternError) { pattern = try Pattern(expression, .limitingStart) }
}

/// Words of context as one expression; each is a group, so that the one that stands there is known.
final class CompiledWords: Sendable {
  private let words: [String]
  /// The same in bytes.
  private let texts: [[UInt8]]
  let pattern: Pattern

  /// Nil where there are no words.
  init?(_ words: [String]) throws(PatternError) {
    if words.isEmpty { return nil }
    // The longest first: "account number" before "account".
    self.words = words.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    texts = self.words.map { Array($0.utf8) }
    let alternatives = self.words.map { word in
      word.split(separator: " ").map { "\\Q\($0)\\E" }.joined(separator: "[-. \\n]{1,3}")
    }
    // Lower-cased text is searched: no caseless matching is needed.
    pattern = try Pattern("(?<![a-z0-9])(?:\(alternatives.joined(separator: "|")))(?![a-z0-9])")
  }

  /// The word that was matched, by what stands there: letters decide, a space may be a dash or the end of a line.
  func word(_ lowered: [UInt8], _ place: ByteRange) -> String {
    let found = lowered[place.start..<place.end]
    if let index = texts.firstIndex(where: { $0.count == found.count && $0[...] == found }) { return words[index] }
    return words.first { $0.utf8.lazy.filter(\.isLetterOrDigit).elementsEqual(found.lazy.filter(\.isLetterOrDigit)) }
      ?? words[0]
  }
}
