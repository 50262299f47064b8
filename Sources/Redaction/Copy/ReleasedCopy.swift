package import MarkingModel

/// The copy that goes out, and what was done to make it: everything that a record needs, nothing that was withheld.
package struct ReleasedCopy: Sendable {
  /// One label in the copy.
  package struct Cut: Sendable, Hashable {
    /// Which withholding it belongs to, by index.
    package var withholding: Int
    /// The bytes of the original that it stands for.
    package var range: ByteRange
    /// Where it stands in the copy.
    package var copied: ByteRange
    package var label: String
    /// The part of the document that it stands in, and where.
    package var part: String
    package var position: Position
  }

  /// Something that the copy has and the original has not.
  package struct Addition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case top, bottom, strike, slip }

    package var kind: Kind
    /// Where it stands before, in bytes of the original.
    package var offset: Int
    package var text: String
  }

  package enum Disposition: String, Sendable, Hashable {
    case full, part
    /// No text of any portion is left.
    case denied

    /// As a stamp says it.
    package var words: String {
      switch self {
      case .full: "RELEASED IN FULL"
      case .part: "RELEASED IN PART"
      case .denied: "DENIED IN FULL"
      }
    }
  }

  /// The reading text of the copy.
  package var bytes: [UInt8] = []
  package var withholdings: [Withholding] = []
  package var cuts: [Cut] = []
  package var additions: [Addition] = []
  /// The labels that the document had before.
  package var earlier = 0
  package var disposition = Disposition.full
  /// All that are cited in the copy, those of earlier labels too.
  package var exemptions: [Exemption] = []
  /// How many bytes of the original are gone.
  package var withheldBytes: Int { cuts.reduce(0) { $0 + $1.range.count } }
}
