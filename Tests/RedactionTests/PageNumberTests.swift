import Redaction
import Testing

/// The number of a page belongs to the page, in whatever portion it stands: it stays, and no portion is made of it.
@Suite("Numbers of pages") struct PageNumberTests {
  private static let head = "SECRET//NOFORN\n\nMEMORANDUM FOR THE RECORD\n\nSUBJECT: (U) Ice\n\n1. (U) Fine.\n\n"
  private static let end = "\n\n3. (U) End.\n\nSECRET//NOFORN\n"

  private static func copy(_ text: String, _ policy: String = "public-release") throws -> String {
    String(decoding: try Releases.release(text, by: try Releases.redactor(policy)).file, as: UTF8.self)
  }

  /// Between two pages, with a paragraph that goes on and with one that does not.
  @Test(arguments: [
    "1\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN", "SECRET//NOFORN\n1 of 2\n\u{C}\nSECRET//NOFORN",
    "SECRET//NOFORN\n\u{C}\nSECRET//NOFORN\n2", "SECRET//NOFORN\n1 of 2\n\u{C}SECRET//NOFORN\n2 of 2",
    "Page 1 of 2\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN", "SECRET//NOFORN\n- 1 -\n\u{C}\nSECRET//NOFORN",
    "1\n\nSECRET//NOFORN\n\n\nSECRET//NOFORN\n2", "SECRET//NOFORN\n\n1\n\nSECRET//NOFORN",
  ])
  func betweenPages(edge: String) throws {
    for mark in ["U", "S//NF"] {
      for (before, behind) in [("The quay is", "open to all."), ("The quay is open.", "a. (\(mark)) It has a crane.")] {
        let copy = try Self.copy(Self.head + "2. (\(mark)) \(before)\n\n\(edge)\n\n\(behind)" + Self.end)
        for line in edge.split(whereSeparator: \.isWhitespace) where !line.contains("SECRET") {
          #expect(copy.split(whereSeparator: \.isWhitespace).contains(line), "\(copy)")
        }
        #expect(copy.contains("quay") == (mark == "U"))
        #expect(copy.contains("open") == (mark == "U"), "\(copy)")
      }
    }
  }

  @Test(arguments: ["Page 1 of 1", "1", "- 1 -", "1 of 1"])
  func belowTheLastBanner(number: String) throws {
    let text = Self.head + "2. (S//NF) Cost is high.\n\nSECRET//NOFORN\n\(number)\n"
    let release = try Releases.release(text, by: try Releases.redactor("public-release"))
    #expect(release.copy.withholdings.count == 1)
    #expect(String(decoding: release.file, as: UTF8.self).hasSuffix("\n\(number)\n"))
  }

  /// What may be the text of a portion goes with it, or is refused where it has none.
  @Test(arguments: [
    // Another number than that of the page, one right below the text, and words.
    "The sum is\n\n412\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN\n\nin all.",
    "The sum is\n412\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN\n\nin all.",
    "The sum is\n\n412 of us\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN\n\nin all.",
    "The sum is\n\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN\n\n412\n\nin all.",
  ])
  func whatIsNone(text: String) throws {
    #expect(try !Releases.leaves("412") { try Self.copy(Self.head + "2. (S//NF) \(text)" + Self.end) })
  }

  @Test func aNameGoesOnBehindTheNumber() throws {
    let redactor = try Releases.redactor("privacy", terms: "name: Wamblethorpe, Ann Mary\n")
    for edge in ["1\nSECRET//NOFORN\n\u{C}\nSECRET//NOFORN", "SECRET//NOFORN\n1 of 2\n\u{C}\nSECRET//NOFORN\n2"] {
      let text = Self.head + "2. (U) The mate was Ann Mary\n\n\(edge)\n\nWamblethorpe then." + Self.end
      #expect(try !Releases.leaves("mary") { try Releases.release(text, by: redactor).string })
    }
  }

  @Test(arguments: ["public-release", "state-foia"])
  func aTelegramOfSMART(policy: String) throws {
    let copy = try Self.copy(
      """
                                    CONFIDENTIAL

      MRN:            09 REYKJAVIK 214
      Date/DTG:       Mar 12, 2009 / 121402Z MAR 09
      From:           AMEMBASSY REYKJAVIK
      Action:         WASHDC, SECSTATE ROUTINE
      E.O.:           12958
      TAGS:           PREL, IC
      Captions:       SENSITIVE
      Subject:        (U) HARBOR NOTES

      Classified By: Pol Counselor Jane Finch, E.O. 13526 1.4(b), (d)

      1. (U) Fine.

      2. (C) The pilots are here and the long line goes
      on to the quay.

      3. (U) End.

      Signature:      HOBBS

      Drafted By:     REYKJAVIK:Quimby, Bo
      Dissemination Rule: Archive Copy

                                    CONFIDENTIAL
                                    Page 1 of 2

      """, policy)
    #expect(copy.contains("Page 1 of 2"))
    #expect(!copy.contains("pilots"))
  }
}

extension Redactor.Release {
  fileprivate var string: String { String(decoding: file, as: UTF8.self) }
}
