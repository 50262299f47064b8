/// What a release withholds, why, and what the copy is marked as: one file of `Rules/policies/`.
///
/// Its grammar is `Rules/policy.rng`; `docs/writing-policies.md` explains it.
package struct Policy: Sendable, Hashable {
  package var name: String
  package var title: String
  /// The paragraphs that say what it is for.
  package var notes: [String] = []
  /// What it says of each exemption, in the order of the file.
  package var grounds: [Ground] = []
  /// In order: the first that fits a portion withholds it.
  package var portions: [PortionClause] = []
  package var elements: [ElementClause] = []
  package var detections: [DetectionClause] = []
  /// What is done with the terms of the user's lists; nil where it takes none.
  package var terms: TermClause?
  /// Texts that no detector withholds.
  package var allowed: [String] = []
  package var label = LabelStyle()
  package var copy = CopyMarks()
  /// SHA-256 of the file, in hexadecimal.
  package var digest = ""

  package init(name: String, title: String) {
    self.name = name
    self.title = title
  }

  /// Whether it looks at portion marks, so that a portion without one is a reason to stop.
  package var readsPortions: Bool { !portions.isEmpty }

  /// The fields of a header that a clause withholds: one that another clause names is that one's.
  package func fields(of clause: ElementClause) -> [HeaderField] {
    if let field = clause.field { return [field] }
    let named = Set(elements.compactMap(\.field))
    return HeaderField.allCases.filter {
      !named.contains($0) && (clause.element == .header || $0.isCorrespondents)
    }
  }

  package func ground(of exemption: Exemption) -> Ground? {
    grounds.first { $0.exemption == exemption } ?? grounds.first { $0.exemption.code == exemption.code }
  }
}

/// What the Vaughn index says where something is withheld under one exemption.
package struct Ground: Sendable, Hashable {
  package var exemption: Exemption
  /// Why the exemption applies (Vaughn v. Rosen, 484 F.2d 820).
  package var justification: String
  /// What harm the release would foreseeably do (5 U.S.C. 552(a)(8)(A)(i)).
  package var harm: String
}

/// Portions that are withheld, by what their marks say. Everything that is given has to fit.
package struct PortionClause: Sendable, Hashable {
  /// The level that they are above; anything marked counts as above plain `U`.
  package var above: ReleaseLevel?
  /// The level that they have.
  package var level: ReleaseLevel?
  /// The code of a control in their mark (`PortionCodes`): `NF`, `OC`, `SBU`.
  package var control: String?
  /// A CUI category in their mark (`PRVCY`), or `any` for CUI of any kind.
  package var category: String?
  package var exemptions: [Exemption]
}

/// The levels that a policy tells apart. Controls without a level (SBU, CUI, FOUO) stand between `U` and `C`.
package enum ReleaseLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  case unclassified = "U"
  case controlled = "controlled"
  case confidential = "C"
  case secret = "S"
  case topSecret = "TS"

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (a: Self, b: Self) -> Bool { a.order < b.order }
}

/// Parts of the form that are withheld.
package struct ElementClause: Sendable, Hashable {
  package var element: ReleaseElement
  /// Of a header the field that is meant; nil for all that a copy has.
  package var field: HeaderField?
  /// Whether the field stays where another clause would withhold it.
  package var isKept = false
  package var exemptions: [Exemption]

  enum Kept: String, CaseIterable { case yes }
}

/// The fields of an e-mail's header that a copy has (RFC 5322); it never has others.
package enum HeaderField: String, Sendable, Hashable, CaseIterable {
  case from = "From"
  case sender = "Sender"
  case replyTo = "Reply-To"
  case to = "To"
  case cc = "Cc"
  case bcc = "Bcc"
  case subject = "Subject"
  case date = "Date"

  /// Whether it names those who write to each other.
  package var isCorrespondents: Bool { self != .subject && self != .date }
}

/// What a detector finds is withheld.
package struct DetectionClause: Sendable, Hashable {
  /// The id of a detector, or `all`.
  package var detector: String
  /// From this confidence on, 0 to 100.
  package var confidence: Int
  package var exemptions: [Exemption]
  package var replacement: Replacement
}

/// What the user's term lists name is withheld.
package struct TermClause: Sendable, Hashable {
  package var exemptions: [Exemption]
  package var replacement: Replacement
}

/// What stands in the place of a detected text.
package enum Replacement: String, Sendable, Hashable, CaseIterable {
  /// The code alone.
  case label
  /// The code and a name that is the same for the same text in one case: `[(b)(6) person 2]`.
  case pseudonym
  /// The code and a keyed digest of the text.
  case keyed
}

/// How much of what was withheld a label says (5 U.S.C. 552(b), closing text).
package struct LabelStyle: Sendable, Hashable {
  package enum Amount: String, Sendable, Hashable, CaseIterable { case none, lines, words }

  /// For portions and elements. A label in a line shows its own place.
  package var amount = Amount.lines
}

/// What is written on the copy besides.
package struct CopyMarks: Sendable, Hashable {
  package enum Banners: String, Sendable, Hashable, CaseIterable { case keep, strike }
  package enum Pages: String, Sendable, Hashable, CaseIterable { case keep, slip }
  package enum Unfit: String, Sendable, Hashable, CaseIterable { case refuse, say }
  package enum Place: String, Sendable, Hashable, CaseIterable { case top, bottom, both }

  package struct Line: Sendable, Hashable {
    package var place: Place
    /// With `{disposition}`, `{exemptions}`, `{case}`, `{document}`, `{date}`.
    package var text: String
  }

  package var lines: [Line] = []
  /// Whether banner lines are lined through (32 CFR 2001.25(b)(4)).
  package var strikesBanners = false
  /// Whether a page of which all is withheld begins with a slip that says so.
  package var slipsPages = false
  /// The profile that judges the copy; nil where none does.
  package var profile: String?
  /// What becomes of a copy in which that profile finds an error.
  package var unfit = Unfit.refuse
}
