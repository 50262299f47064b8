import Redaction
import TestSupport
import Testing

/// Lines that read like a stamp or a line of the authority block, alone between portions: they may be of the text.
@Suite struct LoneLineTests {
  private static let first = "1. (S//NF) The guard is at the north quay."

  private static func release(_ line: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text("\(line)\n\n2. (U) The lamps are lit.", first: first)
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "Derived From: seekers who told all of it", "Declassify On: the day that the seekers leave",
    "Approved for Release: seekers agreed to be named",
  ])
  func isNotReleased(_ line: String) throws {
    guard let copy = try? Self.release(line) else { return }
    #expect(!copy.contains("seekers"), "\(copy)")
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
