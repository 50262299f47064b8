import Redaction
import TestSupport
import Testing

/// Lines that read like a stamp or a line of the authority block, alone between portions: they may be of the text.
@Suite struct LoneLineTests {
  private static let first = "1. (S//NF) The guard is at the north quay."

  private static func release(_ line: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    let text = FictionalPaper.text("\(line)\n\n2. (U) The lamps are lit.", first: first)
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "Derived From: seekers who told all of it", "Declassify On: the day that the seekers leave",
    "Approved for Release: seekers agreed to be named",
  ])
  func isNotReleased(_ line: String) throws {
    #expect(try !Releases.leaves("seekers") { try Self.release(line) })
    let copy = try Self.release(line, unmarked: .withhold)
    #expect(!copy.contains("seekers") && copy.contains("2. (U) The lamps are lit."), "\(copy)")
  }

  @Test(arguments: [
    "Derived From: Multiple Sources", "Declassify On: 20400503",
    "Derived From: Lamp Guide No. 1\nDeclassify On: 20400503",
    "Derived From: Lamp Guide No. 1\n\nSECRET//NOFORN\n\u{0C}\nSECRET//NOFORN",
    "Approved for Release: 2021/07/07",
  ])
  func staysWhereItSaysNothingElse(_ line: String) throws {
    let copy = try Self.release(line)
    #expect(copy.contains(line.prefix { $0 != "\n" }) && copy.contains("2. (U) The lamps are lit."), "\(copy)")
  }
}

/// What stands at the end of a paper, below its last portion.
@Suite struct PaperEndTests {
  private static func copy(_ end: String, block: String = "", unmarked: Planner.UnmarkedPortions = .refuse) throws
    -> String
  {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    let text = """
      SECRET//NOFORN

      DEPARTMENT OF GOOD WORKS

      3 May 2016

      SUBJECT: (U) Lamps

      1. (U) The lamps are lit.

      2. (S//NF) The guard is here.
      \(block)

      \(end)

      SECRET//NOFORN
      """
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  private static let authority = """

    Classified By: Jane Doe, Chief, Office of Harbors
    Derived From: Multiple Sources
    Declassify On: 20410503
    """

  @Test(arguments: [
    "cc: T. Roe\n    L. Brand", "Drafted: HA/PQ: L. Brand, x7-5531", "2 Enclosures", "2 Encls\nas",
    "Enclosure (1): As stated", "Tabs: None", "cc:\nHarbor Master", "This page intentionally left blank",
    "Approve ___  Disapprove ___", "-END-", "Regards,\nRobert Hale",
  ])
  func whatClosesAPaperStays(_ end: String) throws {
    let copy = try Self.copy(end, block: Self.authority)
    #expect(copy.contains("1. (U) The lamps are lit.") && copy.contains(end.prefix { !"\n,:".contains($0) }), "\(copy)")
  }

  @Test(arguments: [
    "Annex A\nLedger of Seekers", "Appendix C\nSeekers", "Sincerely,\n\nRobert Hale\nP.S. Pay the seekers",
    "cc: the seekers who paid", "Distribution:\n  Seekers of the quay", "Seekers intentionally left it blank",
    "Drafted: after talks with seekers", "Approve the seekers ___",
    "2 Enclosures on seekers",
  ])
  func whatSaysMoreDoesNot(_ end: String) throws {
    #expect(try !Releases.leaves("seekers") { try Self.copy(end, block: Self.authority) })
    let copy = try Self.copy(end, block: Self.authority, unmarked: .withhold)
    #expect(!copy.lowercased().contains("seekers") && copy.contains("1. (U) The lamps are lit."), "\(copy)")
  }

  @Test(arguments: [
    "The seekers left on Monday.", "Comment: seekers are ours",
    "Postscript: The seekers went out, by\nway of the quay.",
  ])
  func textRightBelowTheBlockIsText(_ line: String) throws {
    let block = Self.authority + "\n" + line
    #expect(throws: Refusal.self) { try Self.copy("", block: block) }
    let copy = try Self.copy("", block: block, unmarked: .withhold)
    #expect(!copy.contains("eekers") && copy.contains("Declassify On: 20410503"), "\(copy)")
  }
}
