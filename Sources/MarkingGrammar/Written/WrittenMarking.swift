package import MarkingModel

/// One marking as it stands in a text: its tokens and what is unusual about them, each with its place.
///
/// Places are offsets in the bytes that were parsed. What a token is called is looked up in the vocabulary
/// (`entry`), so that a marking is a few small values and no strings. `marking(in:_:)` says what it means.
package struct WrittenMarking: Sendable, Hashable {
  /// Whether it is the line of a page or the mark of a portion.
  package enum Kind: String, Sendable, Hashable, CaseIterable { case banner, portion }

  /// A part between two separators.
  package struct Token: Sendable, Hashable {
    package var category: TokenCategory
    /// Index of its entry in the register or, for a CUI category, in the category table; -1 where it has none.
    package var entry: Int
    package var state: TokenState
    package var form: TokenForm
    /// 0 for a system, program or other token; 1 for its compartment, 2 for a sub-compartment.
    package var depth = 0
    /// The segment between `//` that it stands in; the classification stands in segment 0.
    package var segment: Int
    package var range: ByteRange
    /// The range of `countries` that is its list.
    package var firstCountry = 0
    package var countryCount = 0
    /// The range of `sigmas` that hangs on an atomic energy marking.
    package var firstSigma = 0
    package var sigmaCount = 0
    /// Whether it carries CNWDI.
    package var isCriticalDesign = false
    /// Whether a CUI category carries `SP-`.
    package var isSpecified = false
    /// A list that is a bare REL or EYES: it stands for that of the banner.
    package var isBare = false
  }

  /// A country or organisation of a list.
  package struct Country: Sendable, Hashable {
    package var range: ByteRange
    /// Index into the country table; -1 where it is not known.
    package var entry: Int
    /// Whether it is an activity of NATO, `NATO PfP`; the entry is NATO's.
    package var isActivity = false
  }

  package var kind: Kind
  /// With the parentheses of a portion.
  package var range: ByteRange
  package var system: Marking.System = .none
  package var classification: Classification?
  /// The words of the classification, and how they are written.
  package var levelRange = ByteRange(0, 0)
  package var levelForm = TokenForm.title
  /// The range of `countries` that owns the classification.
  package var firstOwner = 0
  package var ownerCount = 0
  /// Whether the owner is concealed: `//FGI S`.
  package var isConcealedOwner = false
  /// In the order of the text.
  package var tokens: [Token] = []
  package var countries: [Country] = []
  /// The SIGMA numbers of all tokens.
  package var sigmas: [Int] = []
  /// In the order of their places.
  package var defects: [MarkingDefect] = []

  package init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  package var owners: ArraySlice<Country> { countries[firstOwner..<(firstOwner + ownerCount)] }

  /// The SIGMA numbers of a token.
  package func sigmas(of token: Token) -> ArraySlice<Int> {
    sigmas[token.firstSigma..<(token.firstSigma + token.sigmaCount)]
  }

  /// Whether a report may show it whole: every part of it is a marking. Words that no vocabulary has may be words of the
  /// document.
  package var mayBeShown: Bool {
    (system != .none || !tokens.isEmpty) && tokens.allSatisfy { $0.state != .unknown }
      && countries.allSatisfy { $0.entry >= 0 && !$0.isActivity }
      && !defects.contains { $0.kind == .levelWords || $0.kind == .secondLevel }
  }

  /// Takes no blank for a mistake that is the end of a line: the text goes on below it.
  package mutating func allowLineEnds(in source: Span<UInt8>) {
    defects.removeAll { defect in
      (defect.kind == .separatorSpace || defect.kind == .space)
        && (max(0, defect.range.start - 1)..<defect.range.end).contains { source[$0] == 0x0A || source[$0] == 0x0D }
    }
  }

  /// The same marking where its text stands at another place.
  package func moved(by bytes: Int) -> WrittenMarking {
    if bytes == 0 { return self }
    func moved(_ range: ByteRange) -> ByteRange { ByteRange(range.start + bytes, range.end + bytes) }
    var result = self
    result.range = moved(range)
    if !levelRange.isEmpty { result.levelRange = moved(levelRange) }
    for k in tokens.indices { result.tokens[k].range = moved(tokens[k].range) }
    for k in countries.indices { result.countries[k].range = moved(countries[k].range) }
    for k in defects.indices { result.defects[k].range = moved(defects[k].range) }
    return result
  }

  /// The list of a token.
  package func list(of token: Token) -> ArraySlice<Country> {
    countries[token.firstCountry..<(token.firstCountry + token.countryCount)]
  }
}

/// The category of a line that a token stands in, in the order that a line must have (C16 p14–16, CUIH p35).
package enum TokenCategory: String, Sendable, Hashable, CaseIterable {
  case sci, sap, aea, fgi
  /// `CUI` itself where a classification stands before it.
  case cui
  /// A category of CUI.
  case cuiCategory = "cui-category"
  case dissem, nonic
  /// A control of NATO; it stands in the category of the U.S. control that it is like (C16 p122).
  case foreign
  /// A declassification instruction: no part of a line since February 2008 (C16 p192).
  case declassification
  case unknown

  /// Its place in a line; nil where it has none of its own.
  package var order: Int? {
    switch self {
    case .sci: 1
    case .sap: 2
    case .aea: 3
    case .fgi: 4
    case .cui: 5
    case .cuiCategory: 6
    case .dissem: 7
    case .nonic: 8
    case .foreign, .declassification, .unknown: nil
    }
  }
}

/// Whether the vocabulary has a token.
package enum TokenState: String, Sendable, Hashable, CaseIterable {
  case known
  /// Of a shape that unpublished identifiers have: it can be neither confirmed nor denied (C16 p61).
  case unverifiable
  case unknown
}

/// Which of its written forms a token has.
package enum TokenForm: String, Sendable, Hashable, CaseIterable {
  case title, abbreviation, portion
  /// Banner and portion form are the same word.
  case same
}
