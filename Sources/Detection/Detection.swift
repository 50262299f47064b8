package import MarkingModel

/// One piece of data that was found.
package struct Detection: Sendable, Hashable {
  /// The id of the detector.
  package var detector: String
  /// What it is ("SSN").
  package var entity: String
  /// In bytes of the original, whole characters. What was skipped when the text was folded may lie in it
  /// (`FoldedText.pieces`).
  package var range: ByteRange
  /// The same in folded bytes.
  package var folded: ByteRange
  /// In percent.
  package var confidence: Int
  package var reasons: [Reason]

  /// One thing that speaks for it. Nothing of the text is in it: a form, a check and a word are those of the detector.
  package enum Reason: Sendable, Hashable {
    case form(String)
    case check(Check)
    case context(String)
    /// A word that speaks against it stands beside it.
    case against(String)
  }
}

extension Detection.Reason: CustomStringConvertible {
  /// "form dashed", "check luhn", "near “ssn”".
  package var description: String {
    switch self {
    case .form(let name): "form \(name)"
    case .check(let check): "check \(check.rawValue)"
    case .context(let word): "near “\(word)”"
    case .against(let word): "in spite of “\(word)”"
    }
  }
}
