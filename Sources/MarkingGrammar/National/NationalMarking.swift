package import MarkingModel

/// A marking of the United Kingdom, Australia or New Zealand as it stands in a text. Places are offsets in the bytes that
/// were parsed; what a part is called stands in the vocabulary (`entry`).
package struct NationalMarking: Sendable, Hashable {
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// Government Security Classifications.
    case uk
    /// Protective Security Policy Framework, with the e-mail standard EPMS.
    case au
    /// Protective Security Requirements.
    case nz
  }

  /// Where it stands: in a text, or in the subject or the header of an Australian e-mail.
  package enum Style: String, Sendable, Hashable, CaseIterable { case text, subject, header }

  /// A word or field of it.
  package struct Part: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case level, prefix, sensitive, handling, descriptor, codeword, caveat, release, endorsement
      /// Fields of an Australian e-mail.
      case version, namespace, expires, downto, access, note, origin
      case unknown
    }

    package var kind: Kind
    /// Index into the table; -1 where it has none.
    package var entry = -1
    package var range: ByteRange
    /// Of a level: its rank.
    package var rank = 0
    /// Whether nothing stands before it that belongs behind it.
    package var isOrdered = true
    /// Whether it stands in alphabetical order among those of its kind.
    package var isSorted = true
    /// Whether it is written as it must be; `fix` is how, where that is certain.
    package var isWellFormed = true
    package var fix: String?

    package init(_ kind: Kind, _ range: ByteRange) {
      self.kind = kind
      self.range = range
    }
  }

  package var scheme: Scheme
  package var style: Style
  package var range: ByteRange
  package var parts: [Part] = []

  package init(_ scheme: Scheme, _ style: Style, _ range: ByteRange) {
    self.scheme = scheme
    self.style = style
    self.range = range
  }

  /// The classification: the first level, that of DOWNTO apart.
  package var level: Part? { parts.first { $0.kind == .level } }

  /// How high it stands in its scheme; OFFICIAL-SENSITIVE is above OFFICIAL.
  package var rank: Int {
    guard let level else { return 0 }
    let isSensitive = scheme == .uk && level.rank == 1 && parts.contains { $0.kind == .sensitive }
    return level.rank + (isSensitive ? 1 : 0)
  }
}

extension NationalMarking.Part.Kind {
  /// Its place in a marking of the scheme; nil where it has none of its own.
  func order(in scheme: NationalMarking.Scheme) -> Int? {
    switch (scheme, self) {
    case (.uk, .prefix), (.au, .version): 0
    case (.uk, .level), (.au, .namespace): 1
    case (.uk, .sensitive), (.au, .level): 2
    case (.uk, .handling), (.au, .caveat): 3
    case (.uk, .descriptor), (.au, .expires): 4
    case (.uk, .codeword), (.au, .downto): 5
    case (.uk, .caveat), (.uk, .release), (.au, .access): 6
    case (.au, .note): 7
    case (.au, .origin): 8
    default: nil
    }
  }
}
