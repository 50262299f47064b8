/// Whose rules a roll-up follows, where they differ (markings reference 0.1), and what is known of the document.
package struct RollUpPolicy: Sendable, Hashable {
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    /// The IC Register and Manual, and ODNI's rules for ISM.
    case ic
    /// 32 CFR 2002 and NARA's CUI marking handbook.
    case nara
    /// DoDM 5200.01 and DoDI 5200.48: no categories of CUI in a banner, `SAR-MULTIPLE PROGRAMS` for more than two.
    case dod
  }

  package var scheme = Scheme.ic
  /// When the information was created, as yyyymmdd; nil where it is not known.
  package var day: Int?
  /// Whether it is a disseminated analytic product, whose classified portions all need an FD&R mark (ICD 710 E.5 by way
  /// of C16 p19–20).
  package var isAnalyticProduct = false

  package init(_ scheme: Scheme = .ic, day: Int? = nil, isAnalyticProduct: Bool = false) {
    self.scheme = scheme
    self.day = day
    self.isAnalyticProduct = isAnalyticProduct
  }

  /// From this day on a classified portion without caveat and FD&R mark is handled as RELIDO, before it as NOFORN
  /// (C16 p19, p21).
  package static let pivot = 2010_06_28

  /// Whether the document is known to be of the pivot or later. Of an unknown day the stricter rule holds.
  package var isAfterPivot: Bool { day.map { $0 >= Self.pivot } ?? false }
}
