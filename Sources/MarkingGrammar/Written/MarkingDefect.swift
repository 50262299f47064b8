package import MarkingModel

/// Something unusual about the writing of a marking, or a repair that was needed to read it.
package struct MarkingDefect: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Small letters.
    case letterCase = "letter-case"
    /// Characters that look like others: dashes, slashes, spaces of other kinds, letters of other alphabets.
    case lookAlike = "look-alike"
    /// Letters of a word spaced out.
    case spacedLetters = "spaced-letters"
    /// Blanks around `//` or `/`.
    case separatorSpace = "separator-space"
    /// More blanks than one, or blanks inside the parentheses.
    case space
    /// `/` or something else where `//` belongs.
    case categorySeparator = "category-separator"
    /// A comma, `//` or something else where `/` belongs.
    case itemSeparator = "item-separator"
    /// A non-IC control in the category of the IC controls.
    case nonICInDissem = "non-ic-in-dissem"
    /// Two separators with nothing between them.
    case emptySegment = "empty-segment"
    /// A separator at the end.
    case trailingSeparator = "trailing-separator"
    case categoryOrder = "category-order"
    case systemOrder = "system-order"
    case compartmentOrder = "compartment-order"
    case subcompartmentOrder = "subcompartment-order"
    case programOrder = "program-order"
    /// A program whose `SAR-` is missing or written otherwise.
    case programPrefix = "program-prefix"
    /// `SAR-` before a further program.
    case programRepeat = "program-repeat"
    /// A compartment that hangs on its system or program with something else than a hyphen.
    case compartmentHyphen = "compartment-hyphen"
    /// A compartment without its system: `BLFH` for `TK-BLFH`.
    case missingSystem = "missing-system"
    /// The same unpublished system twice: one of the two may be a program (C16 p28).
    case collision
    case atomicOrder = "atomic-order"
    case sigmaOrder = "sigma-order"
    case sigmaSeparator = "sigma-separator"
    case foreignOrder = "foreign-order"
    case dissemOrder = "dissem-order"
    case nonICOrder = "non-ic-order"
    case specifiedOrder = "specified-order"
    case cuiCategoryOrder = "cui-category-order"
    case cuiDissemOrder = "cui-dissem-order"
    case cuiSeparator = "cui-separator"
    case listOrder = "list-order"
    /// The same in a list of DISPLAY ONLY.
    case displayOrder = "display-order"
    /// A comma or a blank between two countries of EYES ONLY, whose list has slashes.
    case eyesSeparator = "eyes-separator"
    case ownerOrder = "owner-order"
    case listSeparator = "list-separator"
    case listAnd = "list-and"
    case missingList = "missing-list"
    case duplicate
    /// A second classification in one line.
    case secondLevel = "second-level"
    /// Words around a classification that are none: `SECRET SENSITIVE`.
    case levelWords = "level-words"
    /// The abbreviation of a portion in a banner, or no abbreviation in a portion.
    case bannerForm = "banner-form"
    case portionForm = "portion-form"
    case levelForm = "level-form"
    case mixedForms = "mixed-forms"
    /// No parentheses around a portion mark, one of them, or brackets of another kind.
    case parentheses
    /// A portion mark behind the text that it is about (C16 p25).
    case afterText = "after-text"
    /// `NATO TOP SECRET`, `COSMIC SECRET`.
    case natoLevel = "nato-level"
    /// A NATO level without the `//` that begins it.
    case missingOwnerSlashes = "missing-owner-slashes"
    /// `CTSA`, `COSMIC TOP SECRET BOHEMIA`: a control written into the classification.
    case compoundNATO = "compound-nato"
    case supersededForm = "superseded-form"
    /// A word with a slip that was read as the word it is nearly.
    case slip
    case underscore
    /// The token of an XML attribute in the text: `DL_ONLY`.
    case attributeToken = "attribute-token"
    /// A code of a list that is none: a code of two letters, the name of a country.
    case countryCode = "country-code"
    /// A NATO level in the words of a banner where a portion has CTS, NS, NC, NR, NU, or the other way round.
    case natoForm = "nato-form"
    /// `CTSA`: a level and a control in one abbreviation.
    case oldNATOForm = "old-nato-form"
    /// `GBR-C`: the owner of a level with a hyphen behind it (32 CFR 2001.24(c)).
    case hyphenatedOwner = "hyphenated-owner"
    /// `C.U.I.`, `CONTROLLED UNCLASSIFIED INFORMATION`: the control marking of CUI in another form than its two.
    case cuiWord = "cui-word"
    /// A part of a CUI marking before one that belongs before it.
    case cuiOrder = "cui-order"
    /// A category that laws specify handling for without `SP-`, and one that they do not with it.
    case missingSP = "missing-sp"
    case needlessSP = "needless-sp"
    /// A classification behind `CUI`.
    case levelAfterCUI = "level-after-cui"
    /// `DRAFT` and what else belongs outside a marking (32 CFR 2002.20(l)).
    case administrative
    /// `WARNING`: the head of a text that belongs outside a marking.
    case warningWords = "warning-words"
    /// Capitals where the CUI Registry has small letters: `ATTORNEY-CLIENT`.
    case registryCase = "registry-case"
  }

  package var kind: Kind
  package var range: ByteRange
  /// What belongs in its place, where that is certain: an index into nothing, plain text in ASCII.
  package var replacement: String?

  package init(_ kind: Kind, _ range: ByteRange, replacement: String? = nil) {
    self.kind = kind
    self.range = range
    self.replacement = replacement
  }
}
