import MarkingModel
import TestSupport
import Testing

/// Stamps that give a paper another level, and lines that speak of levels otherwise.
@Suite struct RegradingStampTests {
  private func stamps(_ line: String) throws -> [String] {
    let document = try read(
      "SECRET\n\nDEPARTMENT OF GOOD WORKS\n\nMay 3, 1975\n\n\(line)\n\n1. (S) The ice left the basin.\n\nSECRET\n")
    return document.values(.kind, of: .stamp)
  }

  @Test(arguments: [
    ("REGRADED UNCLASSIFIED BY AUTHORITY OF E.O. 11652", "declassified"),
    ("Regraded to UNCLASSIFIED on 3 May 1985", "declassified"), ("CLASSIFICATION CANCELLED", "declassified"),
    ("CLASSIFICATION CHANGED TO UNCLASSIFIED", "declassified"), ("DOWNGRADED TO CONFIDENTIAL, 3 MAY 1985", "other"),
    ("UNCLASSIFIED BY AUTHORITY OF JANE DOE", "declassified"), ("AUTOMATICALLY DECLASSIFIED ON 3 MAY 1985", "other"),
  ]) func stamp(_ line: String, _ kind: String) throws {
    #expect(try stamps(line) == [kind])
  }

  @Test(arguments: [
    "DOWNGRADED AT 3 YEAR INTERVALS", "Classification of the ice", "Regraded roads lead to the basin.",
    "Regraded UNCLASSIFIED papers lie in the book.",
    "Secret papers of the harbor master lie in the book.",
  ]) func others(_ line: String) throws {
    #expect(try stamps(line).isEmpty)
  }
}
