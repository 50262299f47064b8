/// Whose way of writing a marking down. They differ where the manuals differ (markings reference 0.1, 3.4), and ODNI's
/// published rendering differs from its own manual in a few places; each difference is a member here.
package struct MarkingStyle: Sendable, Hashable {
  /// How several special access programs stand in one line.
  package enum Programs: Sendable, Hashable {
    /// `SAR-A/B` (C16 p98).
    case joined
    /// `SAR-A/SAR-B`, and `SAR-MULTIPLE PROGRAMS` for three and more in a banner (DoDM 5205.07-V4).
    case repeated
  }

  package var programs = Programs.joined
  /// Whether CNWDI is written `RD-N` (DoDM 5200.01-V2 Encl. 4 8.c; C16 p107 knows the form as DoD's).
  package var writesDesignAsN = false
  /// Whether a banner of CUI alone names its categories and limits. DoD's says `CUI` and nothing else.
  package var cuiBannerNamesCategories = true
  /// Whether the block of CUI names its categories and limits: DoD's designation indicator does.
  package var cuiBlockNamesCategories = false
  /// Whether it does as ODNI's rendering of ISM attributes does (ISM-v2022-DEC) where that loses or keeps what the
  /// manuals do not: ATOMAL without a marking of atomic energy and BALK or BOHEMIA without SCI are left out of a U.S. line;
  /// NATO is left out of a list that names one of its activities; `DL_ONLY` keeps its low line.
  package var isRendering = false

  /// The IC's: Register and Manual.
  package static let ic = MarkingStyle()
  /// NARA's for CUI, which is the IC's in all that they share.
  package static let isoo = MarkingStyle()
  /// The Department of Defense's.
  package static let dod: MarkingStyle = {
    var style = MarkingStyle()
    style.programs = .repeated
    style.writesDesignAsN = true
    style.cuiBannerNamesCategories = false
    style.cuiBlockNamesCategories = true
    return style
  }()

  /// The same as ODNI's rendering has it.
  package var rendering: MarkingStyle {
    var style = self
    style.isRendering = true
    style.writesDesignAsN = false
    style.cuiBannerNamesCategories = true
    return style
  }

  package init() {}
}

extension MarkingStyle {
  /// The profiles that have a way of writing of their own.
  package static let profiles = ["dod", "dod-cui", "ic", "nara-cui"]

  /// The way of writing of a profile; nil where it has none of its own.
  package init?(profile: String?) {
    switch profile {
    case "dod", "dod-cui": self = .dod
    case "ic": self = .ic
    case "nara-cui": self = .isoo
    default: return nil
    }
  }
}
