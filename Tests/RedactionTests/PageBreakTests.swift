import Redaction
import RuleEngine
import Testing

/// What the end of a page or of a section cuts is found on both sides of it, and what stands between stays.
@Suite("Names and numbers over the end of a page") struct PageBreakTests {
  private static let terms = "name: Quimby, Ann Mary\nterm: BLUE HERON\nterm: REYKJAVIK\n"

  private static func telegram(_ text: String) -> String {
    """
    VZCZCXYZ0008
    PP RUEHC
    DE RUEHRK #0214/01 0711402
    ZNR UUUUU ZZH
    P 121402Z MAR 09
    FM AMEMBASSY OSLO
    TO RUEHC/SECSTATE WASHDC PRIORITY 3921
    BT
    UNCLAS SECTION 01 OF 03 OSLO 000214

    SIPDIS

    E.O. 12958: N/A
    TAGS: ECON SENV IC
    SUBJECT: BOATS AND ICE

    1. The harbor is open. \(text)

    2. The festival ended on a Sunday.
    HOBBS
    BT
    #0214
    NNNN

    """
  }

  private static func copy(_ text: String, terms: String = terms) throws -> String {
    let redactor = try Releases.redactor(
      file: "<terms exemption='(b)(6)' replace='pseudonym'/><detect detector='all' exemption='(b)(6)'/>", terms: terms)
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  private static let section =
    "UNCLAS SECTION 02 OF 03 OSLO 000214\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: ECON SENV IC\nSUBJECT: BOATS AND ICE"

  private static let headings = [
    "OSLO 00000214  002 OF 003", "OSLO 00000214  002.2 OF 003", "PAGE 02        OSLO 00214  121402Z", "- 2 -",
    "Page 2 of 4",
    "UNCLASSIFIED\n\u{0C}UNCLASSIFIED", "\u{0C}",
    section, FictionalTelegram.transmissionBreak(from: "OSLO") + section,
  ]

  @Test(arguments: headings) func whatAHeadingCuts(heading: String) throws {
    for gap in ["\n\n", "\n\n\n"] {
      let between = gap + heading + gap
      for (before, behind) in [
        ("The mate Ann Mary", "Quimby left."), ("The operation BLUE", "HERON began."),
        ("His number is SSN 514-38-", "7793 as we know."), ("His SSN is", "514387793 as we know."),
      ] {
        for text in [Self.telegram("\(before)\(between)\(behind)"), "\(before)\(between)\(behind)\n"] {
          let copy = try Self.copy(text)
          for word in ["Mary", "Quimby", "BLUE", "HERON", "514", "7793"] where text.contains(word) {
            #expect(!copy.contains(word), "\(word) in \(copy)")
          }
          for line in heading.split(separator: "\n") { #expect(copy.contains(line), "\(line) is not in \(copy)") }
        }
      }
    }
  }

  /// A copy that a reviewer let through is looked at in the same way.
  @Test(arguments: headings) func verificationReadsOverIt(heading: String) {
    let copy = "The mate Ann Mary\n\n\(heading)\n\nQuimby left.\n"
    let outcome = Verification.outcome(copy: Array(copy.utf8), terms: [(1, Array("Ann Mary Quimby".utf8))])
    #expect(!outcome.doubts.isEmpty)
    let other = "The mate Ann Mary.\n\n\(heading)\n\nSomeone left.\n"
    #expect(
      Verification.outcome(copy: Array(other.utf8), terms: [(1, Array("Ann Mary Quimby".utf8))]).doubts.isEmpty)
  }

  /// A listed name of a post is withheld in the headings of pages as well.
  @Test func aTermInAHeading() throws {
    let text = Self.telegram("The mate\n\nOSLO 00000214  002 OF 003\n\nleft.")
    let copy = try Self.copy(text, terms: "term: OSLO\n")
    #expect(!copy.contains("OSLO") && copy.contains("00000214  002 OF 003"), "\(copy)")
  }

  /// The records would give a name that is withheld.
  @Test(arguments: ["memo of Quimby.txt", "ann_quimby.txt", "SSN_514-38-7793.txt", "blue-heron.eml"])
  func theNameOfTheDocument(name: String) throws {
    let redactor = try Releases.redactor(
      file: "<terms exemption='(b)(6)'/><detect detector='all' exemption='(b)(6)'/>", terms: Self.terms)
    #expect(throws: Refusal.documentName) { try Releases.release("The ice left.\n", by: redactor, name: name) }
  }

  @Test(arguments: [
    "memo.txt", "1973LONDON12017.txt", "C05767878.txt", "2009-03-12 minutes (2).txt", "case 12-345.eml",
  ])
  func aNeutralName(name: String) throws {
    let redactor = try Releases.redactor(
      file: "<terms exemption='(b)(6)'/><detect detector='all' exemption='(b)(6)'/>", terms: Self.terms)
    _ = try Releases.release("The ice left.\n", by: redactor, name: name)
  }
}
